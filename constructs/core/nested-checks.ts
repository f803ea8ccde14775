import { Fn, Op, type IResolvable } from 'cdktf';
import { plain } from './plain';
import { examine, problemOf, sourceOf, type Check, type Properties } from './properties';
import { isSecretName } from './secrets';
import { formatValue } from './format-value';

/** An object of its own properties. */
export function object<Props extends object>(properties: Properties<Props>): Check {
  const allowed = `an object of ${Object.keys(properties).join(', ')}`;
  const problems = (value: unknown): ReturnType<typeof examine>['problems'] =>
    examine(value, properties).problems;
  return {
    source: 'policy',
    allowed,
    sourceOf: (value) => eachOnce(problems(value).map(({ source }) => source)),
    problem: (value) => {
      if (!plain(value)) return notPlain(allowed, value);
      const wrong = problems(value).map(({ sentence }) => sentence);
      return wrong.length > 0 ? `is an object in which ${wrong.join(', and ')}` : undefined;
    },
  };
}

/** Of several sources, each once. */
export const eachOnce = (sources: readonly string[]): string => [...new Set(sources)].join('; ');

/** A Map, say, would lose all that is in it. */
const notPlain = (allowed: string, value: unknown): string =>
  `must be ${allowed}; got ${formatValue(value)}${isInstance(value) ? ', give a plain object' : ''}`;
const isInstance = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A list, each of its elements right. */
export function listOf(element: Check, least = 0): Check {
  const allowed = `a list${least > 0 ? ` of at least ${least}` : ''}, each element ${element.allowed}`;
  return {
    source: element.source,
    allowed,
    sourceOf: (value) =>
      Array.isArray(value)
        ? eachOnce(value.filter((each) => problemOf(element, each)).map((each) => sourceOf(element, each)))
        : '',
    problem: (value) => {
      if (!Array.isArray(value) || value.length < least)
        return `must be ${allowed}; got ${formatValue(value)}`;
      // A hole of a sparse list is an element that is missing.
      const wrong = Array.from<unknown>(value).flatMap((each, index) => {
        const problem = problemOf(element, each);
        return problem === undefined ? [] : [`[${index}] ${problem}`];
      });
      return wrong.length > 0 ? `is a list in which ${wrong.join(', and ')}` : undefined;
    },
  };
}

/** The same, where the list may be one that Terraform alone knows. */
export function listOfOrToken(element: Check, least = 0): Check {
  const condition = (value: unknown): IResolvable => Op.gte(Fn.lengthOf(value), least);
  return { ...listOf(element, least), kind: 'list', condition };
}

/** An object whose names and values are right. */
export function record(source: string, allowed: string, name: RegExp, value: Check): Check {
  const values = (given: unknown): readonly [string, unknown][] => Object.entries(plain(given) ?? {});
  return {
    source,
    allowed: `an object of ${value.allowed}, under names ${allowed}`,
    sourceOf: (given) =>
      eachOnce(
        values(given).flatMap(([key, each]) => [
          ...(name.test(key) ? [] : [source]),
          ...(problemOf(value, each) ? [sourceOf(value, each)] : []),
        ]),
      ),
    problem: (given) => {
      if (!plain(given)) return notPlain(`an object of ${value.allowed}, under names ${allowed}`, given);
      const wrong = values(given).flatMap(([key, each]) => {
        if (!name.test(key)) return [`${formatValue(key)} is not a valid name: names are ${allowed}`];
        const problem = problemOf(value, each);
        if (problem === undefined) return [];
        return [`${formatValue(key)} ${isSecretName(key) ? `must be ${value.allowed}` : problem}`];
      });
      return wrong.length > 0 ? `is an object in which ${wrong.join(', and ')}` : undefined;
    },
  };
}
