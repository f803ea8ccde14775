import { Fn, Op } from 'cdktf';
import { Duration } from './duration';
import { known } from './known';
import { unpassable } from './literal';
import { BY_FILE, BY_REFERENCE, nothingSecret } from './plain-sight';
import { problemsOf, type Check, type Properties } from './properties';
import { isSecretName } from './secrets';
import { show } from './show';
import { Size } from './size';

/** @param allowed as it ends the sentence `nodes must be …` */
export function check(source: string, allowed: string, accepts: (value: unknown) => boolean): Check {
  return {
    source,
    allowed,
    problem: (value) => (accepts(value) ? undefined : `must be ${allowed}; got ${show(value)}`),
  };
}

/** @param why what the range comes from, as it goes on after it. @default - nothing */
export function wholeNumber(source: string, least: number, most = Infinity, why = ''): Check {
  const range = most === Infinity ? `, ${least} or more` : ` from ${least} to ${most}`;
  const accepts = (value: unknown): boolean =>
    Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most;
  return check(source, `a whole number${range}${why}`, accepts);
}

/** The same, where the value may be one that Terraform alone knows. */
export function wholeNumberOrToken(source: string, least: number, most = Infinity): Check {
  return {
    ...wholeNumber(source, least, most),
    condition: (value) => {
      const number = value as number;
      const atLeast = Op.and(Op.eq(Fn.floor(number), number), Op.gte(number, least));
      return most === Infinity ? atLeast : Op.and(atLeast, Op.lte(number, most));
    },
  };
}

/** How many decide by majority. */
export function majority(source: string): Check {
  const allowed = '1, 3 or 5, because a majority must be left when one fails';
  return check(source, allowed, (members) => [1, 3, 5].includes(members as number));
}

/** A number for which `accepts` holds; NaN and infinity are none. */
export function number(source: string, allowed: string, accepts: (value: number) => boolean): Check {
  return check(source, allowed, (value) => Number.isFinite(value) && accepts(value as number));
}

/** Text of a kind. @param pattern of the whole text, in the syntax that JavaScript and RE2 share */
export function text(source: string, allowed: string, pattern: RegExp = /[^\s]/): Check {
  const { problem } = check(source, allowed, (value) => typeof value === 'string' && pattern.test(value));
  return { source, allowed, problem: (value) => problem(value) ?? unpassable(value as string) };
}

/** Any text that can reach a program as it is. */
export const ANY_TEXT = text('policy', 'text', /^/);

/** The same, where the value may be one that Terraform alone knows. */
export function textOrToken(source: string, allowed: string, pattern: RegExp = /[^\s]/): Check {
  return {
    ...text(source, allowed, pattern),
    condition: (value) => Fn.can(Fn.regex(pattern.source, value as string)),
  };
}

/** Several rules of one property, each said on its own. */
export function allOf(...checks: readonly Check[]): Check {
  const conditions = checks.flatMap(({ condition }) => condition ?? []);
  return {
    source: [...new Set(checks.map(({ source }) => source))].join('; '),
    allowed: checks.map(({ allowed }) => allowed).join(', and '),
    problem: (value) => checks.flatMap(({ problem }) => problem(value) ?? []).join(', and ') || undefined,
    ...(conditions.length > 0 && {
      condition: (value: unknown) => conditions.map((each) => each(value)).reduce((a, b) => Op.and(a, b)),
    }),
  };
}

export const TRUE_OR_FALSE = check('policy', 'true or false', (value) => typeof value === 'boolean');

/** One of an enumeration's values. */
export function oneOf(source: string, values: Readonly<Record<string, string>>): Check {
  const all = Object.values(values);
  return check(source, `one of ${all.map(show).join(', ')}`, (value) => all.includes(value as string));
}

/** An object that has everything of `members`. @param what as people call it: `a KafkaCluster` */
export function having(what: string, ...members: string[]): Check {
  return check(
    'policy',
    what,
    (value) => typeof value === 'object' && value !== null && members.every((member) => member in value),
  );
}

/** A value that says itself what is wrong with it: a quantity, an image, a schema. */
export function sound(what: string, ...members: string[]): Check {
  const { source, allowed, problem } = having(what, ...members);
  return {
    source,
    allowed,
    problem: (value) => problem(value) ?? (value as { problem?: string }).problem,
  };
}

