import assert from 'node:assert/strict';
import { createServer as createHttpServer } from 'node:http';
import { after, before, beforeEach, mock, test } from 'node:test';
import { partitionOf } from '../src/actions/produce.js';
import { createServer } from '../src/server.js';
import { readSettings } from '../src/settings.js';

/** @import { AddressInfo } from 'node:net' */

/** What brokers and workers were asked for that changes something. @type {unknown[]} */
const asked = [];
const connect = createHttpServer(({ method, url }, response) => {
  if (method === 'POST') asked.push(url);
  const status = { name: 'files', type: 'source', connector: { state: 'RUNNING', worker_id: 'w' } };
  const tasks = [{ id: 0, state: 'FAILED', worker_id: 'w' }];
  response.end(JSON.stringify({ files: { info: { config: {} }, status: { ...status, tasks } } }));
});
const log = mock.method(console, 'log', () => {});
const lines = () => log.mock.calls.map(({ arguments: [line] }) => String(line).replace(/^\S+ /, ''));

/** @type {ReturnType<typeof readSettings>['clusters']} */
let clusters;
before(async () => {
  await new Promise((resolve) => connect.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {AddressInfo} */ (connect.address());
  ({ clusters } = readSettings({
    KAFKA_CLUSTERS_0_NAME: 'local',
    KAFKA_CLUSTERS_0_BOOTSTRAPSERVERS: '127.0.0.1:2',
    KAFKA_CLUSTERS_0_READONLY: 'false',
    KAFKA_CLUSTERS_0_KAFKACONNECT_0_NAME: 'workers',
    KAFKA_CLUSTERS_0_KAFKACONNECT_0_ADDRESS: `http://127.0.0.1:${port}`,
    KAFKA_CLUSTERS_1_NAME: 'other',
    KAFKA_CLUSTERS_1_BOOTSTRAPSERVERS: '127.0.0.1:2',
  }));
  const [{ kafka } = assert.fail()] = clusters;
  Object.assign(kafka, { metadata: async () => METADATA, ask });
});
beforeEach(() => {
  asked.length = 0;
  log.mock.resetCalls();
  group = { state: 'Empty', members: [] };
  refusal = 0;
});
after(() => connect.close());

const BROKER = { id: 1, host: 'kafka1', port: 9092, rack: null };
const METADATA = {
  clusterId: 'c',
  controllerId: 1,
  brokers: [BROKER],
  topics: new Map(
    ['orders', '__consumer_offsets'].map((name) => [
      name,
      {
        name,
        isInternal: name.startsWith('__'),
        partitions: [0, 1, 2].map((partition) => ({ partition, leader: 1, replicas: [1], isr: [1] })),
      },
    ]),
  ),
};
/** @type {{ state: string, members: object[] }} */
let group;
/** The code with which brokers answer to what changes something. */
let refusal = 0;

/**
 * As brokers answer, by the number of the request.
 * @param {unknown} _broker
 * @param {{ key: number }} api
 * @param {any[]} request
 */
async function ask(_broker, { key }, ...request) {
  switch (key) {
    case 0:
      asked.push(
        request[2].map((/** @type {any} */ r) => [
          r.partition,
          r.key && String(r.key),
          r.value && String(r.value),
        ]),
      );
      return {
        responses: [{ partitionResponses: [{ errorCode: refusal, errorMessage: null, baseOffset: 41n }] }],
      };
    case 2:
      return {
        topics: request[2].map((/** @type {any} */ topic) => ({
          name: topic.name,
          partitions: topic.partitions.map((/** @type {any} */ { partitionIndex, timestamp }) => ({
            partitionIndex,
            errorCode: 0,
            offset: timestamp === -2n ? 3n : timestamp === -1n ? 9n : partitionIndex === 0 ? 6n : -1n,
          })),
        })),
      };
    case 8:
      asked.push([
        request[0],
        request[4].map((/** @type {any} */ t) =>
          t.partitions.map((/** @type {any} */ p) => p.committedOffset),
        ),
      ]);
      return { topics: [{ name: 'orders', partitions: [{ partitionIndex: 0, errorCode: refusal }] }] };
    case 9:
      return {
        groups: [
          {
            groupId: 'readers',
            topics: [
              {
                name: 'orders',
                partitions: [0, 1].map((partitionIndex) => ({ partitionIndex, committedOffset: 5n })),
              },
            ],
          },
        ],
      };
    case 15:
      return {
        groups: [
          { groupId: 'readers', protocolType: 'consumer', groupState: group.state, members: group.members },
        ],
      };
    case 16:
      return { groups: [{ groupId: 'readers' }] };
    default:
      return assert.fail(`asked for ${key}`);
  }
}

/**
 * @param {string} path
 * @param {Record<string, string>} [fields] of a form that is sent
 * @param {{ host?: string, origin?: string, login?: { username: string, password: string } }} [visitor]
 */
async function request(path, fields, { host = 'localhost:8080', origin = `http://${host}`, login } = {}) {
  const headers = login && { authorization: `Basic ${btoa(`${login.username}:${login.password}`)}` };
  const response = await createServer(clusters, login).request(
    `http://${host}/clusters/${path}`,
    fields && { method: 'POST', body: new URLSearchParams(fields), headers: { origin, ...headers } },
  );
  return { status: response.status, location: response.headers.get('location'), text: await response.text() };
}
const CONFIRMED = { confirmed: 'yes' };

test('leads from a topic, a group and a connector to what can be done there, and tells before what will happen', async () => {
  for (const [path, action, consequence] of /** @type {const} */ ([
    ['groups/readers', 'reset', 'reads again, or leaves out'],
    ['connectors/workers/files', 'restart', 'records may come twice'],
  ])) {
    assert.ok((await request(`local/${path}`)).text.includes(`href="/clusters/local/${path}/${action}"`));
    const form = await request(`local/${path}/${action}`);
    assert.equal(form.status, 200);
    assert.ok(form.text.includes(consequence), form.text);
    assert.match(form.text, /name="confirmed" value="yes" required/);
  }
  assert.match((await request('local/topics/orders/produce')).text, /stays in orders/);
  assert.deepEqual(asked, []);
});

test('produces a record, and a tombstone for a key', async () => {
  const sent = await request('local/topics/orders/produce', {
    ...CONFIRMED,
    key: 'a',
    value: 'x\r\ny',
    partition: '2',
  });
  assert.deepEqual([sent.status, sent.location], [303, '/clusters/local/topics/orders']);
  await request('local/topics/orders/produce', {
    ...CONFIRMED,
    key: 'a',
    value: '',
    tombstone: 'yes',
    partition: '0',
  });
  assert.deepEqual(asked, [[[2, 'a', 'x\ny']], [[0, 'a', undefined]]]);
  assert.deepEqual(lines(), [
    'a visitor: local: produced a record to orders, partition 2, offset 41',
    'a visitor: local: produced a tombstone to orders, partition 0, offset 41',
  ]);
});

/** @type {[string, string, Record<string, string>, RegExp][]} */
const REFUSED = [
  ['without a confirmation', 'topics/orders/produce', { value: 'x' }, /not confirmed/],
  [
    'to a topic of Kafka',
    'topics/__consumer_offsets/produce',
    { ...CONFIRMED, value: 'x' },
    /alone writes to it/,
  ],
  ['to a topic that is not there', 'topics/none/produce', { ...CONFIRMED, value: 'x' }, /no topic/],
  [
    'to a partition that is not there',
    'topics/orders/produce',
    { ...CONFIRMED, partition: '3' },
    /no partition &#39;3&#39;: 0 to 2/,
  ],
  [
    'a tombstone without a key',
    'topics/orders/produce',
    { ...CONFIRMED, tombstone: 'yes' },
    /must have the key/,
  ],
  [
    'a tombstone with a value',
    'topics/orders/produce',
    { ...CONFIRMED, key: 'a', value: 'x', tombstone: 'yes' },
    /has no value/,
  ],
  ['offsets to nowhere', 'groups/readers/reset', { ...CONFIRMED, to: 'there' }, /not to &#39;there&#39;/],
  ['offsets to no time', 'groups/readers/reset', { ...CONFIRMED, to: 'time', time: '' }, /as in 2026/],
  [
    'offsets of a topic that the group does not read',
    'groups/readers/reset',
    { ...CONFIRMED, to: 'first', topic: 'x' },
    /committed nothing/,
  ],
  ['offsets of no group', 'groups/none/reset', { ...CONFIRMED, to: 'first' }, /There is no group/],
  [
    'a task that is not there',
    'connectors/workers/files/restart',
    { ...CONFIRMED, what: 'task-1' },
    /no &#39;task-1&#39;/,
  ],
  [
    'a connector that is not there',
    'connectors/workers/x/restart',
    { ...CONFIRMED, what: 'all' },
    /no connector/,
  ],
];
for (const [what, path, fields, says] of REFUSED)
  test(`refuses ${what}, and says so`, async () => {
    const { status, text } = await request(`local/${path}`, fields);
    assert.equal(status, 409);
    assert.match(text, /Nothing was done/);
    assert.match(text, says);
    assert.deepEqual(asked, []);
    assert.match(String(lines()), /could not/);
  });

/** @type {[Record<string, string>, bigint[]][]} */
const OFFSETS = [
  [{ to: 'first' }, [3n, 3n]],
  [{ to: 'next', topic: 'orders' }, [9n, 9n]],
  // Where no record is that new, what comes next.
  [{ to: 'time', time: '2026-12-01T10:15' }, [6n, 9n]],
];
for (const [fields, offsets] of OFFSETS)
  test(`sets the offsets of a group without members, ${JSON.stringify(fields)}`, async () => {
    assert.equal((await request('local/groups/readers/reset', { ...CONFIRMED, ...fields })).status, 303);
    assert.deepEqual(asked, [['readers', [offsets]]]);
    assert.deepEqual(lines(), [
      `a visitor: local: set the offsets of the group readers: orders-0 from 5 to ${offsets[0]}, orders-1 from 5 to ${offsets[1]}`,
    ]);
  });

test('sets no offsets while somebody reads for the group', async () => {
  const member = {
    memberId: 'm',
    clientId: 'c',
    clientHost: '/127.0.0.1',
    memberAssignment: Buffer.alloc(0),
  };
  group = { state: 'Stable', members: [member] };
  for (const fields of [undefined, { ...CONFIRMED, to: 'first' }]) {
    const { status, text } = await request('local/groups/readers/reset', fields);
    assert.equal(status, 409);
    assert.match(text, /The group is stable, with 1 members: stop whatever reads/);
  }
  assert.deepEqual(asked, []);
});

test('says what Kafka refuses', async () => {
  refusal = 25;
  const offsets = await request('local/groups/readers/reset', { ...CONFIRMED, to: 'first' });
  assert.match(offsets.text, /Kafka refused offsets of orders-0: .*member/i);
  refusal = 29;
  const record = await request('local/topics/orders/produce', { ...CONFIRMED, value: 'x' });
  assert.match(record.text, /Kafka refused the record: .*authori/i);
});

/** @type {[string, string][]} */
const RESTARTS = [
  ['failed', '/connectors/files/restart?includeTasks=true&onlyFailed=true'],
  ['all', '/connectors/files/restart?includeTasks=true&onlyFailed=false'],
  ['connector', '/connectors/files/restart?includeTasks=false&onlyFailed=false'],
  ['task-0', '/connectors/files/tasks/0/restart'],
];
for (const [what, url] of RESTARTS)
  test(`restarts of a connector ${what}`, async () => {
    const { status, location } = await request('local/connectors/workers/files/restart', {
      ...CONFIRMED,
      what,
    });
    assert.deepEqual([status, location, asked], [303, '/clusters/local/connectors/workers/files', [url]]);
    assert.match(String(lines()), /a visitor: local: restarted the connector files of workers/);
  });

test('names the user of its login in the log', async () => {
  const login = { username: 'alice', password: 'secret' };
  const fields = { ...CONFIRMED, value: 'x', partition: '0' };
  assert.equal((await request('local/topics/orders/produce', fields, { login })).status, 303);
  assert.match(String(lines()), /^alice: local: produced/);
});

test('does nothing for other sites, nor for one whose name leads here', async () => {
  const fields = { ...CONFIRMED, value: 'x', partition: '0' };
  const status = async (/** @type {object} */ visitor) =>
    (await request('local/topics/orders/produce', fields, visitor)).status;
  assert.equal(await status({ origin: 'http://example.com' }), 403);
  assert.equal(await status({ host: 'example.com' }), 403);
  assert.deepEqual(asked, []);
  assert.equal(await status({ host: '172.18.0.9:8080' }), 303);
  assert.equal(await status({ host: 'example.com', login: { username: 'a', password: 'b' } }), 303);
});

test('does nothing in a cluster that is not managed, and offers nothing', async () => {
  assert.equal((await request('other/topics/orders/produce')).status, 404);
  assert.equal((await request('other/topics/orders/produce', CONFIRMED)).status, 404);
});

test('chooses the partition of a key as the clients of Java do', () => {
  const partitions = Array.from({ length: 10 }, (_, partition) => ({
    partition,
    leader: 1,
    replicas: [],
    isr: [],
  }));
  const topic = { name: 't', isInternal: false, partitions };
  // Utils.toPositive(Utils.murmur2(key)) % 10 of Kafka's own tests: murmur2('21') is -973932308, of 'foobar' -790332482.
  assert.equal(partitionOf(topic, '', '21').partition, (-973932308 & 0x7fffffff) % 10);
  assert.equal(partitionOf(topic, '', 'foobar').partition, (-790332482 & 0x7fffffff) % 10);
});
