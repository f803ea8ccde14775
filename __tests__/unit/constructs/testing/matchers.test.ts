import { Testing } from 'cdktf';
import { ContainerImage, HealthCheck, KafkaCluster, Service, Size } from '../../../../constructs';
import { matchers, synthesize, type Synthesis } from '../../../../constructs/testing';
import { newConnect, newKafka } from '../../../support/connect';
import { newPlatform, newStack } from '../../../support/synth';

expect.extend(matchers);

/** Two services, one of them with a topic, a volume and a port. */
function synthesis(): Synthesis {
  const stack = newStack();
  const platform = newPlatform(stack, { containerPrefix: 'my-', portOffset: 1000 });
  const what = {
    platform,
    user: 'nobody',
    memory: Size.mebibytes(64),
    healthCheck: HealthCheck.http(80, '/'),
  };
  new Service(stack, 'web', {
    ...what,
    serviceName: 'web',
    image: ContainerImage.of('example/web:1.2.3'),
    environment: { COLOUR: 'blue', SIZE: 'large' },
    ports: [{ name: 'web', port: 80, hostPort: 8080 }],
    volumes: [{ volume: platform.volume('pages'), path: '/pages' }],
  });
  new Service(stack, 'cache', {
    ...what,
    serviceName: 'cache',
    image: ContainerImage.of('example/cache:4.5.6'),
  });
  const bootstrapServers = ['broker.example.com:9092'];
  KafkaCluster.fromBootstrapServers(stack, 'kafka', { bootstrapServers }).addTopic('orders', {
    partitions: 3,
    settings: { 'segment.ms': 60_000 },
  });
  return synthesize(stack);
}

/** What a matcher says when it fails. */
function complaint(assertion: () => void): string {
  try {
    assertion();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('the assertion holds');
}

describe('toRunService', () => {
  test('finds a service by its name or its container', () => {
    expect(synthesis()).toRunService('web');
    expect(synthesis()).toRunService('my-web');
    expect(synthesis()).not.toRunService('my-other');
  });

  test('compares what is given, and of records the entries that are given', () => {
    expect(synthesis()).toRunService('web', {
      image: 'example/web:1.2.3',
      memory: Size.bytes(64 * 1024 * 1024),
      environment: { COLOUR: 'blue' },
      hostPorts: [9080],
      volumes: { '/pages': 'streaming-pages' },
    });
    expect(synthesis()).not.toRunService('web', { environment: { COLOUR: 'red' } });
    expect(synthesis()).not.toRunService('web', { hostPorts: [] });
  });

  test('takes the asymmetric matchers of the runner', () => {
    expect(synthesis()).toRunService('web', {
      image: expect.stringMatching(/^example\/web:/) as string,
      environment: expect.not.objectContaining({ SECRET: expect.anything() as string }) as Record<
        string,
        string
      >,
    });
  });

  test('says which services there are instead', () => {
    expect(complaint(() => expect(synthesis()).toRunService('wep'))).toBe(
      'Expected the service "wep", but there is only "cache", "web".',
    );
    expect(complaint(() => expect(synthesize(newStack())).toRunService('web'))).toBe(
      'Expected the service "web", but there is none.',
    );
  });

  test('says of every property what it is instead, sizes as people write them', () => {
    const expected = {
      memory: Size.gibibytes(1),
      environment: { COLOUR: 'blue', SIZE: 'small', SHAPE: 'round' },
    };
    expect(complaint(() => expect(synthesis()).toRunService('web', expected))).toBe(
      [
        'The service "web" is not as expected:',
        '  memory: expected "1 GiB", is "64 MiB"',
        '  environment.SIZE: expected "small", is "large"',
        '  environment.SHAPE: expected "round", is undefined',
      ].join('\n'),
    );
  });

  test('says what is there although nothing was expected', () => {
    expect(complaint(() => expect(synthesis()).not.toRunService('web'))).toBe(
      'Expected no service "web", but there is one.',
    );
    expect(complaint(() => expect(synthesis()).not.toRunService('web', { user: 'nobody' }))).toBe(
      'Expected no service "web" with these properties, but there is one.',
    );
  });
});

test('toHaveTopic compares partitions, copies and settings', () => {
  expect(synthesis()).toHaveTopic('orders');
  expect(synthesis()).toHaveTopic('orders', { partitions: 3, settings: { 'segment.ms': '60000' } });
  expect(synthesis()).not.toHaveTopic('orders', { partitions: 4 });
  expect(complaint(() => expect(synthesis()).toHaveTopic('orders', { replicationFactor: 1 }))).toContain(
    '  replicationFactor: expected 1, is 3',
  );
  expect(complaint(() => expect(synthesis()).toHaveTopic('payments'))).toBe(
    'Expected the topic "payments", but there is only "orders".',
  );
});

test('toHaveVolume takes the name on the Engine', () => {
  expect(synthesis()).toHaveVolume('streaming-pages');
  expect(synthesis()).not.toHaveVolume('pages');
  expect(complaint(() => expect(synthesis()).toHaveVolume('pages'))).toBe(
    'Expected the volume "pages", but there is only "streaming-pages".',
  );
});

test('toPublishPort takes the port on the host, offset included', () => {
  expect(synthesis()).toPublishPort(9080);
  expect(synthesis()).not.toPublishPort(8080);
  expect(complaint(() => expect(synthesis()).toPublishPort(8080))).toBe(
    'Expected the port on the host 8080, but there is only 9080.',
  );
});

test('toHaveConnector compares the configuration', () => {
  const kafka = newKafka(Testing.app());
  const { connect } = newConnect({}, kafka);
  connect.addConnector('people', { connectorClass: 'com.example.KnownConnector', config: { file: '/a' } });
  const found = synthesize(kafka.app);
  expect(found).toHaveConnector('people', { config: { file: '/a' } });
  expect(found).not.toHaveConnector('people', { config: { file: '/b' } });
  expect(found).not.toHaveConnector('animals');
});

test.each(Object.keys(matchers) as (keyof typeof matchers)[])(
  '%s says what to give it when it is given a stack',
  (matcher) => {
    expect(complaint(() => expect(newStack())[matcher]('x' as never))).toBe(
      `Give ${matcher} what synthesize returns: expect(synthesize(stack)).${matcher}(…).`,
    );
  },
);
