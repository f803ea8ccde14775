import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TerraformStack } from 'cdktf';
import {
  ConnectPlugin,
  ContainerImage,
  ControllerQuorum,
  KafkaCluster,
  KafkaConnect,
  SchemaRegistry,
  SecretFile,
  ZooKeeperEnsemble,
  type IPlatform,
} from '../../../../constructs';
import { AGENT, exporterConfiguration } from '../../../../constructs/core/jmx-exporter';
import { startCommand } from '../../../../constructs/core/start-command';
import { container, environment, IMAGES, newPlatform, newStack, resources } from '../../../support/synth';

type Make = (stack: TerraformStack, platform: IPlatform, metrics: boolean) => unknown;

const cluster = (stack: TerraformStack, platform: IPlatform): KafkaCluster =>
  new KafkaCluster(stack, 'kafka', { platform, brokers: 1 });

const PRODUCTS: readonly [service: string, variable: string, make: Make][] = [
  [
    'kafka1',
    'KAFKA_OPTS',
    (stack, platform, metrics) => new KafkaCluster(stack, 'kafka', { platform, brokers: 1, metrics }),
  ],
  [
    'kafka-controller1',
    'KAFKA_OPTS',
    (stack, platform, metrics) => new ControllerQuorum(stack, 'quorum', { platform, metrics }),
  ],
  [
    'zoo1',
    'KAFKA_OPTS',
    (stack, platform, metrics) => new ZooKeeperEnsemble(stack, 'zookeeper', { platform, metrics }),
  ],
  [
    'kafka-connect',
    'KAFKA_OPTS',
    (stack, platform, metrics) =>
      new KafkaConnect(stack, 'connect', { cluster: cluster(stack, platform), metrics }),
  ],
  [
    'schema-registry',
    'SCHEMA_REGISTRY_OPTS',
    (stack, platform, metrics) =>
      new SchemaRegistry(stack, 'registry', { cluster: cluster(stack, platform), metrics }),
  ],
];

function made(make: Make, metrics: boolean, images = IMAGES): TerraformStack {
  const stack = newStack();
  make(stack, newPlatform(stack, { images }), metrics);
  return stack;
}

describe.each(PRODUCTS)('with metrics, %s', (service, variable, make) => {
  const stack = made(make, true);

  test('is told to load the agent by an argument of its script alone, which tools beside it do not see', () => {
    const [shell, option, script = ''] = container(stack, service).command ?? [];
    expect([shell, option]).toEqual(['bash', '-c']);
    expect(script).toMatch(
      new RegExp(
        `^echo '{.*}' > /tmp/metrics.json && exec /etc/confluent/docker/run "${variable}=[$]${variable} -javaagent:/opt/jmx-exporter/agent.jar=9404:/tmp/metrics.json"$`,
      ),
    );
    expect(JSON.stringify(environment(stack, service))).not.toMatch(/javaagent|JMX/);
  });

  test('publishes no port for them', () => {
    expect(container(stack, service).ports?.map(({ internal }) => internal) ?? []).not.toContain(9404);
  });

  test('runs an image to which the agent was added', () => {
    expect(container(stack, service).image).toMatch(/^cdktf-streaming\/[a-z-]+:metrics-[0-9a-f]{12}$/);
  });
});

test.each(PRODUCTS)('without metrics, %s is as it was before there were any', (service, _, make) => {
  const stack = made(make, false);
  expect(container(stack, service).command).toBeUndefined();
  expect(container(stack, service).image).toMatch(/^example\//);
});

test('an image that carries the agent is run as it is', () => {
  const kafka = ContainerImage.of('example/kafka:3.9.1', { version: '3.9.1', jmxExporter: true });
  const [, , make] = PRODUCTS[0]!;
  const stack = made(make, true, { ...IMAGES, kafka });
  expect(container(stack, 'kafka1').image).toBe('example/kafka:3.9.1');
  expect(resources(stack, 'docker_image')).toHaveLength(1);
});

test('a registry that says by itself how it is needs no agent', () => {
  const schemaRegistry = ContainerImage.of('example/registry:1', { metricsPath: '/metrics' });
  const [, , make] = PRODUCTS[4]!;
  const stack = made(make, true, { ...IMAGES, schemaRegistry });
  expect(container(stack, 'schema-registry').image).toBe('example/registry:1');
  expect(container(stack, 'schema-registry').command).toBeUndefined();
});

test('workers that ask for a login are told of both', () => {
  const stack = newStack();
  const platform = newPlatform(stack);
  const login = { username: 'me', password: SecretFile.fromHost('/folder/login.properties') };
  new KafkaConnect(stack, 'connect', { cluster: cluster(stack, platform), metrics: true, login });
  expect(container(stack, 'kafka-connect').command?.[2]).toMatch(
    /^echo 'KafkaConnect .*' > \/tmp\/login.jaas && echo '{.*}' > \/tmp\/metrics.json && exec \S+ "KAFKA_OPTS=[$]KAFKA_OPTS -javaagent/,
  );
  expect(environment(stack, 'kafka-connect').KAFKA_OPTS).toMatch(/login\.jaas/);
});

test('workers have the agent and their plugins', () => {
  const stack = newStack();
  const platform = newPlatform(stack);
  const connect = new KafkaConnect(stack, 'connect', { cluster: cluster(stack, platform), metrics: true });
  connect.addPlugin(ConnectPlugin.folder(__dirname));
  const built = resources(stack, 'docker_image').filter((each) => 'build' in each);
  const named = (prefix: string): Record<string, unknown> | undefined =>
    built.find(({ name }) => String(name).startsWith(`cdktf-streaming/kafka-connect:${prefix}-`));
  expect(JSON.stringify(named('core')?.build)).toContain(named('metrics')?.name);
  expect(container(stack, 'kafka-connect').image).toBe(named('core')?.name);
});

test('beans are asked for by their names, and their values found at the end of a name', () => {
  const beans = [
    { name: 'a.b:type=C,name=*', attribute: 'Count', metric: 'c_total', labels: { name: '$1' } },
    { name: 'a.b:type=C,name=*', attribute: 'Mean', metric: 'c_seconds', factor: 0.001 },
  ];
  const pattern = '^a[.]b<type=C, name="?([^"<>]+?)"?><>';
  expect(JSON.parse(exporterConfiguration(beans))).toEqual({
    includeObjectNames: ['a.b:type=C,name=*'],
    rules: [
      { pattern: `${pattern}Count: `, name: 'c_total', type: 'COUNTER', labels: { name: '$1' } },
      { pattern: `${pattern}Mean: `, name: 'c_seconds', type: 'GAUGE', valueFactor: 0.001 },
    ],
  });
});

test('nothing to say leaves an image its own command', () => {
  expect(startCommand(undefined, {})).toBeUndefined();
});

test('the local images carry the agent that a deploy adds to others', () => {
  const folder = join(__dirname, '../../../../images/kafka-base');
  const [version] = /(?<=-)[\d.]+(?=\.jar$)/.exec(AGENT.url) ?? [];
  expect(readFileSync(join(folder, 'pom.xml'), 'utf8')).toContain(`<version>${version}</version>`);
  const dockerfile = readFileSync(join(folder, 'Dockerfile'), 'utf8');
  expect(dockerfile).toContain(`'${AGENT.sha256}  jmx_prometheus_javaagent.jar' | sha256sum --check`);
  expect(dockerfile).toContain(`jmx_prometheus_javaagent.jar ${AGENT.path}\n`);
});
