import { Testing } from 'cdktf';
import { ConnectTopics, KafkaCluster, Metadata, type ValidationError } from '../../../constructs';
import { synthesize } from '../../../constructs/testing';
import { newPlatform, newStack, resources } from '../../support/synth';
import { SCHEMA } from '../../support/makers';
import { refusal, World, type Junk } from '../../support/world';

describe('a name that is derived from an id is checked as if it were given', () => {
  test('of a topic', () => {
    for (const props of [{}, { topicName: undefined }])
      expect(refusal((world) => world.topic('a b', props))).toMatch(/topicName must be .*; got 'a b'/);
  });

  test('of a connector', () => {
    const options = { connectorClass: 'com.example.KnownConnector', connectorName: undefined };
    expect(refusal((world) => world.connect().addConnector('a b', options))).toMatch(/connectorName must be/);
  });

  test('of a subject', () => {
    const options = { schema: SCHEMA, subjectName: undefined };
    expect(refusal((world) => world.registry().addSubject('a b', options))).toMatch(/subjectName must be/);
  });

  test.each<[string, (world: World, id: string, props: Junk) => unknown]>([
    ['application', (world, id, props) => world.containerApp(id, props)],
    ['Spark application', (world, id, props) => world.sparkApplication(props, id)],
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
      return ['a', 'a'].map((id) => registry.addSubject(id, { schema: SCHEMA }));
    },
  ],
])('%s that is added twice is refused, once', (_, build) => {
  expect(refusal(build)).toMatch(
    /^\w+\/a cannot be made:\n {2}- its id must be its own in '\w+', where 'a' is a \w+; give one of them another\. \[\S+\] \(at __tests__\S+\)$/,
  );
});

/** What is said of a topic, a connector and a subject that are added so, one after the other. */
function added(id: unknown, options: unknown): string[] {
  const world = new World();
  const { cluster, workers, schemaRegistry } = world;
  const adds = [
    () => cluster.addTopic(id as never, options as never),
    () => workers.addConnector(id as never, options as never),
    () => schemaRegistry.addSubject(id as never, options as never),
  ];
  const said = adds.map((add) => {
    try {
      add();
      return [];
    } catch (error) {
      return (error as ValidationError).problems;
    }
  });
  // Each tells of those before it, too.
  expect(said.map(({ length }) => length)).toEqual([1, 2, 3]);
  return said.flatMap((problems) => problems.slice(-1).map(({ path, reason }) => `${path}: ${reason}`));
}

test.each([undefined, null, '', 5])('a topic cannot be added as %p, nor a connector or a subject', (id) => {
  for (const each of added(id, {}))
    expect(each).toMatch(/: its id must be text that is known at synth and not empty/);
});

test.each([null, 5, 'options', new Map(), []])('options of %p are no options', (options) => {
  for (const each of added('a', options))
    expect(each).toMatch(/\/a: its properties must be a plain object of/);
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
    world.internalTopics,
    world.make(ConnectTopics, 'other', { prefix: 42 }),
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
  const world = new World();
  world.cluster.addTopic('cdktf-streaming-kafka');
  expect(() => synthesize(world.app)).not.toThrow();
});

test('what was given no options is told what it lacks, and not what it has by itself', () => {
  expect(refusal((world) => world.connect().addConnector('a', undefined as never))).toMatch(
    /^connectors\/a cannot be made:\n {2}- connectorClass must be .*; got undefined[^\n]*$/,
  );
});
