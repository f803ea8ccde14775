import type { ComposeService, Variable } from './service';
import { brokerValue, brokerVariable, doorsOf } from './listeners';
import { settingName, settings } from './settings';
import { keep } from './kept-volumes';
import { takeImage } from './products';
import { durationOf, sizeOf } from './quantities';
import { heapIn, memoryOf, usualOfProduct } from './usual';
import { properties, text } from './code';
import type { Writer } from './writer';

export interface Cluster {
  readonly brokers: readonly ComposeService[];
  readonly controllers: readonly ComposeService[];
  /** The variable that holds its ensemble. */
  readonly ensemble?: string;
  readonly prefix: string;
}

/** Brokers of one cluster. @returns the variable that holds it */
export function writeCluster(writer: Writer, { brokers, controllers, ensemble, prefix }: Cluster): string {
  const [first] = brokers as readonly [ComposeService, ...ComposeService[]];
  const clusterId = brokerValue(first, 'KRAFT_CLUSTER_ID') ?? first.value('CLUSTER_ID');
  const idEntry = first.environment.get('CLUSTER_ID')?.entry;
  if (idEntry && controllers.length === 0)
    writer.notes.changed(idEntry, 'the id of the cluster is made of the name of the platform.');
  const doors = doorsOf(writer, brokers);
  const quorum = writeControllers(writer, controllers, prefix, clusterId);
  const racks = brokers.map((each) => brokerValue(each, 'BROKER_RACK'));
  brokers.forEach((broker, index) => {
    const serviceName = `${prefix}kafka${index + 1}`;
    takeImage(writer, broker, 'kafka', /^cp-kafka$/, ensemble === undefined ? FIRST_IN_KRAFT : undefined);
    usualOfProduct(writer, broker, 'KafkaCluster');
    for (const key of ['command', 'entrypoint'] as const) {
      const given = broker.entry.get(key);
      if (given) writer.notes.leftOut(given, 'KafkaCluster starts its brokers itself.');
    }
    for (const name of IDENTITY) brokerValue(broker, name);
    for (const name of OF_IMAGES) broker.value(name);
    portsOfBroker(writer, broker, doors.outside + index);
    writer.alias(serviceName, broker);
    for (const port of insidePorts(broker))
      writer.addresses.set(`${broker.name}:${port}`, `${serviceName}:${doors.inside + index}`);
    if (ensemble !== undefined)
      keep(writer, broker, [[/kafka(\/data|-logs)?$|\/bitnami/, `${serviceName}-data`]]);
    else
      for (const { entry } of broker.mounts.filter(({ type }) => type === 'volume'))
        if (writer.wishes.keepsData) writer.notes.leftOut(entry, BOUND_TO_ID);
        else entry.done();
  });
  const typed = typedSettings(writer, brokers);
  const named = settings(writer, remaining(writer, brokers), 'broker');
  const variable = writer.variable(first.name);
  for (const each of [...brokers, ...controllers]) writer.constructs.set(each.name, variable);
  writer.use('KafkaCluster');
  if (ensemble !== undefined || quorum !== undefined) writer.use('Metadata');
  const props = properties({
    platform: 'platform',
    namePrefix: prefix === '' ? undefined : text(prefix),
    metadata: ensemble ? `Metadata.zooKeeper(${ensemble})` : quorum && `Metadata.kraft(${quorum})`,
    brokers: String(brokers.length),
    hostPort: doors.hostPort === undefined ? undefined : String(doors.hostPort),
    listeners: doors.code,
    racks: racks.every((rack) => rack !== undefined)
      ? `[${racks.map((rack) => text(rack)).join(', ')}]`
      : undefined,
    ...typed,
    ...named,
  });
  writer.statements.push(`const ${variable} = new KafkaCluster(stack, ${text(first.name)}, ${props});`);
  return variable;
}

/** Of Confluent Platform. */
const FIRST_IN_KRAFT = 7.4;
const BOUND_TO_ID =
  'its data stays where it is, unused: what brokers in KRaft keep is bound to the id of their cluster, which is another one here; mirror what must stay.';

