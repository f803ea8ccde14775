import type { IConstruct } from 'constructs';
import { allOf, check, having, textOrToken } from '../core/checks';
import type { IPlatform } from '../core/platform';
import { required, type Check, type Properties } from '../core/properties';
import { reach } from '../core/reach';
import type { IKafkaCluster } from './kafka-cluster';

/** A cluster, whoever runs it, of something that can do without. */
export const CLUSTER_IF_ANY = having('a KafkaCluster', 'bootstrapServers', 'hostBootstrapServers', 'node');

/** A cluster, whoever runs it. */
export const CLUSTER = required(CLUSTER_IF_ANY);

/** A topic, whoever makes it, of something that has one by default. */
export const TOPIC_IF_ANY = having(
  "a KafkaTopic, or one made elsewhere: KafkaTopic.fromTopicName(scope, id, 'its name')",
  'topicName',
  'node',
);

/** A topic, whoever makes it. */
export const TOPIC = required(TOPIC_IF_ANY);

/** A cluster that asks its clients for nothing, as the platform's own services expect it. */
export const PLAINTEXT_CLUSTER_IF_ANY: Check = {
  source: 'policy',
  allowed: 'a KafkaCluster without TLS and SASL, which this service is not told how to speak',
  problem: (value) =>
    CLUSTER.problem(value) ??
    ((value as IKafkaCluster).security === undefined
      ? undefined
      : 'must be a KafkaCluster without TLS and SASL, because this service is not told how to speak them; run it beside the cluster, or as a ContainerApp with environment of its own'),
};
export const PLAINTEXT_CLUSTER = required(PLAINTEXT_CLUSTER_IF_ANY);

/** Refuses at synth that `scope`, which runs on `platform`, works with brokers that its containers cannot reach. */
export function reachBrokers(scope: IConstruct, platform: IPlatform, kafka: IKafkaCluster): void {
  const cure =
    "give that cluster internalBootstrapServers, such as 'kafka:29092': its addresses inside the platform's network";
  reach(scope, platform, kafka, kafka.bootstrapServers, cure);
}

const TOPIC_NAMES = 'org.apache.kafka.common.internals.Topic#validate';
const INTERNAL_TOPICS = [
  '__consumer_offsets',
  '__transaction_state',
  '__share_group_state',
  '__cluster_metadata',
];

/** The name that a topic may have. */
const LEGAL_NAME = allOf(
  textOrToken(TOPIC_NAMES, 'not empty', /./),
  check(TOPIC_NAMES, "not '.' or '..'", (name) => name !== '.' && name !== '..'),
  check(TOPIC_NAMES, 'at most 249 characters long', (name) => !(String(name).length > 249)),
  textOrToken(TOPIC_NAMES, "of a-z, A-Z, 0-9, '.', '_' and '-'", /^[a-zA-Z0-9._-]*$/),
);

/** The name of a topic that somebody may make. */
export const TOPIC_NAME = allOf(
  LEGAL_NAME,
  check(
    'org.apache.kafka.common.internals.Topic#INTERNAL_TOPICS; policy',
    "another than Kafka's own, which the brokers make",
    (name) => !INTERNAL_TOPICS.includes(name as string),
  ),
);

export const TOPIC_REFERENCE_PROPERTIES: Properties<{ readonly topicName: string }> = {
  topicName: required(LEGAL_NAME),
};
