import { readFileSync } from 'node:fs';
import { ListenerApp, type ListenerAppProps } from '../../../../apps/listener/listener-app';
import { ContainerImage } from '../../../../constructs/core/container-image';
import { Size } from '../../../../constructs/core/size';
import { ClusterSecurity } from '../../../../constructs/kafka/cluster-security';
import { KafkaTopic } from '../../../../constructs/kafka/kafka-topic';
import { newCluster } from '../../../support/cluster';
import { scram, secured, SCRAM_LOGIN, SCRAM_MOUNTS } from '../../../support/secured';
import { accepted, container, environment, newPlatform, newStack } from '../../../support/synth';

function listener(
  props: Partial<ListenerAppProps> = {},
  stack = newStack(),
  settings: Record<string, number> = {},
): ListenerApp {
  const platform = newPlatform(stack);
  const kafka = newCluster(platform, { settings });
  return accepted(
    new ListenerApp(stack, 'listener', {
      platform,
      image: ContainerImage.of('example/listener:1', { readOnlyRoot: true, user: 'appuser' }),
      kafka,
      source: new KafkaTopic(stack, 'aggregated_data', { cluster: kafka }),
      deadLetters: new KafkaTopic(stack, 'aggregated_data_dead_letter', { cluster: kafka }),
      consumerGroup: 'averages',
      ...props,
    }),
  );
}

test('is a member of its group that reads aggregated_data', () => {
  const stack = newStack();
  const { app } = listener({}, stack);
  expect(app.consumerGroup).toBe('averages');
  expect(environment(stack, 'listener')).toEqual({
    SPRING_KAFKA_BOOTSTRAP_SERVERS: 'kafka1:19092,kafka2:19093,kafka3:19094',
    SPRING_KAFKA_CONSUMER_GROUP_ID: 'averages',
    LISTENER_SOURCE: 'aggregated_data',
    LISTENER_DEADLETTERS: 'aggregated_data_dead_letter',
    JDK_JAVA_OPTIONS: '-Xmx128m',
  });
});

test.each([
  [4, undefined],
  [5, String(5 * 1024 ** 2)],
])('may send dead letters as large as their topic takes: %p MiB', (mebibytes, size) => {
  const stack = newStack();
  const letters = KafkaTopic.fromTopicName(stack, 'letters', 'letters');
  listener({ deadLetters: Object.assign(letters, { maxMessageSize: Size.mebibytes(mebibytes) }) }, stack);
  expect(environment(stack, 'listener').SPRING_KAFKA_PRODUCER_PROPERTIES_MAX_REQUEST_SIZE).toBe(size);
});

test('is on localhost:8070, and ready when it says so', () => {
  const stack = newStack();
  const { app } = listener({}, stack);
  expect(app.hostAddress('Listener').toString()).toBe('localhost:8070');
  expect(container(stack, 'listener')).toMatchObject({
    memory: 320,
    destroy_grace_seconds: 30,
    healthcheck: {
      test: expect.arrayContaining(['http://127.0.0.1:8080/actuator/health/readiness']) as string[],
    },
  });
});

test('its sizes can be chosen', () => {
  const stack = newStack();
  listener({ heap: Size.mebibytes(96), memory: Size.mebibytes(256), jvmOptions: '-XX:+UseSerialGC' }, stack);
  expect(container(stack, 'listener').memory).toBe(256);
  expect(environment(stack, 'listener').JDK_JAVA_OPTIONS).toBe('-Xmx96m -XX:+UseSerialGC');
});

test('comes after its topics', () => {
  const stack = newStack();
  listener({}, stack);
  expect(container(stack, 'listener').depends_on?.join()).toMatch(
    /kafka_topic\.aggregated_data_.*kafka_topic\.aggregated_data_dead_letter_/,
  );
});

test('refuses to read its own dead letters', () => {
  const stack = newStack();
  const topic = KafkaTopic.fromTopicName(stack, 'same', 'same');
  expect(() => listener({ source: topic, deadLetters: topic }, stack)).toThrow(
    "deadLetters must be another topic than source, or each dead letter makes the next; got 'same' for both.",
  );
});

test.each([
  ['min', 10_000, false],
  ['min', 10_001, true],
  ['max', 9_999, true],
  ['max', 10_000, false],
])('with group.%s.session.timeout.ms of %i its brokers are refused: %p', (end, milliseconds, refused) => {
  const settings = { [`group.${end}.session.timeout.ms`]: milliseconds };
  const made = expect(() => listener({}, newStack(), settings));
  if (refused) made.toThrow("kafka must take the listener's session of 10 seconds (10000 ms)");
  else made.not.toThrow();
});

test('its session is as long as its settings say', () => {
  expect(readFileSync('apps/listener/src/main/resources/application.yaml', 'utf8')).toContain(
    'session.timeout.ms: 10000\n',
  );
});

test.each([
  [127, true],
  [128, true],
  [129, false],
])('with 128 MiB of heap, %i MiB of memory are refused: %p', (memory, refused) => {
  const made = expect(() => listener({ heap: Size.mebibytes(128), memory: Size.mebibytes(memory) }));
  if (refused) made.toThrow('heap must be less than memory');
  else made.not.toThrow();
});

test('speaks to brokers that want TLS and a login, with secrets from files', () => {
  const stack = newStack();
  const kafka = secured(scram(), stack);
  const [source, deadLetters] = [kafka.addTopic('averages'), kafka.addTopic('dead')];
  listener({ kafka, source, deadLetters }, stack);
  expect(environment(stack, 'listener')).toMatchObject({
    SPRING_KAFKA_PROPERTIES_SASL_JAAS_CONFIG: SCRAM_LOGIN('$${password}'),
    SPRING_CONFIG_IMPORT: 'file:/run/secrets/kafka/login.properties',
  });
  expect(container(stack, 'listener')).toMatchObject({ mounts: SCRAM_MOUNTS });
});

test('refuses brokers whose secrets are no files', () => {
  const kafka = secured(ClusterSecurity.awsIam({ region: 'eu-central-1' }));
  expect(() => listener({ kafka })).toThrow('kafka must be a KafkaCluster without AWS IAM');
});
