import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Testing, type TerraformStack } from 'cdktf';
import { diffLinesUnified } from 'jest-diff';
import { readStacks } from '../../../cli/engine/synthesis';
import { namedCertificates } from '../../../cli/setup/broker-certificates';
import { addStacks } from '../../../stacks';
import { readSettings } from '../../../stacks/settings';
import {
  FOLDERS,
  newProgramJson,
  programJson,
  STACKS,
  synthProgram,
  type ProgramJson,
} from '../../support/program';
import type { SnakeCase, Synthesized } from '../../support/synth';

const standard = programJson();

const KRAFT = { PLATFORM_METADATA: 'kraft' };
/** On the brokers of the other two. */
const FORMER_KRAFT = { ...KRAFT, PLATFORM_KAFKA: '3.9' };
const SECURED = { PLATFORM_SECURITY: 'secured' };

const VARIANTS: readonly [string, Record<string, string>][] = [
  ['the profile small', { PLATFORM_PROFILE: 'small' }],
  ['the profile performance', { PLATFORM_PROFILE: 'performance' }],
  ['metadata in KRaft', KRAFT],
];

test.each(VARIANTS)('%s differs from the profile standard as it was last read', (_, settings) => {
  const program = programJson(settings);
  for (const stack of STACKS) expect(difference(program[stack], standard[stack])).toMatchSnapshot(stack);
});

test('a secured platform differs from one with metadata in KRaft as it was last read', () => {
  const [secured, kraft] = [programJson(SECURED), programJson(FORMER_KRAFT)];
  for (const stack of STACKS) expect(difference(secured[stack], kraft[stack])).toMatchSnapshot(stack);
  expect(shown(secured.users!)).toMatchSnapshot('users');
});

const containers = (program: ProgramJson): SnakeCase[] =>
  Object.values(program).flatMap(
    (stack) => Object.values(stack.resource?.docker_container ?? {}) as unknown as SnakeCase[],
  );

/** Without what cdktf notes for itself, and without the application's own text, which has tests of its own. */
const shown = (json: Synthesized): unknown =>
  JSON.parse(JSON.stringify(json), (key, value: unknown) => {
    if (key === '//') return undefined;
    return key === 'content' ? '<the file>' : value;
  });

/** The lines that a variant adds to the standard profile and takes from it. */
function difference(variant: Synthesized, standard: Synthesized): string {
  const [one, other] = [standard, variant].map((json) => JSON.stringify(shown(json), null, 1).split('\n'));
  const plain = (text: string): string => text;
  const unified = diffLinesUnified(one!, other!, {
    ...{ aColor: plain, bColor: plain, commonColor: plain, patchColor: plain, changeColor: plain },
    ...{ contextLines: 1, omitAnnotationLines: true, expand: false },
  });
  // Where a line is changes with every line before it.
  return unified.replaceAll(/^@@ .*$/gm, '@@');
}

test.each(STACKS)('synthesizes the stack %s as it was last read', (stack) => {
  expect(shown(standard[stack])).toMatchSnapshot();
});

describe.each([['the profile standard', {}], ['a secured platform', SECURED], ...VARIANTS] as const)(
  '%s',
  (_name, settings) => {
    const program = programJson(settings);

    test.each(containers(program).map((c) => [c.name, c] as const))('hardens %s', (_, container) => {
      expect(container).toMatchObject({
        capabilities: { drop: ['ALL'] },
        security_opts: ['no-new-privileges:true'],
        restart: 'unless-stopped',
        wait: true,
        memory_swap: container.memory,
        log_opts: { 'max-size': '10m', 'max-file': '3' },
      });
      expect(container.user).toMatch(/^(appuser|kafkaui|185|472|nobody)$/);
      expect(container.healthcheck?.test.length).toBeGreaterThan(1);
      // Pages only read: they have nothing to finish.
      const isPage = ['kafka-ui', 'grafana'].includes(container.name);
      expect(container.destroy_grace_seconds).toBeGreaterThanOrEqual(isPage ? 10 : 30);
      for (const { ip } of container.ports ?? []) expect(ip).toBe('127.0.0.1');
    });

    test('publishes no host port twice', () => {
      const ports = containers(program).flatMap((c) => (c.ports ?? []).map((p) => p.external));
      expect(new Set(ports).size).toBe(ports.length);
    });

    test.each([
      ['kafka-ui', 8080],
      ['schema-registry', 8081],
      ['kafka-connect', 8083],
    ])('%s has the port that users know, %i', (name, port) => {
      const container = containers(program).find((c) => c.name === name);
      expect((container?.ports ?? []).map((p) => p.external)).toEqual([port]);
    });

    test('keeps every volume in the stack that outlives the containers', () => {
      const declared = Object.values(program.platform.resource?.docker_volume ?? {}).map((v) => v.name);
      const used = containers(program).flatMap((c) => (c.volumes ?? []).flatMap((v) => v.volume_name ?? []));
      expect(new Set(used)).toEqual(new Set(declared));
    });
  },
);

