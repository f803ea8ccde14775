import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brokerTool, INPUT } from '../../../../cli/engine/broker-tool';
import { clustersOf } from '../../../../cli/engine/clusters';
import type { Runtime } from '../../../../cli/engine/runtime';
import { change, plan } from '../../../support/plans';
import { ofCluster } from '../../../support/two-clusters';

const shop = ofCluster('shop');
const [cluster] = clustersOf([plan(change('docker_container', shop.broker(1), shop.broker(1)))]);
const bin = mkdtempSync(join(tmpdir(), 'tools-'));

/** In place of Kafka's: says how it was called, and what is in the files that it is given. */
for (const tool of ['kafka-reassign-partitions', 'kafka-leader-election']) {
  writeFileSync(join(bin, tool), '#!/bin/sh\necho "$@$KAFKA_OPTS"; cat "$4" "$5"\n');
  chmodSync(join(bin, tool), 0o755);
}

const TLS = {
  KAFKA_INTER_BROKER_LISTENER_NAME: 'INTERNAL',
  KAFKA_LISTENER_SECURITY_PROTOCOL_MAP: 'EXTERNAL:PLAINTEXT,INTERNAL:SSL,CONTROLLER:SSL',
  KAFKA_SSL_KEYSTORE_TYPE: 'PEM',
  KAFKA_SSL_KEYSTORE_LOCATION: '/run/secrets/kafka-tls/kafka1.pem',
  KAFKA_SSL_TRUSTSTORE_TYPE: 'PEM',
  KAFKA_SSL_TRUSTSTORE_LOCATION: '/run/secrets/kafka-tls/ca.crt',
};

/** What the tool says, in a container with this environment. */
async function said(tool: string, environment: Record<string, string>): Promise<string[]> {
  let output = '';
  const runtime: Runtime = {
    drifted: () => Promise.resolve([]),
    settle: () => Promise.resolve([]),
    differences: () => Promise.resolve(new Map()),
    conditions: (names) => Promise.resolve(new Map(names.map((name) => [name, 'well']))),
    execute: (_, [command = '', ...args], input) => {
      const env = { ...environment, KAFKA_OPTS: '-javaagent:its-own', PATH: `${bin}:${process.env.PATH}` };
      // The folder of this test is that of the container.
      const own = args.map((arg) => arg.replaceAll('/tmp/', `${bin}/`));
      output = execFileSync(command, own, { env, input, encoding: 'utf8' }).replaceAll(`${bin}/`, '/tmp/');
      return Promise.resolve(output);
    },
  };
  const run = await brokerTool(cluster!, runtime);
  await run({ its: 'input' }, tool, INPUT);
  return output.trim().split('\n');
}

test.each([
  ['kafka-reassign-partitions', '--command-config'],
  ['kafka-leader-election', '--admin.config'],
])('%s shows the certificate of the broker in whose container it runs', async (tool, option) => {
  await expect(said(tool, TLS)).resolves.toEqual([
    `--bootstrap-server shop-kafka1:19092 ${option} /tmp/cdktf-streaming-client.properties /tmp/cdktf-streaming-input.json`,
    'security.protocol=SSL',
    'ssl.keystore.type=PEM',
    'ssl.keystore.location=/run/secrets/kafka-tls/kafka1.pem',
    'ssl.truststore.type=PEM',
    'ssl.truststore.location=/run/secrets/kafka-tls/ca.crt',
    '{"its":"input"}',
  ]);
});

test('where brokers speak plaintext among themselves a tool shows nothing, also beside listeners with TLS', async () => {
  const open = { ...TLS, KAFKA_LISTENER_SECURITY_PROTOCOL_MAP: 'INTERNAL:PLAINTEXT,EXTERNAL:SSL' };
  const [, ...files] = await said('kafka-reassign-partitions', open);
  expect(files).toEqual(['{"its":"input"}']);
});
