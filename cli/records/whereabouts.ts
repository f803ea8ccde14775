import { nearest } from '../../constructs/core/nearest';
import { ROLE } from '../../constructs/core/labels';
import { isPage } from '../docker/services';
import { withAdmin } from '../engine/partitions';
import { isA } from '../engine/plan';
import { isLiteral, type Stack } from '../engine/synthesis';
import { CommandError } from '../program';
import { declaredContainers, kafkaClusters } from '../status/declared';

/** Where a topic is, and the registry of its schemas. */
export interface Whereabouts {
  readonly servers: readonly string[];
  readonly registry?: string;
}

/**
 * Where a project's stacks say that a topic is.
 * @throws CommandError where they do not tell
 */
export function brokersOf(topic: string, stacks: readonly Stack[]): readonly string[] {
  const clusters = kafkaClusters(stacks);
  const declaring = clusters.filter(({ names }) => names.includes(topic));
  const [only, another] = declaring.length > 0 ? declaring : clusters;
  if (!only)
    throw new CommandError(
      'No stack of this project has brokers that can be asked from here: give their addresses by --bootstrap-servers <host:port,…>, and with TLS or a login by --command-config <file> how they are spoken to.',
    );
  if (another)
    throw new CommandError(
      `This project has several clusters (${clusters.map(({ addresses }) => addresses.join(',')).join(' and ')}), and does not say in which ${topic} is: give one by --bootstrap-servers.`,
    );
  return only.addresses;
}

/** The registry of a project's stacks; undefined where there is none. @throws CommandError where there are several */
export function registryOf(stacks: readonly Stack[]): string | undefined {
  const own = declaredContainers(stacks)
    .filter((each) => isA(ROLE.schemaRegistry, each))
    .flatMap(({ endpoints }) => endpoints.map(({ address }) => address).filter(isPage));
  const elsewhere = stacks.flatMap(({ registries }) => registries.map(({ url }) => url)).filter(isLiteral);
  const all = [...new Set([...own, ...elsewhere])];
  if (all.length > 1)
    throw new CommandError(
      `This project has several schema registries (${all.join(', ')}): give one by --schema-registry.`,
    );
  return all[0];
}

/** @throws CommandError where there is no such topic */
export async function findTopic(topic: string, servers: readonly string[]): Promise<void> {
  const all = await withAdmin(servers, (admin) => admin.listTopics());
  if (!all.includes(topic)) throw new CommandError(unknownTopic(topic, all, servers));
}

export function unknownTopic(topic: string, all: readonly string[], servers: readonly string[]): string {
  const where = `There is no topic ${topic} at ${servers.join(', ')}`;
  const open = all.filter((name) => !name.startsWith('__'));
  return open.length === 0 ? `${where}; there is none at all.` : `${where}: is it ${nearest(topic, open)}?`;
}