/** What tells a node from the others, and the cluster from other ones. */
const IDENTITY = [
  ...[
    'BROKER_ID',
    'NODE_ID',
    'ZOOKEEPER_CONNECT',
    'PROCESS_ROLES',
    'CONTROLLER_QUORUM_VOTERS',
    'LOG_DIRS',
    'LOG_DIR',
  ],
  ...[
    'ENABLE_KRAFT',
    'CONTROLLER_QUORUM_BOOTSTRAP_SERVERS',
    'METADATA_LOG_DIR',
    'ADVERTISED_LISTENERS',
    'LISTENERS',
  ],
];
const OF_IMAGES = [
  'ALLOW_PLAINTEXT_LISTENER',
  'NODE_ID',
  'NODE_ROLE',
  'CLUSTER_ID',
  'ZOOKEEPER_CONNECT',
  'BROKER_ID',
];

/** What is published of a broker, which is at `localhost:<outside>` here. */
function portsOfBroker({ notes }: Writer, broker: ComposeService, outside: number): void {
  const ofListeners = ['LISTENERS', 'ADVERTISED_LISTENERS', 'ADVERTISED_PORT']
    .flatMap((name) => [...(brokerVariable(broker, name)?.value.matchAll(/:?(\d+)(?=,|\s|$)/g) ?? [])])
    .map(([, port]) => Number(port));
  for (const { container, host, entry } of broker.ports)
    if (![9092, ...ofListeners].includes(container))
      notes.leftOut(entry, `nothing of the construct listens at ${container}; JMX is not published.`);
    else if (
      host !== undefined &&
      host !== outside &&
      entry.leftOver().length > 0 &&
      !isOfOthers(broker, container)
    )
      notes.changed(entry, `the broker is at localhost:${outside}: ports of brokers follow each other.`);
    else entry.done();
}

/** Whether a listener is there for clients that are not on the machine. */
const isOfOthers = (broker: ComposeService, port: number): boolean =>
  (brokerVariable(broker, 'ADVERTISED_LISTENERS')?.value ?? '')
    .split(',')
    .some((each) => each.trim().endsWith(`:${port}`) && !/\/\/(localhost|127\.0\.0\.1):/.test(each));

/** Ports of a broker that others in the network may have written down. */
function insidePorts(broker: ComposeService): readonly number[] {
  const told = [
    ...(brokerVariable(broker, 'ADVERTISED_LISTENERS')?.value.matchAll(/:\/\/([^:,]*):(\d+)/g) ?? []),
  ]
    .filter(([, host = '']) => [broker.name, ...broker.aliases].includes(host))
    .map(([, , port]) => Number(port));
  return told.length > 0 ? told : [9092];
}

function writeControllers(
  writer: Writer,
  controllers: readonly ComposeService[],
  prefix: string,
  clusterId: string | undefined,
): string | undefined {
  const [first] = controllers;
  if (!first) return undefined;
  controllers.forEach((each, index) => {
    takeImage(writer, each, 'kafka', /^cp-kafka$/, FIRST_IN_KRAFT);
    usualOfProduct(writer, each, 'ControllerQuorum');
    for (const { entry } of [...each.environment.values(), ...each.ports]) entry.done();
    writer.alias(`${prefix}kafka-controller${index + 1}`, each);
    for (const { entry, type } of each.mounts.filter((mount) => mount.type === 'volume'))
      writer.notes.changed(entry, `every controller has a new volume of its own (${type}).`);
  });
  const count = controllers.length > 3 ? 5 : controllers.length > 1 ? 3 : 1;
  const variable = writer.variable(`${first.name}-quorum`);
  writer.use('ControllerQuorum');
  const props = properties({
    platform: 'platform',
    namePrefix: prefix === '' ? undefined : text(prefix),
    controllers: count === 3 ? undefined : String(count),
    clusterId: clusterId !== undefined && /^[\w-]{22}$/.test(clusterId) ? text(clusterId) : undefined,
  });
  writer.statements.push(
    `const ${variable} = new ControllerQuorum(stack, ${text(`${first.name}-quorum`)}, ${props});`,
  );
  return variable;
}

