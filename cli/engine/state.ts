import { copyFileSync, existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Stack } from './synthesis';
import { terraform } from './terraform';

export interface StateResource {
  readonly address: string;
  readonly type: string;
  readonly id: string;
  /** Half made: Terraform would make it anew, with everything that is in it. */
  readonly isTainted: boolean;
}

type Kept = Pick<Stack, 'directory' | 'localState'>;

/** What Terraform writes beside a stack when it cannot write its state to where that belongs. */
const UNSAVED = 'errored.tfstate';

/**
 * What Terraform knows to exist, in whatever backend and workspace; nothing where it never ran.
 * @param stack whose backend is initialized
 * @throws CommandError with what Terraform says if it cannot be read
 */
export async function readState(stack: Kept): Promise<readonly StateResource[]> {
  if (!mayBeDeployed(stack)) return [];
  return resourcesIn(await terraform(stack.directory, 'state', 'pull'));
}

/** @param state as `terraform state pull` prints it: nothing, where there is none yet */
export function resourcesIn(state: string): readonly StateResource[] {
  return (parsed(state)?.resources ?? []).flatMap(({ module, mode, type, name, instances }) =>
    mode === 'managed'
      ? instances.map(({ index_key: key, attributes, status }) => ({
          address: `${module ? `${module}.` : ''}${type}.${name}${key === undefined ? '' : `[${JSON.stringify(key)}]`}`,
          type,
          id: attributes.id,
          isTainted: status === 'tainted',
        }))
      : [],
  );
}

/** The ids of all that Terraform knows. */
export async function knownIds(stacks: readonly Kept[]): Promise<ReadonlySet<string>> {
  const states = await Promise.all(stacks.map(readState));
  return new Set(states.flat().map(({ id }) => id));
}

/** A local state that is not there needs no asking; of another backend only that itself knows. */
export function mayBeDeployed(stack: Kept): boolean {
  return !stack.localState || localStates(stack).length > 0 || existsSync(join(stack.directory, UNSAVED));
}

/** The files that a local backend has written, of every workspace. */
function localStates({ localState }: Kept): readonly string[] {
  if (!localState) return [];
  const { file, workspaces } = localState;
  const others = existsSync(workspaces) ? readdirSync(workspaces) : [];
  return [file, ...others.map((name) => join(workspaces, name, 'terraform.tfstate'))].filter((each) =>
    existsSync(each),
  );
}

/**
 * Terraform writes a local state in place, so that whoever kills it, or a full disk, leaves half a file behind, which no
 * command of its own reads any more. What was there before is beside it. What that has not, nobody has deployed, or it
 * carries the platform's labels and is found by these.
 * @returns a sentence for each state that was restored
 */
export function repairStates(stacks: readonly Kept[]): readonly string[] {
  return stacks.flatMap(localStates).flatMap((file) => repair(file) ?? []);
}

function repair(file: string): string | undefined {
  if (readable(file)) return undefined;
  const name = basename(file);
  const kept = `${file}.unreadable`;
  renameSync(file, kept);
  const backup = `${file}.backup`;
  if (!readable(backup))
    return `${name} was unreadable and had no backup: it starts from scratch (kept as ${kept})`;
  copyFileSync(backup, file);
  return `${name} was unreadable: restored from its backup (kept as ${kept})`;
}

const readable = (file: string): boolean =>
  existsSync(file) && parsed(readFileSync(file, 'utf8')) !== undefined;

/**
 * Puts what Terraform could not write where it belongs, unless that has gone on without it.
 * @param stack whose backend is initialized
 * @returns what was done
 */
export async function takeOverUnsaved({
  name,
  directory,
}: Pick<Stack, 'name' | 'directory'>): Promise<readonly string[]> {
  const file = join(directory, UNSAVED);
  if (!existsSync(file)) return [];
  const unsaved = parsed(readFileSync(file, 'utf8'));
  const state = parsed(await terraform(directory, 'state', 'pull'));
  const isNewer = unsaved && (!state || follows(unsaved, state));
  if (isNewer) await terraform(directory, 'state', 'push', '-lock-timeout=120s', UNSAVED);
  rmSync(file);
  return isNewer ? [`what Terraform could not write of ${name} was taken over`] : [];
}

const follows = (one: StateJson, other: StateJson): boolean =>
  one.lineage === other.lineage && one.serial > other.serial;

/** Undefined where it is no state. */
function parsed(text: string): StateJson | undefined {
  try {
    const json = JSON.parse(text) as Partial<StateJson> | null;
    return typeof json?.serial === 'number' ? (json as StateJson) : undefined;
  } catch {
    return undefined;
  }
}

interface StateJson {
  readonly lineage: string;
  readonly serial: number;
  readonly resources?: readonly {
    readonly module?: string;
    readonly mode: string;
    readonly type: string;
    readonly name: string;
    readonly instances: readonly {
      readonly index_key?: string | number;
      readonly attributes: { readonly id: string };
      readonly status?: string;
    }[];
  }[];
}