/** @param least the least that is allowed. @default - anything longer than 0 */
export function duration(source: string, least = Duration.milliseconds(1)): Check {
  const what = sound('a Duration, such as Duration.minutes(1)', 'toMilliseconds');
  const range = least.toMilliseconds() === 1 ? 'longer than 0' : `at least ${least.toString()}`;
  return within(
    source,
    what,
    range,
    (value) => (value as Duration).toMilliseconds() >= least.toMilliseconds(),
  );
}

/** @param least the least that is allowed. @default - anything more than 0 */
export function size(source: string, least = Size.bytes(1)): Check {
  const what = sound('a Size, such as Size.mebibytes(512)', 'toBytes');
  const range = least.toBytes() === 1 ? 'more than 0' : `at least ${least.toString()}`;
  return within(source, what, range, (value) => (value as Size).toBytes() >= least.toBytes());
}

function within(source: string, what: Check, range: string, accepts: Parameters<typeof check>[2]): Check {
  const inRange = (value: unknown): string | undefined =>
    accepts(value) ? undefined : `must be ${range}; got ${String(value)}`;
  return {
    source,
    allowed: `${what.allowed}, ${range}`,
    problem: (value) => what.problem(value) ?? inRange(value),
  };
}

/** An object of its own properties. */
export function object<Props extends object>(properties: Properties<Props>): Check {
  const allowed = `an object of ${Object.keys(properties).join(', ')}`;
  return {
    source: 'policy',
    allowed,
    problem: (value) => {
      if (typeof value !== 'object' || value === null) return `must be ${allowed}; got ${show(value)}`;
      const wrong = problemsOf(value as Props, properties).map(({ sentence }) => sentence);
      return wrong.length > 0 ? `is an object in which ${wrong.join(', and ')}` : undefined;
    },
  };
}

/** A list, each of its elements right. */
export function listOf(element: Check, least = 0): Check {
  const allowed = `a list${least > 0 ? ` of at least ${least}` : ''}, each element ${element.allowed}`;
  return {
    source: element.source,
    allowed,
    problem: (value) => {
      if (!Array.isArray(value) || value.length < least) return `must be ${allowed}; got ${show(value)}`;
      const wrong = value.flatMap((each: unknown, index) => {
        const problem = known(each) ? element.problem(each) : undefined;
        return problem === undefined ? [] : [`[${index}] ${problem}`];
      });
      return wrong.length > 0 ? `is a list in which ${wrong.join(', and ')}` : undefined;
    },
  };
}

/** An object whose names and values are right; a value that Terraform alone knows is, too. */
export function record(source: string, allowed: string, name: RegExp, value: Check): Check {
  return {
    source,
    allowed: `an object of ${value.allowed}, under names ${allowed}`,
    problem: (given) => {
      if (typeof given !== 'object' || given === null || Array.isArray(given))
        return `must be an object of ${value.allowed}, under names ${allowed}; got ${show(given)}`;
      const wrong = Object.entries(given).flatMap(([key, each]) => {
        if (!name.test(key)) return [`${show(key)} is no name, for names are ${allowed}`];
        const problem = known(each) ? value.problem(each) : undefined;
        if (problem === undefined) return [];
        return [`${show(key)} ${isSecretName(key) ? `must be ${value.allowed}` : problem}`];
      });
      return wrong.length > 0 ? `is an object in which ${wrong.join(', and ')}` : undefined;
    },
  };
}

const OTHER_SETTING = check(
  'policy',
  'text, a number, or true or false',
  (value) => typeof value === 'boolean' || Number.isFinite(value),
);

/** What a setting of a product, rendered as text, may be. */
export const SETTING: Check = {
  ...OTHER_SETTING,
  problem: (value) => (typeof value === 'string' ? unpassable(value) : OTHER_SETTING.problem(value)),
};

/** Further settings of a product by their name there, where it is one that resolves references to files. */
export function settings(source: string, example: string): Check {
  const names = record(source, `written as '${example}'`, /^[a-z][a-z0-9]*([._-][a-z0-9]+)*$/, SETTING);
  return allOf(names, nothingSecret(BY_REFERENCE));
}

export const ENVIRONMENT = allOf(
  record(
    'POSIX.1-2017 8.1',
    "letters, digits and '_', not beginning with a digit",
    /^[A-Za-z_][A-Za-z0-9_]*$/,
    ANY_TEXT,
  ),
  nothingSecret(BY_FILE),
);