/** What has a property of its own. */
function typedSettings(
  writer: Writer,
  brokers: readonly ComposeService[],
): Record<string, string | undefined> {
  const said = (...names: readonly string[]): string | undefined =>
    names
      .map((name) => brokers.map((each) => brokerValue(each, name))[0])
      .find((value) => value !== undefined);
  const usual = Math.min(3, brokers.length);
  const replicas = said('DEFAULT_REPLICATION_FACTOR', ...FACTORS);
  for (const name of FACTORS) said(name);
  const inSync = said('MIN_INSYNC_REPLICAS', 'TRANSACTION_STATE_LOG_MIN_ISR');
  said('TRANSACTION_STATE_LOG_MIN_ISR');
  const copies = Math.min(Number(replicas ?? usual) || usual, brokers.length);
  const least = Math.min(Number(inSync ?? 0), copies);
  const retention = retentionOf(said);
  const cleanup = said('LOG_CLEANUP_POLICY');
  const heap = heapIn(said('HEAP_OPTS') ?? '');
  const memory = brokers.map(memoryOf)[0];
  if (retention?.includes('Duration')) writer.use('Duration');
  if (retention?.includes('Size') || heap.heap !== undefined || memory !== undefined) writer.use('Size');
  if (retention !== undefined) writer.use('Retention');
  if (cleanup !== undefined) writer.use('CleanupPolicy');
  return {
    defaultReplicationFactor: copies === usual ? undefined : String(copies),
    minInsyncReplicas: least === 0 || least === (copies >= 3 ? 2 : 1) ? undefined : String(least),
    retention,
    cleanupPolicy:
      cleanup && `CleanupPolicy.${cleanup.includes(',') ? 'COMPACT_AND_DELETE' : cleanup.toUpperCase()}`,
    heap: heap.heap,
    memory,
  };
}

/** One number for all of them: that of the library's property. */
const FACTORS = ['OFFSETS_TOPIC_REPLICATION_FACTOR', 'TRANSACTION_STATE_LOG_REPLICATION_FACTOR'];

function retentionOf(said: (...names: readonly string[]) => string | undefined): string | undefined {
  const times = [
    ['LOG_RETENTION_MS', 1],
    ['LOG_RETENTION_MINUTES', 60_000],
    ['LOG_RETENTION_HOURS', 3_600_000],
  ] as const;
  const [age] = times.flatMap(([name, unit]) => {
    const amount = Number(said(name) ?? NaN);
    return Number.isNaN(amount) ? [] : [amount < 0 ? -1 : amount * unit];
  });
  const bytes = Number(said('LOG_RETENTION_BYTES') ?? -1);
  const size = bytes > 0 ? sizeOf(bytes) : undefined;
  if (age === undefined && size === undefined) return undefined;
  if (age === -1) return size === undefined ? 'Retention.forever()' : `Retention.upToSize(${size})`;
  const time = durationOf(age ?? 604_800_000);
  return `Retention.upTo(${size === undefined ? time : `${time}, ${size}`})`;
}

/** Settings that nobody has asked for: those of the first broker, for all brokers are set up alike. */
function remaining(
  { notes }: Writer,
  brokers: readonly ComposeService[],
): (readonly [name: string, variable: string, Variable])[] {
  const of = (broker: ComposeService): [string, string, Variable][] =>
    [...broker.environment].flatMap(([name, variable]): [string, string, Variable][] =>
      name.startsWith('KAFKA_') && variable.entry.leftOver().length > 0
        ? [[settingName(name.replace(/^KAFKA_(CFG_)?/, '')), name, variable]]
        : [],
    );
  const [first = [], ...others] = brokers.map(of);
  for (const [name, variable, { value, entry }] of others.flat()) {
    const same = first.find(([each]) => each === name)?.[2].value === value;
    if (same) entry.done();
    else
      notes.leftOut(
        entry,
        `${variable} is not that of the first broker: all brokers are set up alike; give it in settings if all are to have it.`,
      );
  }
  return first;
}
