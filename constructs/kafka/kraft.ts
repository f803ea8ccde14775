import { createHash } from 'node:crypto';
import type { IPlatform } from '../core/platform';
import { LABEL, METADATA } from '../core/labels';
import type { IZooKeeperEnsemble } from '../zookeeper/interfaces';

/** For controllers among themselves, and for brokers that ask them; clients have no business there. */
export const CONTROLLER_LISTENER = 'CONTROLLER';
/** The same in every container: no listener of a broker is there, however many brokers there are. */
export const CONTROLLER_PORT = 29_093;

/** How controllers are spoken to, by others of their kind and by brokers. */
export interface ControllerDoor {
  readonly name: string;
  readonly port: number;
  /** As `listener.security.protocol.map` has it. */
  readonly protocol: 'PLAINTEXT' | 'SSL';
}

/** A controller that has a vote, by its id and its host name in the platform's network. */
export interface Voter {
  readonly id: number;
  readonly host: string;
}

/** As `controller.quorum.voters` takes it, in plaintext. */
export function votersList(voters: readonly Voter[]): string {
  return voters.map(({ id, host }) => `${id}@${host}:${CONTROLLER_PORT}`).join(',');
}

/** The host names of the controllers in such a list. */
export const hostsOf = (voters: string): string[] =>
  voters.split(',').map((voter) => voter.replace(/^\d+@(.*):\d+$/, '$1'));

/** What tells a cluster from all others on its Engine. */
export function clusterNameOf({ platformName }: IPlatform, namePrefix = ''): string {
  return namePrefix === '' ? platformName : `${platformName}/${namePrefix}`;
}

/**
 * The id of a cluster, the same at each synth: 16 bytes as Kafka writes a UUID.
 * @see https://kafka.apache.org/39/documentation.html#kraft_storage
 */
export function clusterIdOf(clusterName: string): string {
  const bytes = createHash('sha256').update(`cdktf-streaming/${clusterName}`).digest().subarray(0, 16);
  // Else it could begin with '-', and the tool that formats storage would take it for an option.
  bytes.writeUInt8(bytes.readUInt8() & 0x7f);
  return bytes.toString('base64url');
}

/** What makes a process a member of a cluster in KRaft. */
export interface KraftMember {
  readonly nodeId: number;
  readonly roles: 'broker' | 'controller' | 'broker,controller';
  readonly clusterId: string;
  /** As {@link votersList} writes it. */
  readonly voters: string;
  /** Those that it has, if it is a controller; first that by which it speaks to others. */
  readonly doors: readonly [ControllerDoor, ...ControllerDoor[]];
}

export function kraftEnvironment({
  nodeId,
  roles,
  clusterId,
  voters,
  doors,
}: KraftMember): Record<string, string> {
  return {
    CLUSTER_ID: clusterId,
    KAFKA_NODE_ID: String(nodeId),
    KAFKA_PROCESS_ROLES: roles,
    ...quorumEnvironment(voters, doors),
  };
}

/** What it says of itself by labels. Who the controllers are does not change with how they are spoken to. */
export function kraftLabels({
  nodeId,
  roles,
  clusterId,
  voters,
}: Omit<KraftMember, 'doors'>): Record<string, string> {
  return {
    [LABEL.role]: roles,
    [LABEL.nodeId]: String(nodeId),
    [LABEL.metadata]: METADATA.kraft,
    [LABEL.cluster]: clusterId,
    [LABEL.controllers]: voters,
  };
}

/** Where the controllers are, also for a broker that is still on ZooKeeper. */
export function quorumEnvironment(voters: string, doors: KraftMember['doors']): Record<string, string> {
  return {
    KAFKA_CONTROLLER_LISTENER_NAMES: doors.map(({ name }) => name).join(),
    KAFKA_CONTROLLER_QUORUM_VOTERS: voters.replaceAll(`:${CONTROLLER_PORT}`, `:${doors[0].port}`),
  };
}

/** What brokers and controllers are told alike while metadata moves from an ensemble into Kafka. */
export function migrationEnvironment({ connectString }: IZooKeeperEnsemble): Record<string, string> {
  return {
    KAFKA_ZOOKEEPER_CONNECT: connectString,
    KAFKA_ZOOKEEPER_METADATA_MIGRATION_ENABLE: 'true',
  };
}
