import { allOf, SETTING } from './checks';
import { isResolved } from './resolved';
import { misspelt } from './nearest';
import { unpassable } from './escape-template';
import { nothingSecret } from './plain-sight';
import type { Check } from './properties';
import { isSecretName } from './secrets';
import type { Setting } from './setting-tables';
import { valueProblem } from './setting-value';
import { isImageVariable } from './settings-environment';
import { formatValue } from './format-value';

/** What a product knows of its settings. */
export interface KnownSettings {
  /** Such as `Kafka`. */
  readonly product: string;
  /** What the settings are of it: `topic setting`. */
  readonly kind: string;
  readonly version: string;
  readonly source: string;
  /** Such as `num.io.threads`. */
  readonly example: string;
  /** What every name looks like. */
  readonly written: RegExp;
  /** What a setting of this name takes; undefined if there is none. */
  readonly find: (name: string) => Setting | undefined;
  /** Whether it takes further ones, which nobody has a list of. @default false */
  readonly further?: true;
  /** How a secret is brought instead. @default - not at all: what it is set to is nobody's secret */
  readonly cure?: string;
  /** What the product asks of a value only when it runs, beside what it defines. @default - nothing */
  readonly stricter?: (name: string) => Check | undefined;
  /** Every name that {@link find} knows by itself, to look for the one that was meant. */
  readonly names: () => readonly string[];
  /** What is to be done instead of setting it, as it goes on after `must be`; undefined if it may be set. */
  readonly instead: (name: string) => string | undefined;
}

/** Settings by their name in a product that tells what it takes. */
export function settingsByName(settings: KnownSettings): Check {
  return byName(
    settings,
    settings.source,
    `settings by their name in ${settings.product}, such as '${settings.example}', each with a value that it takes`,
    (name, value) => {
      const instead = settings.instead(name);
      if (instead !== undefined) return `${name} must be ${instead}; got ${formatValue(value)}`;
      const setting = settings.find(name);
      const unknown = setting === undefined ? unknownName(settings, name) : undefined;
      if (unknown !== undefined) return `${formatValue(name)} ${unknown}`;
      if (!isResolved(value) || unpassableText(value)) return asGiven(name, value);
      if (REFERENCE.test(String(value))) return undefined;
      const problem = valueProblem(setting ?? TEXT, value) ?? settings.stricter?.(name)?.problem(value);
      if (problem === undefined) return undefined;
      return `${name} ${isSecretName(name) ? problem.replace(/; got .*/s, '') : problem}`;
    },
  );
}

/** What the product itself finds in a file when it starts: nobody knows it before. */
const REFERENCE = /^\$\{\w+:[^}]*\}$/;

/** Settings that a product does not know itself, but a plugin of it or whoever runs it. */
export function foreignSettings(settings: KnownSettings): Check {
  return byName(
    settings,
    'policy',
    `settings that ${settings.product} does not know itself, such as those of a plugin`,
    (name, value) => {
      const instead = settings.instead(name);
      if (instead !== undefined) return `${name} must be ${instead}; got ${formatValue(value)}`;
      if (settings.find(name) !== undefined)
        return `${name} must be one of settings, because ${settings.product} knows it; got ${formatValue(value)}`;
      if (isImageVariable(name)) return `${formatValue(name)} ${IMAGE_VARIABLE}`;
      const miswritten = nameProblem(settings, name);
      if (miswritten !== undefined) return `${formatValue(name)} ${miswritten}`;
      if (!isResolved(value) || unpassableText(value)) return asGiven(name, value);
      const problem = valueProblem(TEXT, value);
      return problem === undefined ? undefined : `${name} ${problem}`;
    },
  );
}

const TEXT: Setting = { type: 'STRING' };

const unpassableText = (value: unknown): boolean =>
  typeof value === 'string' && unpassable(value) !== undefined;

/** How a value cannot be a setting, whatever its product takes. */
function asGiven(name: string, value: unknown): string | undefined {
  const problem = SETTING.problem(value);
  return problem === undefined ? undefined : `${name} ${problem}`;
}

const IMAGE_VARIABLE =
  'is not a setting but a variable of the image; the JVM has heap and jvmOptions, the rest is left to the image';

const nameProblem = ({ written, example }: KnownSettings, name: string): string | undefined =>
  written.test(name) ? undefined : `is not a valid name: names are written as '${example}'`;

function unknownName(settings: KnownSettings, name: string): string | undefined {
  if (isImageVariable(name)) return IMAGE_VARIABLE;
  const { kind, product, version, names } = settings;
  const says = `is not a ${kind} that ${product} knows (${version})`;
  if (settings.further) {
    const near = misspelt(name, names());
    return (
      nameProblem(settings, name) ?? (near && `${says}; did you mean ${formatValue(near)}? Correct the name`)
    );
  }
  const meant = likely(name, names());
  return meant === undefined
    ? `${says}; if a plugin or whoever runs it knows it, give it in foreignSettings`
    : `${says}; did you mean ${formatValue(meant)}? One of a plugin goes into foreignSettings`;
}

/** @param problemOf how one of them is wrong, name and all; undefined if it is right */
function byName(
  { cure }: KnownSettings,
  source: string,
  allowed: string,
  problemOf: (name: string, value: unknown) => string | undefined,
): Check {
  const names: Check = {
    source,
    allowed,
    problem: (value) => {
      if (typeof value !== 'object' || value === null || Array.isArray(value) || value instanceof Map)
        return `must be an object of ${allowed}; got ${formatValue(value)}`;
      const problems = Object.entries(value).flatMap(([name, each]) => problemOf(name, each) ?? []);
      return problems.length > 0 ? `is an object in which ${problems.join(', and ')}` : undefined;
    },
  };
  return cure === undefined ? names : allOf(names, nothingSecret(cure));
}

/** The name that was probably meant: few letters away, else one that this is the beginning or the end of. */
function likely(name: string, names: readonly string[]): string | undefined {
  return (
    misspelt(name, names) ?? names.find((each) => each.endsWith(`.${name}`) || each.startsWith(`${name}.`))
  );
}
