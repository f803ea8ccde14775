import { remaining, typedSettings } from './cluster-settings';
import { FIRST_IN_KRAFT, writeControllers } from './controllers';
import type { ComposeService } from './service';
import { brokerValue, brokerVariable, controllerPorts, doorsOf, listenersOf } from './listeners';
import { settings } from './settings';
import { keep } from './kept-volumes';
import { takeImage } from './products';
import { usualOfProduct } from './usual';
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
  const idEntry = first.environment.get('CLUSTER_ID')?.entry;
  if (idEntry && controllers.length === 0)
    writer.notes.changed(idEntry, 'the id of the cluster is made of the name of the platform.');
  const doors = doorsOf(writer, brokers);
  const quorum = writeControllers(writer, controllers, prefix, first);
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
    for (const name of [broker.name, ...broker.aliases])
      for (const port of insidePorts(broker))
        writer.addresses.set(`${name}:${port}`, `${serviceName}:${doors.inside + index}`);
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
  const listeners = listenersOf(broker);
  const here = new Set(['localhost', '127.0.0.1', broker.name, ...broker.aliases]);
  const ofControllers = controllerPorts(broker);
  for (const { container, host, entry } of broker.ports) {
    const listener = listeners.find(({ port, advertised }) => [port, advertised].includes(container));
    const isBeyond = listener !== undefined && !here.has(listener.host ?? '');
    if (host === undefined) continue;
    if (ofControllers.includes(container)) notes.leftOut(entry, 'controllers are not published.');
    else if (listener === undefined && container !== 9092)
      notes.leftOut(entry, `nothing of the construct listens at ${container}; JMX is not published.`);
    else if (host !== outside && !isBeyond) notes.changed(entry, `the broker is at localhost:${outside}.`);
    else entry.done();
  }
}

/** Ports of a broker that others in the network may have written down. */
function insidePorts(broker: ComposeService): readonly number[] {
  const told = [
    ...(brokerVariable(broker, 'ADVERTISED_LISTENERS')?.value.matchAll(/:\/\/([^:,]*):(\d+)/g) ?? []),
  ]
    .filter(([, host = '']) => [broker.name, ...broker.aliases].includes(host))
    .map(([, , port]) => Number(port));
  return told.length > 0 ? told : [9092];
}
