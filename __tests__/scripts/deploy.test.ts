import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Deployment, Refusal } from '../../scripts/lib/deploy';
import type { Change } from '../../scripts/lib/plan';
import { adoptTopics } from '../../scripts/lib/repair';
import type { Stack } from '../../scripts/lib/synthesis';
import { broker, change, container, plan, topic } from '../support/plans';

// Another attempt needs no second here to find things changed.
jest.mock('async-retry', () => {
  const retry = jest.requireActual<(work: unknown, options: object) => unknown>('async-retry');
  return (work: unknown, options: object) => retry(work, { ...options, minTimeout: 0 });
});

// No broker is there that could be asked for topics.
jest.mock('../../scripts/lib/repair', () => ({
  adoptTopics: jest.fn(() => Promise.resolve([])),
  reconcileConnectors: () => Promise.resolve([]),
}));

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'deploy-'));
  const binary = join(folder, 'terraform');
  // Plans what the test has prepared, and applies nothing; after a targeted plan there is nothing left to do.
  const script = `#!/bin/sh
case $1 in
  init) exit ;;
  plan) [ -e invalid ] && { echo "│ Error: $(cat invalid)"; exit 1; } ;;
  show) cat plan.json; exit ;;
esac
echo "$*" >> arguments
case "$*" in *-target=*) echo '{"format_version":"1.2"}' > next.json ;; esac
echo "$(basename $PWD): $1$(for word in $*; do case $word in -destroy|-target=*) printf " $word" ;; esac; done)" >> ../calls
if [ $1 = apply ] && [ -e fails ]; then echo "│ Error: $(cat fails)"; [ -e fails-once ] && rm fails; exit 1; fi
if [ $1 = apply ] && [ -e next.json ]; then mv next.json plan.json; fi
exit 0
`;
  writeFileSync(binary, script);
  chmodSync(binary, 0o755);
  process.env.TERRAFORM_BINARY_NAME = binary;
});

afterEach(() => {
  delete process.env.TERRAFORM_BINARY_NAME;
});

function stack(name: string, changes: Change[], dependencies: string[] = [], isDeployed = true): Stack {
  const directory = join(folder, name);
  mkdirSync(directory);
  writeFileSync(join(directory, 'plan.json'), JSON.stringify(plan(...changes)));
  const instances = [{ attributes: { id: 'orders' } }];
  const state = { resources: isDeployed ? [{ mode: 'managed', type: 'kafka_topic', instances }] : [] };
  writeFileSync(join(directory, 'state'), JSON.stringify(state));
  return {
    name,
    directory,
    stateFile: join(directory, 'state'),
    dependencies,
    providers: {},
    kafkaServers: [],
    connectUrl: undefined,
    resources: (type) =>
      type === 'kafka_topic' && name === 'topics' ? [{ address: 'x', attributes: { name: 'orders' } }] : [],
  };
}

const calls = (command: string): string[] =>
  existsSync(join(folder, 'calls'))
    ? readFileSync(join(folder, 'calls'), 'utf8')
        .split('\n')
        .filter((call) => call.includes(`: ${command}`))
    : [];

const deploy = (stacks: Stack[], ...allowed: string[]): Promise<void> =>
  new Deployment(stacks, allowed, () => undefined).run();

const CONTAINER = 'docker_container';
const runs = change(CONTAINER, container('a'), container('a'));
const starts = change(CONTAINER, null, container('b'));

test('nothing is applied before every plan was found harmless', async () => {
  const loses = change('docker_volume', { name: 'data' }, null);
  await expect(deploy([stack('first', [starts]), stack('second', [loses], ['first'])])).rejects.toThrow(
    Refusal,
  );
  expect(calls('plan').sort()).toEqual(['first: plan', 'second: plan']);
  expect(calls('apply')).toEqual([]);
});

test('the refusal says what would be lost and how to say yes', async () => {
  const loses = stack('platform', [change('docker_volume', { name: 'data' }, null)]);
  await expect(deploy([loses])).rejects.toMatchObject({
    message: 'Stopped before anything was lost:',
    details: expect.stringContaining('npm start -- --allow volume:data') as string,
  });
});

test('what is allowed is done', async () => {
  await deploy([stack('platform', [change('docker_volume', { name: 'data' }, null)])], 'volume:data');
  expect(calls('apply')).toEqual(['platform: apply']);
});

test('a stack without a change is planned once and not applied', async () => {
  await deploy([stack('first', [runs])]);
  expect(calls('plan')).toEqual(['first: plan']);
  expect(calls('apply')).toEqual([]);
});

test('a stack is applied after those that it needs', async () => {
  const stacks = [stack('a', [starts]), stack('b', [starts], ['a']), stack('c', [starts], ['b'])];
  await deploy(stacks);
  expect(calls('apply')).toEqual(['a: apply', 'b: apply', 'c: apply']);
});

