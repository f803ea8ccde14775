import { TerraformStack } from 'cdktf';
import {
  ControllerQuorum,
  KafkaCluster,
  Metadata,
  SparkCluster,
  ZooKeeperEnsemble,
  type DockerPlatform,
} from '../../../constructs';
import { accepted, container, environment, newPlatform, resources, synth } from '../../support/synth';

type Props = { readonly namePrefix?: string; readonly hostPort?: number };
type Make = (platform: DockerPlatform, id: string, props?: Props) => unknown;

const stackOf = (platform: DockerPlatform): TerraformStack => TerraformStack.of(platform);
const zooKeeper: Make = (platform, id, props) =>
  new ZooKeeperEnsemble(stackOf(platform), id, { platform, nodes: 3, ...props });
const kafka: Make = (platform, id, props) => new KafkaCluster(stackOf(platform), id, { platform, ...props });
const spark: Make = (platform, id, props) => new SparkCluster(stackOf(platform), id, { platform, ...props });

const published = (stack: TerraformStack): [string, number[]][] =>
  resources(stack, 'docker_container').map(({ name, ports }) => [
    String(name),
    (ports as { external: number }[]).map(({ external }) => external),
  ]);

test.each<[string, Make, [string, number[]][]]>([
  [
    'ensembles',
    zooKeeper,
    [
      ['b-zoo1', [3181]],
      ['b-zoo2', [3182]],
      ['b-zoo3', [3183]],
    ],
  ],
  [
    'Kafka clusters',
    kafka,
    [
      ['b-kafka1', [3181]],
      ['b-kafka2', [3182]],
      ['b-kafka3', [3183]],
    ],
  ],
  [
    'Spark clusters',
    spark,
    [
      ['b-spark-master', [3181]],
      ['b-spark-worker-1', [3182]],
      ['b-spark-worker-2', [3183]],
    ],
  ],
])('two %s live on one platform, each with its names, ports and volumes', (_, make, second) => {
  const platform = newPlatform();
  const stack = stackOf(platform);
  make(platform, 'a');
  make(platform, 'b', { namePrefix: 'b-', hostPort: 3181 });
  expect(published(stack).filter(([name]) => name.startsWith('b-'))).toEqual(second);
  const volumes = resources(stack, 'docker_volume').map(({ name }) => String(name));
  const ofFirst = volumes.filter((name) => !name.startsWith('streaming-b-'));
  expect(volumes.filter((name) => name.startsWith('streaming-b-'))).toEqual(
    ofFirst.map((name) => name.replace('streaming-', 'streaming-b-')),
  );
});

test('a cluster with a prefix has the ids of one without, so that the prefix alone moves nothing in a state', () => {
  const ids = (props: Props): string[] => {
    const platform = newPlatform();
    kafka(platform, 'it', props);
    return Object.keys(synth(stackOf(platform)).resource?.docker_container ?? {});
  };
  expect(ids({ namePrefix: 'b-' })).toEqual(ids({}));
});

describe('a second cluster', () => {
  const platform = newPlatform();
  const stack = stackOf(platform);
  kafka(platform, 'a');
  const b = new KafkaCluster(stack, 'b', { platform, namePrefix: 'b-', hostPort: 9192 });

  test('is found by its own names, inside and on the host', () => {
    expect(b.bootstrapServers).toEqual(['b-kafka1:19092', 'b-kafka2:19093', 'b-kafka3:19094']);
    expect(b.hostBootstrapServers).toEqual(['localhost:9192', 'localhost:9193', 'localhost:9194']);
    expect(environment(stack, 'b-kafka1')).toMatchObject({
      KAFKA_ADVERTISED_LISTENERS: 'INTERNAL://b-kafka1:19092,EXTERNAL://localhost:9192',
      KAFKA_LISTENERS: expect.stringContaining('EXTERNAL://0.0.0.0:9092') as string,
      KAFKA_CONTROLLER_QUORUM_VOTERS: '1@b-kafka1:29093,2@b-kafka2:29093,3@b-kafka3:29093',
    });
    expect(container(stack, 'b-kafka1').ports).toMatchObject([{ internal: 9092, external: 9192 }]);
  });

  test('has an id of its own', () => {
    const id = (name: string): string | undefined => environment(stack, name).CLUSTER_ID;
    expect(id('b-kafka1')).toMatch(/^[\w-]{22}$/);
    expect(id('b-kafka1')).not.toBe(id('kafka1'));
  });

  test('may have a topic of the same name, made by a provider of its own', () => {
    (stack.node.findChild('a') as KafkaCluster).addTopic('orders');
    b.addTopic('orders');
    const topics = stack.node.root.node.findChild('topics') as TerraformStack;
    expect(() => accepted(stack)).not.toThrow();
    expect(synth(topics).provider?.kafka?.map((each) => each.bootstrap_servers)).toEqual([
      ['localhost:9092', 'localhost:9093', 'localhost:9094'],
      ['localhost:9192', 'localhost:9193', 'localhost:9194'],
    ]);
  });
});

