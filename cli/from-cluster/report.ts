import { typed } from '../command-names';
import type { Program } from './program';

/** What somebody wants to know of a program that was written. */
export function report(
  { files, leftOut, secrets, counts }: Program,
  folder: string,
  unknown: readonly string[],
  failure: string | undefined,
): string {
  const what = Object.entries(counts).map(([name, count]) => `${name}: ${count}`);
  const where = folder === '.' ? 'here' : `in ${folder}`;
  return [
    `Written ${where}: ${Object.keys(files)
      .filter((file) => file.endsWith('.ts'))
      .join(', ')} (${what.join(', ') || 'nothing was there'}).`,
    ...section('Not in the program:', [
      ...leftOut.map(({ what: each, why }) => `${each}: ${why}`),
      ...unknown,
    ]),
    ...section(
      'Passwords are in no file. Give Terraform their values as they are, by the environment:',
      secrets.map((name) => `TF_VAR_${name}`),
    ),
    ...section('The program could not be tried here:', failure === undefined ? [] : failure.split('\n')),
    `
Nothing was changed. What next:
  npm install cdktf constructs cdktf-streaming tsx: what the program needs, if it is not there
  ${typed('status', '--drift')}: shows that a deploy would change nothing
  ${typed('up')}: takes all of it over`,
  ].join('\n');
}

const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length > 0 ? ['', title, ...lines.map((line) => `  ${line}`)] : [];
