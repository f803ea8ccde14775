import type { IConstruct } from 'constructs';
import { instanceLike } from '../core/checks';
import { LABEL, METADATA, ROLE } from '../core/labels';
import type { IPlatform } from '../core/platform';
import { reach } from '../core/reach';
import { problemOf } from '../core/properties';
import type { IZooKeeperEnsemble } from '../zookeeper/interfaces';
import type { Listener } from './listeners';
import type { IControllerQuorum } from './interfaces';
import {
  clusterIdOf,
  kraftEnvironment,
  kraftLabels,
  migrationEnvironment,
  quorumEnvironment,
  votersList,
  type ControllerDoor,
  type KraftMember,
} from './kraft';

/** A broker, as the metadata mode must know it. */
export interface MetadataMember {
  readonly brokerId: number;
  /** The host name of each broker, the first being number 1. */
  readonly brokerNames: readonly string[];
  /** What tells the cluster from all others on its Engine. */
  readonly clusterName: string;
  /** How its controllers are spoken to. */
  readonly doors: KraftMember['doors'];
}

/** What a metadata mode adds to a broker. */
export interface MetadataRole {
  readonly environment: Readonly<Record<string, string>>;
  /** What it says of the broker. */
  readonly labels: Readonly<Record<string, string>>;
  /** @default - none */
  readonly listeners?: Readonly<Record<string, Listener>>;
}

/** Where a cluster keeps its metadata: its topics, where each partition is, and who leads it. */
export class Metadata {
  /** In ZooKeeper: Kafka up to 3.9, Confluent Platform up to 7.9. */
  public static zooKeeper(ensemble: IZooKeeperEnsemble): Metadata {
    return new Metadata('ZooKeeper', problemOf(ENSEMBLE, ensemble), [ensemble], ({ brokerId }) => ({
      environment: zooKeeperEnvironment(brokerId, ensemble),
      labels: zooKeeperLabels(brokerId, ensemble),
    }));
  }

  /**
   * On the way from ZooKeeper into Kafka: brokers that are still ZooKeeper's, and that the controllers know. The last one
   * that becomes so starts the move; once that is done, they can have {@link Metadata.kraft}.
   * @param quorum controllers of their own, whose `migratesFrom` is the ensemble
   * @see https://kafka.apache.org/39/documentation.html#kraft_zk_migration
   */
  public static migrating(ensemble: IZooKeeperEnsemble, quorum: IControllerQuorum): Metadata {
    const problem =
      problemOf(ENSEMBLE, ensemble) ?? problemOf(QUORUM, quorum) ?? migrationNotPrepared(ensemble, quorum);
    const role = ({ brokerId, doors }: MetadataMember): MetadataRole => ({
      environment: {
        ...zooKeeperEnvironment(brokerId, ensemble),
        ...migrationEnvironment(ensemble),
        ...quorumEnvironment(quorum.voters, doors),
      },
      labels: { ...zooKeeperLabels(brokerId, ensemble), [LABEL.controllers]: quorum.voters },
      listeners: elsewhere(doors[0]),
    });
    return new Metadata('ZooKeeper', problem, [ensemble, quorum], role, quorum);
  }

  /**
   * In Kafka itself.
   * @param quorum controllers of their own, so that brokers and controllers don't stop together.
   * @default - the first three brokers are controllers too, or the first one where there are fewer: for small platforms
   * @see https://kafka.apache.org/39/documentation.html#kraft_role
   */
  public static kraft(quorum?: IControllerQuorum): Metadata {
    if (quorum === undefined) return new Metadata('KRaft', undefined, [], combinedMode);
    const role = ({ brokerId: nodeId, doors: [door] }: MetadataMember): MetadataRole => ({
      ...inKraft({
        clusterId: quorum.clusterId,
        voters: quorum.voters,
        nodeId,
        roles: 'broker',
        doors: [door],
      }),
      listeners: elsewhere(door),
    });
    return new Metadata('KRaft', problemOf(QUORUM, quorum), [quorum], role, quorum);
  }

  private constructor(
    /** What brokers of this mode cannot do without. */
    public readonly kind: 'ZooKeeper' | 'KRaft',
    /** Why it cannot be. */
    public readonly problem: string | undefined,
    /** What must be there before a broker starts, and until it has stopped. @internal */
    public readonly dependsOn: readonly (IZooKeeperEnsemble | IControllerQuorum)[],
    /** What one broker is told. @internal */
    public readonly roleOf: (member: MetadataMember) => MetadataRole,
    /** The controllers, where the brokers are none. @internal */
    public readonly quorum?: IControllerQuorum,
  ) {}
}

/** Refuses at synth that brokers or controllers on `platform` have metadata that they cannot reach. */
export function reachMetadata(
  scope: IConstruct,
  platform: IPlatform,
  other: IZooKeeperEnsemble | IControllerQuorum,
): void {
  const servers = 'connectString' in other ? other.connectString : other.voters.replaceAll(/\d+@/g, '');
  reach(
    scope,
    platform,
    other,
    servers.split(','),
    'name its nodes as the network of the platform knows them',
  );
}

const ENSEMBLE = instanceLike('a Metadata of a ZooKeeperEnsemble', 'connectString', 'node');
const QUORUM = instanceLike('a Metadata of a ControllerQuorum', 'voters', 'node');

/** How controllers are not ready to take an ensemble's metadata over. */
function migrationNotPrepared(ensemble: IZooKeeperEnsemble, quorum: IControllerQuorum): string | undefined {
  if (quorum.migratesFrom === ensemble) return undefined;
  return 'must be a Metadata of controllers that wait for the same ensemble: give them it as migratesFrom, and deploy that first';
}

/** A broker connects to controllers, but listens for nobody there. */
const elsewhere = ({ name, protocol }: ControllerDoor): Readonly<Record<string, Listener>> => ({
  [name]: { protocol },
});

function zooKeeperEnvironment(
  brokerId: number,
  { connectString }: IZooKeeperEnsemble,
): Record<string, string> {
  return { KAFKA_BROKER_ID: String(brokerId), KAFKA_ZOOKEEPER_CONNECT: connectString };
}

const zooKeeperLabels = (
  brokerId: number,
  { connectString }: IZooKeeperEnsemble,
): Record<string, string> => ({
  [LABEL.role]: ROLE.broker,
  [LABEL.nodeId]: String(brokerId),
  [LABEL.metadata]: METADATA.zooKeeper,
  [LABEL.ensemble]: connectString,
});

const inKraft = (member: KraftMember): MetadataRole => ({
  environment: kraftEnvironment(member),
  labels: kraftLabels(member),
});

/** As many of the brokers as a majority needs to outlive one of them; a further broker then changes nothing for these. */
function combinedMode({ brokerId, brokerNames, clusterName, doors }: MetadataMember): MetadataRole {
  const voters = brokerNames
    .slice(0, brokerNames.length < 3 ? 1 : 3)
    .map((host, index) => ({ id: index + 1, host }));
  const isController = brokerId <= voters.length;
  return {
    ...inKraft({
      nodeId: brokerId,
      roles: isController ? 'broker,controller' : 'broker',
      clusterId: clusterIdOf(clusterName),
      voters: votersList(voters),
      doors: isController ? doors : [doors[0]],
    }),
    listeners: isController
      ? Object.fromEntries(doors.map(({ name, port, protocol }) => [name, { port, protocol }]))
      : elsewhere(doors[0]),
  };
}