test('brokers find their ensemble, and their controllers, by the names of these', () => {
  const platform = newPlatform();
  const stack = stackOf(platform);
  const ensemble = new ZooKeeperEnsemble(stack, 'zookeeper', { platform, namePrefix: 'b-', hostPort: 3181 });
  const metadata = Metadata.zooKeeper(ensemble);
  new KafkaCluster(stack, 'a', { platform, metadata, brokers: 1 });
  expect(environment(stack, 'kafka1').KAFKA_ZOOKEEPER_CONNECT).toBe('b-zoo1:2181');
  const quorums = ['', 'b-'].map(
    (namePrefix) =>
      new ControllerQuorum(stack, `quorum${namePrefix}`, { platform, namePrefix, controllers: 1 }),
  );
  expect(quorums.map(({ voters }) => voters)).toEqual([
    '1001@kafka-controller1:29093',
    '1001@b-kafka-controller1:29093',
  ]);
  expect(quorums[0]?.clusterId).not.toBe(quorums[1]?.clusterId);
});

test.each<[string, (platform: DockerPlatform, id: string) => Metadata]>([
  [
    'an ensemble',
    (platform, id) =>
      Metadata.zooKeeper(
        new ZooKeeperEnsemble(stackOf(platform), id, {
          platform,
          namePrefix: `${id}-`,
          hostPort: id === 'one' ? 2181 : 3181,
        }),
      ),
  ],
  [
    'a quorum',
    (platform, id) =>
      Metadata.kraft(new ControllerQuorum(stackOf(platform), id, { platform, namePrefix: `${id}-` })),
  ],
])('%s is of one cluster', (_, make) => {
  const two = (isShared: boolean) => () => {
    const platform = newPlatform();
    const one = make(platform, 'one');
    const other = isShared ? one : make(platform, 'other');
    new KafkaCluster(stackOf(platform), 'a', { platform, metadata: one, namePrefix: 'one-' });
    accepted(
      new KafkaCluster(stackOf(platform), 'b', {
        platform,
        metadata: other,
        namePrefix: 'other-',
        hostPort: 9192,
      }),
    );
  };
  expect(two(true)).toThrow(
    "test/b cannot be made:\n  - the ensemble or quorum 'test/one' is already that of test/a",
  );
  expect(two(false)).not.toThrow();
});

test('workers of a second Spark cluster go to its master', () => {
  const platform = newPlatform();
  spark(platform, 'b', { namePrefix: 'b-' });
  expect(container(stackOf(platform), 'b-spark-master').command).toEqual(
    expect.arrayContaining(['--host', 'b-spark-master']),
  );
  expect(container(stackOf(platform), 'b-spark-worker-1').command?.at(-1)).toBe(
    'spark://b-spark-master:7077',
  );
});

test.each([
  [
    'a clash of names',
    { hostPort: 9192 },
    /^test\/b\/kafka1 cannot be made:\n {2}- the container name 'kafka1' is already .*; give one of them another serviceName or namePrefix, .*$/,
  ],
  [
    'a clash of ports',
    { namePrefix: 'b-' },
    /^test\/b\/kafka1 cannot be made:\n {2}- the host port 9092 is already .*; give one of them another hostPort, .*$/,
  ],
])('%s is one mistake, and the cure is there', (_, props, says) => {
  const platform = newPlatform();
  const clusters = ['a', 'b'].map(
    (id) => new KafkaCluster(stackOf(platform), id, { platform, ...(id === 'b' && props) }),
  );
  clusters.forEach((each) => each.addTopic('orders'));
  expect(() => accepted(platform)).toThrow(says);
});

test.each<[string, Make]>([
  ['an ensemble', zooKeeper],
  ['a Kafka cluster', kafka],
  ['a Spark cluster', spark],
])('%s refuses what is no prefix of host names, and no port', (_, make) => {
  const made = (props: object) => () => {
    const platform = newPlatform();
    make(platform, 'it', props);
    accepted(platform);
  };
  for (const namePrefix of ['', 'b', '9-', 'a'.repeat(40)]) expect(made({ namePrefix })).not.toThrow();
  for (const namePrefix of ['-b', 'B-', 'b_', 'b.', 'a'.repeat(41), 7])
    expect(made({ namePrefix })).toThrow(/namePrefix must be (text, )?up to 40 of a-z, 0-9 and '-'/);
  for (const hostPort of [0, 65_536])
    expect(made({ hostPort })).toThrow('hostPort must be a whole number from 1 to 65535');
  expect(made({ hostPort: 65_533 })).not.toThrow();
});
