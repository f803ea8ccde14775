import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { puttingRight } from '../../../../cli/engine/access/put-right';
import { Deployment, Refusal } from '../../../../cli/engine/deploy';
import { BROKER_ENDPOINT, ENDPOINT_LABEL, LABEL } from '../../../../constructs/core/labels';
import { waitUntilReady } from '../../../../cli/engine/conditions';
import type { Condition, Drift, Runtime } from '../../../../cli/engine/runtime';
import type { Change } from '../../../../cli/engine/plan';
import { CommandError } from '../../../../cli/program';
import { adoptExisting } from '../../../../cli/engine/adoption';
import { areReachable } from '../../../../cli/engine/partitions';
import { readStacks, type Stack } from '../../../../cli/engine/synthesis';
import { broker, change, container, plan, topic } from '../../../support/plans';
import { ofCluster } from '../../../support/two-clusters';

// Another attempt needs no second here to find things changed.
jest.mock('async-retry', () => {
  const retry = jest.requireActual<(work: unknown, options: object) => unknown>('async-retry');
  return (work: unknown, options: object) => retry(work, { ...options, minTimeout: 0 });
});

// Nor is a service looked at again only after half a second.
jest.mock('node:timers/promises', () => ({
  setTimeout: () => new Promise((resolve) => setImmediate(resolve)),
}));

// No broker is there that could be asked for topics.
jest.mock('../../../../cli/engine/adoption', () => ({
  adoptExisting: jest.fn(() => Promise.resolve(false)),
}));

// Nor is one elsewhere than it will be.
jest.mock('../../../../cli/engine/partitions', () => ({
  ...jest.requireActual<object>('../../../../cli/engine/partitions'),
  areReachable: jest.fn(() => Promise.resolve(true)),
}));

// Nor for users.
jest.mock('../../../../cli/engine/access/put-right', () => ({
  puttingRight: jest.fn(() => () => Promise.resolve([])),
}));

const CONTAINER = 'docker_container';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'deploy-'));
  const binary = join(folder, 'terraform');
  // Plans what the test has prepared, and applies nothing; after a targeted plan there is nothing left to do.
  const script = `#!/bin/sh
case $1 in
  init) [ -e .terraform/broken ] && exit 1; exit 0 ;;
  plan)
    [ -e invalid ] && { echo "│ Error: $(cat invalid)"; exit 1; }
    case "$*" in *-refresh=false*) ;; *) [ -e nobody-answers ] && { echo "│ Error: dial tcp"; exit 1; } ;; esac ;;
  show) cat plan.json; exit ;;
  state) cat state; exit ;;
esac
echo "$*" >> arguments
case "$*" in *-target=*) echo '{"format_version":"1.2"}' > next.json ;; esac
echo "\${PWD##*/}: $1$(for word in $*; do case $word in -destroy|-refresh=false|-replace=*|-target=*) printf " $word" ;; esac; done)" >> ../calls
if [ $1 = apply ] && [ -e fails ]; then echo "│ Error: $(cat fails)"; [ -e fails-once ] && rm fails; exit 1; fi
if [ $1 = apply ] && [ -e next.json ]; then mv next.json plan.json; fi
exit 0
`;
  writeFileSync(binary, script);
  chmodSync(binary, 0o755);
  process.env.TERRAFORM_BINARY_NAME = binary;
});

afterEach(() => {
  conditions = {};
  drift = [];
  jest.mocked(areReachable).mockResolvedValue(true);
  delete process.env.TERRAFORM_BINARY_NAME;
});

function stack(name: string, changes: Change[], dependencies: string[] = [], isDeployed = true): Stack {
  const directory = join(folder, name);
  const services = changes.map(({ change: { after } }) => after).filter((after) => after?.healthcheck);
  mkdirSync(directory);
  writeFileSync(join(directory, 'plan.json'), JSON.stringify(plan(...changes)));
  const instances = [{ attributes: { id: 'orders' } }];
  const state = {
    serial: 1,
    resources: isDeployed ? [{ mode: 'managed', type: 'kafka_topic', instances }] : [],
  };
  writeFileSync(join(directory, 'state'), JSON.stringify(state));
  return {
    name,
    directory,
    localState: undefined,
    dependencies,
    providers: {},
    kafkaProviders: [],
    connectUrl: undefined,
    registries: [],
    imports: [],
    resources: (type) => {
      if (type === 'kafka_topic' && name === 'topics')
        return [{ address: 'x', attributes: { name: 'orders' } }];
      if (type !== CONTAINER) return [];
      return services.map((attributes) => ({ address: `${CONTAINER}.it`, attributes: attributes! }));
    },
  };
}

