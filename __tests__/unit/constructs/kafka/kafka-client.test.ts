import { Testing, type TerraformStack } from 'cdktf';
import { HealthCheck } from '../../../../constructs/core/health-check';
import { ContainerImage } from '../../../../constructs/core/container-image';
import { Service } from '../../../../constructs/core/service';
import { Size } from '../../../../constructs/core/size';
import { KafkaClient } from '../../../../constructs/kafka/kafka-client';
import { KafkaCluster } from '../../../../constructs/kafka/kafka-cluster';
import type { IKafkaCluster, IKafkaTopic } from '../../../../constructs/kafka/interfaces';
import { KafkaTopic } from '../../../../constructs/kafka/kafka-topic';
import { accepted, environment, newPlatform, newStack } from '../../../support/synth';

function client(stack: TerraformStack = newStack()): { client: KafkaClient; app: Service } {
  const app = new Service(stack, 'app', {
    platform: newPlatform(stack),
    serviceName: 'app',
    image: ContainerImage.of('example/app:1'),
    user: 'app',
    memory: Size.mebibytes(64),
    healthCheck: HealthCheck.bash('true'),
  });
  return { client: new KafkaClient(app, app), app };
}

const brokers = (stack: TerraformStack, id = 'managed'): IKafkaCluster =>
  KafkaCluster.fromBootstrapServers(stack, id, { bootstrapServers: [`${id}.example.com:9092`] });

test('has the brokers of its first topic, unless it was given others', () => {
  const stack = newStack();
  const { client: told, app } = client(stack);
  const managed = brokers(stack);
  told.use('reads', managed.addTopic('orders'));
  expect(told.kafka).toBe(managed);
  accepted(app);
  expect(environment(stack, 'app').KAFKA_BOOTSTRAP_SERVERS).toBe('managed.example.com:9092');
});

test('a topic may be made elsewhere, if it was said on which brokers: before or after', () => {
  const stack = newStack();
  const { client: told, app } = client(stack);
  told.use('reads', KafkaTopic.fromTopicName(stack, 'theirs', 'theirs'));
  told.need("the consumer group 'a'");
  expect(() => accepted(app)).toThrow(
    "test/app cannot be made:\n  - kafka must be given, the brokers of the topic 'theirs' and the consumer group 'a'; got none. [policy]",
  );
  told.connectTo(brokers(stack));
  expect(() => accepted(app)).not.toThrow();
});

test.each(['reads', 'writes'] as const)('refuses a topic that it %s of another cluster', (verb) => {
  const stack = newStack();
  const { client: told, app } = client(stack);
  told.use('reads', brokers(stack, 'one').addTopic('orders'));
  told.use(verb, brokers(stack, 'other').addTopic('bills'));
  expect(() => accepted(app)).toThrow(
    `it ${verb} the topic 'bills' of test/other, but its brokers are test/one; give it a topic of these. [policy]`,
  );
});

test('refuses a topic by its name', () => {
  const { client: told, app } = client();
  told.use('reads', 'orders' as unknown as IKafkaTopic);
  expect(() => accepted(app)).toThrow('what it reads must be a KafkaTopic, or one made elsewhere');
});

test('refuses two topics under one variable', () => {
  const stack = newStack();
  const { client: told, app } = client(stack);
  const managed = brokers(stack);
  told.use('reads', managed.addTopic('a'), 'TOPIC');
  told.use('reads', managed.addTopic('b'), 'TOPIC');
  expect(() => accepted(app)).toThrow("environment has TOPIC already, as 'a'; got 'b', leave one out");
});

describe('refuses a topic that nobody declares:', () => {
  const nobody = "it reads the topic 'orders' (stack/orders), which is not declared in this program";
  const orders = (stack: TerraformStack): IKafkaTopic => KafkaTopic.fromTopicName(stack, 'orders', 'orders');

  test('one that was taken out of the program again', () => {
    const app = Testing.app();
    const [stack, kafka] = [newStack('stack', app), newStack('kafka', app)];
    const { client: told, app: service } = client(kafka);
    told.connectTo(brokers(kafka));
    told.use('reads', orders(stack));
    accepted(service);
    stack.node.tryRemoveChild('orders');
    expect(() => accepted(service)).toThrow(nobody);
  });

  test('one of a stack that was taken out', () => {
    const app = Testing.app();
    const [stack, kafka] = [newStack('stack', app), newStack('kafka', app)];
    const { client: told, app: service } = client(kafka);
    told.connectTo(brokers(kafka));
    told.use('reads', orders(stack));
    app.node.tryRemoveChild('stack');
    expect(() => accepted(service)).toThrow(nobody);
  });

  test('one of another program', () => {
    const kafka = newStack();
    const { client: told, app } = client(kafka);
    told.connectTo(brokers(kafka));
    told.use('reads', orders(newStack('stack')));
    expect(() => accepted(app)).toThrow(nobody);
  });
});
