import { KEEPS_LABEL, KEPT } from '../../../../../constructs/core/labels';
import { lostTopics, tooFewCopies } from '../../../../../cli/engine/plan-gate/topics';
import { broker, change, container, plan, topic, topicDefaults } from '../../../../support/plans';

const TOPIC = 'kafka_topic';

test('a deleted topic is lost', () => {
  expect(lostTopics([plan(change(TOPIC, topic(), null))])).toEqual([
    { rule: 'topic', name: 'orders', sentence: 'The topic orders is deleted with all its records.' },
  ]);
});

test('a topic with fewer partitions is lost, and the sentence says why', () => {
  const fewer = plan(change(TOPIC, topic(), topic({ partitions: 2 }), true));
  expect(lostTopics([fewer])).toMatchObject([
    { name: 'orders', sentence: expect.stringContaining('2 partitions instead of 3') as string },
  ]);
});

test('a renamed topic is lost under its old name', () => {
  const renamed = plan(change(TOPIC, topic(), topic({ name: 'sales' }), true));
  expect(lostTopics([renamed])).toMatchObject([
    { name: 'orders', sentence: expect.stringContaining('and sales is made, empty') as string },
  ]);
});

test('a topic made anew for another reason is lost too', () => {
  expect(lostTopics([plan(change(TOPIC, topic(), topic({ replication_factor: 2 }), true))])).toMatchObject([
    { sentence: 'The topic orders is deleted with all its records and recreated, empty.' },
  ]);
});

test.each([
  ['is new', null, topic()],
  ['stays as it is', topic(), topic()],
  ['gets more partitions', topic(), topic({ partitions: 4 })],
])('a topic that %s is not lost', (_, before, after) => {
  expect(lostTopics([plan(change(TOPIC, before, after))])).toEqual([]);
});

test('what is only read is nobody’s loss', () => {
  const read = { ...change(TOPIC, topic(), null), mode: 'data' };
  expect(lostTopics([plan(read)])).toEqual([]);
});

test.each([
  [KEPT.configs, 'the configuration of every connector'],
  [KEPT.offsets, 'how far its connectors have read'],
  [KEPT.statuses, 'the state of its connectors'],
  [KEPT.schemas, 'every schema'],
])('a topic in which another stack keeps its %s says what goes with it', (kept, loss) => {
  const worker = container('worker', { [KEEPS_LABEL + kept]: 'orders' });
  const services = plan(change('docker_container', worker, worker));
  const [lost] = lostTopics([plan(change(TOPIC, topic(), null)), services]);
  expect(lost?.sentence).toContain(loss);
});

test.each([
  ['compose-connect-configs', 'the configuration of every connector'],
  ['connect-offsets', 'how far its connectors have read'],
  ['my-connect.status', 'the state of its connectors'],
  ['_schemas', 'every schema'],
])('without the containers, the name %s says what goes with it', (name, loss) => {
  const [lost] = lostTopics([plan(change(TOPIC, topic({ name }), null))]);
  expect(lost?.sentence).toContain(loss);
});

const minimum = (value: string) => ({ config: { 'min.insync.replicas': value } });

test.each([
  [2, '2', 0],
  [1, '2', 1],
])('replication factor %i under min.insync.replicas %s is %i danger', (copies, needed, count) => {
  const lowered = change(
    TOPIC,
    topic(minimum(needed)),
    topic({ ...minimum(needed), replication_factor: copies }),
  );
  expect(tooFewCopies([plan(lowered)])).toHaveLength(count);
});

test('min.insync.replicas above the replication factor is as bad', () => {
  const [danger] = tooFewCopies([plan(change(TOPIC, topic(minimum('2')), topic(minimum('4'))))]);
  expect(danger).toEqual({
    rule: 'replication',
    name: 'orders',
    sentence:
      'The topic orders gets replication factor 3, below its min.insync.replicas of 4: every write with acks=all would be refused.',
  });
});

test.each([
  [2, '1', 0],
  [1, '1', 1],
])(
  'replication factor %i, with min.insync.replicas lowered from 2 to %s, is %i danger',
  (copies, needed, count) => {
    const before = topic(minimum('2'));
    const after = topic({ ...minimum(needed), replication_factor: copies });
    expect(tooFewCopies([plan(change(TOPIC, before, after))])).toHaveLength(count);
  },
);

test('min.insync.replicas lowered alone loses nothing', () => {
  expect(tooFewCopies([plan(change(TOPIC, topic(minimum('2')), topic(minimum('1'))))])).toEqual([]);
});

test('a topic without a setting of its own follows the brokers', () => {
  const kafka = (needed: string) => {
    const made = broker(1, topicDefaults({ 'min.insync.replicas': needed }));
    return plan(change('docker_container', made, made));
  };
  const lowered = plan(change(TOPIC, topic(), topic({ replication_factor: 1 })));
  expect(tooFewCopies([kafka('2'), lowered])).toHaveLength(1);
  expect(tooFewCopies([kafka('1'), lowered])).toEqual([]);
});

test('a topic that had too few copies before is no news', () => {
  const short = topic({ replication_factor: 1, ...minimum('2') });
  expect(tooFewCopies([plan(change(TOPIC, short, { ...short, partitions: 4 }))])).toEqual([]);
});

test('a deleted topic needs no copies', () => {
  expect(
    tooFewCopies([plan(change(TOPIC, topic({ replication_factor: 1, ...minimum('2') }), null))]),
  ).toEqual([]);
});
