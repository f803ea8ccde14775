import { Testing, type TerraformStack } from 'cdktf';
import {
  Connector,
  ConnectPlugin,
  Converter,
  KafkaCluster,
  KafkaConnect,
  KafkaUi,
  KubernetesPlatform,
  SchemaRegistry,
  SecretFile,
  type ConnectorOptions,
  type KafkaConnectProps,
} from '../../../../constructs';
import { objectsOf, ofKind } from '../../../support/kubernetes';
import { newStack } from '../../../support/synth';

interface World {
  readonly stack: TerraformStack;
  readonly cluster: KafkaCluster;
  readonly connect: KafkaConnect;
}

function world(props: Partial<KafkaConnectProps> = {}): World {
  const stack = newStack('services', Testing.app());
  const platform = new KubernetesPlatform(stack, 'platform');
  const cluster = new KafkaCluster(stack, 'brokers', { platform });
  return { stack, cluster, connect: new KafkaConnect(stack, 'connect', { cluster, ...props }) };
}

test('has workers made by Strimzi, which read their plugins from images and their secrets from Secrets', () => {
  const { stack, connect } = world({
    workers: 2,
    secretFiles: { '/mnt/secrets/db.properties': SecretFile.fromSecret('db') },
    settings: { 'offset.flush.interval.ms': 5000 },
  });
  connect.addPlugin(ConnectPlugin.image('registry.example.com/plugins/debezium:3.2.0'));
  expect(ofKind(stack, 'KafkaConnect')).toEqual([
    {
      apiVersion: 'kafka.strimzi.io/v1',
      kind: 'KafkaConnect',
      metadata: {
        name: 'kafka-connect',
        namespace: 'streaming',
        annotations: { 'strimzi.io/use-connector-resources': 'true' },
      },
      spec: {
        version: '4.2.1',
        replicas: 2,
        bootstrapServers: 'streaming-kafka-bootstrap:9092',
        groupId: 'kafka-connect',
        configStorageTopic: 'kafka-connect-configs',
        offsetStorageTopic: 'kafka-connect-offsets',
        statusStorageTopic: 'kafka-connect-status',
        config: {
          'config.storage.replication.factor': 3,
          'offset.storage.replication.factor': 3,
          'status.storage.replication.factor': 3,
          'key.converter': 'org.apache.kafka.connect.json.JsonConverter',
          'key.converter.schemas.enable': 'false',
          'value.converter': 'org.apache.kafka.connect.json.JsonConverter',
          'value.converter.schemas.enable': 'false',
          'offset.flush.interval.ms': 5000,
          'config.providers': 'file',
          'config.providers.file.class': 'org.apache.kafka.common.config.provider.FileConfigProvider',
          'config.providers.file.param.allowed.paths': '/mnt/secrets/db.properties',
        },
        resources: { requests: { memory: '2Gi' }, limits: { memory: '2Gi' } },
        jvmOptions: { '-Xms': '1g', '-Xmx': '1g' },
        plugins: [
          {
            name: 'debezium',
            artifacts: [{ type: 'image', reference: 'registry.example.com/plugins/debezium:3.2.0' }],
          },
        ],
        template: {
          pod: {
            metadata: { labels: { 'reaches.cdktf-streaming/streaming': 'true' } },
            securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
            volumes: [
              {
                name: 'secrets-mnt-secrets',
                secret: {
                  secretName: 'db',
                  defaultMode: 0o440,
                  items: [{ key: 'db.properties', path: 'db.properties' }],
                },
              },
            ],
          },
          connectContainer: {
            securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
            volumeMounts: [{ name: 'secrets-mnt-secrets', mountPath: '/mnt/secrets', readOnly: true }],
          },
        },
      },
    },
  ]);
  expect(connect.restUrl).toBe('http://kafka-connect-connect-api:8083');
});

