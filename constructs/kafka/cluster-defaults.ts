import { Duration } from '../core/duration';
import { jvm } from '../core/jvm';
import { Size } from '../core/size';
import type { ClusterFacts } from './broker-environment';
import type { KafkaClusterProps } from './kafka-cluster-props';
import { listenerFacts, operatedListeners, usedFirst, usualListeners } from './kafka-listener-spec';
import { Metadata } from './metadata';
import { kafkaOperatorOf } from './operator';
import { CleanupPolicy, Retention } from './retention';

/** A cluster as it is where nobody says otherwise. */
export function withDefaults(props: KafkaClusterProps): ClusterFacts {
  const { listeners, certificates, hostPort, namePrefix = '' } = props;
  const brokerCount = props.brokers ?? 3;
  const defaultReplicationFactor = props.defaultReplicationFactor ?? Math.min(3, brokerCount);
  return {
    image: props.platform.images.kafka,
    metadata: props.metadata ?? Metadata.kraft(),
    brokerCount,
    brokerNames: Array.from({ length: brokerCount }, (_, index) => `${namePrefix}kafka${index + 1}`),
    listeners: usedFirst(
      listeners?.map((each) => listenerFacts(each, certificates !== undefined)) ??
        (kafkaOperatorOf(props.platform) ? operatedListeners() : usualListeners(hostPort)),
      certificates?.plaintext,
    ),
    ...(listeners && { hostPort }),
    certificates,
    authorization: props.authorization,
    racks: props.racks ?? [],
    defaultReplicationFactor,
    minInsyncReplicas: props.minInsyncReplicas ?? (defaultReplicationFactor > 2 ? 2 : 1),
    retention: props.retention ?? Retention.upTo(Duration.hours(168)),
    cleanupPolicy: props.cleanupPolicy ?? CleanupPolicy.DELETE,
    metrics: props.metrics ?? false,
    ...jvm(props, Size.gibibytes(1)),
    settings: { ...props.foreignSettings, ...props.settings },
    secretFiles: props.secretFiles,
  };
}
