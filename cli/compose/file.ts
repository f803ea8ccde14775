import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { LineCounter, parseDocument } from 'yaml';
import { CommandError } from '../program';
import { Entry } from './entry';
import type { Notes } from './notes';
import { Variables } from './variables';

/** A compose file with all that it takes from others. */
export interface ComposeFile {
  /** Of the project, as compose has it. */
  readonly name: string;
  /** Where relative paths begin. */
  readonly folder: string;
  readonly services: ReadonlyMap<string, Entry>;
  /** Volumes, networks, secrets and configs, by their names. */
  readonly top: Readonly<Record<'volumes' | 'networks' | 'secrets' | 'configs', ReadonlyMap<string, Entry>>>;
  readonly variables: Variables;
  /** Every entry, so that what nobody asked for can be said. */
  readonly roots: readonly Entry[];
}

/** @throws CommandError if it cannot be read, or is none */
export function readCompose(path: string, notes: Notes, environment: NodeJS.ProcessEnv): ComposeFile {
  const folder = dirname(resolve(path));
  const variables = new Variables(withOwn(fileOfVariables(join(folder, '.env')), environment));
  const root = parse(path, variables);
  if (!root.has('services'))
    throw new CommandError(`${path} has no services: give a file as \`docker compose\` takes it.`);
  root.get('version')?.done();
  for (const [name, each] of root.entries) if (name.startsWith('x-')) each.done();
  for (const each of root.get('include')?.items ?? [])
    notes.leftOut(each, 'files are converted one by one: call the command with that file, too.');
  const services = new Map(
    root.get('services')?.entries.map(([name, each]) => [name, extended(each, root, path, variables)]),
  );
  const of = (kind: string): ReadonlyMap<string, Entry> =>
    new Map(
      root
        .get(kind)
        ?.seen()
        .entries.map(([name, each]) => [name, each.seen()]) ?? [],
    );
  const name = root.get('name')?.text() ?? variables.values.COMPOSE_PROJECT_NAME ?? '';
  return {
    name: name === '' ? basename(folder) : name,
    folder,
    services,
    top: { volumes: of('volumes'), networks: of('networks'), secrets: of('secrets'), configs: of('configs') },
    variables,
    roots: [root, ...[...services].filter(([, each]) => each.get('extends')).map(([, each]) => each)],
  };
}

/** Variables in a file of `NAME=value` lines; none where there is no file. */
export function fileOfVariables(path: string): Record<string, string> {
  return existsSync(path) ? (parseEnv(readFileSync(path, 'utf8')) as Record<string, string>) : {};
}

/** Variables of a file, which may refer to each other, below those of the environment. */
function withOwn(own: Readonly<Record<string, string>>, environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const values: NodeJS.ProcessEnv = { ...environment };
  const set = (name: string, value: string): string => {
    Object.defineProperty(values, name, { value, enumerable: true, configurable: true });
    return value;
  };
  for (const [name, text] of Object.entries(own).filter(([each]) => environment[each] === undefined))
    Object.defineProperty(values, name, {
      enumerable: true,
      configurable: true,
      get: () => {
        // Who refers to himself finds nothing.
        set(name, '');
        return set(name, new Variables(values).in(text));
      },
    });
  return values;
}

function parse(path: string, variables: Variables): Entry {
  if (!existsSync(path))
    throw new CommandError(`There is no file ${path}: give the path of your compose file.`);
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(path, 'utf8'), { lineCounter: lines, uniqueKeys: false });
  const [error] = document.errors;
  if (error) throw new CommandError(`${path} is no YAML: ${error.message.split('\n')[0] ?? ''}`);
  return Entry.of(document, lines, relative(process.cwd(), resolve(path)), (text) => variables.in(text));
}

/** A service with what it extends below it. */
function extended(service: Entry, root: Entry, path: string, variables: Variables, depth = 0): Entry {
  const given = service.get('extends');
  if (!given || depth > 9) return service;
  given.done();
  const name = given.isScalar ? given.text() : given.get('service')?.text();
  const file = given.get('file')?.text();
  const from = file === undefined ? path : join(dirname(path), file);
  const other = file === undefined ? root : parse(from, variables);
  const base = other.get('services')?.get(name ?? '');
  if (!base) throw new CommandError(`${path}:${given.line}: ${from} has no service ${name ?? ''} to extend.`);
  return service.over(extended(base, other, from, variables, depth + 1));
}
