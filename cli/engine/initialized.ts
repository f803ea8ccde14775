import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** In the folder that `terraform init` makes, so that whoever removes that removes this. */
const NOTE = 'cdktf-streaming.initialized';

/** By which who runs Terraform tells it what `init` does. */
const SAID_BY =
  /^(TF_CLI_ARGS(_init)?|TF_CLI_CONFIG_FILE|TF_DATA_DIR|TF_PLUGIN_CACHE_DIR|TERRAFORM_BINARY_NAME)$/;

/** Notes that `terraform init` has done in a folder what what is there now asks for. */
export function noteInitialized(directory: string): void {
  if (existsSync(folder(directory))) writeFileSync(note(directory), digest(directory));
}

/** Before `terraform init` is run again: it may be ended half-way. */
export function forgetInitialized(directory: string): void {
  rmSync(note(directory), { force: true });
}

/**
 * Whether `terraform init` would change nothing in a folder: the same backend, providers and modules are asked for as when it
 * ran last, and what it made then is there and as it left it.
 */
export function isInitialized(directory: string): boolean {
  return text(note(directory)) === digest(directory);
}

const folder = (directory: string): string => join(directory, '.terraform');
const note = (directory: string): string => join(folder(directory), NOTE);

function digest(directory: string): string {
  const { terraform, provider, module, ...rest } = JSON.parse(
    text(join(directory, 'cdk.tf.json')) ?? '{}',
  ) as Readonly<Record<string, unknown>>;
  // Of which providers these are is told by their types.
  const types = ['resource', 'data', 'ephemeral'].map((kind) => Object.keys(rest[kind] ?? {}).sort());
  const asked = [terraform, Object.keys(provider ?? {}), module, types];
  const said = Object.entries(process.env).filter(([name]) => SAID_BY.test(name));
  const made = [
    text(join(directory, '.terraform.lock.hcl')),
    // Which backend, and how it is set.
    text(join(folder(directory), 'terraform.tfstate')),
    entries(join(folder(directory), 'providers')),
    entries(join(folder(directory), 'modules')),
  ];
  return createHash('sha256')
    .update(JSON.stringify([asked, said.sort(), made]))
    .digest('hex');
}

/** Each with whether it is there: providers may be links into a cache that somebody has emptied. */
function entries(path: string): readonly (readonly [string, boolean])[] {
  if (!existsSync(path)) return [];
  const names = readdirSync(path, { recursive: true, encoding: 'utf8' });
  return names.sort().map((name) => [name, existsSync(join(path, name))] as const);
}

function text(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}
