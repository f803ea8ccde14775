import { App, Testing, type TerraformStack } from 'cdktf';
import {
  Acl,
  Authorization,
  CleanupPolicy,
  Duration,
  KafkaCluster,
  KafkaUser,
  KubernetesPlatform,
  ListenerAuthentication,
  ListenerReach,
  Retention,
  SchemaRegistry,
  Size,
  UserAuthentication,
  type KafkaClusterProps,
  type KubernetesPlatformProps,
} from '../../../../constructs';
import { objectsOf, ofKind, type Rendered } from '../../../support/kubernetes';
import { newStack } from '../../../support/synth';

/** A door at which everybody says who they are. */
const SCRAM = {
  name: 'SCRAM',
  reach: ListenerReach.inside(),
  port: 9093,
  tls: true,
  authentication: ListenerAuthentication.scramSha512(),
};

function cluster(
  props: Partial<KafkaClusterProps> = {},
  platform: KubernetesPlatformProps = {},
  stack = newStack('kafka', Testing.app()),
): KafkaCluster {
  return new KafkaCluster(stack, 'brokers', {
    platform: new KubernetesPlatform(stack, 'platform', platform),
    ...props,
  });
}

const appOf = ({ node }: KafkaCluster): App => node.root as App;
const first = (all: readonly Rendered[]): Rendered => all[0]!;

test('has brokers made by Strimzi, all of them controllers, with the heap and memory of brokers elsewhere', () => {
  const kafka = cluster({}, { brokerStorage: Size.gibibytes(100), storageClass: 'fast' });
  expect(ofKind(appOf(kafka), 'KafkaNodePool')).toEqual([
    {
      apiVersion: 'kafka.strimzi.io/v1',
      kind: 'KafkaNodePool',
      metadata: { name: 'dual-role', namespace: 'streaming', labels: { 'strimzi.io/cluster': 'streaming' } },
      spec: {
        replicas: 3,
        roles: ['controller', 'broker'],
        storage: {
          type: 'jbod',
          volumes: [
            {
              id: 0,
              type: 'persistent-claim',
              size: '100Gi',
              class: 'fast',
              deleteClaim: false,
              kraftMetadata: 'shared',
            },
          ],
        },
        resources: { requests: { memory: '2Gi' }, limits: { memory: '2Gi' } },
        jvmOptions: { '-Xms': '1g', '-Xmx': '1g' },
        template: {
          pod: { securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } } },
          kafkaContainer: {
            securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
          },
        },
      },
    },
  ]);
  expect(kafka.bootstrapServers).toEqual(['streaming-kafka-bootstrap:9092']);
});

test.each([
  [1, { 'dual-role': 1 }],
  [2, { 'dual-role': 1, broker: 1 }],
  [3, { 'dual-role': 3 }],
  [5, { 'dual-role': 3, broker: 2 }],
])(
  'has of %p brokers as many controllers as elsewhere, and the others in a pool of their own',
  (brokers, pools) => {
    const made = ofKind(appOf(cluster({ brokers })), 'KafkaNodePool');
    expect(Object.fromEntries(made.map(({ metadata, spec }) => [metadata.name, spec.replicas]))).toEqual(
      pools,
    );
  },
);

test('tells brokers what brokers elsewhere are told, but for what Strimzi sees to, and lets in who works with them', () => {
  const kafka = cluster(
    { retention: Retention.upTo(Duration.days(2)), settings: { 'num.io.threads': 4 } },
    { zoneLabel: 'topology.kubernetes.io/zone', kafkaVersion: '4.3.1' },
  );
  kafka.addTopic('fast', { retention: Retention.upTo(Duration.minutes(1)) });
  const { metadata, spec } = first(ofKind(appOf(kafka), 'Kafka'));
  expect(metadata).toEqual({ name: 'streaming', namespace: 'streaming' });
  expect(spec.kafka).toEqual({
    version: '4.3.1',
    listeners: [
      {
        name: 'plain',
        port: 9092,
        type: 'internal',
        tls: false,
        networkPolicyPeers: [
          { podSelector: { matchLabels: { 'reaches.cdktf-streaming/streaming': 'true' } } },
        ],
      },
    ],
    rack: { type: 'topology-label', topologyKey: 'topology.kubernetes.io/zone' },
    config: expect.objectContaining({
      'default.replication.factor': 3,
      'min.insync.replicas': 2,
      'auto.create.topics.enable': false,
      'log.retention.ms': 172_800_000,
      'log.retention.check.interval.ms': expect.stringMatching(/^\d+$/) as unknown,
      'num.io.threads': 4,
    }) as unknown,
  });
  expect(spec.kafka?.config).not.toHaveProperty(['controlled.shutdown.enable']);
});

test('makes a topic of a legal name, which says what it is really called, before what reads it', () => {
  const kafka = cluster();
  const settings = { partitions: 3, cleanupPolicy: CleanupPolicy.COMPACT };
  kafka.addTopic('user_events', settings);
  kafka.addTopic('orders', settings);
  const [orders, events] = ofKind(appOf(kafka), 'KafkaTopic');
  expect(events).toMatchObject({
    apiVersion: 'kafka.strimzi.io/v1',
    metadata: { name: 'user-events', labels: { 'strimzi.io/cluster': 'streaming' } },
    spec: {
      topicName: 'user_events',
      partitions: 3,
      replicas: 3,
      config: { 'cleanup.policy': 'compact', 'min.insync.replicas': '2' },
    },
  });
  expect(orders!.spec).not.toHaveProperty('topicName');
});

