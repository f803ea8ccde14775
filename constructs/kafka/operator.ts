import type { Construct } from 'constructs';
import type { IPlatform } from '../core/platform';
import type { AclRule } from './acl-rule';
import type { ClusterFacts } from './broker-environment';
import type { IKafkaCluster } from './interfaces';
import type { UserAuthentication } from './user-authentication';
import type { UserQuota } from './user-quota';

export type { ClusterFacts, UserAuthentication, UserQuota };

/** A cluster that is handed over whole. */
export interface OperatedCluster extends ClusterFacts {
  /** What its names begin with. */
  readonly namePrefix: string;
  /** What all brokers are set to, by name; asked at synth, because topics may want more of them. */
  readonly allSettings: () => Readonly<Record<string, string | number | boolean>>;
}

export interface OperatedTopic {
  readonly topicName: string;
  readonly partitions: number;
  readonly replicationFactor: number;
  readonly config: Readonly<Record<string, string>>;
}

export interface OperatedUser {
  readonly userName: string;
  readonly authentication: UserAuthentication;
  readonly quota?: UserQuota;
  /** What it may do; asked at synth, when the program has said everything. */
  readonly acls: () => readonly AclRule[];
}

/** What runs brokers better than services do, and makes what is in them: a platform may have one. */
export interface KafkaOperator {
  /** @returns where clients in the platform's network find the brokers */
  runCluster(cluster: Construct, facts: OperatedCluster): readonly string[];
  makeTopic(topic: Construct, cluster: IKafkaCluster, facts: OperatedTopic): void;
  makeUser(user: Construct, cluster: IKafkaCluster, facts: OperatedUser): void;
}

/** Undefined where brokers are services. */
export function kafkaOperatorOf(platform: IPlatform | undefined): KafkaOperator | undefined {
  return (platform as { readonly kafkaOperator?: KafkaOperator } | undefined)?.kafkaOperator;
}
