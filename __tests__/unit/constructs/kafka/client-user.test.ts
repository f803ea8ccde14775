import { Testing, type App, type TerraformStack } from 'cdktf';
import { join } from 'node:path';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import {
  ContainerApp,
  ContainerImage,
  HealthCheck,
  KafkaConnect,
  KafkaUi,
  KafkaUser,
  ListenerAuthentication,
  ListenerReach,
  SchemaRegistry,
  Size,
  UserAuthentication,
  type KafkaCluster,
} from '../../../../constructs';
import { ownBrokers } from '../../../support/secured';
import { accepted, container, newStack, resources, warnings } from '../../../support/synth';

const APP = {
  image: ContainerImage.of('example/billing:1', { user: 'billing', uid: 1000 }),
  healthCheck: HealthCheck.http(80, '/'),
  memory: Size.mebibytes(64),
};

interface Program {
  readonly kafka: TerraformStack;
  readonly services: TerraformStack;
  readonly cluster: KafkaCluster;
}

function program(): Program {
  const app = Testing.app();
  const [kafka, services] = [newStack('kafka', app), newStack('services', app)];
  return { kafka, services, cluster: ownBrokers(kafka) };
}

/** In few words, by the user. */
function acls(stack: TerraformStack): Record<string, string[]> {
  const all: Record<string, string[]> = {};
  for (const acl of resources(stack, 'kafka_acl')) {
    const { acl_principal: who, acl_operation: what, resource_type: type, resource_name: name } = acl;
    (all[String(who)] ??= []).push([what, type, name].join(' '));
  }
  return Object.fromEntries(Object.entries(all).map(([who, each]) => [who, each.sort()]));
}

const usersOf = ({ kafka }: Program): TerraformStack =>
  kafka.node.root.node.findChild('users') as TerraformStack;

test('each may do what the program says of it, also what it says later, and nothing else', () => {
  const all = program();
  const { services, cluster } = all;
  const billing = new ContainerApp(services, 'billing', { ...APP, kafka: cluster, consumerGroup: 'bills' });
  const registry = new SchemaRegistry(services, 'registry', { cluster });
  const connect = new KafkaConnect(services, 'connect', { cluster });
  billing.reads(cluster.addTopic('orders'));
  const connectorClass = 'com.example.KnownConnector';
  connect.addConnector('copy', { connectorClass, config: { 'topics.regex': 'ord.*' } });
  accepted(registry);
  const connects = ['configs', 'offsets', 'status'].flatMap((each) =>
    ['Read', 'Write'].map((verb) => `${verb} Topic kafka-connect-${each}`),
  );
  const users = usersOf(all);
  expect(acls(users)).toEqual({
    'User:billing': ['Read Group bills', 'Read Topic orders'],
    'User:schema-registry': [
      'DescribeConfigs Topic _schemas',
      'Read Group schema-registry',
      'Read Topic _schemas',
      'Write Topic _schemas',
    ],
    'User:kafka-connect': [
      'DescribeConfigs Topic kafka-connect-configs',
      'DescribeConfigs Topic kafka-connect-offsets',
      'DescribeConfigs Topic kafka-connect-status',
      ...connects,
      'Read Group kafka-connect',
      'Read Topic orders',
      'Read Group connect-copy',
    ].sort(),
  });
  billing.writes(cluster.addTopic('bills'));
  expect(acls(users)['User:billing']).toEqual(['Read Group bills', 'Read Topic orders', 'Write Topic bills']);
});

test('the stacks of brokers, users and services are deployed in this order', () => {
  const all = program();
  new SchemaRegistry(all.services, 'registry', { cluster: all.cluster });
  const users = usersOf(all);
  expect(users.dependencies).toContain(all.kafka);
  expect(all.services.dependencies).toContain(users);
  expect(users.dependsOn(all.services)).toBe(false);
});

