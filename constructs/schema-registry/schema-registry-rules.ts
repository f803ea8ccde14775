import type { ContainerImage } from '../core/container-image';
import { heapBelowMemory } from '../core/heap';
import type { Size } from '../core/size';
import { show, type ValidationRule } from '../core/validation';
import type { IKafkaTopic } from '../kafka/kafka-topic';
import { CleanupPolicy } from '../kafka/retention';
import { Compatibility } from './compatibility';

export interface RegistryFacts {
  readonly image: ContainerImage;
  readonly topic: IKafkaTopic;
  readonly compatibility: Compatibility;
  readonly heap: Size;
  readonly memory: Size;
  readonly settings: Readonly<Record<string, string | number | boolean>>;
}

/** Rendered from typed properties, so that two places cannot disagree. */
const NOT_A_SETTING =
  /^(host\.name|listeners|port|kafkastore\.(bootstrap\.servers|topic)|(avro|schema)\.compatibility\.level)$/;

const taken = ({ settings }: RegistryFacts): string[] =>
  Object.keys(settings).filter((name) => NOT_A_SETTING.test(name));
const misspelt = ({ settings }: RegistryFacts): string[] =>
  Object.keys(settings).filter((name) => !/^[a-z][a-z0-9]*([._-][a-z0-9]+)*$/.test(name));

/** Whether the image is of a line that could still elect its primary by ZooKeeper. */
const knowsZooKeeper = ({ image }: RegistryFacts): boolean =>
  /(^|\/)cp-schema-registry:[1-6]\./.test(image.reference);

const CONFIGS = 'https://docs.confluent.io/platform/7.9/schema-registry/installation/config.html';
const STORE = 'io.confluent.kafka.schemaregistry.storage.KafkaStore#verifySchemaTopic';

export const REGISTRY_RULES: readonly ValidationRule<RegistryFacts>[] = [
  {
    fails: ({ topic: { partitions } }) => partitions !== undefined && partitions !== 1,
    message: ({ topic }) =>
      `topic must have 1 partition, because only the order of all changes tells which schema is in force; ${show(topic.topicName)} has ${topic.partitions}.`,
    source: STORE,
  },
  {
    // A topic whose partitions are known is declared, so that a missing clean-up policy is the brokers' own.
    fails: ({ topic: { partitions, cleanupPolicy } }) =>
      partitions !== undefined && cleanupPolicy !== CleanupPolicy.COMPACT,
    message: ({ topic }) =>
      `topic must only be compacted, or schemas are lost by their age: give ${show(topic.topicName)} cleanupPolicy: CleanupPolicy.COMPACT, or take a SchemaRegistryTopic.`,
    source: STORE,
  },
  {
    fails: ({ compatibility }) => !Object.values(Compatibility).includes(compatibility),
    message: ({ compatibility }) =>
      `compatibility must be one of ${Object.values(Compatibility).join(', ')}, got ${show(compatibility)}.`,
    source: `${CONFIGS}#schema-compatibility-level`,
  },
  heapBelowMemory('the registry'),
  {
    fails: (facts) => 'kafkastore.connection.url' in facts.settings && !knowsZooKeeper(facts),
    message: ({ image, settings }) =>
      `settings must not have a ZooKeeper's 'kafkastore.connection.url' with ${image.reference}, whose line has no use for ZooKeeper since 7.0; got ${show(settings['kafkastore.connection.url'])}: leave it out.`,
    source: 'https://docs.confluent.io/platform/7.0/release-notes/index.html',
  },
  {
    fails: (facts) => taken(facts).length > 0,
    message: (facts) =>
      `settings must not name what the registry renders from its own properties: ${taken(facts).map(show).join(', ')}; use the properties.`,
    source: 'policy',
  },
  {
    fails: (facts) => misspelt(facts).length > 0,
    message: (facts) =>
      `settings must be named as in schema-registry.properties, such as 'mode.mutability'; got ${misspelt(facts).map(show).join(', ')}.`,
    source: CONFIGS,
  },
];
