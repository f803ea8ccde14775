import { retentionCuts } from '../../../../../cli/engine/plan-gate/retention';
import { broker, change, plan, topic, topicDefaults } from '../../../../support/plans';
import { ofCluster } from '../../../../support/two-clusters';

type Config = Record<string, string>;

const edit = (before: Config | null, after: Config | null) =>
  plan(change('kafka_topic', topic({ config: before }), topic({ config: after })));
const HOUR = 3_600_000;
const WEEK = 168 * HOUR;

test('a shorter retention says what goes', () => {
  const cut = edit({ 'retention.ms': String(WEEK) }, { 'retention.ms': String(12 * HOUR) });
  expect(retentionCuts([cut])).toEqual([
    {
      rule: 'retention',
      name: 'orders',
      sentence:
        'The topic orders would keep only records of the last 12 hours, where it was records of the last 7 days: older ones are deleted at once.',
    },
  ]);
});

test.each<[string, Config | null, Config | null, number]>([
  ['a millisecond less', { 'retention.ms': '5000' }, { 'retention.ms': '4999' }, 1],
  ['the same', { 'retention.ms': '5000' }, { 'retention.ms': '5000', 'segment.ms': '1' }, 0],
  ['a millisecond more', { 'retention.ms': '5000' }, { 'retention.ms': '5001' }, 0],
  ['a limit where there was none', { 'retention.ms': '-1' }, { 'retention.ms': String(10 * WEEK) }, 1],
  ['no limit any more', { 'retention.ms': '5000' }, { 'retention.ms': '-1' }, 0],
  ['zero, which is a limit', { 'retention.ms': '1' }, { 'retention.ms': '0' }, 1],
  ['no setting any more', { 'retention.ms': String(WEEK) }, {}, 1],
  ['no setting before', null, { 'retention.ms': String(WEEK) }, 1],
  ['no setting at any time', null, {}, 0],
  ['any age where there was no setting', {}, { 'retention.ms': '-1' }, 0],
  ['a smaller size', { 'retention.bytes': '1000' }, { 'retention.bytes': '999' }, 1],
  ['a size where there was none', {}, { 'retention.bytes': '1000' }, 1],
  ['a larger size', { 'retention.bytes': '1000' }, { 'retention.bytes': '1001' }, 0],
  ['both', {}, { 'retention.bytes': '1000', 'retention.ms': '1000' }, 2],
  [
    'deletion of what was only compacted',
    { 'cleanup.policy': 'compact' },
    { 'cleanup.policy': 'compact,delete' },
    1,
  ],
  ['compaction', {}, { 'cleanup.policy': 'compact' }, 1],
  [
    'an age that compaction ignores',
    { 'cleanup.policy': 'compact' },
    { 'cleanup.policy': 'compact', 'retention.ms': '1' },
    0,
  ],
])('%s', (_, before, after, count) => {
  expect(retentionCuts([edit(before, after)])).toHaveLength(count);
});

const kafka = (before: Config, after: Config) =>
  plan(
    ...[0, 1].map((id) => {
      const [old, made] = [before, after].map((each) => broker(id, topicDefaults(each)));
      return change('docker_container', old!, made!, true);
    }),
  );

test('a shorter retention of the brokers is told once, not for each of them', () => {
  const dangers = retentionCuts([
    kafka({ 'retention.ms': String(WEEK) }, { 'retention.ms': String(HOUR) }),
    edit({}, { 'segment.ms': '1' }),
  ]);
  expect(dangers).toMatchObject([
    { name: 'brokers', sentence: expect.stringContaining('Topics without a setting of their own') as string },
  ]);
});

test('a size for the brokers is a cut too', () => {
  expect(retentionCuts([kafka({ 'retention.bytes': '-1' }, { 'retention.bytes': '1000' })])).toHaveLength(1);
});

test('a topic that leaves it to the brokers is measured by theirs', () => {
  const brokers = { 'retention.ms': String(HOUR) };
  expect(retentionCuts([kafka(brokers, brokers), edit({}, { 'retention.ms': String(HOUR) })])).toEqual([]);
  expect(
    retentionCuts([kafka(brokers, brokers), edit({}, { 'retention.ms': String(HOUR - 1) })]),
  ).toHaveLength(1);
});

test('brokers that do not say what they kept may lose anything by a limit', () => {
  expect(retentionCuts([kafka({}, { 'retention.ms': String(WEEK) })])).toMatchObject([{ name: 'brokers' }]);
});

test('where no plan says what the brokers keep, one sentence says so', () => {
  const [cut, ...more] = retentionCuts([edit({ 'retention.ms': '5', 'retention.bytes': '5' }, {})]);
  expect(more).toEqual([]);
  expect(cut?.sentence).toMatch(
    /^The topic orders would keep only what its brokers say, which none of the plans tells, where it was/,
  );
});

test('topics that come or go have nothing to cut', () => {
  const config = { 'retention.ms': '1' };
  const changes = [
    change('kafka_topic', null, topic({ config })),
    change('kafka_topic', topic(), null),
    change('kafka_topic', topic(), topic({ config, partitions: 1 }), true),
  ];
  expect(retentionCuts([plan(...changes)])).toEqual([]);
});

test('the brokers of each of two clusters speak for its own topics', () => {
  const [shop, archive] = [ofCluster('shop'), ofCluster('archive', 9192)];
  const keeps = (hours: number) => topicDefaults({ 'retention.ms': String(hours * HOUR) });
  const brokers = plan(
    change('docker_container', shop.broker(1, keeps(2)), shop.broker(1, keeps(2))),
    change('docker_container', archive.broker(1, keeps(9)), archive.broker(1, keeps(8)), true),
  );
  expect(retentionCuts([brokers]).map(({ sentence }) => sentence)).toEqual([
    'Topics on archive-kafka1 without a setting of their own would keep only records of the last 8 hours, where it was records of the last 9 hours: older ones are deleted at once.',
  ]);
});
