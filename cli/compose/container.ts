import { ENVIRONMENT } from '../../constructs/core/checks';
import { CONTAINER_PROPERTIES } from '../../constructs/core/container-description';
import { referenceProblem } from '../../constructs/core/image-reference';
import { problemOf } from '../../constructs/core/properties';
import { commandsOf, ends } from './commands';
import type { Entry } from './entry';
import { healthCheckOf } from './health';
import { knownImage } from './known-images';
import { mountCode } from './mounts';
import { overrides } from './overrides';
import { ownImage } from './products';
import { durationCode } from './quantities';
import { secretFilesOf } from './secrets';
import type { ComposeService } from './service';
import { memoryOf, usual } from './usual';
import { properties, text, texts } from './code';
import type { Writer } from './writer';

/**
 * A service that the library has no construct for, as a container of one's own.
 * @param isWaitedFor whether others wait until it is done
 * @returns whether it is carried over
 */
export function writeContainer(writer: Writer, service: ComposeService, isWaitedFor: boolean): boolean {
  const { notes } = writer;
  const commands = commandsOf(writer, service);
  const why = impossible(service) ?? commands.problem;
  if (why !== undefined) {
    notes.leftOut(service.entry, why);
    return false;
  }
  const isTask = isWaitedFor || ends(service, commands);
  if (isTask && !isWaitedFor)
    notes.changed(
      service.entry.get('command') ?? service.entry.get('entrypoint') ?? service.entry,
      'it ends, and becomes a Task: it runs once for each deploy that changes it, and one that fails stops the deploy.',
    );
  const known = knownImage(service.image);
  const serviceName = writer.serviceName(service);
  const environment = environmentOf(writer, service, isTask, commands.secrets);
  const files = secretFilesOf(writer, service);
  const mounts = service.mounts.flatMap((each) => mountCode(writer, each, serviceName) ?? []);
  const variable = writer.variable(service.name);
  const construct = isTask ? 'Task' : 'ContainerApp';
  writer.use(construct, 'Size');
  usual(writer, service, isTask);
  const props = properties({
    platform: 'platform',
    serviceName: serviceName === service.name && !isTask ? undefined : text(serviceName),
    image: imageOf(writer, service),
    ...userOf(writer, service, known?.user),
    entrypoint: listOf(commands.entrypoint),
    command: listOf(commands.command),
    ...(isTask
      ? {}
      : {
          kafka: environment.cluster,
          bootstrapVariable: environment.bootstrap && text(environment.bootstrap),
        }),
    environment: texts(environment.plain),
    dangerouslyVisible: environment.secrets,
    volumes: listCode([...mounts, ...files.mounts]),
    files: files.texts,
    secretFiles: files.secretFiles,
    memory: memoryOf(service) ?? known?.memory ?? 'Size.gibibytes(1)',
    cpus: cpusOf(service),
    ports: isTask ? undefined : portsOf(writer, service),
    healthCheck: isTask ? undefined : healthCheckOf(writer, service),
    stopGracePeriod: isTask ? undefined : graceOf(writer, service),
    labels: labelsOf(writer, service),
    dependsOn: dependenciesOf(writer, service),
  });
  for (const { entry, host } of isTask ? service.ports : [])
    if (host !== undefined) notes.leftOut(entry, 'a task publishes no ports.');
  writer.constructs.set(service.name, variable);
  writer.statements.push(`const ${variable} = new ${construct}(stack, ${text(service.name)}, ${props});`);
  overrides(writer, service, variable);
  return true;
}

/** Why it cannot be run here at all. */
function impossible(service: ComposeService): string | undefined {
  const { image, entry } = service;
  if (!entry.has('build') && image === undefined)
    return 'it has neither image nor build: give it one of them.';
  if (!entry.has('build')) {
    const problem = referenceProblem(image?.replace(/:$/, ''), true);
    if (problem !== undefined) return `its image ${problem}.`;
  }
  return undefined;
}

function imageOf(writer: Writer, service: ComposeService): string {
  const { image = '', entry } = service;
  const given = entry.get('image');
  writer.use('ContainerImage');
  if (entry.has('build')) {
    given?.done();
    return ownImage(writer, service);
  }
  given?.done();
  const reference = image.replace(/:$/, '');
  const isPinned = referenceProblem(reference) === undefined;
  if (reference !== image && given)
    writer.notes.changed(
      given,
      'a variable in it has no value: set it, in the environment or in .env, and convert again.',
    );
  const volumes = knownImage(image)?.volumes;
  const options = properties({
    dangerouslyUnpinned: isPinned ? undefined : 'true',
    declaredVolumes: volumes && texts(volumes),
  });
  return `ContainerImage.of(${text(reference)}${options === '{  }' ? '' : `, ${options}`})`;
}

