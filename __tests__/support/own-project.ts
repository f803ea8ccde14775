import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { execa } from 'execa';
import { ROOT } from './deployed-platform';

/** Found from any folder. */
const TSX = pathToFileURL(require.resolve('tsx')).href;

export interface Outcome {
  readonly exitCode: number;
  readonly all: string;
}

/** A project of somebody's own, in which the command is run as they do. */
export class OwnProject {
  public readonly folder = mkdtempSync(join(tmpdir(), 'shop-'));

  /** @param program in `__tests__` */
  public constructor(program: string) {
    const app = `node --import ${TSX} "${join(ROOT, '__tests__', program)}"`;
    writeFileSync(join(this.folder, 'cdktf.json'), JSON.stringify({ app }));
  }

  /** What the command does, with this in the program's environment. */
  public async command(
    args: readonly string[],
    env: Readonly<Record<string, string>> = {},
  ): Promise<Outcome> {
    const bin = ['--import', TSX, join(ROOT, 'cli', 'bin.ts')];
    const options = {
      cwd: this.folder,
      env: { CDKTF_OUTPUT: '', ...env },
      all: true,
      reject: false,
    } as const;
    const { exitCode, all = '' } = await execa(process.execPath, [...bin, ...args], options);
    return { exitCode, all };
  }

  public async succeeds(args: readonly string[], env?: Readonly<Record<string, string>>): Promise<string> {
    const { exitCode, all } = await this.command(args, env);
    if (exitCode !== 0) throw new Error(`${args.join(' ')} ended with ${exitCode}:\n${all}`);
    return all;
  }

  public remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
