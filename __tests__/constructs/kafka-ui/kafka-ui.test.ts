import type { IKafkaConnect } from '../../../constructs/connect/kafka-connect';
import { Images } from '../../../constructs/core/image-catalogue';
import { Size } from '../../../constructs/core/size';
import type { IKafkaCluster } from '../../../constructs/kafka/kafka-cluster';
import { KafkaUi, type KafkaUiCluster, type KafkaUiProps } from '../../../constructs/kafka-ui/kafka-ui';
import type { ISchemaRegistry } from '../../../constructs/schema-registry/schema-registry';
import { container, environment, newPlatform, newStack } from '../../support/synth';

/** What is only referred to: no more than the page reads of it. */
const cluster = { bootstrapServers: ['kafka1:19092', 'kafka2:19093'] } as unknown as IKafkaCluster;
const registry = { url: 'http://schema-registry:8081' } as ISchemaRegistry;
const connect = (groupId: string): IKafkaConnect =>
  ({ groupId, restUrl: `http://${groupId}:8083` }) as IKafkaConnect;

const LOCAL: KafkaUiCluster = { name: 'local', cluster };

function ui(props: Partial<KafkaUiProps> = {}, stack = newStack()): KafkaUi {
  const platform = props.platform ?? newPlatform(stack);
  return new KafkaUi(stack, 'ui', { clusters: [LOCAL], ...props, platform });
}

test('is on the host at 8080, and says where', () => {
  const stack = newStack();
  expect(ui({}, stack).hostUrl).toBe('http://localhost:8080');
  expect(container(stack, 'kafka-ui').ports).toEqual([{ internal: 8080, external: 8080, ip: '127.0.0.1' }]);
});

test('follows the port offset of its platform', () => {
  const stack = newStack();
  expect(ui({ platform: newPlatform(stack, { portOffset: 1_000 }) }, stack).hostUrl).toBe(
    'http://localhost:9080',
  );
});

test('shows a cluster by its name and internal addresses, and changes nothing in it', () => {
  const stack = newStack();
  ui({}, stack);
  expect(environment(stack, 'kafka-ui')).toEqual({
    JAVA_OPTS: '-Xmx384m',
    KAFKA_CLUSTERS_0_NAME: 'local',
    KAFKA_CLUSTERS_0_BOOTSTRAPSERVERS: 'kafka1:19092,kafka2:19093',
    KAFKA_CLUSTERS_0_READONLY: 'true',
  });
});

test('numbers many clusters, each with a registry and Connects of its own', () => {
  const stack = newStack();
  ui(
    {
      clusters: [
        { ...LOCAL, registry, connects: [connect('files'), connect('databases')] },
        { name: 'other', cluster, connects: [connect('files')] },
      ],
    },
    stack,
  );
  const variables = environment(stack, 'kafka-ui');
  expect(variables).toMatchObject({
    KAFKA_CLUSTERS_0_SCHEMAREGISTRY: 'http://schema-registry:8081',
    KAFKA_CLUSTERS_0_KAFKACONNECT_0_NAME: 'files',
    KAFKA_CLUSTERS_0_KAFKACONNECT_0_ADDRESS: 'http://files:8083',
    KAFKA_CLUSTERS_0_KAFKACONNECT_1_NAME: 'databases',
    KAFKA_CLUSTERS_0_KAFKACONNECT_1_ADDRESS: 'http://databases:8083',
    KAFKA_CLUSTERS_1_NAME: 'other',
    KAFKA_CLUSTERS_1_READONLY: 'true',
    KAFKA_CLUSTERS_1_KAFKACONNECT_0_NAME: 'files',
  });
  expect(variables).not.toHaveProperty('KAFKA_CLUSTERS_1_SCHEMAREGISTRY');
});

test('is asked for its health in a way that an image without bash and curl can answer', () => {
  const stack = newStack();
  ui({}, stack);
  expect(container(stack, 'kafka-ui').healthcheck?.test).toEqual([
    'CMD',
    ...['wget', '-q', '-O', '/dev/null', 'http://127.0.0.1:8080/actuator/health'],
  ]);
});

test('has twice its heap, or the memory that it is given', () => {
  const [usual, small] = [newStack(), newStack()];
  ui({}, usual);
  ui({ heap: Size.mebibytes(192), memory: Size.mebibytes(320), jvmOptions: '-XX:+UseSerialGC' }, small);
  expect(container(usual, 'kafka-ui').memory).toBe(768);
  expect(container(small, 'kafka-ui').memory).toBe(320);
  expect(environment(small, 'kafka-ui').JAVA_OPTS).toBe('-Xmx192m -XX:+UseSerialGC');
});

test('refuses to show nothing', () => {
  expect(() => ui({ clusters: [] })).toThrow(/test\/ui.*at least one cluster/s);
});

test.each(['a', 'local.eu_1-b', 'a'.repeat(63)])('takes the name %p', (name) => {
  expect(() => ui({ clusters: [{ name, cluster }] })).not.toThrow();
});

test.each(['', ' ', 'my cluster', 'a/b', 'a'.repeat(64)])('refuses the name %p', (name) => {
  expect(() => ui({ clusters: [{ name, cluster }] })).toThrow(`part of addresses; got '${name}'`);
});

test('refuses two clusters of one name', () => {
  expect(() => ui({ clusters: [LOCAL, { name: 'other', cluster }, LOCAL] })).toThrow("got twice: 'local'");
  expect(() => ui({ clusters: [LOCAL, { name: 'Local', cluster }] })).not.toThrow();
});

test('refuses a Connect twice in one cluster, not in two', () => {
  const connects = [connect('files'), connect('files')];
  expect(() => ui({ clusters: [{ ...LOCAL, connects }] })).toThrow("by group id; got twice: 'files'");
});

test('refuses a heap that fills the memory', () => {
  const memory = Size.mebibytes(256);
  expect(() => ui({ heap: memory, memory })).toThrow('heap must be less than memory');
  expect(() => ui({ heap: Size.mebibytes(255), memory })).not.toThrow();
});

test('is pulled from the registry that publishes it, or from the mirror by the same name', () => {
  expect(Images.public().kafkaUi.reference).toBe('ghcr.io/kafbat/kafka-ui:v1.5.0');
  expect(Images.public('mirror.example.com/hub/').kafkaUi.reference).toBe(
    'mirror.example.com/hub/kafbat/kafka-ui:v1.5.0',
  );
});
