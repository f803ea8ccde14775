import { having } from '../core/checks';
import { required } from '../core/properties';
import type { IKafkaCluster } from './kafka-cluster';

/** A cluster, whoever runs it, of something that can do without. */
export const CLUSTER_IF_ANY = having('a KafkaCluster', 'bootstrapServers', 'hostBootstrapServers', 'node');

/** A cluster, whoever runs it. */
export const CLUSTER = required(CLUSTER_IF_ANY);

/** A topic, whoever makes it. */
export const TOPIC = required(
  having(
    "a KafkaTopic, or one made elsewhere: KafkaTopic.fromTopicName(scope, id, 'its name')",
    'topicName',
    'node',
  ),
);

/** A cluster that asks its clients for nothing, as the platform's own services expect it. */
export const PLAINTEXT_CLUSTER = required({
  source: 'policy',
  allowed: 'a KafkaCluster without TLS and SASL, which this service is not told how to speak',
  problem: (value) =>
    CLUSTER.problem(value) ??
    ((value as IKafkaCluster).security === undefined
      ? undefined
      : 'must be a KafkaCluster without TLS and SASL, because this service is not told how to speak them; run it beside the cluster, or as a ContainerApp with environment of its own'),
});
