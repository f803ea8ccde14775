import { join } from 'node:path';
import { parseArgsStringToArgv } from 'string-argv';
import type { ComposeFile } from './file';
import { fileOfVariables } from './file';
import type { Entry } from './entry';
import type { Notes } from './notes';
import type { Variables } from './variables';
import { mountsIn, portsIn, type Mount, type Port } from './short-forms';

/** A variable of a service's environment. */
export interface Variable {
  readonly value: string;
  /** Where it is said. */
  readonly entry: Entry;
}

/** What a service of a compose file says, in one form for each of the several in which it may be written. */
export class ComposeService {
  public readonly image: string | undefined;
  public readonly ports: readonly Port[];
  public readonly mounts: readonly Mount[];
  public readonly environment: ReadonlyMap<string, Variable>;
  /** Those of the same file that start before it, and until when it waits for them. */
  public readonly dependsOn: ReadonlyMap<string, { readonly condition: string; readonly entry: Entry }>;
  /** What it is called in the network beside its name. */
  public readonly aliases: readonly string[];

  public constructor(
    public readonly name: string,
    public readonly entry: Entry,
    { folder, variables }: ComposeFile,
    notes: Notes,
  ) {
    this.image = entry.get('image')?.peek();
    this.ports = [
      ...(entry.get('ports')?.items ?? []).flatMap((each) => portsIn(each, notes)),
      ...(entry.get('expose')?.items ?? []).flatMap((each) => {
        const container = Number(each.peek());
        return Number.isInteger(container) ? [{ container, entry: each }] : [];
      }),
    ];
    this.mounts = (entry.get('volumes')?.items ?? []).flatMap((each) => mountsIn(each));
    this.environment = environmentOf(entry, folder, variables, notes);
    this.dependsOn = new Map([...linksIn(entry.get('links')), ...dependenciesIn(entry.get('depends_on'))]);
    this.aliases = [...new Set([...this.networkAliases(), ...this.ownNames()])].filter(
      (each) => each !== name,
    );
  }

  /** The words of a command or an entry point; undefined where it is the image's. */
  public words(key: 'command' | 'entrypoint'): readonly string[] | undefined {
    const given = this.entry.get(key);
    if (!given) return undefined;
    given.done();
    if (given.isList) return given.items.map((each) => each.peek() ?? '');
    const text = given.peek();
    return text === undefined ? undefined : parseArgsStringToArgv(text.trim());
  }

  /** A variable's value, which whoever asks for it carries over. */
  public value(name: string): string | undefined {
    const variable = this.environment.get(name);
    variable?.entry.done();
    return variable?.value;
  }

  private networkAliases(): string[] {
    const networks = this.entry.get('networks');
    if (!networks || networks.isList) return [];
    return networks.items.flatMap(
      (each) => each.get('aliases')?.items.flatMap((alias) => alias.peek() ?? []) ?? [],
    );
  }

  private ownNames(): string[] {
    return ['container_name', 'hostname'].flatMap((key) => this.entry.get(key)?.peek() ?? []);
  }
}

function environmentOf(
  entry: Entry,
  folder: string,
  variables: Variables,
  notes: Notes,
): ReadonlyMap<string, Variable> {
  const all = new Map<string, Variable>();
  const files = entry.get('env_file');
  for (const each of files?.isList ? files.items : files ? [files] : []) {
    const path = each.get('path')?.peek() ?? each.peek() ?? '';
    const isRequired = each.get('required')?.peek() !== 'false';
    for (const key of each.items) key.done();
    const found = Object.entries(fileOfVariables(join(folder, path)));
    if (found.length === 0) each.done();
    if (found.length === 0 && isRequired)
      notes.leftOut(
        each,
        `there is no ${path} here, or it is empty: convert again where it is, for its variables.`,
      );
    for (const [name, value] of found) {
      const given = variables.in(value);
      all.get(name)?.entry.done();
      all.set(name, { value: given, entry: each.named(name, given) });
    }
  }
  const given = entry.get('environment');
  for (const [key, each] of given?.entries ?? []) {
    const text = each.peek();
    const [, name = key, value = given?.isList ? undefined : text] =
      given?.isList && text !== undefined
        ? (/^([^=]*)(?:=(.*))?$/s.exec(text) ?? [])
        : [undefined, key, text];
    const shell = variables.values[name.trim()] ?? '';
    all.get(name.trim())?.entry.done();
    if (value !== undefined) all.set(name.trim(), { value, entry: each });
    else if (shell !== '') all.set(name.trim(), { value: shell, entry: each });
    else
      notes.leftOut(each, `its value is the shell's, which has none: set ${name.trim()} and convert again.`);
  }
  return all;
}

type Dependencies = readonly (readonly [string, { readonly condition: string; readonly entry: Entry }])[];

function dependenciesIn(given: Entry | undefined): Dependencies {
  if (!given) return [];
  if (given.isList)
    return given.items.map((each) => [each.peek() ?? '', { condition: 'service_started', entry: each }]);
  return given.entries.map(([name, each]) => {
    const condition = each.get('condition')?.peek() ?? 'service_started';
    return [name, { condition, entry: each }];
  });
}

function linksIn(given: Entry | undefined): Dependencies {
  return (given?.items ?? []).map((each) => {
    const [name = ''] = (each.peek() ?? '').split(':');
    return [name, { condition: 'service_started', entry: each }];
  });
}
