import { ContainerImage } from '../../../../constructs/core/container-image';
import { ControllerQuorum, type ControllerQuorumProps } from '../../../../constructs/kafka/controller-quorum';
import { ZooKeeperEnsemble } from '../../../../constructs/zookeeper/zookeeper-ensemble';
import {
  accepted,
  container,
  environment,
  IMAGES,
  newPlatform,
  newStack,
  resources,
} from '../../../support/synth';

function quorum(props: Partial<ControllerQuorumProps> = {}, stack = newStack()): ControllerQuorum {
  return accepted(new ControllerQuorum(stack, 'controllers', { platform: newPlatform(stack), ...props }));
}

test('is three controllers that know each other, with ids that no broker has', () => {
  const stack = newStack();
  const voters = '1001@kafka-controller1:29093,1002@kafka-controller2:29093,1003@kafka-controller3:29093';
  expect(quorum({}, stack).voters).toBe(voters);
  expect(resources(stack, 'docker_container')).toHaveLength(3);
  expect(environment(stack, 'kafka-controller2')).toMatchObject({
    KAFKA_NODE_ID: '1002',
    KAFKA_PROCESS_ROLES: 'controller',
    KAFKA_CONTROLLER_LISTENER_NAMES: 'CONTROLLER',
    KAFKA_CONTROLLER_QUORUM_VOTERS: voters,
    KAFKA_LISTENERS: 'CONTROLLER://0.0.0.0:29093',
    KAFKA_LISTENER_SECURITY_PROTOCOL_MAP: 'CONTROLLER:PLAINTEXT',
  });
});

test('all format their storage for the one cluster of the platform', () => {
  const stack = newStack();
  const { clusterId } = quorum({}, stack);
  const ids = [1, 2, 3].map((index) => environment(stack, `kafka-controller${index}`).CLUSTER_ID);
  expect(ids).toEqual([clusterId, clusterId, clusterId]);
});

test('advertises nothing, which the images refuse of a controller, and is not on the host', () => {
  const stack = newStack();
  quorum({}, stack);
  expect(environment(stack, 'kafka-controller1')).not.toHaveProperty('KAFKA_ADVERTISED_LISTENERS');
  expect(container(stack, 'kafka-controller1').ports ?? []).toEqual([]);
});

test('is as hardened, checked and patient as a broker, with volumes for all that the image declares', () => {
  const stack = newStack();
  quorum({}, stack);
  const controller = container(stack, 'kafka-controller1');
  expect(controller).toMatchObject({
    user: 'appuser',
    read_only: true,
    destroy_grace_seconds: 60,
    wait: true,
  });
  expect(controller.healthcheck?.test.join(' ')).toContain('/dev/tcp/127.0.0.1/29093');
  expect(controller.volumes).toEqual([
    { volume_name: 'streaming-kafka-controller1-data', container_path: '/var/lib/kafka/data' },
    { volume_name: 'streaming-kafka-controller1-secrets', container_path: '/etc/kafka/secrets' },
  ]);
});

test('keeps the id of a cluster that had one before', () => {
  const stack = newStack();
  expect(quorum({ clusterId: 'MkU3OEVBNTcwNTJENDM2Qk' }, stack).clusterId).toBe('MkU3OEVBNTcwNTJENDM2Qk');
  expect(environment(stack, 'kafka-controller1').CLUSTER_ID).toBe('MkU3OEVBNTcwNTJENDM2Qk');
});

describe('that take over from ZooKeeper', () => {
  const taking = (reference = 'apache/kafka:3.9.1', stack = newStack()): ControllerQuorum => {
    const platform = newPlatform(stack, { images: { ...IMAGES, kafka: ContainerImage.of(reference) } });
    const migratesFrom = new ZooKeeperEnsemble(stack, 'zookeeper', { platform });
    return accepted(new ControllerQuorum(stack, 'controllers', { platform, migratesFrom }));
  };

  test('know the ensemble, start after it, and can speak to brokers that are still its', () => {
    const stack = newStack();
    taking(undefined, stack);
    expect(environment(stack, 'kafka-controller1')).toMatchObject({
      KAFKA_ZOOKEEPER_CONNECT: 'zoo1:2181',
      KAFKA_ZOOKEEPER_METADATA_MIGRATION_ENABLE: 'true',
      KAFKA_INTER_BROKER_LISTENER_NAME: 'INTERNAL',
      KAFKA_LISTENER_SECURITY_PROTOCOL_MAP: 'CONTROLLER:PLAINTEXT,INTERNAL:PLAINTEXT',
    });
    expect(container(stack, 'kafka-controller1').depends_on).toContainEqual(
      expect.stringMatching(/^docker_container\.zookeeper_zoo1_/),
    );
  });

  test('know nothing of it once it is over', () => {
    const stack = newStack();
    quorum({}, stack);
    const names = Object.keys(environment(stack, 'kafka-controller1'));
    expect(names.filter((name) => /ZOOKEEPER|INTER_BROKER/.test(name))).toEqual([]);
  });

  test.each([
    ['apache/kafka:3.9.1', true],
    ['apache/kafka:4.0.0', false],
    ['confluentinc/cp-kafka:7.9.6', true],
    ['confluentinc/cp-kafka:8.0.0', false],
  ])('whether %s can: %p', (reference, can) => {
    if (can) expect(() => taking(reference)).not.toThrow();
    else expect(() => taking(reference)).toThrow(`migratesFrom must not be given with ${reference}`);
  });
});
