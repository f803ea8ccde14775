import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exposition, ofDisks, ofGroups } from '../src/metrics.js';
import { createServer } from '../src/server.js';
import { readSettings } from '../src/settings.js';

const broker = { id: 1, host: 'kafka1', port: 19092, rack: undefined };
const position = { topic: 'orders', committed: 1n, end: 4n, member: undefined };
const group = { id: 'g', state: 'Empty', protocol: 'consumer', coordinator: 1, members: [], lag: 3n };

test('tells the lag of a group without a member, of each partition where it is known', () => {
  const positions = [
    { ...position, partition: 0, lag: 3n },
    { ...position, partition: 1, lag: undefined },
  ];
  const samples = ofGroups('local', [
    { groups: { value: [{ ...group, positions }] } },
    { groups: { error: 'away' } },
  ]);
  assert.equal(
    exposition(samples.filter(({ name }) => name === 'kafka_consumergroup_lag')).split('\n')[2],
    'kafka_consumergroup_lag{cluster="local",consumergroup="g",topic="orders",partition="0"} 3',
  );
  assert.deepEqual(
    samples.map(({ name, value }) => [name, value]),
    [
      ['group_member_count', 0],
      ['kafka_consumergroup_lag', 3n],
    ],
  );
});

test('tells the room on the disks of each broker, and adds up the copies of a topic', () => {
  const disk = { usable: 1n, total: 10n, topics: new Map([['orders', 2n]]) };
  const text = exposition(
    ofDisks('local', [
      { broker, ...disk },
      { broker: { ...broker, id: 2 }, ...disk },
    ]),
  );
  assert.match(text, /^broker_bytes_usable\{cluster="local",node_id="1"\} 1$/m);
  assert.match(text, /^broker_bytes_total\{cluster="local",node_id="2"\} 10$/m);
  assert.match(text, /^topic_bytes_disk\{cluster="local",topic="orders"\} 4$/m);
});

test('writes names as they are, whatever characters they have', () => {
  const sample = {
    name: /** @type {const} */ ('group_member_count'),
    labels: { group: 'a"b\\c\nd' },
    value: 1,
  };
  assert.ok(exposition([sample]).includes('group_member_count{group="a\\"b\\\\c\\nd"} 1\n'));
});

test('has no samples of a cluster that is away, and asks for a login where the page does', async () => {
  const { clusters } = readSettings({
    KAFKA_CLUSTERS_0_NAME: 'local',
    KAFKA_CLUSTERS_0_BOOTSTRAPSERVERS: '127.0.0.1:2',
  });
  const response = await createServer(clusters).request('/metrics');
  assert.equal(response.status, 200);
  assert.match(response.headers.get('content-type') ?? '', /^text\/plain; version=0\.0\.4/);
  assert.equal(await response.text(), '');
  const login = { username: 'me', password: 'x' };
  assert.equal((await createServer(clusters, login).request('/metrics')).status, 401);
});