test('nothing that needs a failed stack is applied', async () => {
  const stacks = [stack('a', [starts]), stack('b', [starts], ['a'])];
  writeFileSync(join(folder, 'a', 'fails'), '');
  await expect(deploy(stacks)).rejects.toThrow('terraform apply a failed');
  expect(calls('apply')).toEqual(['a: apply']);
});

describe('topics', () => {
  const deleted = (): Stack => stack('topics', [change('kafka_topic', topic(), null)], ['kafka']);

  test('are planned only once the brokers run, and gated then', async () => {
    await expect(deploy([stack('kafka', [starts]), deleted()])).rejects.toThrow(Refusal);
    expect(calls('')).toEqual(['kafka: plan', 'kafka: apply', 'topics: plan']);
  });

  test.each([
    ['planned', 'plan'],
    ['made', 'apply'],
  ])('are %s fifty at a time, because their provider mostly waits', async (_, command) => {
    const made = stack('topics', [change('kafka_topic', null, topic())]);
    await deploy([made]);
    const lines = readFileSync(join(made.directory, 'arguments'), 'utf8').split('\n');
    expect(lines.filter((line) => line.startsWith(command))).toEqual([
      expect.stringContaining(' -parallelism=50 '),
    ]);
  });

  test('are gated before anything is applied where the brokers run already', async () => {
    const edited = change(CONTAINER, container('a'), container('a', { A: 'b' }), true);
    await expect(deploy([stack('kafka', [edited]), deleted()])).rejects.toThrow(Refusal);
    expect(calls('apply')).toEqual([]);
  });
});

test.each([
  ['stays, and is made anew afterwards, is destroyed', container('app', { A: 'b' }), ' -destroy'],
  // Told to destroy, Terraform would take away what depended on it until now, too.
  ['has left the program goes alone', null, ''],
])('before a volume goes, what uses it and %s', async (_, after, option) => {
  const used = { ...container('app'), volumes: [{ volume_name: 'data' }] };
  const platform = stack('platform', [change('docker_volume', { name: 'data' }, null)]);
  const apps = stack('apps', [change(CONTAINER, used, after, after !== null)], ['platform']);
  await deploy([platform, apps], 'volume:data');
  expect(calls('')).toEqual([
    expect.stringMatching(/: plan$/),
    expect.stringMatching(/: plan$/),
    `apps: plan${option} -target=docker_container.it`,
    'apps: apply',
    'platform: apply',
    'apps: plan',
  ]);
});

test('where no stack says how to reach the brokers, they are not replaced together by mistake', async () => {
  const replaced = [1, 2].map((id) => change(CONTAINER, broker(id), broker(id, { A: 'b' }), true));
  await expect(deploy([stack('kafka', replaced)])).rejects.toMatchObject({
    details: expect.stringContaining('brokers:at-once') as string,
  });
  await deploy([stack('again', replaced)], 'brokers:at-once');
  expect(calls('apply')).toEqual(['again: apply']);
});

test.each([
  ['what a broker that came or went has stopped', 'kafka: broker not connected'],
  ['a topic that its predecessor is in the way of', 'kafka server: Topic with this name already exists'],
])('%s is planned and applied again', async (_, error) => {
  const stacks = [stack('a', [starts])];
  writeFileSync(join(folder, 'a', 'fails'), error);
  writeFileSync(join(folder, 'a', 'fails-once'), '');
  await deploy(stacks);
  expect(calls('')).toEqual(['a: plan', 'a: apply', 'a: plan', 'a: apply']);
});

describe('where nothing is deployed', () => {
  const first = (): Stack[] => [
    stack('platform', [starts], [], false),
    stack('kafka', [starts], ['platform'], false),
    stack('topics', [change('kafka_topic', null, topic())], ['kafka'], false),
  ];

  test('the first stack is planned alone, and each of the others once, while it is applied', async () => {
    await deploy(first());
    expect(calls('plan')).toHaveLength(3);
    expect(calls('')[0]).toBe('platform: plan');
    expect(calls('apply')).toEqual(['platform: apply', 'kafka: apply', 'topics: apply']);
  });

  test('topics that the brokers have all the same are taken over, and what is left is planned', async () => {
    jest.mocked(adoptTopics).mockResolvedValueOnce(['orders']).mockResolvedValueOnce([]);
    await deploy(first());
    expect(calls('').filter((call) => call.startsWith('topics'))).toEqual([
      'topics: plan',
      'topics: plan',
      'topics: apply',
    ]);
  });

  test('what cannot be planned stops the deploy before it and what needs it', async () => {
    const stacks = first();
    writeFileSync(join(folder, 'kafka', 'invalid'), 'no such attribute');
    await expect(deploy(stacks)).rejects.toThrow('terraform plan kafka failed');
    expect(calls('apply')).toEqual(['platform: apply']);
  });
});
