import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { ROOT, run } from './platform';

/** What a user would read, without colours, whether the command succeeds or not. */
export interface Outcome {
  readonly failed: boolean;
  readonly output: string;
}

/** A program of these tests, run by cdktf with an output folder of its own. */
export class CdktfProgram {
  public readonly output: string;

  /** @param name of its file in `programs/` */
  public constructor(private readonly name: string) {
    this.output = `cdktf.${name}.out`;
  }

  public async run(
    environment: Readonly<Record<string, string>>,
    command: 'deploy' | 'destroy' | 'diff',
    ...args: string[]
  ): Promise<Outcome> {
    const variables = Object.entries(environment).map(([name, value]) => `${name}=${value}`);
    const app = [
      '--app',
      `node --import tsx __tests__/e2e/programs/${this.name}.ts`,
      '--output',
      this.output,
    ];
    const flags = [...app, '--skip-provider-lock', ...(command === 'diff' ? [] : ['--auto-approve'])];
    try {
      const output = await run('env', ...variables, 'npx', 'cdktf', command, ...args, ...flags);
      return { failed: false, output: stripVTControlCharacters(output) };
    } catch (error) {
      const { stdout, stderr } = error as { stdout: string; stderr: string };
      return { failed: true, output: stripVTControlCharacters(stdout + stderr) };
    }
  }

  public removeOutput(): void {
    rmSync(join(ROOT, this.output), { recursive: true, force: true });
  }
}
