import { problemOf, type Check } from './properties';
import { validationError } from './validation';

/**
 * For what is given where there is no construct yet that could refuse it.
 * @param made what cannot be made of it, such as the name of a function
 * @throws ValidationError if it is wrong
 */
export function mustBe(made: string, name: string, check: Check, value: unknown): void {
  const problem = problemOf(check, value);
  if (problem !== undefined) throw validationError(made, check, `${name} ${problem}.`);
}
