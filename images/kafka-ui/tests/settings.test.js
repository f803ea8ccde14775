import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSettings } from '../src/settings.js';

const LOCAL = {
  KAFKA_CLUSTERS_0_NAME: 'local',
  KAFKA_CLUSTERS_0_BOOTSTRAPSERVERS: 'kafka1:19092,kafka2:19093',
};

test('takes the environment of kafbat/kafka-ui, and ignores what it does not know', () => {
  const { port, clusters } = readSettings({
    ...LOCAL,
    KAFKA_CLUSTERS_0_SCHEMAREGISTRY: 'http://registry:8081/',
    KAFKA_CLUSTERS_0_KAFKACONNECT_0_NAME: 'files',
    KAFKA_CLUSTERS_0_KAFKACONNECT_0_ADDRESS: 'http://connect:8083',
    KAFKA_CLUSTERS_0_READONLY: 'true',
    KAFKA_CLUSTERS_10_NAME: 'last',
    KAFKA_CLUSTERS_10_BOOTSTRAPSERVERS: 'other:9092',
    KAFKA_CLUSTERS_2_NAME: 'middle',
    KAFKA_CLUSTERS_2_BOOTSTRAPSERVERS: 'other:9092',
  });
  assert.equal(port, 8080);
  assert.deepEqual(
    clusters.map(({ name }) => name),
    ['local', 'middle', 'last'],
  );
  assert.deepEqual(clusters[0]?.kafka.bootstrapServers, ['kafka1:19092', 'kafka2:19093']);
  assert.equal(clusters[0]?.registry?.url, 'http://registry:8081');
  assert.deepEqual(
    clusters[0]?.connects.map(({ name, address }) => [name, address]),
    [['files', 'http://connect:8083']],
  );
  assert.equal(clusters[1]?.registry, undefined);
});

test('asks visitors for the login of a form', () => {
  const user = { SPRING_SECURITY_USER_NAME: 'me', SPRING_SECURITY_USER_PASSWORD: 'secret' };
  assert.deepEqual(readSettings({ ...LOCAL, ...user, AUTH_TYPE: 'LOGIN_FORM' }).login, {
    username: 'me',
    password: 'secret',
  });
  assert.equal(readSettings({ ...LOCAL, ...user }).login, undefined);
});

/** @type {[string, Record<string, string>, RegExp][]} */
const REFUSED = [
  ['no cluster', {}, /no cluster to show/],
  [
    'a cluster without a name',
    { KAFKA_CLUSTERS_0_BOOTSTRAPSERVERS: 'a:1' },
    /KAFKA_CLUSTERS_0_NAME must be set/,
  ],
  [
    'a cluster without servers',
    { KAFKA_CLUSTERS_0_NAME: 'a' },
    /KAFKA_CLUSTERS_0_BOOTSTRAPSERVERS must be set/,
  ],
  [
    'a server without a port',
    { ...LOCAL, KAFKA_CLUSTERS_0_BOOTSTRAPSERVERS: 'kafka1' },
    /host:port.*'kafka1'/,
  ],
  [
    'a registry that is no address',
    { ...LOCAL, KAFKA_CLUSTERS_0_SCHEMAREGISTRY: 'registry:8081' },
    /_SCHEMAREGISTRY must be an address/,
  ],
  [
    'a Connect without an address',
    { ...LOCAL, KAFKA_CLUSTERS_0_KAFKACONNECT_0_NAME: 'a' },
    /KAFKACONNECT_0_ADDRESS must be set/,
  ],
  [
    'two clusters of one name',
    { ...LOCAL, KAFKA_CLUSTERS_1_NAME: 'local', KAFKA_CLUSTERS_1_BOOTSTRAPSERVERS: 'a:1' },
    /two cluster entries named 'local'/,
  ],
  ['a login that it has not', { ...LOCAL, AUTH_TYPE: 'OAUTH2' }, /AUTH_TYPE must be.*'OAUTH2'/],
  ['a login without a user', { ...LOCAL, AUTH_TYPE: 'LOGIN_FORM' }, /SPRING_SECURITY_USER_NAME must be set/],
  ['port 0', { ...LOCAL, SERVER_PORT: '0' }, /SERVER_PORT/],
  ['port 65536', { ...LOCAL, SERVER_PORT: '65536' }, /SERVER_PORT/],
];
for (const [what, environment, message] of REFUSED)
  test(`refuses ${what}`, () => {
    assert.throws(() => readSettings(environment), message);
  });

test('manages a cluster only where it is said not to be read only', () => {
  const manages = (/** @type {string | undefined} */ KAFKA_CLUSTERS_0_READONLY) =>
    readSettings({ ...LOCAL, KAFKA_CLUSTERS_0_READONLY }).clusters[0]?.manages;
  assert.deepEqual([undefined, 'true', 'false', 'FALSE'].map(manages), [false, false, true, true]);
  assert.throws(() => manages('no'), /KAFKA_CLUSTERS_0_READONLY must be true or false, got 'no'/);
});
