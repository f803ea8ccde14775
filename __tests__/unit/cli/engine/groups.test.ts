import type { Admin } from 'kafkajs';
import { consumerGroups } from '../../../../cli/engine/groups';

const at = (partition: number, offset: string): object => ({ partition, offset, metadata: null });

const offsets: Record<string, object[]> = {
  shop: [
    { topic: 'payments', partitions: [at(0, '7')] },
    { topic: 'orders', partitions: [at(0, '10'), at(1, '-1'), at(2, '30')] },
    { topic: 'gone', partitions: [at(0, '5')] },
  ],
  idle: [{ topic: 'leaderless', partitions: [at(0, '5')] }],
  young: [],
};

const ends: Record<string, object[]> = {
  orders: [
    { partition: 0, high: '15' },
    { partition: 1, high: '100' },
    { partition: 2, high: '29' },
  ],
  payments: [{ partition: 0, high: '7' }],
};

const asked: string[] = [];

const admin = {
  listGroups: () =>
    Promise.resolve({
      groups: [
        { groupId: 'shop', protocolType: 'consumer' },
        { groupId: 'idle', protocolType: '' },
        { groupId: 'young', protocolType: 'consumer' },
        { groupId: 'workers', protocolType: 'connect' },
        // As another broker names it that was its coordinator before.
        { groupId: 'shop', protocolType: 'consumer' },
      ],
    }),
  describeGroups: () =>
    Promise.resolve({
      groups: [
        { groupId: 'shop', state: 'Stable', members: [{}, {}] },
        { groupId: 'idle', state: 'Empty', members: [] },
      ],
    }),
  listTopics: () => Promise.resolve(['orders', 'payments', 'leaderless', 'other']),
  fetchOffsets: ({ groupId }: { groupId: string }) => Promise.resolve(offsets[groupId]),
  fetchTopicOffsets: (topic: string) => {
    asked.push(topic);
    return ends[topic] ? Promise.resolve(ends[topic]) : Promise.reject(new Error('no leader'));
  },
} as unknown as Admin;

test('a lag is what a group has not read of the partitions in which it has an offset', async () => {
  const groups = await consumerGroups(admin);
  expect(groups.find(({ name }) => name === 'shop')).toEqual({
    name: 'shop',
    state: 'Stable',
    members: 2,
    topics: [{ topic: 'gone' }, { topic: 'orders', lag: 5 }, { topic: 'payments', lag: 0 }],
  });
});

test('groups without members or offsets are told too; those that read nothing are not', async () => {
  expect((await consumerGroups(admin)).filter(({ name }) => name !== 'shop')).toEqual([
    { name: 'idle', state: 'Empty', members: 0, topics: [{ topic: 'leaderless' }] },
    { name: 'young', state: 'Unknown', members: 0, topics: [] },
  ]);
});

test('brokers are not asked for a topic that is gone, which they might make', () => {
  expect([...new Set(asked)].sort()).toEqual(['leaderless', 'orders', 'payments']);
});
