import { chmodSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { quotasAt } from '../../../../cli/engine/access/quotas';
import { existing } from '../../../../cli/engine/existing';
import { enterIntoState } from '../../../../cli/engine/state-entries';
import type { Stack } from '../../../../cli/engine/synthesis';
import { synthesized } from '../../../support/synthesized';

jest.mock('../../../../cli/engine/access/quotas', () => ({
  ...jest.requireActual<object>('../../../../cli/engine/access/quotas'),
  quotasAt: jest.fn(),
}));

let folder: string;
let server: Server;
let url: string;
let answers: Record<string, unknown>;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'existing-'));
  const binary = join(folder, 'terraform');
  writeFileSync(binary, '#!/bin/sh\n[ "$2" = pull ] && exec cat state\n[ "$2" = push ] && cp "$4" pushed\n');
  chmodSync(binary, 0o755);
  process.env.TERRAFORM_BINARY_NAME = binary;
  server = createServer(({ method, url: path = '' }, response) => {
    const answer = answers[`${method} ${path}`];
    response.writeHead(answer === undefined ? 404 : 200).end(JSON.stringify(answer ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(() => {
  server.close();
  delete process.env.TERRAFORM_BINARY_NAME;
});

const QUOTA = { name: 'q', entity_type: 'user', entity_name: 'billing', config: { producer_byte_rate: 5 } };
const found = (limits: Record<string, number>) =>
  jest.mocked(quotasAt).mockResolvedValue([{ of: 'user=billing', limits } as never]);
const KAFKA = { name: 'kafka', servers: ['localhost:9092'], isOpen: true };

function stack(resources: Parameters<typeof synthesized>[1], state = ''): Stack {
  writeFileSync(join(folder, 'state'), state);
  return synthesized('all', resources, {
    directory: folder,
    kafkaProviders: [KAFKA],
    connectUrl: url,
    registries: [{ name: 'restful.two', url }],
  });
}

test('a quota that is as declared is there, and another one is not', async () => {
  const declared = stack({ kafka_quota: [QUOTA] });
  found({ producer_byte_rate: 5 });
  await expect(existing(declared)).resolves.toEqual([
    {
      address: 'kafka_quota.q',
      provider: 'kafka',
      attributes: {
        entity_type: 'user',
        entity_name: 'billing',
        config: { producer_byte_rate: 5 },
        id: 'billing|user',
      },
    },
  ]);
  found({ producer_byte_rate: 6 });
  await expect(existing(declared)).resolves.toEqual([]);
});

test('what the state has is not looked for', async () => {
  const resource = {
    mode: 'managed',
    type: 'kafka_quota',
    name: 'q',
    instances: [{ attributes: { id: 'q' } }],
  };
  found({ producer_byte_rate: 5 });
  const deployed = stack({ kafka_quota: [QUOTA] }, JSON.stringify({ serial: 1, resources: [resource] }));
  await expect(existing(deployed)).resolves.toEqual([]);
});

test('a connector with secrets is there with these apart, if it has them all', async () => {
  const sink = { name: 'sink', config: {}, config_sensitive: { password: '${var.password}' } };
  answers = { 'GET /connectors?expand=info': { sink: { info: { config: { topics: 'a', password: 'p' } } } } };
  await expect(
    existing(stack({ 'kafka-connect_connector': [sink, { name: 'open', config: {} }] })),
  ).resolves.toEqual([
    {
      address: 'kafka-connect_connector.sink',
      provider: 'kafka-connect',
      attributes: { name: 'sink', id: 'sink', config: { topics: 'a' }, config_sensitive: { password: 'p' } },
    },
  ]);
  answers = { 'GET /connectors?expand=info': { sink: { info: { config: { topics: 'a' } } } } };
  await expect(existing(stack({ 'kafka-connect_connector': [sink] }))).resolves.toEqual([]);
});

test('a subject is there if the declared schema is the one in force, and its level if it has its own', async () => {
  const provider = 'restful.two';
  const subject = {
    name: 's',
    provider,
    path: '/subjects/orders-value/versions',
    read_path: '/subjects',
    body: { schema: '"string"', schemaType: 'AVRO' },
    depends_on: ['restful_resource.level'],
  };
  const level = { name: 'l', provider, path: '/config/orders-value', body: { compatibility: 'FULL' } };
  const declared = stack({ restful_resource: [subject, level] });
  answers = {
    'POST /subjects/orders-value': { version: 2 },
    'GET /subjects/orders-value/versions/latest': { version: 2 },
    'GET /config/orders-value': { compatibilityLevel: 'NONE' },
  };
  const entries = await existing(declared);
  expect(entries.map(({ address, attributes }) => [address, attributes.id])).toEqual([
    ['restful_resource.s', '/subjects'],
    ['restful_resource.l', '/config/orders-value'],
  ]);
  expect(entries[0]).toMatchObject({
    provider,
    schemaVersion: 2,
    attributes: {
      body: { value: subject.body, type: ['object', { schema: 'string', schemaType: 'string' }] },
    },
  });
  expect(entries[0]?.attributes).not.toHaveProperty('depends_on');
  answers = { ...answers, 'GET /subjects/orders-value/versions/latest': { version: 3 } };
  delete answers['GET /config/orders-value'];
  await expect(existing(declared)).resolves.toEqual([]);
});

test.each([
  ['a state that is there', '{"version":4,"serial":7,"lineage":"l","resources":[{"type":"other"}]}', 8, 2],
  ['no state', '', 1, 1],
])('it is entered into %s, by the provider that is locked', async (_, state, serial, count) => {
  writeFileSync(join(folder, '.terraform.lock.hcl'), 'provider "registry.opentofu.org/mongey/kafka" {\n}\n');
  const providers = { kafka: { source: 'Mongey/kafka', version: '0.13.1' } };
  const entry = { address: 'kafka_quota.q', provider: 'kafka.two', attributes: { id: 'q' } };
  await enterIntoState({ ...stack({}, state), providers }, [entry]);
  const pushed = JSON.parse(readFileSync(join(folder, 'pushed'), 'utf8')) as { resources: object[] };
  expect(pushed).toMatchObject({ version: 4, serial, lineage: expect.any(String) as string });
  expect(pushed.resources).toHaveLength(count);
  expect(pushed.resources.at(-1)).toEqual({
    mode: 'managed',
    type: 'kafka_quota',
    name: 'q',
    provider: 'provider["registry.opentofu.org/mongey/kafka"].two',
    instances: [{ schema_version: 0, attributes: { id: 'q' } }],
  });
});
