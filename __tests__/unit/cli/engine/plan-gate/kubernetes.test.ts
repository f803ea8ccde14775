import { LABEL } from '../../../../../constructs/core/labels';
import { allowKey, dataLosses } from '../../../../../cli/engine/plan-gate';
import { change, manifest, plan } from '../../../../support/plans';

type Spec = Record<string, unknown>;
const TYPE = 'kubectl_manifest';
const keysOf = (...changes: ReturnType<typeof change>[]): string[] =>
  dataLosses([plan(...changes)]).map(allowKey);
const sentenceOf = (...changes: ReturnType<typeof change>[]): string =>
  dataLosses([plan(...changes)])
    .map(({ sentence }) => sentence)
    .join('\n');

const topic = (spec: Spec = {}, name = 'user-events'): Spec =>
  manifest('KafkaTopic', name, { topicName: 'user_events', partitions: 3, replicas: 3, ...spec });
const claim = (storage: string): Spec =>
  manifest('PersistentVolumeClaim', 'data', { resources: { requests: { storage } } });
const volume = (more: Spec = {}): Spec => ({ id: 0, type: 'persistent-claim', size: '20Gi', ...more });
const pool = (replicas: number, ...volumes: Spec[]): Spec =>
  manifest('KafkaNodePool', 'dual-role', {
    replicas,
    storage: { type: 'jbod', volumes: volumes.length > 0 ? volumes : [volume()] },
  });

describe('a topic of Strimzi', () => {
  test('that is deleted is lost, under the name that Kafka knows', () => {
    expect(keysOf(change(TYPE, topic(), null))).toEqual(['topic:user_events']);
  });

  test('that has no other name has that of its object', () => {
    expect(keysOf(change(TYPE, topic({ topicName: undefined }), null))).toEqual(['topic:user-events']);
  });

  test('that is made anew is lost', () => {
    const anew = change(TYPE, topic(), topic({}, 'events'), true);
    expect(sentenceOf(anew)).toBe(
      'The topic user_events is deleted with all its records and recreated, empty.',
    );
  });

  test('cannot have fewer partitions', () => {
    const fewer = change(TYPE, topic(), topic({ partitions: 2 }));
    expect(keysOf(fewer)).toEqual(['topic:user_events']);
    expect(sentenceOf(fewer)).toMatch(/would have 2 partitions instead of 3: Kafka can only add/);
  });

  test('cannot have another name', () => {
    const renamed = change(TYPE, topic(), topic({ topicName: 'events' }));
    expect(sentenceOf(renamed)).toMatch(/^The topic user_events would be called events: /);
  });

  test('with a shorter retention loses records, whatever type the setting has', () => {
    const [before, after] = [{ 'retention.ms': 2000 }, { 'retention.ms': '1000' }];
    expect(keysOf(change(TYPE, topic({ config: before }), topic({ config: after })))).toEqual([
      'retention:user_events',
    ]);
    expect(keysOf(change(TYPE, topic({ config: after }), topic({ config: before })))).toEqual([]);
  });

  test('with fewer copies than acknowledged records are promised is refused', () => {
    const config = { 'min.insync.replicas': 2 };
    expect(keysOf(change(TYPE, topic({ config }), topic({ config, replicas: 1 })))).toEqual([
      'replication:user_events',
    ]);
  });

  test.each([
    ['is new', null, topic()],
    ['stays', topic(), topic()],
    ['gets more partitions', topic(), topic({ partitions: 4 })],
  ])('that %s is not lost', (_, before, after) => {
    expect(keysOf(change(TYPE, before, after))).toEqual([]);
  });
});

test.each([
  ['Namespace', 'namespace:it', /deleted with everything in it/],
  ['PersistentVolumeClaim', 'volume:it', /deleted with everything on it/],
  ['Kafka', 'broker:it', /brokers that are made anew are another cluster/],
  ['KafkaNodePool', 'broker:it', /removed for good/],
])('a %s that goes is a danger, also where another comes', (kind, key, sentence) => {
  const gone = change(TYPE, manifest(kind, 'it'), null);
  const anew = change(TYPE, manifest(kind, 'it'), manifest(kind, 'that'), true);
  for (const each of [gone, anew])
    expect([keysOf(each), sentenceOf(each)]).toEqual([[key], expect.stringMatching(sentence)]);
});

test.each(['Deployment', 'Service', 'KafkaConnect', 'KafkaUser', 'SparkApplication', 'Job'])(
  'a %s that goes takes nothing with it',
  (kind) => {
    expect(keysOf(change(TYPE, manifest(kind, 'it'), null))).toEqual([]);
  },
);

test.each([
  ['2Gi', '2047Mi', ['volume:data']],
  ['2Gi', '2048Mi', []],
  ['2Gi', '3Gi', []],
  ['1Ti', '1023Gi', ['volume:data']],
])('a claim of %s that is to have %s is in danger: %j', (from, to, keys) => {
  expect(keysOf(change(TYPE, claim(from), claim(to)))).toEqual(keys);
});

test.each([
  ['fewer brokers', pool(3), pool(2), ['broker:dual-role']],
  ['more brokers', pool(3), pool(4), []],
  ['less storage', pool(3), pool(3, volume({ size: '19Gi' })), ['volume:dual-role']],
  ['more storage', pool(3), pool(3, volume({ size: '21Gi' })), []],
  ['no such volume', pool(3), pool(3, volume({ id: 1 })), ['volume:dual-role']],
  ['storage that does not last', pool(3), pool(3, volume({ type: 'ephemeral' })), ['volume:dual-role']],
  ['claims that go with it', pool(3), pool(3, volume({ deleteClaim: true })), ['volume:dual-role']],
])('of a node pool with %s that is said', (_, before, after, keys) => {
  expect(keysOf(change(TYPE, before, after))).toEqual(keys);
});

test('an application that leaves its checkpoint is named', () => {
  const app = (checkpoint: string): Spec =>
    manifest('SparkApplication', 'averages', {}, { [LABEL.checkpoint]: checkpoint });
  expect(keysOf(change(TYPE, app('/old'), app('/new')))).toEqual(['checkpoint:averages']);
  expect(keysOf(change(TYPE, app('/old'), app('/old')))).toEqual([]);
});

test('an application that stays at its checkpoint keeps what that keeps, and goes to no older Spark', () => {
  const app = (partitions: string, version: string): Spec =>
    manifest(
      'SparkApplication',
      'averages',
      { sparkConf: { 'spark.sql.shuffle.partitions': partitions } },
      { [LABEL.checkpoint]: '/same', [LABEL.sparkVersion]: version },
    );
  expect(keysOf(change(TYPE, app('3', '3.5'), app('3', '4.2')))).toEqual([]);
  expect(keysOf(change(TYPE, app('3', '4.2'), app('4', '3.5')))).toEqual([
    'checkpoint-settings:averages',
    'spark:older',
  ]);
});
