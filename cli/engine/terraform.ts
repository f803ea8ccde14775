import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { execa } from 'execa';
import { noteChild } from './children';
import { forgetInitialized, isInitialized, noteInitialized } from './initialized';
import type { Plan } from './plan';
import { CommandError, tail } from '../program';
import { Interruption, run } from './run';
import { livesOnBrokers, type Stack } from './synthesis';

export interface Terraform {
  readonly binary: string;
  readonly version: string;
  /** Such as `linux_amd64`. */
  readonly platform: string;
}

/**
 * Terraform, or OpenTofu where only that is installed; cdktf is told by TERRAFORM_BINARY_NAME.
 * @throws CommandError if there is neither
 */
export async function findTerraform(): Promise<Terraform> {
  const named = process.env.TERRAFORM_BINARY_NAME;
  for (const binary of named ? [named] : ['terraform', 'tofu']) {
    const { failed, stdout } = await execa(binary, ['version', '-json'], { reject: false });
    if (failed) continue;
    const { terraform_version: version, platform } = JSON.parse(stdout) as Record<string, string>;
    process.env.TERRAFORM_BINARY_NAME = binary;
    return { binary, version: version ?? '', platform: platform ?? '' };
  }
  throw new CommandError(
    `${named ?? 'Neither terraform nor tofu'} is on the PATH: install Terraform (https://developer.hashicorp.com/terraform/install) or OpenTofu (https://opentofu.org/docs/intro/install) and try again.`,
  );
}

/** @throws CommandError with the end of what Terraform printed */
export async function terraform(directory: string, ...args: string[]): Promise<string> {
  const child = execa(binary(), [...args, '-no-color'], {
    cwd: directory,
    all: true,
    reject: false,
    // The JSON of a plan.
    maxBuffer: 2 ** 30,
  });
  noteChild(child.pid, binary(), child);
  const { failed, stdout, all = '' } = await child;
  if (failed) throw new CommandError(`${binary()} ${args.join(' ')} failed:\n${tail(all, 20)}`);
  return stdout;
}

const binary = (): string => process.env.TERRAFORM_BINARY_NAME ?? 'terraform';

const initialized = new Set<string>();

/**
 * Once before anything else, and not at all where it would change nothing: it says where the stack's state is. What a killed run left of its folder half written, or
 * what is of another local state, is made anew; to where another backend's state is to go, only its owner knows.
 */
export async function init({ name, directory, localState }: Stack): Promise<void> {
  const folder = join(directory, '.terraform');
  if (initialized.has(directory) && existsSync(folder)) return;
  if (isInitialized(directory)) {
    initialized.add(directory);
    return;
  }
  forgetInitialized(directory);
  const attempt = (): Promise<void> =>
    run(`terraform init ${name}`, directory, binary(), 'init', '-input=false');
  await attempt().catch(async (error: unknown) => {
    if (error instanceof Interruption || !existsSync(folder)) throw error;
    if (!localState && error instanceof CommandError && error.details.includes('-migrate-state')) throw error;
    // Which workspace was selected is there, too.
    for (const each of readdirSync(folder))
      if (each !== 'environment') rmSync(join(folder, each), { recursive: true, force: true });
    await attempt();
  });
  initialized.add(directory);
  noteInitialized(directory);
}

const PLAN_FILE = 'deploy.tfplan';

/**
 * The Kafka provider waits a second for each topic that it makes, and for the brokers when it reads one, and does nothing
 * meanwhile; Terraform's ten at a time suit what works.
 */
const PARALLEL_TOPICS = 50;

const parallelism = (stack: Stack): string[] =>
  livesOnBrokers(stack) ? [`-parallelism=${PARALLEL_TOPICS}`] : [];

/**
 * What Terraform would do to a stack, kept beside it for {@link applyPlan}.
 * @param options such as `-target=<address>`
 */
export async function plan(stack: Stack, ...options: string[]): Promise<Plan> {
  const { name, directory } = stack;
  const args = ['plan', '-input=false', ...parallelism(stack), `-out=${PLAN_FILE}`, ...options];
  await run(`terraform plan ${name}`, directory, binary(), ...args);
  return JSON.parse(await terraform(directory, 'show', '-json', PLAN_FILE)) as Plan;
}

/** Has Terraform keep what it takes for half made. */
export async function untaint({ directory }: Stack, address: string): Promise<void> {
  await terraform(directory, 'untaint', '-allow-missing', '-lock-timeout=120s', address);
}

/** Has Terraform forget what is gone already. */
export async function forget(
  { directory }: Stack,
  gone: readonly { readonly address: string }[],
): Promise<void> {
  if (gone.length === 0) return;
  const addresses = gone.map(({ address }) => address);
  await terraform(directory, 'state', 'rm', '-lock-timeout=120s', ...addresses);
}

/** Has Terraform know what is there already. */
export async function adopt({ directory }: Stack, address: string, id: string): Promise<void> {
  await terraform(directory, 'import', '-input=false', '-lock-timeout=120s', address, id);
}

/** Takes away everything in a stack. */
export async function destroy(stack: Stack): Promise<void> {
  const args = ['destroy', '-auto-approve', '-input=false', ...parallelism(stack)];
  await run(`terraform destroy ${stack.name}`, stack.directory, binary(), ...args);
}

/** Does what the last plan of the stack says, and nothing else: Terraform refuses once the state is another one. */
export async function applyPlan(stack: Stack): Promise<void> {
  const { name, directory } = stack;
  const args = ['apply', '-input=false', ...parallelism(stack), PLAN_FILE];
  await run(`terraform apply ${name}`, directory, binary(), ...args);
}
