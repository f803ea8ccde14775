import { ContainerImage } from '../../../../constructs/core/container-image';
import { ControllerQuorum } from '../../../../constructs/kafka/controller-quorum';
import type { IControllerQuorum } from '../../../../constructs/kafka/interfaces';
import { KafkaCluster } from '../../../../constructs/kafka/kafka-cluster';
import type { KafkaClusterProps } from '../../../../constructs/kafka/kafka-cluster-props';
import { Metadata } from '../../../../constructs/kafka/metadata';
import { ZooKeeperEnsemble } from '../../../../constructs/zookeeper/zookeeper-ensemble';
import type { IZooKeeperEnsemble } from '../../../../constructs/zookeeper/interfaces';
import { accepted, container, environment, IMAGES, newPlatform, newStack } from '../../../support/synth';

type Options = Partial<KafkaClusterProps>;

/** Brokers that are controllers too. */
function combined(props: Options = {}, stack = newStack()): KafkaCluster {
  const platform = props.platform ?? newPlatform(stack);
  return accepted(new KafkaCluster(stack, 'brokers', { platform, metadata: Metadata.kraft(), ...props }));
}

/** Brokers beside three controllers. */
function dedicated(props: Options = {}, stack = newStack()): KafkaCluster {
  const platform = newPlatform(stack);
  const metadata = Metadata.kraft(new ControllerQuorum(stack, 'controllers', { platform }));
  return accepted(new KafkaCluster(stack, 'brokers', { platform, metadata, ...props }));
}

describe('in KRaft without controllers of their own', () => {
  test('three brokers are controllers too', () => {
    const stack = newStack();
    combined({ platform: newPlatform(stack, { portOffset: 1000 }) }, stack);
    const told = environment(stack, 'kafka2');
    expect(told).toMatchObject({
      KAFKA_NODE_ID: '2',
      KAFKA_PROCESS_ROLES: 'broker,controller',
      KAFKA_CONTROLLER_LISTENER_NAMES: 'CONTROLLER',
      KAFKA_CONTROLLER_QUORUM_VOTERS: '1@kafka1:29093,2@kafka2:29093,3@kafka3:29093',
      KAFKA_LISTENERS: 'INTERNAL://0.0.0.0:19093,EXTERNAL://0.0.0.0:9093,CONTROLLER://0.0.0.0:29093',
      KAFKA_ADVERTISED_LISTENERS: 'INTERNAL://kafka2:19093,EXTERNAL://localhost:10093',
      KAFKA_LISTENER_SECURITY_PROTOCOL_MAP: 'INTERNAL:PLAINTEXT,EXTERNAL:PLAINTEXT,CONTROLLER:PLAINTEXT',
    });
    expect(Object.keys(told).filter((name) => /ZOOKEEPER|BROKER_ID/.test(name))).toEqual([]);
  });

  test('the port of controllers is not on the host', () => {
    const stack = newStack();
    combined({}, stack);
    expect(container(stack, 'kafka2').ports?.map(({ internal }) => internal)).toEqual([9093]);
  });

  test('a fourth broker is no controller, and changes nothing for the others', () => {
    const [three, four] = [newStack(), newStack()];
    combined({ brokers: 3 }, three);
    combined({ brokers: 4 }, four);
    expect(environment(four, 'kafka1')).toEqual(environment(three, 'kafka1'));
    expect(environment(four, 'kafka4')).toMatchObject({
      KAFKA_PROCESS_ROLES: 'broker',
      KAFKA_CONTROLLER_QUORUM_VOTERS: '1@kafka1:29093,2@kafka2:29093,3@kafka3:29093',
      KAFKA_LISTENERS: 'INTERNAL://0.0.0.0:19095,EXTERNAL://0.0.0.0:9095',
      KAFKA_LISTENER_SECURITY_PROTOCOL_MAP: 'INTERNAL:PLAINTEXT,EXTERNAL:PLAINTEXT,CONTROLLER:PLAINTEXT',
    });
  });

  test.each([1, 2])(
    'of %i brokers the first one is the controller, because two have no majority without one',
    (brokers) => {
      const stack = newStack();
      combined({ brokers }, stack);
      expect(environment(stack, `kafka${brokers}`).KAFKA_CONTROLLER_QUORUM_VOTERS).toBe('1@kafka1:29093');
      expect(environment(stack, 'kafka1').KAFKA_PROCESS_ROLES).toBe('broker,controller');
    },
  );

  test('every platform has a cluster id of its own, the same for all its brokers', () => {
    const id = (platformName: string, broker: string): string | undefined => {
      const stack = newStack();
      combined({ platform: newPlatform(stack, { platformName, containerPrefix: '' }) }, stack);
      return environment(stack, broker).CLUSTER_ID;
    };
    expect(id('blue', 'kafka1')).toMatch(/^[\w-]{22}$/);
    expect(id('blue', 'kafka3')).toBe(id('blue', 'kafka1'));
    expect(id('green', 'kafka1')).not.toBe(id('blue', 'kafka1'));
  });
});

