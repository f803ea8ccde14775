import { existsSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { scratch } from './empty-program';
import { environment } from './platform';
import { output } from './run';

/** This repository as it was at a commit. Its platform has the names and ports of ours: only one of the two is up. */
export interface Before {
  /** @param settings beside those of the platform that is measured */
  readonly start: (settings: Readonly<Record<string, string>>) => Promise<unknown>;
  /** With its data. */
  readonly stop: () => Promise<unknown>;
}

export async function before(commit: string): Promise<Before> {
  const folder = `${scratch('before')}/${commit}`;
  if (!existsSync(folder)) {
    const made = scratch(`before/${commit}.${process.pid}`);
    await output(`git archive ${commit} | tar --extract --directory ${made}`);
    await rename(made, folder);
  }
  const run = (command: string, settings?: Readonly<Record<string, string>>): Promise<string> =>
    output(command, { cwd: folder, env: { ...environment(), ...settings } });
  return {
    start: (settings) => run('npm start', settings),
    stop: () => run('npm stop -- --data'),
  };
}