test('tells topics of two clusters apart by what the names of one of them begin with', () => {
  const kafka = cluster();
  const { platform } = kafka;
  const mirror = new KafkaCluster(newStack('mirror', appOf(kafka)), 'brokers', {
    platform,
    namePrefix: 'mirror-',
  });
  for (const each of [kafka, mirror]) each.addTopic('orders');
  const made = ofKind(appOf(kafka), 'KafkaTopic').map(({ metadata, spec }) => [
    metadata.labels?.['strimzi.io/cluster'],
    metadata.name,
    spec.topicName,
  ]);
  expect(made.sort()).toEqual([
    ['mirror-streaming', 'mirror-orders', 'orders'],
    ['streaming', 'orders', undefined],
  ]);
});

test('refuses topics whose objects would be one', () => {
  const kafka = cluster();
  kafka.addTopic('user_events');
  kafka.addTopic('User-events');
  expect(() => objectsOf(appOf(kafka))).toThrow(
    "the name of an object 'User-events' is already that of topics/user_events, 'user_events'; rename one of them",
  );
});

describe('users', () => {
  function users(
    make: (kafka: KafkaCluster, stack: TerraformStack) => void,
    authorization = Authorization.acls(),
  ): App {
    const kafka = cluster({ listeners: [SCRAM], authorization });
    make(kafka, newStack('users', appOf(kafka)));
    return appOf(kafka);
  }

  test('may do what they read and write, in their group and transactions, describe that, and nothing else', () => {
    const app = users((kafka, stack) => {
      const user = new KafkaUser(stack, 'billing', {
        cluster: kafka,
        authentication: UserAuthentication.generatedScramSha512(),
        quota: { producerByteRate: Size.mebibytes(1), requestPercentage: 50 },
      });
      user.reads(kafka.addTopic('orders'), { group: 'billing', groupPrefix: 'b-' });
      user.writes(kafka.addTopic('invoices'), { transactionalIdPrefix: 'billing-' });
    });
    const acl = (type: string, name: string, patternType: string, ...operations: string[]) => ({
      resource: { type, name, patternType },
      operations,
    });
    expect(ofKind(app, 'KafkaUser')).toEqual([
      {
        apiVersion: 'kafka.strimzi.io/v1',
        kind: 'KafkaUser',
        metadata: { name: 'billing', namespace: 'streaming', labels: { 'strimzi.io/cluster': 'streaming' } },
        spec: {
          authentication: { type: 'scram-sha-512' },
          authorization: {
            type: 'simple',
            acls: [
              acl('topic', 'orders', 'literal', 'Describe', 'Read'),
              acl('group', 'billing', 'literal', 'Describe', 'Read'),
              acl('group', 'b-', 'prefix', 'Describe', 'Read'),
              acl('topic', 'invoices', 'literal', 'Describe', 'Write'),
              acl('transactionalId', 'billing-', 'prefix', 'Describe', 'Write'),
            ],
          },
          quotas: { producerByteRate: 1_048_576, requestPercentage: 50 },
        },
      },
    ]);
    expect(first(ofKind(app, 'Kafka')).spec.kafka).toMatchObject({
      authorization: { type: 'simple' },
      listeners: [{ name: 'scram', port: 9093, tls: true, authentication: { type: 'scram-sha-512' } }],
    });
  });

  test('are refused where nobody asks what they may do, because Strimzi would not make them', () => {
    const kafka = cluster({ listeners: [SCRAM] });
    const user = new KafkaUser(newStack('users', appOf(kafka)), 'billing', {
      cluster: kafka,
      authentication: UserAuthentication.generatedScramSha512(),
    });
    user.reads(kafka.addTopic('orders'));
    expect(() => objectsOf(appOf(kafka))).toThrow('kafka/brokers must have an authorization');
  });
});

test('refuses services at brokers that want a login of them, and the ACL of nobody', () => {
  const kafka = cluster({ listeners: [SCRAM], authorization: Authorization.acls() });
  const stack = newStack('services', appOf(kafka));
  new SchemaRegistry(stack, 'registry', { cluster: kafka });
  new Acl(stack, 'acl', {
    cluster: kafka,
    principal: 'User:billing',
    resourceType: 'Topic',
    name: 'orders',
    operation: 'Read',
  });
  const says = (text: string): void => expect(() => objectsOf(appOf(kafka))).toThrow(text);
  says('it cannot work with kafka/brokers: at SCRAM, the first of its listeners');
  says('it must be part of a KafkaUser of kafka/brokers');
});

test('refuses brokers that cannot be had there, all of it at once', () => {
  const kafka = cluster({
    racks: ['a', 'b', 'c'],
    jvmOptions: '-Dcom.example=1',
    settings: { 'sasl.enabled.mechanisms': 'PLAIN' },
    listeners: [
      { name: 'INSIDE', reach: ListenerReach.inside(), port: 9404 },
      { name: 'LAN', reach: ListenerReach.at('192.168.1.10'), dangerouslyOpen: true },
    ],
    metrics: true,
  });
  const says = (text: string): void => expect(() => objectsOf(appOf(kafka))).toThrow(text);
  says('metrics must not be true on Kubernetes, where Strimzi has its own');
  says('racks must not be given on Kubernetes');
  says('jvmOptions must begin with -XX: on Kubernetes');
  says('settings must not have sasl.enabled.mechanisms on Kubernetes');
  says('listeners: INSIDE must have a port from 9092 on');
  says('listeners: LAN must not be ListenerReach.at(…) on Kubernetes');
});