describe('in KRaft with controllers of their own', () => {
  test('brokers are brokers only, of the cluster of the controllers', () => {
    const stack = newStack();
    dedicated({}, stack);
    const { CLUSTER_ID, KAFKA_CONTROLLER_QUORUM_VOTERS } = environment(stack, 'kafka-controller1');
    expect(environment(stack, 'kafka3')).toMatchObject({
      CLUSTER_ID,
      KAFKA_NODE_ID: '3',
      KAFKA_PROCESS_ROLES: 'broker',
      KAFKA_CONTROLLER_QUORUM_VOTERS,
      KAFKA_LISTENERS: 'INTERNAL://0.0.0.0:19094,EXTERNAL://0.0.0.0:9094',
    });
  });

  test('brokers start after the controllers, and stop before them', () => {
    const stack = newStack();
    dedicated({}, stack);
    expect(container(stack, 'kafka1').depends_on).toContainEqual(
      expect.stringMatching(/^docker_container\.controllers_kafka-controller1_/),
    );
  });

  test('controllers, which place replicas and choose leaders, are set as the brokers are', () => {
    const stack = newStack();
    dedicated({ settings: { 'num.partitions': 6 } }, stack);
    expect(environment(stack, 'kafka-controller3')).toMatchObject({
      KAFKA_DEFAULT_REPLICATION_FACTOR: '3',
      KAFKA_MIN_INSYNC_REPLICAS: '2',
      KAFKA_UNCLEAN_LEADER_ELECTION_ENABLE: 'false',
      KAFKA_NUM_PARTITIONS: '6',
    });
  });
});

describe('on the way from ZooKeeper to KRaft', () => {
  /** @param prepared whether the controllers wait for the ensemble */
  function migrating(prepared = true, stack = newStack()): KafkaCluster {
    const platform = newPlatform(stack);
    const ensemble = new ZooKeeperEnsemble(stack, 'zookeeper', { platform });
    const migratesFrom = prepared ? ensemble : undefined;
    const quorum = new ControllerQuorum(stack, 'controllers', { platform, migratesFrom });
    const metadata = Metadata.migrating(ensemble, quorum);
    return accepted(new KafkaCluster(stack, 'brokers', { platform, metadata }));
  }

  test('a broker is still one of ZooKeeper, and knows the controllers that will be its', () => {
    const stack = newStack();
    migrating(true, stack);
    const told = environment(stack, 'kafka2');
    expect(told).toMatchObject({
      KAFKA_BROKER_ID: '2',
      KAFKA_ZOOKEEPER_CONNECT: 'zoo1:2181',
      KAFKA_ZOOKEEPER_METADATA_MIGRATION_ENABLE: 'true',
      KAFKA_CONTROLLER_LISTENER_NAMES: 'CONTROLLER',
      KAFKA_CONTROLLER_QUORUM_VOTERS: environment(stack, 'kafka-controller1').KAFKA_CONTROLLER_QUORUM_VOTERS,
      KAFKA_LISTENERS: 'INTERNAL://0.0.0.0:19093,EXTERNAL://0.0.0.0:9093',
      KAFKA_LISTENER_SECURITY_PROTOCOL_MAP: 'INTERNAL:PLAINTEXT,EXTERNAL:PLAINTEXT,CONTROLLER:PLAINTEXT',
    });
    expect(Object.keys(told).filter((name) => /ROLES|NODE_ID|CLUSTER_ID/.test(name))).toEqual([]);
  });

  test('a broker stops before the ensemble and the controllers do', () => {
    const stack = newStack();
    migrating(true, stack);
    const before = container(stack, 'kafka1').depends_on;
    for (const name of ['zookeeper_zoo1', 'controllers_kafka-controller1'])
      expect(before).toContainEqual(expect.stringContaining(name));
  });

  test('refuses controllers that wait for no ensemble, because they would take nothing over', () => {
    expect(() => migrating(false)).toThrow('give them it as migratesFrom, and deploy that first');
  });
});

test.each(['apache/kafka:3.9.1', 'apache/kafka:4.0.0', 'confluentinc/cp-kafka:8.0.0'])(
  'KRaft runs on %s',
  (reference) => {
    const stack = newStack();
    const images = { ...IMAGES, kafka: ContainerImage.of(reference) };
    expect(() => combined({ platform: newPlatform(stack, { images }) }, stack)).not.toThrow();
  },
);

test.each([
  ['ZooKeeper', () => Metadata.zooKeeper('zoo1:2181' as unknown as IZooKeeperEnsemble)],
  ['KRaft', () => Metadata.kraft({ controllers: 3 } as unknown as IControllerQuorum)],
])('refuses metadata in %s of something that is none', (_, make) => {
  expect(() => combined({ metadata: make() })).toThrow(/metadata must be a Metadata of a \w+; got/);
});
