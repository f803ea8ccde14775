import { ANY_TEXT, listOf } from './checks';
import { formatValue } from './format-value';
import type { Check } from './properties';

/** What a Dockerfile and a compose file say before the words of a check, and this library says itself. */
const KIND_OF_CHECK = /^(CMD|CMD-SHELL|NONE)$/;

/** The words of a program that is run as they are: what it is called comes first. */
export function programAndArguments(source: string): Check {
  const words = listOf(ANY_TEXT, 1);
  return {
    ...words,
    source,
    problem: (value) => words.problem(value) ?? problemOfFirst((value as readonly unknown[])[0]),
  };
}

function problemOfFirst(first: unknown): string | undefined {
  if (typeof first !== 'string' || !(first.trim() === '' || KIND_OF_CHECK.test(first))) return undefined;
  const hint = first.trim() === '' ? '' : '; leave it out: it is said by whoever runs the words';
  return `must begin with the name of a program; got ${formatValue(first)}${hint}`;
}
