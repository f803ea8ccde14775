import { isResolved } from './resolved';
import { settingOf, type SettingTable } from './setting-tables';
import { amountOf } from './setting-value';
import type { Rule } from './validation';

export type Settings = Readonly<Record<string, string | number | boolean>>;
export interface HasSettings {
  readonly settings: Settings;
}

/** What is given, else what the product takes then; undefined where Terraform alone knows it. */
export function valueOf(
  table: SettingTable,
  settings: Settings,
  name: string,
  prefix = '',
): string | undefined {
  const given = settings[prefix + name];
  if (given !== undefined) return isResolved(given) ? String(given).trim() : undefined;
  return settingOf(table, name)?.default;
}

/** The same as a number, in the setting's own unit. */
export function numberOf(
  table: SettingTable,
  settings: Settings,
  name: string,
  prefix = '',
): number | undefined {
  const setting = settingOf(table, name);
  const value = valueOf(table, settings, name, prefix);
  return setting === undefined || value === undefined ? undefined : amountOf(setting, value);
}

export interface OrderOptions {
  /** Whether both may not be the same. @default false */
  readonly strictly?: boolean;
  /** Values of the larger one that mean no limit, or that it is off. @default - none */
  readonly unless?: (larger: number) => boolean;
  /** Where Kafka or Spark asks for it at all. @default - everywhere */
  readonly only?: (settings: Settings) => boolean;
  /** What both begin with. @default - nothing */
  readonly prefix?: string;
}

/** The rule that one setting is at most another, as the product demands when it starts. Both are of one unit. */
export function atMost(
  table: SettingTable,
  smaller: string,
  larger: string,
  source: string,
  { strictly = false, unless = () => false, only = () => true, prefix = '' }: OrderOptions = {},
): Rule<HasSettings> {
  const values = ({ settings }: HasSettings): readonly (number | undefined)[] =>
    [smaller, larger].map((name) => numberOf(table, settings, name, prefix));
  const must = strictly ? 'less than' : 'at most';
  return {
    requires: `${prefix}${smaller} is ${must} ${prefix}${larger}.`,
    fails: (facts) => {
      // What the product takes by itself fits, and is not looked up for each of ten thousand topics.
      if (![smaller, larger].some((name) => facts.settings[prefix + name] !== undefined)) return false;
      if (!only(facts.settings)) return false;
      const [small, large] = values(facts);
      if (small === undefined || large === undefined || unless(large)) return false;
      return strictly ? small >= large : small > large;
    },
    message: (facts) => {
      const [small, large] = values(facts);
      return `settings: ${prefix}${smaller} (${small}) must be ${must} ${prefix}${larger} (${large}); lower it, or make the other larger.`;
    },
    source,
  };
}
