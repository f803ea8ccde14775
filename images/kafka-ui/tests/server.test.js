import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createServer } from '../src/server.js';
import { readSettings } from '../src/settings.js';

/** Nobody listens on these ports, so that everything is away. */
const AWAY = {
  KAFKA_CLUSTERS_0_NAME: 'local',
  KAFKA_CLUSTERS_0_BOOTSTRAPSERVERS: '127.0.0.1:2,127.0.0.1:3',
  KAFKA_CLUSTERS_0_SCHEMAREGISTRY: 'http://127.0.0.1:4',
  KAFKA_CLUSTERS_0_KAFKACONNECT_0_NAME: 'files',
  KAFKA_CLUSTERS_0_KAFKACONNECT_0_ADDRESS: 'http://127.0.0.1:5',
};
const app = createServer(readSettings(AWAY).clusters);
const get = async (/** @type {string} */ path) => {
  const response = await app.request(path);
  return { response, text: await response.text() };
};

test('is healthy whether or not Kafka can be reached', async () => {
  const { response, text } = await get('/actuator/health');
  assert.equal(response.status, 200);
  assert.deepEqual(JSON.parse(text), { status: 'UP' });
});

for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
  test(`refuses ${method} everywhere`, async () => {
    for (const path of ['/', '/clusters/local/topics', '/actuator/health', '/nothing']) {
      const response = await app.request(path, { method });
      assert.equal(response.status, 405);
      assert.equal(response.headers.get('allow'), 'GET, HEAD');
    }
  });

test('finds a page by its address with a slash at the end', async () => {
  const { response } = await get('/clusters/local/topics/');
  assert.equal(response.status, 301);
  assert.match(response.headers.get('location') ?? '', /\/clusters\/local\/topics$/);
});

test('answers HEAD like GET, without a body', async () => {
  const response = await app.request('/clusters/local/connectors', { method: 'HEAD' });
  assert.equal(response.status, 200);
  assert.equal(await response.text(), '');
});

test('lets a browser run and load nothing but its own files, on every page', async () => {
  for (const path of ['/clusters/local', '/nothing', '/actuator/health']) {
    const { response } = await get(path);
    const policy = response.headers.get('content-security-policy') ?? '';
    assert.match(policy, /default-src 'none'.*script-src 'self';.*style-src 'self';.*frame-ancestors 'none'/);
    assert.doesNotMatch(policy, /unsafe/);
  }
});

test('uses no script or style within a page', async () => {
  const { text } = await get('/clusters/local');
  assert.doesNotMatch(text, /<style|\sstyle=|\son\w+=|<script(?! src="\/assets\/live.js")/);
});

for (const [path, what] of /** @type {const} */ ([
  ['', 'Kafka'],
  ['/topics', 'Kafka'],
  ['/topics/any', 'Kafka'],
  ['/groups', 'Kafka'],
  ['/groups/any', 'Kafka'],
  ['/windows', 'Kafka'],
  ['/subjects', 'The registry at http://127.0.0.1:4'],
  ['/subjects/any', 'The registry at http://127.0.0.1:4'],
  ['/connectors', 'Connect at http://127.0.0.1:5'],
  ['/connectors/files/any', 'Connect files'],
]))
  test(`says on ${path || 'the overview'} that ${what} can't be reached, and why`, async () => {
    const { response, text } = await get(`/clusters/local${path}`);
    assert.equal(response.status, 200);
    assert.ok(text.includes(`<strong>${what} can’t be reached.</strong>`), text);
    assert.match(text, /ECONNREFUSED|bad port/);
  });

test('shows the other parts although one is away', async () => {
  const { text } = await get('/clusters/local');
  assert.match(text, /Schema Registry<\/a>/);
  assert.match(text, /Connect files<\/a>/);
});

test('goes to the only cluster, and lists many', async () => {
  const { response } = await get('/');
  assert.equal(response.headers.get('location'), '/clusters/local');
  const many = createServer(
    readSettings({
      ...AWAY,
      KAFKA_CLUSTERS_1_NAME: 'other',
      KAFKA_CLUSTERS_1_BOOTSTRAPSERVERS: '127.0.0.1:2',
    }).clusters,
  );
  const text = await (await many.request('/')).text();
  assert.match(text, /href="\/clusters\/local".*href="\/clusters\/other"/s);
  assert.match(text, /unreachable/);
});

test('escapes what comes from an address', async () => {
  const { text } = await get(`/clusters/local/topics/${encodeURIComponent('<script>alert(1)</script>')}`);
  assert.ok(text.includes('&lt;script&gt;'));
  assert.ok(!text.includes('<script>'));
});

test('shows everything but its health to the user of its login alone', async () => {
  const login = { username: 'me', password: 'secret' };
  const closed = createServer(readSettings(AWAY).clusters, login);
  /** @param {string} path @param {string} [said] */
  const status = async (path, said) => {
    const headers = said ? { authorization: `Basic ${btoa(said)}` } : undefined;
    return (await closed.request(path, { headers })).status;
  };
  for (const path of ['/clusters/local/connectors', '/assets/style.css', '/nothing'])
    assert.deepEqual([await status(path), await status(path, 'me:other')], [401, 401]);
  assert.equal(await status('/assets/style.css', 'me:secret'), 200);
  assert.equal(await status('/actuator/health'), 200);
});

for (const path of ['/nothing', '/clusters/none', '/clusters/local/nothing', '/assets/../package.json'])
  test(`has nothing at ${path}`, async () => {
    assert.equal((await get(path)).response.status, 404);
  });
