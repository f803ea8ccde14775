import { copyFileSync, existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { typed } from '../command-names';
import { Problem } from '../program';
import type { Stack } from './synthesis';

export interface StateResource {
  readonly address: string;
  readonly type: string;
  readonly id: string;
  /** Half made: Terraform would make it anew, with everything that is in it. */
  readonly isTainted: boolean;
}

/**
 * What Terraform knows to exist; nothing where it never ran.
 * @throws Problem if the file is no state
 */
export function readState(stateFile: string): readonly StateResource[] {
  if (!existsSync(stateFile)) return [];
  const state = parsed(stateFile);
  if (!state)
    throw new Problem(
      `Terraform's state ${stateFile} cannot be read: \`${typed('up')}\` and \`${typed('down')}\` restore it from its backup.`,
    );
  return (state.resources ?? []).flatMap(({ mode, type, name, instances }) =>
    mode === 'managed'
      ? instances.map(({ attributes, status }) => ({
          address: `${type}.${name}`,
          type,
          id: attributes.id,
          isTainted: status === 'tainted',
        }))
      : [],
  );
}

/** The folder of all the stacks' states. */
export function stateFolder(stacks: readonly Stack[]): string {
  const [first] = stacks;
  return first ? dirname(first.stateFile) : '';
}

/** Every state in the folder, also those of stacks that have left the program. */
export function stateFiles(folder: string): readonly string[] {
  if (!folder || !existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith('.tfstate'));
  return names.map((name) => join(folder, name));
}

/**
 * Terraform writes its state in place, so that whoever kills it, or a full disk, leaves half a file behind. What it could
 * not write it puts beside the stack; what was there before, beside the state. What neither has, nobody has deployed, or
 * it carries the platform's labels and is found by these.
 * @returns a sentence for each state that was restored
 */
export function repairStates(stacks: readonly Stack[]): readonly string[] {
  const unsaved = new Map(
    stacks.map(({ stateFile, directory }) => [stateFile, join(directory, 'errored.tfstate')]),
  );
  const files = new Set([...stateFiles(stateFolder(stacks)), ...unsaved.keys()]);
  return [...files].flatMap((file) => repair(file, unsaved.get(file)) ?? []);
}

function repair(file: string, unsavedFile = `${file}.none`): string | undefined {
  const name = basename(file);
  const [state, unsaved] = [parsed(file), parsed(unsavedFile)];
  if (unsaved && (!state || follows(unsaved, state))) {
    if (existsSync(file)) renameSync(file, `${file}.before`);
    renameSync(unsavedFile, file);
    return `what Terraform could not write of ${name} was taken over`;
  }
  rmSync(unsavedFile, { force: true });
  if (state || !existsSync(file)) return undefined;
  const kept = `${file}.unreadable`;
  renameSync(file, kept);
  const backup = `${file}.backup`;
  if (!parsed(backup)) return `${name} was unreadable and had no backup: it begins anew (kept as ${kept})`;
  copyFileSync(backup, file);
  return `${name} was unreadable: restored from its backup (kept as ${kept})`;
}

const follows = (one: StateJson, other: StateJson): boolean =>
  one.lineage === other.lineage && one.serial > other.serial;

/** Undefined where nothing is there, or something that is no state. */
function parsed(file: string): StateJson | undefined {
  if (!existsSync(file)) return undefined;
  try {
    const json = JSON.parse(readFileSync(file, 'utf8')) as Partial<StateJson> | null;
    return typeof json?.serial === 'number' ? (json as StateJson) : undefined;
  } catch {
    return undefined;
  }
}

interface StateJson {
  readonly lineage: string;
  readonly serial: number;
  readonly resources?: readonly {
    readonly mode: string;
    readonly type: string;
    readonly name: string;
    readonly instances: readonly { readonly attributes: { readonly id: string }; readonly status?: string }[];
  }[];
}
