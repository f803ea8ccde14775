import type { ComposeService } from './service';
import { properties, text } from './code';
import { brokerValue } from './listeners';
import { takeImage } from './products';
import { usualOfProduct } from './usual';
import type { Writer } from './writer';

/** Of Confluent Platform. */
export const FIRST_IN_KRAFT = 7.4;

/** Controllers of one cluster. @returns the variable that holds their quorum; undefined where brokers are controllers, too */
export function writeControllers(
  writer: Writer,
  controllers: readonly ComposeService[],
  prefix: string,
  broker: ComposeService,
): string | undefined {
  const [first] = controllers;
  if (!first) return undefined;
  controllers.forEach((each, index) => {
    takeImage(writer, each, 'kafka', /^cp-kafka$/, FIRST_IN_KRAFT);
    usualOfProduct(writer, each, 'ControllerQuorum');
    sayDifferences(writer, each, broker);
    writer.alias(`${prefix}kafka-controller${index + 1}`, each);
    for (const { entry, type } of each.mounts.filter((mount) => mount.type === 'volume'))
      writer.notes.changed(entry, `every controller has a new volume of its own (${type}).`);
  });
  const clusterId = brokerValue(broker, 'KRAFT_CLUSTER_ID') ?? broker.value('CLUSTER_ID');
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

/** What controllers are told beside their place in the quorum, and brokers are not told alike. */
function sayDifferences({ notes }: Writer, controller: ComposeService, broker: ComposeService): void {
  for (const { container, host, entry } of controller.ports)
    if (host !== undefined)
      notes.leftOut(entry, `controllers are not published, nor what else is at ${container}.`);
  for (const [name, { value, entry }] of controller.environment)
    if (OF_NODES.test(name) || broker.environment.get(name)?.value === value) entry.done();
  for (const key of ['command', 'entrypoint'] as const) {
    const given = controller.entry.get(key);
    if (given) notes.leftOut(given, 'ControllerQuorum starts its controllers itself.');
  }
}

/** What tells nodes apart, where they listen, and how many copies there are of what brokers keep. */
const OF_NODES =
  /^(KAFKA_(CFG_)?(BROKER_ID|NODE_ID|PROCESS_ROLES|LOG_DIRS?|METADATA_LOG_DIR|CONTROLLER_.*|(ADVERTISED_)?LISTENERS|LISTENER_SECURITY_PROTOCOL_MAP|INTER_BROKER_LISTENER_NAME|KRAFT_CLUSTER_ID|ENABLE_KRAFT|.*REPLICATION_FACTOR|.*MIN_ISR)|CLUSTER_ID|NODE_ID|NODE_ROLE|ALLOW_PLAINTEXT_LISTENER)$/;
