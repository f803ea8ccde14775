import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { execa } from 'execa';
import { OWN_FOLDER, plain, CommandError, tail } from '../program';
import { typed } from '../command-names';
import type { Stack } from '../engine/synthesis';
import type { Terraform } from '../engine/terraform';

/** A stack, or what stands for one. */
export type Needs = Pick<Stack, 'name' | 'directory' | 'providers'>;

interface Provider {
  readonly source: string;
  readonly version: string;
  /** The Go module that builds it. */
  readonly module: string;
}

const BUILD = join(OWN_FOLDER, 'providers', 'build');

/** What is built where no registry answers: a version that every stack's constraint admits. */
export const PROVIDERS: readonly Provider[] = [
  { source: 'kreuzwerker/docker', version: '4.5.0', module: join(BUILD, 'docker') },
  { source: 'mongey/kafka', version: '0.13.1', module: join(BUILD, 'kafka') },
  { source: 'mongey/kafka-connect', version: '0.5.0', module: join(BUILD, 'kafka-connect') },
  { source: 'magodo/restful', version: '0.25.2', module: join(BUILD, 'restful') },
  { source: 'gavinbunney/kubectl', version: '1.19.0', module: join(BUILD, 'kubectl') },
];

/** Those of {@link PROVIDERS} that the stacks need. */
export function providersOf(stacks: readonly Pick<Stack, 'providers'>[]): readonly Provider[] {
  const needed = new Set(
    stacks.flatMap(({ providers }) => Object.values(providers).map(({ source }) => source.toLowerCase())),
  );
  return PROVIDERS.filter(
    ({ source }) => needed.has(source) || needed.has(`registry.terraform.io/${source}`),
  );
}

/** Long enough for two downloads on a slow line. */
const INIT_TIMEOUT = 300_000;

/**
 * Makes every provider of the stacks available to Terraform, also when it is called without this command:
 * from the registry or mirror that it finds by itself, else built into the mirror folder of the user's home.
 * Leaves each stack's lock file behind, with which cdktf asks no registry any more.
 * @param builds what no registry gives
 * @throws CommandError if they can neither be had nor built
 */
export async function ensureProviders(
  terraform: Terraform,
  stacks: readonly Needs[],
  say: (step: string) => void,
  builds: boolean,
): Promise<'present' | 'downloaded' | 'built'> {
  const missing = stacks.filter((stack) => !isInitialized(terraform, stack));
  if (missing.length === 0) return 'present';
  let built = false;
  for (const stack of missing) {
    let refusal = await init(terraform, stack);
    const isUnavailable = /Failed to (query available provider packages|install provider)/.test(
      refusal ?? '',
    );
    if (isUnavailable && builds && !built) {
      built = true;
      for (const provider of providersOf(missing)) await build(terraform, provider, say);
      refusal = await init(terraform, stack);
    }
    if (refusal)
      throw new CommandError(
        `Terraform could not initialize the stack ${stack.name}:\n${tail(refusal, 20)}`,
        isUnavailable && !builds
          ? `Where no registry of providers answers, \`${typed('setup')}\` builds those that the constructs use.`
          : '',
      );
  }
  return built ? 'built' : 'downloaded';
}

/**
 * cdktf asks the registry for checksums unless the lock file names each provider with a constraint like the stack's.
 * What Terraform keeps beside it is a link where there is a mirror or a cache, which may have been emptied since.
 */
export function isInitialized({ platform }: Pick<Terraform, 'platform'>, needs: Needs): boolean {
  const lockFile = join(needs.directory, '.terraform.lock.hcl');
  if (!existsSync(lockFile)) return false;
  const locked = [...readFileSync(lockFile, 'utf8').matchAll(LOCKED)].map((match) => match.groups as Locked);
  return Object.values(needs.providers).every(({ source, version }) =>
    locked.some(
      ({ address, selected, constraints }) =>
        address.endsWith(`/${source}`) &&
        constraints === version &&
        isWhole(join(needs.directory, '.terraform', 'providers', address, selected, platform)),
    ),
  );
}

/** Whether a provider's folder has the provider. */
function isWhole(folder: string): boolean {
  return existsSync(folder) && readdirSync(folder).some((name) => name.startsWith('terraform-provider-'));
}

type Locked = Record<'address' | 'selected' | 'constraints', string>;

const LOCKED =
  /^provider "(?<address>.+)" {\n\s+version\s+= "(?<selected>.+)"\n\s+constraints\s+= "(?<constraints>.+)"/gm;

/** What Terraform had against it; undefined if all went well. */
async function init({ binary }: Terraform, { directory }: Needs): Promise<string | undefined> {
  const args = ['init', '-backend=false', '-input=false', '-no-color'];
  const run = await execa(binary, args, { cwd: directory, all: true, reject: false, timeout: INIT_TIMEOUT });
  // Terraform wraps its sentences at the terminal's width.
  return run.failed ? plain(run.all || 'it gave no answer in time') : undefined;
}

async function build(
  terraform: Terraform,
  { source, version, module }: Provider,
  say: (step: string) => void,
): Promise<void> {
  const { home, target } = mirrorFolder(terraform, source, version);
  if (isWhole(target)) return;
  if ((await execa('go', ['version'], { reject: false })).failed)
    throw new CommandError(
      `No Terraform registry answers, and Go is not installed: install Go 1.26 or later (https://go.dev/dl/) to build ${source}, or let Terraform reach its registry.`,
    );
  say(`no registry answers: building ${source} ${version} (takes a minute or three)`);
  await mkdir(dirname(target), { recursive: true });
  const work = await mkdtemp(join(home, 'build-'));
  try {
    const made = join(work, 'provider');
    const suffix = process.platform === 'win32' ? '.exe' : '';
    const binary = join(made, `terraform-provider-${source.split('/')[1]}_v${version}${suffix}`);
    const args = ['build', '-trimpath', '-ldflags=-s -w', '-o', binary, 'tool'];
    const { failed, all = '' } = await execa('go', args, { cwd: module, all: true, reject: false });
    if (failed) throw new CommandError(`The provider ${source} could not be built:\n${tail(all, 15)}`);
    // In one step: what is in the mirror is whole, also if another set-up was quicker.
    if (!isWhole(target)) await rm(target, { recursive: true, force: true });
    await rename(made, target).catch((error: unknown) => {
      if (!isWhole(target)) throw error;
    });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/**
 * Where Terraform looks without being told to.
 * @see https://developer.hashicorp.com/terraform/cli/config/config-file#implied-local-mirror-directories
 */
export function mirrorFolder(
  { binary, platform }: Pick<Terraform, 'binary' | 'platform'>,
  source: string,
  version: string,
): { home: string; target: string } {
  const home =
    process.platform === 'win32'
      ? join(process.env.APPDATA ?? homedir(), 'terraform.d')
      : join(homedir(), '.terraform.d');
  const registry = /tofu/.test(binary) ? 'registry.opentofu.org' : 'registry.terraform.io';
  return { home, target: join(home, 'plugins', registry, source, version, platform) };
}
