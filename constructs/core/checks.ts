import { Fn, Op } from 'cdktf';
import { Duration } from './duration';
import { ENDLESS, isEndless } from './endless';
import { isResolved } from './resolved';
import { eachOnce, record } from './nested-checks';
import { fragments, unpassable } from './escape-template';
import { BY_FILE, nothingSecret } from './plain-sight';
import { plain } from './plain';
import { sourceOf, sourceOfProblem, type Check } from './properties';
import { formatValue } from './format-value';
import { Size } from './size';

export { listOf, listOfOrToken, object, record } from './nested-checks';

/** @param allowed as it ends the sentence `nodes must be …` */
export function check(source: string, allowed: string, accepts: (value: unknown) => boolean): Check {
  return {
    source,
    allowed,
    problem: (value) => (accepts(value) ? undefined : `must be ${allowed}; got ${formatValue(value)}`),
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
    kind: 'number',
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
  return {
    source,
    allowed,
    problem: (value) => problem(value) ?? unpassable(value as string),
    kind: 'string',
  };
}

/** The same, where the value may be one that Terraform alone knows. */
export function textOrToken(source: string, allowed: string, pattern: RegExp = /[^\s]/): Check {
  return {
    ...text(source, allowed, pattern),
    condition: (value) => Fn.can(Fn.regex(literal(pattern.source), argument(value as string))),
  };
}

/** As a function of Terraform's takes it: of text beside a token cdktf warns that it may come out wrong. */
function argument(text: string): string {
  const parts = fragments(text);
  return parts.length > 1
    ? Fn.join(
        '',
        parts.map((part) => (isResolved(part) ? literal(part) : part)),
      )
    : text;
}

/** cdktf puts it between quotes as it is, and Terraform knows few escapes there. */
const literal = (text: string): string => text.replace(/["\\]/g, '\\$&');

/** Any text, that of Terraform too. */
export const ANY_TEXT: Check = { ...text('policy', 'text', /^/), condition: () => undefined };

/** Several rules of one property, each said on its own. */
export function allOf(...checks: readonly Check[]): Check {
  const conditions = checks.flatMap(({ condition }) => condition ?? []);
  const kind = checks.find((each) => each.kind)?.kind;
  const broken = (value: unknown): readonly Check[] => checks.filter(({ problem }) => problem(value));
  return {
    source: [...new Set(checks.map(({ source }) => source))].join('; '),
    allowed: checks.map(({ allowed }) => allowed).join(', and '),
    problem: (value) => checks.flatMap(({ problem }) => problem(value) ?? []).join(', and ') || undefined,
    sourceOf: (value) => eachOnce(broken(value).map((each) => sourceOf(each, value))),
    ...(kind && { kind }),
    ...(conditions.length > 0 && {
      condition: (value: unknown) => {
        const [first, ...further] = conditions.flatMap((each) => each(value) ?? []);
        return first && further.reduce((a, b) => Op.and(a, b), first);
      },
    }),
  };
}

export const TRUE_OR_FALSE = check('policy', 'true or false', (value) => typeof value === 'boolean');

/** One of an enumeration's values. */
export function oneOf(source: string, values: Readonly<Record<string, string>>): Check {
  const all = Object.values(values);
  return check(source, `one of ${all.map(formatValue).join(', ')}`, (value) => all.includes(value as string));
}

/**
 * An object that has everything of `members`, as one has not that was made by a constructor which the compiler keeps private;
 * a construct, where `node` is one. @param what as people call it: `a KafkaCluster`
 */
export function instanceLike(what: string, ...members: string[]): Check {
  return check(
    'policy',
    what,
    (value) =>
      typeof value === 'object' &&
      value !== null &&
      members.every((member) => (value as Readonly<Record<string, unknown>>)[member] !== undefined) &&
      (!members.includes('node') || isNode((value as { node: unknown }).node)),
  );
}

const isNode = (node: unknown): boolean =>
  typeof (node as { findAll?: unknown } | null)?.findAll === 'function';

/** A value that says itself what is wrong with it: a quantity, an image, a schema. What looks like one is none. */
export function valueObject(what: string, ...members: string[]): Check {
  const { source, allowed, problem } = instanceLike(what, ...members);
  return {
    source,
    allowed,
    sourceOf: (value) => sourceOfProblem({ problem: ownProblem(value) }) ?? source,
    problem: (value) =>
      plain(value) ? `must be ${what}; got ${formatValue(value)}` : (ownProblem(value) ?? problem(value)),
  };
}

const ownProblem = (value: unknown): string | undefined => (value as { problem?: string } | null)?.problem;

/** @param least the least that is allowed. @default - anything longer than 0 */
export function duration(source: string, least = Duration.milliseconds(1)): Check {
  const what = valueObject('a Duration, such as Duration.minutes(1)', 'toMilliseconds');
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
  const what = valueObject('a Size, such as Size.mebibytes(512)', 'toBytes');
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

const OTHER_SETTING = check(
  'policy',
  'text, a number, or true or false',
  (value) => typeof value === 'boolean' || Number.isFinite(value),
);

/** What a setting of a product, rendered as text, may be. */
export const SETTING: Check = {
  ...OTHER_SETTING,
  problem: (value) => {
    if (!isResolved(value) && isEndless(value)) return ENDLESS;
    if (typeof value === 'string') return unpassable(value);
    // A list that Terraform alone knows is no text, as no other list is.
    const isOfTerraform = !isResolved(value) && !Array.isArray(value) && !plain(value);
    return isOfTerraform ? undefined : OTHER_SETTING.problem(value);
  },
  judgesTokens: true,
};

/** More than shells know: some images take settings by their own names, such as `discovery.type`. */
export const VARIABLE_NAMES = "letters, digits, '_', '.' and '-', beginning with a letter or '_'";
export const VARIABLE_NAME = /^[A-Za-z_][A-Za-z0-9_.-]*$/;

export const ENVIRONMENT = allOf(
  record('POSIX.1-2017 8.1', VARIABLE_NAMES, VARIABLE_NAME, ANY_TEXT),
  nothingSecret(BY_FILE),
);