/** As the command reads them. */
function providersOf(...kafka: Record<string, unknown>[]): Stack['kafkaProviders'] {
  const entry = { name: 'topics', constructPath: 'topics', dependencies: [] };
  const paths = { synthesizedStackPath: 'cdk.tf.json', workingDirectory: '.' };
  writeFileSync(
    join(folder, 'manifest.json'),
    JSON.stringify({ stacks: { topics: { ...entry, ...paths } } }),
  );
  writeFileSync(join(folder, 'cdk.tf.json'), JSON.stringify({ terraform: {}, provider: { kafka } }));
  return readStacks(folder)[0]?.kafkaProviders ?? [];
}

const calls = (command: string): string[] =>
  existsSync(join(folder, 'calls'))
    ? readFileSync(join(folder, 'calls'), 'utf8')
        .split('\n')
        .filter((call) => call.includes(`: ${command}`))
    : [];

/** Of a container when it is asked for the first time, the second, and so on; the last stays. */
let conditions: Record<string, Condition[]> = {};

/** The containers that are not what they were declared to be. */
let drift: Drift[] = [];

const runtime: Runtime = {
  settle: (stack, say) => waitUntilReady(runtime, stack, say),
  differences: () => Promise.resolve(new Map()),
  execute: () => Promise.reject(new Error('nothing is run in a container')),
  drifted: () => Promise.resolve(drift),
  conditions: (names: readonly string[]) =>
    Promise.resolve(
      new Map(
        names.map((name) => {
          const [now = 'well', ...later] = conditions[name] ?? [];
          if (later.length > 0) conditions[name] = later;
          return [name, now];
        }),
      ),
    ),
};

const deploy = (stacks: Stack[], ...allowed: string[]): Promise<readonly string[]> =>
  new Deployment(stacks, runtime, allowed, () => undefined).run();

/** A container that the platform takes for a service. */
const service = (name: string): Record<string, unknown> =>
  container(name, {}, { healthcheck: [{}], labels: [{ label: 'cdktf-streaming.service', value: name }] });

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
    details: expect.stringContaining('npx cdktf-streaming up --allow volume:data') as string,
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

