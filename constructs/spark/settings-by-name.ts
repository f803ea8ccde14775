import type { Check } from '../core/properties';
import { show } from '../core/show';

/**
 * Settings by their name in a product that checks none of them before it runs.
 * @param problemOf how one of them is wrong, name and all; undefined if it is right
 */
export function settingsByName(
  source: string,
  allowed: string,
  problemOf: (name: string, value: unknown) => string | undefined,
): Check {
  return {
    source,
    allowed,
    problem: (value) => {
      if (typeof value !== 'object' || value === null || Array.isArray(value))
        return `must be ${allowed}; got ${show(value)}`;
      const problems = Object.entries(value).flatMap(([name, each]) => problemOf(name, each) ?? []);
      return problems.length > 0 ? `is an object in which ${problems.join(', and ')}` : undefined;
    },
  };
}
