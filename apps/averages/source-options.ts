import { Token } from 'cdktf';

/** Options of Spark's Kafka source by their name, in any case as Spark reads them. */
export type SourceOptions = Readonly<Record<string, string | number | boolean>>;

export const KAFKA_SOURCE = 'https://spark.apache.org/docs/3.5.7/structured-streaming-kafka-integration.html';

const COUNT = { allowed: 'a whole number, 1 or more', pattern: /^0*[1-9]\d*$/ };
const COUNT_OR_ZERO = { allowed: 'a whole number, 0 or more', pattern: /^\d+$/ };
const ANYTHING = { allowed: 'text', pattern: /^/ };

// By lower case, because Spark's options are the same in any.
const byLowerCase = <Value>(table: Readonly<Record<string, Value>>): ReadonlyMap<string, Value> =>
  new Map(Object.entries(table).map(([name, value]) => [name.toLowerCase(), value]));

const OPTIONS = {
  'fetchOffset.numRetries': COUNT_OR_ZERO,
  'fetchOffset.retryIntervalMs': COUNT_OR_ZERO,
  groupIdPrefix: ANYTHING,
  'kafkaConsumer.pollTimeoutMs': COUNT,
  minOffsetsPerTrigger: COUNT,
  minPartitions: COUNT,
};
const KNOWN = byLowerCase(OPTIONS);

const byProperty = (property: string): string => `set by the property ${property}`;
const BATCH = 'left out, because a stream has no end';
const CHECKPOINT =
  'left out, because the checkpoint says where a query goes on; use the property startingOffsets';
const BYTES = 'left out, because records are read as bytes';

const REFUSED = byLowerCase<string>({
  assign: byProperty('source'),
  subscribe: byProperty('source'),
  subscribePattern: byProperty('source'),
  startingOffsets: byProperty('startingOffsets'),
  startingOffsetsByTimestamp: byProperty('startingOffsets'),
  startingTimestamp: byProperty('startingOffsets'),
  maxOffsetsPerTrigger: byProperty('maxOffsetsPerTrigger'),
  maxTriggerDelay: byProperty('trigger'),
  endingOffsets: BATCH,
  endingOffsetsByTimestamp: BATCH,
  endingTimestamp: BATCH,
  failOnDataLoss:
    'left out, because averages without the records that are gone would be wrong, and nobody would know',
  'kafka.bootstrap.servers': byProperty('kafka'),
  'kafka.isolation.level': 'left out, because what a producer took back must not count',
  'kafka.auto.offset.reset': CHECKPOINT,
  'kafka.enable.auto.commit': CHECKPOINT,
  'kafka.group.id':
    'left out, because queries that share a group take its records from each other; use groupIdPrefix',
  'kafka.interceptor.classes': 'left out, because it is not safe to change what a query reads',
  'kafka.key.deserializer': BYTES,
  'kafka.value.deserializer': BYTES,
  'kafka.key.serializer': BYTES,
  'kafka.value.serializer': BYTES,
});

/** What is wrong with options beside those that the application sets itself. */
export function sourceOptionProblems(options: SourceOptions): string[] {
  return Object.entries(options).flatMap(([name, value]) => {
    const lower = name.toLowerCase();
    const instead = REFUSED.get(lower);
    if (instead !== undefined) return [`${name} must be ${instead}; got '${value}'`];
    const known = KNOWN.get(lower) ?? (/^kafka(\.[a-z]+)+$/.test(lower) ? ANYTHING : undefined);
    if (known === undefined)
      return [
        `'${name}' is not an option of the source; there are ${Object.keys(OPTIONS).join(', ')}, and those of a consumer with 'kafka.' before them`,
      ];
    return Token.isUnresolved(value) || known.pattern.test(String(value))
      ? []
      : [`${name} must be ${known.allowed}; got '${value}'`];
  });
}

/** What was given under a name in any case. */
export function sourceOption(options: SourceOptions, name: string): SourceOptions[string] | undefined {
  return Object.entries(options).find(([given]) => given.toLowerCase() === name.toLowerCase())?.[1];
}