test('what users have beside the program is put right once a stack is deployed, before the next, and told', async () => {
  const before: string[][] = [];
  jest.mocked(puttingRight).mockReturnValueOnce(({ name }) => {
    before.push(calls('apply'));
    return Promise.resolve([`of ${name}`]);
  });
  const stacks = [stack('users', [starts]), stack('services', [starts], ['users'])];
  await expect(deploy(stacks, 'acl:User:bob')).resolves.toEqual(['of users', 'of services']);
  expect(before).toEqual([['users: apply'], ['users: apply', 'services: apply']]);
  expect(jest.mocked(puttingRight).mock.lastCall?.slice(0, 2)).toEqual([stacks, ['acl:User:bob']]);
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

  const brokers = (): Stack =>
    stack('kafka', [change(CONTAINER, service('kafka1'), service('kafka1'), true)]);

  test.each(['away', 'failing', 'starting'] as const)(
    'of brokers that are %s are gated as they were last seen, before anything is applied',
    async (condition) => {
      conditions.kafka1 = [condition];
      await expect(deploy([brokers(), deleted()])).rejects.toThrow(Refusal);
      expect(calls('').at(-1)).toBe('topics: plan -refresh=false');
    },
  );

  test.each([
    ['ours', 'localhost:9192', 'topics: plan -refresh=false'],
    ['somebody else runs', 'elsewhere:9092', 'topics: plan'],
  ])(
    'of brokers that are not yet where they will be are gated unasked, if they are ours: %s',
    async (_, server, planned) => {
      jest.mocked(areReachable).mockResolvedValue(false);
      const at = (address: string) => broker(1, { [ENDPOINT_LABEL + BROKER_ENDPOINT]: address });
      const moves = change(CONTAINER, at('localhost:9092'), at('localhost:9192'), true);
      const topics = { ...deleted(), kafkaProviders: [{ name: 'kafka', servers: [server], isOpen: true }] };
      await expect(deploy([stack('kafka', [moves]), topics])).rejects.toThrow(Refusal);
      expect(calls('').at(-1)).toBe(planned);
    },
  );

  test('of brokers that leave out a step to TLS are not asked there before the gate has spoken, also if the same command made the certificates', async () => {
    jest.mocked(areReachable).mockResolvedValue(false);
    const secrets = join(folder, 'secrets');
    const [ca_cert, admin] = ['ca.crt', 'admin.pem'].map((name) => join(secrets, name));
    const provider = {
      bootstrap_servers: ['localhost:9192'],
      ca_cert,
      client_cert: admin,
      client_key: admin,
    };
    const topics = { ...deleted(), kafkaProviders: providersOf(provider) };
    writeFileSync(join(topics.directory, 'nobody-answers'), '');
    mkdirSync(secrets);
    for (const file of [ca_cert, admin]) writeFileSync(String(file), '');
    const at = (id: number, address: string, listeners: string): Record<string, unknown> =>
      broker(id, { [ENDPOINT_LABEL + BROKER_ENDPOINT]: address, [LABEL.brokerListeners]: listeners });
    const moves = [1, 2].map((id) =>
      change(
        CONTAINER,
        at(id, `localhost:${9091 + id}`, 'INTERNAL:PLAINTEXT,EXTERNAL:PLAINTEXT'),
        at(id, `localhost:${9191 + id}`, 'BROKERS:SSL,ADMIN:SSL'),
        true,
      ),
    );
    await expect(deploy([stack('kafka', moves), topics])).rejects.toMatchObject({
      message: 'Stopped before anything was lost:',
      details: expect.stringContaining('--allow listeners:at-once') as string,
    });
    expect(calls('')).toEqual(['kafka: plan', 'topics: plan -refresh=false']);
  });

  test('of brokers that were down are planned, and gated, again once they are back', async () => {
    conditions.kafka1 = ['well', 'away', 'away', 'well'];
    const stacks = [brokers(), stack('topics', [change('kafka_topic', topic(), topic())], ['kafka'])];
    const now = plan(change('kafka_topic', topic(), null));
    const seen = new Deployment(stacks, runtime, [], (step) => {
      if (step === 'applying kafka') writeFileSync(join(folder, 'topics', 'plan.json'), JSON.stringify(now));
    });
    await expect(seen.run()).rejects.toThrow(Refusal);
    expect(calls('')).toEqual(['kafka: plan', 'topics: plan -refresh=false', 'kafka: apply', 'topics: plan']);
  });

  test('are asked for again while brokers that came back are still electing', async () => {
    const electing = new CommandError(
      'The brokers at localhost:9092 refused the request: No brokers in the broker pool',
    );
    jest.mocked(adoptExisting).mockRejectedValueOnce(electing);
    await deploy([stack('topics', [change('kafka_topic', topic(), topic())])]);
    expect(calls('')).toEqual(['topics: plan']);
  });

  test('that nobody has deployed are planned only once the brokers run', async () => {
    conditions.kafka1 = ['away', 'away', 'away', 'well'];
    await deploy([brokers(), stack('topics', [change('kafka_topic', null, topic())], ['kafka'], false)]);
    expect(calls('')).toEqual(['kafka: plan', 'kafka: apply', 'topics: plan', 'topics: apply']);
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

describe('brokers in the stack of their topics', () => {
  const isThere = (deployed: boolean): Stack => {
    const kafka1 = { ...broker(1), healthcheck: [{}] };
    const before = deployed ? kafka1 : null;
    // The stack of this name holds a topic.
    return stack('topics', [change(CONTAINER, before, kafka1)], [], deployed);
  };

  test.each([true, false])('come first where they are down (deployed: %s)', async (deployed) => {
    conditions.kafka1 = [...(deployed ? (['away'] as const) : []), 'away', 'well'];
    await deploy([isThere(deployed)]);
    expect(calls('')).toEqual([
      ...(deployed ? ['topics: plan -refresh=false'] : []),
      'topics: plan -target=docker_container.it',
      'topics: apply',
      'topics: plan',
    ]);
  });

  test('that fail are made anew, as one answer of the Engine has it', async () => {
    conditions.kafka1 = ['failing', 'well'];
    await deploy([isThere(false)]);
    expect(calls('')[0]).toBe('topics: plan -target=docker_container.it -replace=docker_container.it');
  });

  test('are left alone where they work', async () => {
    await deploy([isThere(true)]);
    expect(calls('')).toEqual(['topics: plan']);
  });
});

describe('a service', () => {
  const unchanged = (name = 'a'): Stack =>
    stack('services', [change(CONTAINER, service(name), service(name))]);

  test('that fails is made anew, though nothing of it was changed', async () => {
    conditions.a = ['failing', 'failing', 'well'];
    await deploy([unchanged()]);
    expect(calls('')[0]).toBe('services: plan -replace=docker_container.it');
  });

  test('that is not what it was declared to be is made anew, with what fails', async () => {
    drift = [{ address: 'docker_container.other', name: 'other', attributes: ['healthcheck'] }];
    conditions.a = ['failing', 'failing', 'well'];
    await deploy([unchanged()]);
    const [one, other] = ['it', 'other'].map((each) => ` -replace=docker_container.${each}`);
    expect(calls('').slice(0, 2)).toEqual([`services: plan${one}`, `services: plan${one}${other}`]);
  });

  test('that is about to work is waited for, and left alone', async () => {
    conditions.a = ['starting', 'starting', 'starting', 'well'];
    await deploy([unchanged()]);
    expect(calls('')).toEqual(['services: plan']);
  });

  test('that does not come to work is made anew after all', async () => {
    conditions.a = ['starting', 'starting', 'failing'];
    await deploy([unchanged()]);
    expect(calls('')).toEqual([
      'services: plan',
      'services: plan -replace=docker_container.it',
      'services: apply',
    ]);
  });
});

test.each([
  ['a topic', 'kafka_topic', [], ['it: untaint']],
  ['a container that works by now', CONTAINER, ['well'], ['it: untaint']],
  ['a container that does not work', CONTAINER, ['failing'], []],
] as const)('%s that was left half made is kept if it is there', async (_, type, condition, kept) => {
  conditions.a = [...condition];
  const halfMade = stack('it', [change(CONTAINER, service('a'), service('a'))]);
  const instances = [{ attributes: { id: 'orders' }, status: 'tainted' }];
  const resources = [{ mode: 'managed', type, name: 'it', instances }];
  writeFileSync(join(halfMade.directory, 'state'), JSON.stringify({ serial: 1, resources }));
  await deploy([halfMade]);
  expect(calls('untaint')).toEqual(kept);
});

test('a deploy that failed for good goes on with nothing', async () => {
  const stacks = [stack('a', [starts]), stack('b', [starts])];
  writeFileSync(join(folder, 'a', 'fails'), 'no such image');
  await expect(deploy(stacks)).rejects.toThrow('terraform apply a failed');
  const after = calls('');
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(calls('')).toEqual(after);
  expect(after.filter((call) => call === 'a: apply')).toHaveLength(1);
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

test('a container that has moved to another stack goes before it is made there', async () => {
  const old = stack('old', [change(CONTAINER, container('app'), null)], ['new']);
  await deploy([stack('new', [change(CONTAINER, null, container('app'))]), old]);
  expect(calls('').slice(2)).toEqual([
    'old: plan -target=docker_container.it',
    'old: apply',
    'new: apply',
    'old: plan',
  ]);
});

test('what Terraform keeps beside a stack is made anew where it cannot be used', async () => {
  const broken = stack('a', [runs]);
  mkdirSync(join(broken.directory, '.terraform', 'broken'), { recursive: true });
  writeFileSync(join(broken.directory, '.terraform', 'environment'), 'blue');
  await deploy([broken]);
  // The workspace that somebody selected stays selected.
  expect(readdirSync(join(broken.directory, '.terraform'))).toEqual([
    'cdktf-streaming.initialized',
    'environment',
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

test('that one cluster can be replaced in turn is no yes to another', async () => {
  const replaced = ({ broker: of }: ReturnType<typeof ofCluster>): Change[] =>
    [1, 2].map((id) => change(CONTAINER, of(id), of(id, { A: 'b' }), true));
  const login = { name: 'kafka', servers: ['localhost:9192'], isOpen: false };
  const stacks = [
    stack('shop', replaced(ofCluster('shop'))),
    { ...stack('archive', replaced(ofCluster('archive', 9192))), kafkaProviders: [login] },
  ];
  await expect(deploy(stacks)).rejects.toMatchObject({
    details: expect.stringMatching(/^✖ The brokers archive-kafka1, archive-kafka2 [^✖]*$/) as string,
  });
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
    for (const took of [false, false, true]) jest.mocked(adoptExisting).mockResolvedValueOnce(took);
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
