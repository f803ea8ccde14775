import { chmodSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reconcileConnectors } from '../../../cli/engine/adoption';
import type { Stack } from '../../../cli/engine/synthesis';

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
    kafkaServers: [],
    connectUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
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