function userOf(
  { notes }: Writer,
  service: ComposeService,
  known: string | undefined,
): Record<string, string | undefined> {
  const entry = service.entry.get('user');
  const user = entry?.text()?.trim();
  if (user === undefined || user === '')
    return known === undefined ? { dangerouslyAs: "'image'" } : { user: text(known) };
  if (/^(root|0+)(:|$)/.test(user)) return { dangerouslyAs: "'root'" };
  const problem = problemOf(CONTAINER_PROPERTIES.user, user);
  if (problem === undefined) return { user: text(user) };
  if (entry) notes.changed(entry, `user ${problem}; it runs as its image says.`);
  return { dangerouslyAs: "'image'" };
}

interface Environment {
  readonly plain: Record<string, string>;
  readonly secrets?: string;
  readonly cluster?: string;
  readonly bootstrap?: string;
}

function environmentOf(
  writer: Writer,
  service: ComposeService,
  isTask: boolean,
  further: Readonly<Record<string, string>>,
): Environment {
  const plain: Record<string, string> = {};
  const secrets = Object.fromEntries(
    Object.entries(further).map(([name, value]) => [name, writer.secret(service, name, value)]),
  );
  let [cluster, bootstrap]: (string | undefined)[] = [];
  for (const [name, { value, entry }] of service.environment) {
    const brokers = !isTask && /BOOTSTRAP|BROKER/i.test(name) ? writer.clusterAt(value) : undefined;
    const isSecret = writer.isSecret(name, value);
    const problem = problemOf(ENVIRONMENT, { [name]: isSecret ? '' : value });
    if (problem !== undefined) writer.notes.leftOut(entry, `${name}: ${problem}.`);
    else if (isSecret) secrets[name] = writer.secret(service, name, writer.readdressed(value));
    else if (brokers !== undefined && bootstrap === undefined) [cluster, bootstrap] = [brokers, name];
    else plain[name] = writer.readdressed(value);
    entry.done();
  }
  const visible = Object.keys(secrets).length > 0 ? properties(secrets) : undefined;
  return { plain, secrets: visible, cluster, bootstrap };
}

const listOf = (words: readonly string[] | undefined): string | undefined =>
  words && words.length > 0 ? `[${words.map(text).join(', ')}]` : undefined;
const listCode = (all: readonly string[]): string | undefined =>
  all.length > 0 ? `[${all.join(', ')}]` : undefined;

function cpusOf({ entry }: ComposeService): string | undefined {
  const given = entry.get('cpus') ?? entry.get('deploy')?.get('resources')?.get('limits')?.get('cpus');
  const cpus = Number(given?.peek() ?? NaN);
  if (!(cpus >= 0.01)) return undefined;
  given?.done();
  return String(cpus);
}

function portsOf(writer: Writer, { ports }: ComposeService): string | undefined {
  const names = new Map<number, number>();
  const all = ports
    .filter(
      ({ container, host }) =>
        host !== undefined || !ports.some((each) => each.container === container && each.host !== undefined),
    )
    .map(({ container, host, address, entry }) => {
      entry.done();
      const isFree = host === undefined || writer.publishes(host);
      if (!isFree)
        writer.notes.leftOut(
          entry,
          `the port ${host} of the host is another service's; give it one of its own.`,
        );
      const times = (names.get(container) ?? 0) + 1;
      names.set(container, times);
      return properties({
        name: text(times === 1 ? String(container) : `${container} (${times})`),
        port: String(container),
        hostPort: host === undefined || !isFree ? undefined : String(host),
        hostAddress: address === undefined || !isFree || address === '127.0.0.1' ? undefined : text(address),
      });
    });
  return listCode(all);
}

function graceOf(writer: Writer, { entry }: ComposeService): string | undefined {
  const given = entry.get('stop_grace_period');
  const code = durationCode(given?.peek() ?? '');
  if (code === undefined) return undefined;
  given?.done();
  writer.use('Duration');
  return code;
}

function labelsOf({ notes }: Writer, { entry }: ComposeService): string | undefined {
  const given = entry.get('labels');
  const all: Record<string, string> = {};
  for (const [key, each] of given?.entries ?? []) {
    const value = each.text() ?? '';
    const [, name = '', rest = ''] = given?.isList
      ? (/^([^=]*)=?(.*)$/s.exec(value) ?? [])
      : [undefined, key, value];
    const problem = problemOf(CONTAINER_PROPERTIES.labels, { [name]: rest });
    if (problem === undefined) all[name] = rest;
    else notes.leftOut(each, `labels ${problem}.`);
  }
  return texts(all);
}

/** What starts before it, of what is in the program. */
function dependenciesOf(writer: Writer, service: ComposeService): string | undefined {
  const found = [...service.dependsOn].flatMap(([name, { entry }]: [string, { readonly entry: Entry }]) => {
    const construct = writer.constructs.get(name);
    if (construct === undefined)
      writer.notes.leftOut(entry, `it does not wait for ${name}, which nothing waits for here.`);
    entry.done();
    return construct ?? [];
  });
  return listCode([...new Set(found)]);
}