test('lets the page in to the workers, and the workers to the registry that they use', () => {
  const { stack, cluster, connect } = world();
  const registry = new SchemaRegistry(stack, 'registry', { cluster });
  connect.uses(registry);
  new KafkaUi(stack, 'ui', { clusters: [{ name: 'local', cluster, connects: [connect] }] });
  expect(ofKind(stack, 'NetworkPolicy')).toContainEqual({
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: 'kafka-connect-clients', namespace: 'streaming' },
    spec: {
      podSelector: {
        matchLabels: { 'strimzi.io/cluster': 'kafka-connect', 'strimzi.io/kind': 'KafkaConnect' },
      },
      policyTypes: ['Ingress'],
      ingress: [
        {
          from: [{ podSelector: { matchLabels: { 'reaches.cdktf-streaming/kafka-connect': 'true' } } }],
          ports: [{ port: 8083 }],
        },
      ],
    },
  });
  expect(ofKind(stack, 'KafkaConnect')).toMatchObject([
    {
      spec: {
        config: { 'value.converter.schema.registry.url': 'http://schema-registry:8081' },
        template: {
          pod: {
            metadata: {
              labels: {
                'reaches.cdktf-streaming/streaming': 'true',
                'reaches.cdktf-streaming/schema-registry': 'true',
              },
            },
          },
        },
      },
    },
  ]);
});

test('has a connector made by Strimzi, with the settings that it has elsewhere', () => {
  const { stack, cluster, connect } = world();
  connect.addConnector('people', {
    connectorClass: 'org.apache.kafka.connect.file.FileStreamSourceConnector',
    tasksMax: 2,
    writes: [cluster.addTopic('people')],
    valueConverter: Converter.string(),
    config: { file: '/tmp/people.txt' },
  });
  expect(ofKind(stack.node.root as never, 'KafkaConnector')).toEqual([
    {
      apiVersion: 'kafka.strimzi.io/v1',
      kind: 'KafkaConnector',
      metadata: {
        name: 'people',
        namespace: 'streaming',
        labels: { 'strimzi.io/cluster': 'kafka-connect' },
      },
      spec: {
        class: 'org.apache.kafka.connect.file.FileStreamSourceConnector',
        tasksMax: 2,
        config: {
          topic: 'people',
          'value.converter': 'org.apache.kafka.connect.storage.StringConverter',
          file: '/tmp/people.txt',
        },
      },
    },
  ]);
});

test.each<[string, Partial<KafkaConnectProps>, string]>([
  ['metrics', { metrics: true }, 'metrics must not be true on Kubernetes'],
  ['a folder of plugins', { pluginPath: ['/plugins'] }, 'pluginPath must not be given on Kubernetes'],
  [
    'what Strimzi sets',
    { settings: { 'rest.extension.classes': 'a.B' } },
    'settings must not have rest.extension.classes on Kubernetes',
  ],
  [
    'a secret file where Strimzi mounts none',
    { secretFiles: { '/run/secrets/a': SecretFile.fromSecret('a') } },
    "secretFiles: '/run/secrets/a' must be SecretFile.fromSecret('a-secret', 'its-key') and below /mnt/",
  ],
  [
    'a secret file of a machine',
    { secretFiles: { '/mnt/a/b': SecretFile.fromHost('/a') } },
    "secretFiles: '/mnt/a/b' must be",
  ],
  [
    'two Secrets in one folder',
    { secretFiles: { '/mnt/s/a': SecretFile.fromSecret('a'), '/mnt/s/b': SecretFile.fromSecret('b') } },
    "secretFiles: what is in '/mnt/s' must be of one Secret",
  ],
  ['an option of the JVM that Strimzi has no word for', { jvmOptions: '-Da=b' }, "got '-Da=b'"],
])('refuses of workers %s', (_, props, says) => {
  expect(() => objectsOf(world(props).stack)).toThrow(says);
});

test('refuses a plugin that would have to be built in, and on an Engine one that would have to be mounted', () => {
  const { stack, connect } = world();
  connect.addPlugin(
    ConnectPlugin.maven('io.debezium:debezium-connector-jdbc:3.2.0.Final', { sha256: 'a'.repeat(64) }),
  );
  expect(() => objectsOf(stack)).toThrow(
    "plugin must be ConnectPlugin.image('registry.example.com/debezium-connector-jdbc:1') on Kubernetes",
  );
});

test.each<[string, Partial<ConnectorOptions>, string]>([
  ['a name that no object has', { connectorName: 'My_connector' }, 'connectorName must be 1 to 249 of a-z'],
])('refuses of a connector %s', (_, options, says) => {
  const { stack, connect } = world();
  const connectors = newStack('connectors', stack.node.root as never);
  new Connector(connectors, 'c', { connect, connectorClass: 'com.example.C', ...options });
  expect(() => objectsOf(stack.node.root as never)).toThrow(says);
});
