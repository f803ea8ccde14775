import type { Code } from './code';

/** Something that the program is to say. */
export interface Item {
  /** In words: `the topic orders`. */
  readonly what: string;
  /** The constructs that are made of it. */
  readonly paths: readonly string[];
  /** How it is said, as statements: the first that the library takes. */
  readonly ways: readonly (readonly Code[])[];
  /** Variables whose values the user knows. */
  readonly secrets?: readonly string[];
  /** Further files, by their paths. */
  readonly files?: Readonly<Record<string, string>>;
}

/** What is not in the program, with why, and what to do. */
export interface LeftOut {
  readonly what: string;
  readonly why: string;
}

export interface Items {
  readonly items: readonly Item[];
  readonly leftOut: readonly LeftOut[];
}

/** Of a construct below a stack: what `constructs` makes of an id. */
export const path = (...ids: readonly string[]): string =>
  ids.map((id) => id.replaceAll('/', '--')).join('/');

/** By name, so that the same cluster gives the same program. */
export const sorted = <Each>(all: readonly Each[], name: (each: Each) => string): readonly Each[] =>
  [...all].sort((one, other) => (name(one) < name(other) ? -1 : 1));
