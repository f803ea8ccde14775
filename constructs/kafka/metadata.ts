import type { IConstruct } from 'constructs';
import type { IZooKeeperEnsemble } from '../zookeeper/zookeeper-ensemble';

/** Where a cluster keeps its metadata. */
export class Metadata {
  /** In ZooKeeper: Kafka up to 3.9, Confluent Platform up to 7.9. */
  public static zooKeeper(ensemble: IZooKeeperEnsemble): Metadata {
    return new Metadata('ZooKeeper', [ensemble], (brokerId) => ({
      KAFKA_BROKER_ID: String(brokerId),
      KAFKA_ZOOKEEPER_CONNECT: ensemble.connectString,
    }));
  }

  private constructor(
    public readonly kind: string,
    /** What must be there before a broker starts, and until it has stopped. */
    public readonly dependsOn: readonly IConstruct[],
    /** The settings of one broker. */
    public readonly environment: (brokerId: number) => Readonly<Record<string, string>>,
  ) {}
}
