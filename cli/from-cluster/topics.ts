import { call, object, text, type Code } from './code';
import type { Description, FoundTopic } from './description';
import { path, sorted, type Item, type Items } from './item';
import { duration, size, whole } from './quantities';

/** The brokers make these, and nobody else does. */
const isInternal = ({ name }: FoundTopic): boolean =>
  /^__(consumer_offsets|transaction_state|share_group_state|cluster_metadata)$/.test(name);

export function topicItems({ topics }: Pick<Description, 'topics'>): Items {
  const all = sorted(
    topics.filter((each) => !isInternal(each)),
    ({ name }) => name,
  );
  return { items: all.map(topicItem), leftOut: [] };
}

function topicItem(topic: FoundTopic): Item {
  const { name, partitions, replicationFactor, config } = topic;
  const way = (options: Readonly<Record<string, Code | undefined>>): Code[] => [
    call(
      'cluster.addTopic',
      text(name),
      object({ partitions: String(partitions), replicationFactor: String(replicationFactor), ...options }),
    ),
  ];
  return {
    what: `the topic ${name}`,
    paths: [path('topics', 'brokers', name)],
    // What somebody set although it makes no sense is said as it was set.
    ways: [way(inWords(config)), way(bySettings(config))],
  };
}

const POLICIES: Readonly<Record<string, string>> = {
  delete: 'CleanupPolicy.DELETE',
  compact: 'CleanupPolicy.COMPACT',
  'compact,delete': 'CleanupPolicy.COMPACT_AND_DELETE',
};
const TIMESTAMPS: Readonly<Record<string, string>> = {
  CreateTime: 'TimestampType.CREATE_TIME',
  LogAppendTime: 'TimestampType.LOG_APPEND_TIME',
};

/** By the library's properties, where these come to exactly what is set. */
function inWords(config: FoundTopic['config']): Readonly<Record<string, Code | undefined>> {
  const {
    'cleanup.policy': policy = '',
    'retention.ms': age,
    'retention.bytes': bytes,
    'min.insync.replicas': replicas,
    'message.timestamp.type': timestamp = '',
    'max.message.bytes': largest,
  } = config;
  const retention = policy === 'compact' ? undefined : retentionOf(age, bytes);
  const [minInsyncReplicas, maxMessageSize] = [whole(replicas), whole(largest)];
  const said = [
    ...(POLICIES[policy] ? ['cleanup.policy'] : []),
    ...(retention ? ['retention.ms', 'retention.bytes'] : []),
    ...(minInsyncReplicas ? ['min.insync.replicas'] : []),
    ...(TIMESTAMPS[timestamp] ? ['message.timestamp.type'] : []),
    ...(maxMessageSize ? ['max.message.bytes'] : []),
  ];
  return {
    minInsyncReplicas: minInsyncReplicas === undefined ? undefined : String(minInsyncReplicas),
    retention,
    cleanupPolicy: POLICIES[policy],
    timestampType: TIMESTAMPS[timestamp],
    maxMessageSize: maxMessageSize === undefined ? undefined : size(maxMessageSize),
    ...bySettings(Object.fromEntries(Object.entries(config).filter(([name]) => !said.includes(name)))),
  };
}

/** Undefined where no retention sets one of the two alone as it is. */
function retentionOf(age: string | undefined, bytes: string | undefined): Code | undefined {
  const [milliseconds, most] = [whole(age), whole(bytes)];
  if (milliseconds && bytes === undefined) return call('Retention.upTo', duration(milliseconds));
  if (milliseconds && most) return call('Retention.upTo', duration(milliseconds), size(most));
  if (age === '-1' && bytes === '-1') return call('Retention.forever');
  return age === '-1' && most ? call('Retention.upToSize', size(most)) : undefined;
}

/** Settings of whom sells brokers, which Kafka itself does not know. */
const FOREIGN = /^(confluent|redpanda)\./;

function bySettings(config: FoundTopic['config']): Readonly<Record<string, Code | undefined>> {
  const all = sorted(Object.entries(config), ([name]) => name);
  const some = (isForeign: boolean): Code | undefined => {
    const own = all.filter(([name]) => FOREIGN.test(name) === isForeign);
    return own.length > 0
      ? object(Object.fromEntries(own.map(([name, value]) => [name, setting(value)])))
      : undefined;
  };
  return { settings: some(false), foreignSettings: some(true) };
}

/** Without quotes where that comes to the same text. */
export function setting(value: string): Code {
  const isNumber = String(Number(value)) === value && Number.isFinite(Number(value));
  return isNumber || value === 'true' || value === 'false' ? value : text(value);
}
