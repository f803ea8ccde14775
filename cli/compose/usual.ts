import type { Entry } from './entry';
import type { ComposeService } from './service';
import { sizeCode } from './quantities';
import type { Writer } from './writer';

/** What every container here has anyway, so that a line which asks for it is carried over. */
export function usual({ notes }: Writer, service: ComposeService, isTask = false): void {
  const { entry } = service;
  for (const key of ['container_name', 'hostname', 'expose', 'profiles', 'pull_policy', 'init'])
    entry.get(key)?.done();
  const restart = entry.get('restart');
  if (restart && isTask && restart.peek() !== 'no')
    notes.changed(
      restart,
      'it runs once for each deploy that changes it, and one that fails stops the deploy.',
    );
  else if (restart && !isTask && !['always', 'unless-stopped'].includes(restart.peek() ?? ''))
    notes.changed(restart, 'it starts again whenever it ends, until somebody stops it.');
  restart?.done();
  const networks = entry.get('networks')?.seen();
  for (const each of networks?.items ?? [])
    (networks?.isList ? each.done() : each.seen()).get('aliases')?.done();
  // What comes of each name in them is said where it is waited for.
  for (const key of ['depends_on', 'links']) entry.get(key)?.done();
  for (const each of [entry.get('scale'), entry.get('deploy')?.get('replicas')])
    if (each?.peek() === '1') each.done();
  const logging = entry.get('logging');
  if (logging) notes.changed(logging, 'the logs of every container are json-file, three files of 10 MB.');
}

/** Of a construct of the library, which knows its product. */
export function usualOfProduct(writer: Writer, service: ComposeService, construct: string): void {
  usual(writer, service);
  const { notes } = writer;
  writer.products.set(service.name, construct);
  const check = service.entry.get('healthcheck');
  if (check)
    notes.changed(check, `${construct} has a check of its own, which asks whether it does its work.`);
  for (const { entry } of service.dependsOn.values()) entry.done();
  for (const key of ['user', 'stop_grace_period', 'read_only', 'cap_drop', 'security_opt']) {
    const given = service.entry.get(key);
    if (given) notes.changed(given, `${construct} says this itself.`);
  }
  const stopSignal = service.entry.get('stop_signal');
  if (stopSignal?.peek() === 'SIGTERM') stopSignal.done();
}

/** The limit of memory that the file has; undefined where it has none. */
export function memoryOf(service: ComposeService): string | undefined {
  const limits = service.entry.get('deploy')?.get('resources')?.get('limits');
  const given = service.entry.get('mem_limit') ?? limits?.get('memory');
  const code = given && sizeCode(given.peek() ?? '');
  if (code !== undefined) given?.done();
  return code;
}

/** The heap in options of a JVM, such as `-Xmx512M -Xms512M`, and what of them is about something else. */
export function heapIn(options: string): { readonly heap?: string; readonly rest: string } {
  const most = /(?:^|\s)-Xmx(\S+)/.exec(options)?.[1] ?? /(?:^|\s)-Xms(\S+)/.exec(options)?.[1];
  const heap = most && sizeCode(most);
  return { ...(heap && { heap }), rest: options.replace(/(^|\s)-Xm[sx]\S+/g, '').trim() };
}

/** The port of the host at which a file has one of these ports of a container. */
export function published(
  service: ComposeService,
  ...containers: readonly number[]
): { readonly host: number; readonly entry: Entry } | undefined {
  const all = service.ports.filter(({ container }) => containers.includes(container));
  for (const { entry } of all) entry.done();
  return all.flatMap(({ host, entry }) => (host === undefined ? [] : [{ host, entry }]))[0];
}

/** The port of the host that a construct publishes, which listens at another in the container, maybe, than the file's service. */
export function hostPortOf(writer: Writer, service: ComposeService, usual: number, inside = usual): number {
  const given = published(service, inside, usual);
  if (inside !== usual)
    for (const name of [service.name, ...service.aliases])
      writer.addresses.set(`${name}:${inside}`, `${name}:${usual}`);
  const port = writer.ports(given?.host, usual, 1, [service]);
  if (given && given.host !== port)
    writer.notes.changed(given.entry, `it is at localhost:${port}: another service has ${given.host}.`);
  return port;
}

/** The port that the first of these variables of a service names, which are of listeners or of ports. */
export function portIn({ environment }: ComposeService, ...names: readonly string[]): number | undefined {
  const given = names.map((name) => /(\d+)\/?$/.exec(environment.get(name)?.value.trim() ?? '')?.[1]);
  const [port] = given.flatMap((each) => each ?? []);
  return port === undefined ? undefined : Number(port);
}
