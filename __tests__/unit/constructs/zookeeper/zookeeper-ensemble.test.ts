import { ContainerImage } from '../../../../constructs/core/container-image';
import {
  ZooKeeperEnsemble,
  type ZooKeeperEnsembleProps,
} from '../../../../constructs/zookeeper/zookeeper-ensemble';
import { listening, run } from '../../../support/asked';
import {
  accepted,
  container,
  environment,
  healthQuestion,
  IMAGES,
  newPlatform,
  newStack,
  resources,
} from '../../../support/synth';

function ensemble(props: Partial<ZooKeeperEnsembleProps> = {}, stack = newStack()): ZooKeeperEnsemble {
  return accepted(new ZooKeeperEnsemble(stack, 'zookeeper', { platform: newPlatform(stack), ...props }));
}

test('is one node, zoo1, at 2181 inside and on the host', () => {
  const stack = newStack();
  expect(ensemble({}, stack).connectString).toBe('zoo1:2181');
  expect(resources(stack, 'docker_container')).toHaveLength(1);
  expect(container(stack, 'zoo1').ports).toEqual([{ internal: 2181, external: 2181, ip: '127.0.0.1' }]);
});

test('a single node is told of no others, so that it does not wait for a quorum', () => {
  const stack = newStack();
  ensemble({}, stack);
  expect(environment(stack, 'zoo1')).not.toHaveProperty('ZOOKEEPER_SERVERS');
});

test('three nodes know each other and have host ports of their own', () => {
  const stack = newStack();
  expect(ensemble({ nodes: 3 }, stack).connectString).toBe('zoo1:2181,zoo2:2181,zoo3:2181');
  expect(environment(stack, 'zoo2')).toMatchObject({
    ZOOKEEPER_SERVER_ID: '2',
    ZOOKEEPER_SERVERS: 'zoo1:2888:3888;zoo2:2888:3888;zoo3:2888:3888',
  });
  expect(container(stack, 'zoo3').ports).toEqual([{ internal: 2181, external: 2183, ip: '127.0.0.1' }]);
});

test('keeps snapshots and transactions on volumes of its own', () => {
  const stack = newStack();
  ensemble({}, stack);
  expect(container(stack, 'zoo1').volumes).toEqual(
    expect.arrayContaining([
      { volume_name: 'streaming-zoo1-data', container_path: '/var/lib/zookeeper/data' },
      { volume_name: 'streaming-zoo1-log', container_path: '/var/lib/zookeeper/log' },
    ]),
  );
});

test.each([
  ['confluentinc/cp-zookeeper:7.9.6', true],
  ['zookeeper:8.0.0', true],
  ['confluentinc/cp-zookeeper:8.0.0', false],
])('whether %s will do: %p', (reference, fits) => {
  const stack = newStack();
  const images = { ...IMAGES, zooKeeper: ContainerImage.of(reference) };
  const make = (): unknown =>
    accepted(new ZooKeeperEnsemble(stack, 'zookeeper', { platform: newPlatform(stack, { images }) }));
  if (fits) expect(make).not.toThrow();
  else expect(make).toThrow('the image of ZooKeeper must be of Confluent Platform 7.9 or earlier');
});

test.each([
  ['is healthy with a mode', 'Zookeeper version: 3.8.4\nMode: follower\nNode count: 5\n', 0],
  ['is not healthy without a quorum', 'This ZooKeeper instance is not currently serving requests\n', 1],
  ['is not healthy when it says nothing', '', 1],
])('%s', async (_, said, code) => {
  const stack = newStack();
  ensemble({}, stack);
  const [command = '', ...words] = healthQuestion(stack, 'zoo1');
  await using node = await listening((request) => (String(request) === 'srvr' ? said : undefined));
  const ended = await run(command, ...words.map((word) => word.replace('/2181', `/${node.port}`)));
  expect(ended).toEqual({ code, said: '' });
});