test('in the stack of the brokers a service waits for its ACLs, and these for the brokers', () => {
  const { kafka, cluster } = program();
  accepted(new SchemaRegistry(kafka, 'registry', { cluster }));
  new KafkaConnect(kafka, 'connect', { cluster });
  const all = resources(kafka, 'kafka_acl');
  expect(all).toHaveLength(4 + 10);
  for (const acl of all)
    expect((acl.depends_on as string[]).join()).toMatch(/docker_container\.brokers_kafka1/);
  const waits = container(kafka, 'schema-registry').depends_on ?? [];
  expect(waits.filter((each) => each.startsWith('kafka_acl.'))).toHaveLength(4);
  // And still does where it is synthesized once more.
  expect(container(kafka, 'schema-registry').depends_on).toEqual(waits);
});

test('a page is a user of each of its clusters once, and looks at everything', () => {
  const all = program();
  const { platform } = all.cluster;
  const authentication = ListenerAuthentication.mutualTls();
  const other = ownBrokers(newStack('others', all.kafka.node.root as App), {
    platform,
    namePrefix: 'other-',
    listeners: [
      { name: 'INTERNAL', reach: ListenerReach.inside(), authentication },
      { name: 'EXTERNAL', reach: ListenerReach.host(), authentication, port: 9292 },
    ],
  });
  const clusters = [all.cluster, all.cluster, other].map((cluster, index) => ({
    name: `n${index}`,
    cluster,
  }));
  accepted(new KafkaUi(all.services, 'ui', { clusters }));
  const looks = [
    'Describe Cluster kafka-cluster',
    'DescribeConfigs Cluster kafka-cluster',
    'Read Topic *',
    'DescribeConfigs Topic *',
    'Describe Group *',
  ];
  expect(acls(usersOf(all))).toEqual({ 'User:kafka-ui': [...looks, ...looks].sort() });
});

test('nobody is a user where everybody may do everything', () => {
  const app = Testing.app();
  const cluster = ownBrokers(newStack('kafka', app), { authorization: undefined });
  new SchemaRegistry(newStack('services', app), 'registry', { cluster });
  expect(app.node.tryFindChild('users')).toBeUndefined();
});

test('a user that a service is already is refused, and rights beside its relations are not', () => {
  const all = program();
  const { services, cluster } = all;
  new SchemaRegistry(services, 'registry', { cluster });
  const users = usersOf(all);
  new KafkaUser(users, 'twice', {
    cluster,
    userName: 'schema-registry',
    authentication: UserAuthentication.mutualTls(),
  });
  expect(() => accepted(users)).toThrow("the user 'schema-registry' is already that of");
});

test('a whole program is written with its ACLs', () => {
  const app = Testing.app({ outdir: mkdtempSync(join(tmpdir(), 'users-')) });
  const cluster = ownBrokers(newStack('kafka', app));
  new SchemaRegistry(newStack('services', app), 'registry', { cluster });
  app.synth();
  const manifest = app.manifest.stacks;
  expect(manifest.users?.dependencies).toEqual(['kafka']);
  expect(manifest.services?.dependencies).toEqual(expect.arrayContaining(['users', 'topics']));
});

test('an application is warned, once, that reads in no group where that must be allowed', () => {
  const reader = ({ services, cluster }: Program, id: string, consumerGroup?: string): string[] => {
    const app = new ContainerApp(services, id, { ...APP, kafka: cluster, consumerGroup });
    for (const topic of ['orders', 'bills']) app.reads(cluster.addTopic(`${id}-${topic}`));
    return warnings(app);
  };
  const asking = program();
  expect(reader(asking, 'grouped', 'mine')).toEqual([]);
  expect(reader(asking, 'alone')).toEqual([
    expect.stringContaining('consumerGroup is not given, and kafka/brokers has authorization'),
  ]);
  const app = Testing.app();
  const cluster = ownBrokers(newStack('kafka', app), { authorization: undefined });
  expect(reader({ ...asking, services: newStack('services', app), cluster }, 'free')).toEqual([]);
});