test('a profile with metrics is watched from a stack of its own, and one without says nothing', () => {
  expect(shown(standard.observability!)).toMatchSnapshot('observability');
  const small = programJson({ PLATFORM_PROFILE: 'small' });
  expect(small.observability).toBeUndefined();
  expect(JSON.stringify(small)).not.toMatch(/javaagent|jmx|prometheusServlet|metricsEnabled/i);
});

test('has the containers that users know', () => {
  const names = containers(programJson()).map((c) => c.name);
  expect(names.sort()).toEqual([
    'grafana',
    'kafka-connect',
    'kafka-spark-app',
    'kafka-ui',
    'kafka1',
    'kafka2',
    'kafka3',
    'listener',
    'prometheus',
    'schema-registry',
    'spark-master',
    'spark-worker-1',
    'spark-worker-2',
    'zoo1',
  ]);
});

test('with metadata in KRaft no ZooKeeper runs, and only the brokers and their volumes are others', () => {
  const [zooKeeper, kraft] = [programJson(), programJson(FORMER_KRAFT)];
  expect(containers(kraft).map((c) => c.name)).toEqual(
    containers(zooKeeper)
      .map((c) => c.name)
      .filter((name) => name !== 'zoo1'),
  );
  const others = STACKS.filter((stack) => stack !== 'kafka' && stack !== 'platform');
  for (const stack of others) expect(kraft[stack]).toEqual(zooKeeper[stack]);
  // Its alerts are for every platform; what it asks is of this one.
  const { observability, ...asked } = kraft;
  expect(JSON.stringify(asked)).not.toMatch(/zookeeper/i);
  expect(JSON.stringify(observability)).not.toMatch(/zoo1/);
});

test('on a secured platform every service and application but for Spark itself is a user, and so is the demo', () => {
  const program = programJson(SECURED);
  const services = containers(program).map(({ name }) => name);
  const principals = Object.values(program.users?.resource?.kafka_acl ?? {}).map((acl) => acl.acl_principal);
  const expected = services
    .filter((name) => !/^(kafka\d|spark-.*|prometheus|grafana)$/.test(name))
    .map((name) => `User:${name}`);
  expect([...new Set(principals)].sort()).toEqual(['User:demo', ...expected].sort());
});

test('of each certificate on a secured platform it is known whose its file must be', () => {
  const outdir = mkdtempSync(join(tmpdir(), 'secured-'));
  synthProgram(SECURED, outdir);
  const owners = namedCertificates(readStacks(outdir)).map(({ name, owner }) => [name, owner]);
  expect(Object.fromEntries(owners)).toEqual({
    admin: 'deployer',
    demo: 'deployer',
    ...{ kafka1: 1000, kafka2: 1000, kafka3: 1000 },
    ...{
      'kafka-connect': 1000,
      'schema-registry': 1000,
      'kafka-ui': 100,
      'kafka-spark-app': 185,
      listener: 1000,
    },
  });
});

test('what the demo may do is no more than it does', () => {
  const acls = Object.values(programJson(SECURED).users?.resource?.kafka_acl ?? {});
  const demo = acls.filter((acl) => acl.acl_principal === 'User:demo');
  expect(
    demo
      .map((acl) => [
        acl.acl_operation,
        acl.resource_type,
        acl.resource_name,
        acl.resource_pattern_type_filter,
      ])
      .sort(),
  ).toEqual([
    ['Read', 'Group', 'demo-', 'Prefixed'],
    ['Read', 'Topic', 'aggregated_data', 'Literal'],
    ['Read', 'Topic', 'user_events_dead_letter', 'Literal'],
    ['Write', 'Topic', 'user_events', 'Literal'],
  ]);
});

test('whoever works with secured brokers is deployed after its user', () => {
  const app = Testing.app();
  const { services, applications, topics } = addStacks(app, readSettings(SECURED, app.node, FOLDERS));
  const waitsForUsers = ({ dependencies }: TerraformStack): boolean =>
    dependencies.some(({ node }) => node.id === 'users');
  expect([services, applications, topics].map(waitsForUsers)).toEqual([true, true, false]);
});

