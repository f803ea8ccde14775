import { join } from 'node:path';
import { Testing } from 'cdktf';
import {
  ConnectTopics,
  KafkaCluster,
  Metadata,
  Schema,
  SparkApplication,
  SparkCode,
  ValidationError,
} from '../../../constructs';
import { newPlatform, newStack, resources } from '../../support/synth';
import { pythonFolder, World, type Junk } from './world';

const refusal = (build: (world: World) => unknown): string => {
  const world = new World();
  try {
    build(world);
    world.app.synth();
  } catch (error) {
    expect(error).toBeInstanceOf(ValidationError);
    return (error as Error).message;
  }
  return '';
};

describe('a name that is derived from an id is checked as if it were given', () => {
  test.each(['événements', 'a'.repeat(250), '__consumer_offsets', 'a b', '..'])('topic %p', (id) => {
    for (const props of [{}, { topicName: undefined }])
      expect(refusal((world) => world.topic(id, props))).toMatch(/topicName must be .*; got '/);
  });

  test.each(['with blank', 'a'.repeat(250)])('connector %p', (id) => {
    const options = { connectorClass: 'com.example.KnownConnector', connectorName: undefined };
    expect(refusal((world) => world.connect().addConnector(id, options))).toMatch(/connectorName must be/);
  });

  test.each(['__GLOBAL', 'é', 'a'.repeat(256)])('subject %p', (id) => {
    const options = { schema: Schema.jsonSchema({}), subjectName: undefined };
    expect(refusal((world) => world.registry().addSubject(id, options))).toMatch(/subjectName must be/);
  });

  test.each<[string, (world: World, id: string, props: Junk) => unknown]>([
    ['application', (world, id, props) => world.containerApp(id, props)],
    [
      'Spark application',
      (world, id, props) => {
        const code = SparkCode.python(join(pythonFolder(), 'job.py'));
        return new SparkApplication(world.stack('streaming'), id, {
          cluster: world.spark,
          code,
          ...props,
        });
      },
    ],
  ])('the service of an %s, once', (_, build) => {
    for (const props of [{}, { serviceName: undefined }]) {
      const message = refusal((world) => build(world, 'Bad Name', props));
      expect(message).toMatch(/^streaming\/Bad Name cannot be made:\n {2}- serviceName must be 1 to 63/);
      expect(message.split('\n')).toHaveLength(2);
    }
  });
});

test('two clusters of one app may each have a topic of one name, and keep it', () => {
  const app = Testing.app();
  const cluster = (name: string, portOffset: number): KafkaCluster => {
    const stack = newStack(name, app);
    const platform = newPlatform(stack, { platformName: name, containerPrefix: `${name}-`, portOffset });
    return new KafkaCluster(stack, 'brokers', { platform, metadata: Metadata.kraft() });
  };
  const [one, two] = [cluster('one', 0), cluster('two', 1000)];
  const paths = [one.addTopic('orders'), two.addTopic('orders'), one.addTopic('people')].map(
    ({ node }) => node.path,
  );
  expect(paths).toEqual(['topics/orders', 'topics/two--brokers/orders', 'topics/people']);
  const topics = resources(one.addTopic('last').node.scope as never, 'kafka_topic');
  expect(topics.map(({ name, provider }) => [name, provider])).toEqual([
    ['last', 'kafka'],
    ['orders', 'kafka'],
    ['people', 'kafka'],
    ['orders', 'kafka.kafka-2'],
  ]);
  expect(() => two.addTopic('orders')).toThrow(
    /^topics\/two--brokers\/orders cannot be made:\n {2}- its id must be its own .* 'orders' is a KafkaTopic/,
  );
});

test.each<[string, (world: World) => unknown]>([
  ['a topic', (world) => ['a', 'a'].map((id) => world.cluster.addTopic(id))],
  [
    'a connector',
    (world) => {
      const connect = world.connect();
      return ['a', 'a'].map((id) =>
        connect.addConnector(id, { connectorClass: 'com.example.KnownConnector' }),
      );
    },
  ],
  [
    'a subject',
    (world) => {
      const registry = world.registry();
      return ['a', 'a'].map((id) => registry.addSubject(id, { schema: Schema.jsonSchema({}) }));
    },
  ],
])('%s that is added twice is refused, once', (_, build) => {
  expect(refusal(build)).toMatch(
    /^\w+\/a cannot be made:\n {2}- its id must be its own in '\w+', where 'a' is a \w+; give one of them another\. \[\S+\] \(at __tests__\S+\)$/,
  );
});

test.each([undefined, null, '', 5])('a topic cannot be added as %p, nor a connector or a subject', (id) => {
  const says = /its id must be text that is known at synth and not empty/;
  expect(refusal((world) => world.cluster.addTopic(id as never))).toMatch(says);
  expect(refusal((world) => world.connect().addConnector(id as never, {} as never))).toMatch(says);
  expect(refusal((world) => world.registry().addSubject(id as never, {} as never))).toMatch(says);
});

test.each([null, 5, 'options', new Map(), []])('options of %p are no options', (options) => {
  const says = /its properties must be a plain object of/;
  expect(refusal((world) => world.cluster.addTopic('a', options as never))).toMatch(says);
  expect(refusal((world) => world.connect().addConnector('a', options as never))).toMatch(says);
  expect(refusal((world) => world.registry().addSubject('a', options as never))).toMatch(says);
});

test('more copies than brokers are refused once, however many topics leave them to the cluster', () => {
  const message = refusal((world) => {
    const cluster = world.kafkaCluster({ defaultReplicationFactor: 5, minInsyncReplicas: 4 });
    ['a', 'b', 'c'].forEach((id) => cluster.addTopic(id));
  });
  expect(message.split('\n')).toHaveLength(2);
});

test('what is refused takes its default, which then clashes with nobody', () => {
  const message = refusal((world) => [
    world.connectTopics(),
    new ConnectTopics(world.stack('topics'), 'other', { cluster: world.cluster, prefix: 42 as never }),
  ]);
  expect(message.split('\n')).toEqual([
    'topics/other cannot be made:',
    expect.stringMatching(/prefix must be text/),
  ]);
});

test('two clusters on one platform are one mistake, of their names and their ports', () => {
  const message = refusal((world) => {
    const { platform } = world;
    for (const id of ['one', 'two'])
      new KafkaCluster(world.stack('kafka'), id, { platform, metadata: Metadata.kraft() });
  });
  expect(message.split('\n')).toEqual([
    'kafka/two/kafka1 cannot be made:',
    expect.stringMatching(
      /the host port 9092 is already that of kafka\/one\/kafka1, and so it is with 9093, 9094, and the container name 'kafka1' is already that of kafka\/one\/kafka1, and so it is with 'kafka2', 'kafka3'; give one of them another hostPort and another serviceName or namePrefix, or one of their platforms another containerPrefix and portOffset\. \[/,
    ),
  ]);
});

test.each(['constructor', '__proto__', 'toString'])('the id %p, which every object has, is refused', (id) => {
  expect(refusal((world) => world.cluster.addTopic(id))).toMatch(
    /its id must not be '.*', a name that every object of JavaScript has; give it another/,
  );
});

test('a topic may have the id that its provider would have', () => {
  expect(refusal((world) => world.cluster.addTopic('cdktf-streaming-kafka'))).toBe('');
});

test('what was given no options is told what it lacks, and not what it has by itself', () => {
  expect(refusal((world) => world.connect().addConnector('a', undefined as never))).toMatch(
    /^connectors\/a cannot be made:\n {2}- connectorClass must be .*; got undefined[^\n]*$/,
  );
});
