import { chmodSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { adoptTopics, reconcileConnectors } from '../../../../cli/engine/adoption';
import { withAdmin } from '../../../../cli/engine/partitions';
import type { Stack } from '../../../../cli/engine/synthesis';

jest.mock('../../../../cli/engine/partitions', () => ({ withAdmin: jest.fn() }));

const TYPE = 'kafka-connect_connector';

let folder: string;
let server: Server;
let running: string[];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'connectors-'));
  const binary = join(folder, 'terraform');
  writeFileSync(binary, '#!/bin/sh\n[ "$2" = pull ] && exec cat state\necho "$@" >> calls\n');
  chmodSync(binary, 0o755);
  process.env.TERRAFORM_BINARY_NAME = binary;
  server = createServer((_, response) => response.end(JSON.stringify(running)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterEach(() => {
  server.close();
  delete process.env.TERRAFORM_BINARY_NAME;
});

function stack(declared: string[], known: string[]): Stack {
  const instances = (id: string): unknown => ({
    mode: 'managed',
    type: TYPE,
    name: id,
    instances: [{ attributes: { id } }],
  });
  writeFileSync(join(folder, 'state'), JSON.stringify({ serial: 1, resources: known.map(instances) }));
  const resources = declared.map((name) => ({ address: `${TYPE}.${name}`, attributes: { name } }));
  return {
    name: 'connectors',
    directory: folder,
    localState: undefined,
    dependencies: [],
    providers: {},
    kafkaProviders: [],
    connectUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    registries: [],
    imports: [],
    resources: () => resources,
  };
}

const calls = (): string[] =>
  existsSync(join(folder, 'calls'))
    ? readFileSync(join(folder, 'calls'), 'utf8')
        .split('\n')
        .filter((call) => call.startsWith('state') || call.startsWith('import'))
    : [];

test('a connector that somebody deleted is forgotten, so that nothing fails to destroy it', async () => {
  running = ['kept'];
  await expect(reconcileConnectors(stack(['kept'], ['kept', 'deleted']))).resolves.toEqual([
    'the connector deleted was deleted by hand',
  ]);
  expect(calls()).toEqual([`state rm -lock-timeout=120s ${TYPE}.deleted -no-color`]);
});

test('a connector that an interrupted run made is taken over', async () => {
  running = ['made', 'foreign'];
  await expect(reconcileConnectors(stack(['made', 'new'], []))).resolves.toEqual([
    'took over the connector made',
  ]);
  expect(calls()).toEqual([`import -input=false -lock-timeout=120s ${TYPE}.made made -no-color`]);
});

test('nothing is done where state and workers agree', async () => {
  running = ['kept'];
  await expect(reconcileConnectors(stack(['kept', 'new'], ['kept']))).resolves.toEqual([]);
  expect(calls()).toEqual([]);
});

test('nothing is forgotten while the workers are away', async () => {
  const known = stack(['kept'], ['kept']);
  await new Promise((resolve) => server.close(resolve));
  await expect(reconcileConnectors(known)).resolves.toEqual([]);
});

test('topics are taken over from the cluster that their provider asks, also of one name', async () => {
  const known = [
    { mode: 'managed', type: 'kafka_topic', name: 'known', instances: [{ attributes: { id: 'orders' } }] },
  ];
  const declared = [
    { address: 'kafka_topic.known', attributes: { name: 'orders', provider: 'kafka' } },
    { address: 'kafka_topic.mirrored', attributes: { name: 'orders', provider: 'kafka.archive' } },
    { address: 'kafka_topic.new', attributes: { name: 'sales', provider: 'kafka.archive' } },
  ];
  const both = {
    ...stack([], []),
    kafkaProviders: [
      { name: 'kafka', servers: ['localhost:9092'], isOpen: true },
      { name: 'kafka.archive', servers: ['localhost:9192'], isOpen: true },
    ],
    resources: () => declared,
  };
  writeFileSync(join(folder, 'state'), JSON.stringify({ serial: 1, resources: known }));
  jest
    .mocked(withAdmin)
    .mockImplementation(([server]) =>
      Promise.resolve(server === 'localhost:9192' ? ['orders'] : ['orders', 'sales']),
    );
  await expect(adoptTopics(both)).resolves.toEqual(['orders']);
  expect(calls()).toEqual(['import -input=false -lock-timeout=120s kafka_topic.mirrored orders -no-color']);
});

test('a topic that only has another address by now is not taken over a second time', async () => {
  const moved = [
    { mode: 'managed', type: 'kafka_topic', name: 'old', instances: [{ attributes: { id: 'orders' } }] },
  ];
  const declared = [{ address: 'kafka_topic.new', attributes: { name: 'orders' } }];
  const provider = { name: 'kafka', servers: ['localhost:9092'], isOpen: true };
  const one = { ...stack([], []), kafkaProviders: [provider], resources: () => declared };
  writeFileSync(join(folder, 'state'), JSON.stringify({ serial: 1, resources: moved }));
  jest.mocked(withAdmin).mockResolvedValue(['orders']);
  await expect(adoptTopics(one)).resolves.toEqual([]);
});