test('the Spark cluster waits for no broker, and the applications wait for it and for the topics', () => {
  const app = Testing.app();
  const { streaming, applications } = addStacks(app, readSettings({}, app.node, FOLDERS));
  const waitsFor = (stack: TerraformStack): string[] => stack.dependencies.map(({ node }) => node.id);
  expect(waitsFor(streaming)).toEqual(['platform']);
  expect(waitsFor(applications)).toEqual(expect.arrayContaining(['streaming', 'topics']));
});

test('declares every topic in one stack', () => {
  const topics = Object.values(programJson().topics.resource?.kafka_topic ?? {});
  expect(
    topics.map(({ name, partitions, replication_factor }) => [name, partitions, replication_factor]),
  ).toEqual([
    ['aggregated_data', 3, 3],
    ['aggregated_data_dead_letter', 1, 3],
    ['compose-connect-configs', 1, 3],
    ['compose-connect-offsets', 25, 3],
    ['compose-connect-status', 5, 3],
    ['_schemas', 1, 3],
    ['user_events', 3, 3],
    ['user_events_dead_letter', 1, 3],
  ]);
});

test('a root is read-only where the image is known to allow it and nothing is uploaded', () => {
  const writable = (family: string): string[] =>
    containers(programJson({ PLATFORM_IMAGES: family })).flatMap((c) => (c.read_only ? [] : [c.name]));
  expect(writable('local')).toEqual(['kafka-spark-app', 'prometheus']);
  // Of the public images it was only read that they could: see docs/adr/0004-read-only-roots.md.
  expect(writable('public')).toHaveLength(13);
});

test('takes every image from a mirror if told to', () => {
  const program = programJson({ PLATFORM_IMAGE_REGISTRY: 'mirror.example.com/hub/' });
  const images = containers(program).map(({ image }) => image);
  // The listener is the project's own, and the images that are added to are made from those of the mirror: no registry has them.
  const others = images.filter((image) => !/^mirror\.example\.com\/hub\/[a-z]/.test(image));
  expect([...new Set(others)].sort()).toEqual([
    ...['kafka-connect', 'kafka', 'schema-registry', 'zookeeper'].map((product): unknown =>
      expect.stringMatching(new RegExp(`^cdktf-streaming/cp-${product}:metrics-`)),
    ),
    expect.stringMatching(/^cdktf-streaming\/listener:/),
    expect.stringMatching(/^cdktf-streaming\/spark:kafka-/),
  ]);
});

test('the images carry the Kafka source, or are given it by the deploy, so that nothing is fetched at start', () => {
  const driver = (family: string): string | undefined =>
    containers(programJson({ PLATFORM_IMAGES: family }))
      .find((c) => c.name === 'kafka-spark-app')
      ?.command?.join(' ');
  expect(driver('local')).not.toMatch(/--packages|--jars/);
  expect(driver('public')).toMatch(/^(?!.*--packages).*--jars \S+spark-sql-kafka-0-10_2\.12-3\.5\.7\.jar/);
});

test('what the deploy adds to public images is fetched by the one image with the certificates of the host', () => {
  const built = Object.values(
    programJson({ PLATFORM_IMAGES: 'public' }).platform.resource?.docker_image ?? {},
  );
  const fetchers = built.flatMap(({ build }) =>
    build ? [(build as { build_args: Record<string, string> }).build_args.FETCHER] : [],
  );
  expect(fetchers).toHaveLength(5);
  expect([...new Set(fetchers)]).toEqual([expect.stringMatching(/^cdktf-streaming\/builder:/)]);
});

test('a second platform differs from the first in every name and port on the Engine', () => {
  const first = programJson();
  const second = programJson({ PLATFORM_NAME: 'blue', PLATFORM_PORT_OFFSET: '10000' });
  const names = (program: typeof first): unknown[] => [
    ...containers(program).flatMap((c) => [c.name, ...(c.ports ?? []).map((p) => p.external)]),
    ...['docker_volume', 'docker_network'].flatMap((type) =>
      Object.values(program.platform.resource?.[type] ?? {}).map((r) => r.name),
    ),
  ];
  expect(names(first).filter((name) => names(second).includes(name))).toEqual([]);
});

test('two syntheses give the same, and no path of this machine is in it', () => {
  const text = JSON.stringify(programJson());
  expect(JSON.stringify(newProgramJson())).toBe(text);
  expect(text).not.toContain(process.cwd());
});

test('keeps the state of each stack and platform in a file of its own', () => {
  const { topics } = programJson({ PLATFORM_NAME: 'blue' });
  expect(topics.terraform.backend).toEqual({ local: { path: '../../../.state/blue/topics.tfstate' } });
});
