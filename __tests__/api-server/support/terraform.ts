import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from 'cdktf';
import { execa } from 'execa';
import { readStacks } from '../../../cli/engine/synthesis';
import type { Deployment } from './deployment';

/** By the command's own provider. */
export class TerraformDeployment implements Deployment {
  /** Of each stack, in the order in which they are deployed. */
  private readonly folders: readonly string[];

  public constructor(program: () => App) {
    const app = program();
    app.synth();
    this.folders = readStacks(app.outdir).map(({ directory }) => directory);
  }

  public async apply(): Promise<void> {
    for (const folder of this.folders) {
      if (!existsSync(join(folder, '.terraform'))) await terraform(folder, ['init']);
      await terraform(folder, ['apply', '-auto-approve']);
    }
  }

  public async changes(): Promise<readonly string[]> {
    const plans = [];
    for (const folder of this.folders) {
      await terraform(folder, ['plan', '-out=plan']);
      plans.push(JSON.parse(await terraform(folder, ['show', '-json', 'plan'])) as Plan);
    }
    return plans
      .flatMap(({ resource_changes }) => resource_changes)
      .filter(({ change: { actions } }) => actions.join() !== 'no-op')
      .map(({ change: { before, after } }) => (after ?? before)?.yaml_body ?? '')
      .map((object) => JSON.parse(object) as { kind: string; metadata: { name: string } })
      .map(({ kind, metadata: { name } }) => `${kind} ${name}`)
      .sort();
  }

  public async destroy(): Promise<void> {
    for (const folder of [...this.folders].reverse()) await terraform(folder, ['destroy', '-auto-approve']);
  }
}

interface Plan {
  readonly resource_changes: readonly {
    readonly change: {
      readonly actions: readonly string[];
      readonly before: Manifest | null;
      readonly after: Manifest | null;
    };
  }[];
}

interface Manifest {
  readonly yaml_body: string;
}

async function terraform(cwd: string, [command = '', ...args]: readonly string[]): Promise<string> {
  const binary = process.env.TERRAFORM_BINARY_NAME ?? 'terraform';
  const input = command === 'show' ? [] : ['-input=false'];
  const { failed, stdout, all } = await execa(binary, [command, '-no-color', ...input, ...args], {
    cwd,
    all: true,
    reject: false,
  });
  if (failed) throw new Error(all);
  return stdout;
}
