import { join } from 'node:path';
import type { App } from 'cdktf';
import { execa } from 'execa';

/** The stacks of a program, in the order in which they are deployed. */
export class Deployment {
  private constructor(private readonly folders: readonly string[]) {}

  public static async of(app: App, stacks: readonly string[]): Promise<Deployment> {
    app.synth();
    const folders = stacks.map((name) => join(app.outdir, 'stacks', name));
    for (const folder of folders) await terraform(folder, ['init']);
    return new Deployment(folders);
  }

  public async apply(): Promise<void> {
    for (const folder of this.folders) await terraform(folder, ['apply', '-auto-approve']);
  }

  /** What would be done, to which objects. */
  public async plan(): Promise<readonly string[]> {
    const plans = [];
    for (const folder of this.folders) {
      await terraform(folder, ['plan', '-out=plan']);
      plans.push(JSON.parse(await terraform(folder, ['show', '-json', 'plan'])) as Plan);
    }
    return plans
      .flatMap(({ resource_changes: changes }) => changes)
      .filter(({ change: { actions } }) => actions.join() !== 'no-op')
      .map(({ change: { actions, before, after } }) => {
        const { kind, name } = { ...before, ...after };
        return `${actions.join()} ${kind} ${name}`;
      })
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
      readonly before: Named | null;
      readonly after: Named | null;
    };
  }[];
}

interface Named {
  readonly kind?: string;
  readonly name?: string;
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
