import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { plain, tail } from '../program';
import type { Refusals } from './program';

/** What came of running a program. */
export interface Trial {
  readonly refusals: Refusals;
  /** Why it could not be run, for another reason than the library's refusals. */
  readonly failure?: string;
}

/** Has the library judge a program, as a deploy would: what cannot be made, it says. */
export async function tryProgram(folder: string, app: string): Promise<Trial> {
  const output = await mkdtemp(join(tmpdir(), 'from-cluster-'));
  try {
    const run = await execa(app, {
      cwd: folder,
      env: { CDKTF_OUTDIR: output },
      shell: true,
      all: true,
      reject: false,
    });
    const { failed, all = '' } = run;
    const refusals = failed ? refusalsIn(plain(all)) : new Map<string, string>();
    return failed && refusals.size === 0 ? { refusals, failure: tail(all, 5) } : { refusals };
  } finally {
    await rm(output, { recursive: true, force: true });
  }
}

/** By path, in the library's sentences, without where the rule comes from. */
export function refusalsIn(said: string): Refusals {
  const refusals = new Map<string, string>();
  let path: string | undefined;
  for (const line of said.split('\n')) {
    path = /^(?:\[?ValidationError: )?(\S.*) cannot be made:$/.exec(line)?.[1] ?? path;
    const [, sentence] = /^ {2}- (.*?)(?: \[[^\]]*\](?: \(at [^)]*\))?\]?)?$/.exec(line) ?? [];
    if (path !== undefined && sentence !== undefined && !refusals.has(path)) refusals.set(path, sentence);
  }
  return refusals;
}
