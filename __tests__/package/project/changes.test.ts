import { Testing } from 'cdktf';
import { matchers, synthesize } from 'cdktf-streaming/testing';
import { addChanged } from './changes';
import { ManagedTopicsStack } from './managed';

expect.extend(matchers);

test('a stack keeps the Docker provider of its owner', () => {
  expect(synthesize(addChanged(Testing.app())).stacks['changed']?.provider).toEqual({
    docker: [{ host: 'ssh://me@build.example.com' }],
  });
});

test('single images, settings and attributes are replaced', () => {
  const changed = synthesize(addChanged(Testing.app()));
  expect(changed).toRunService('kafka1', {
    image: 'mirror.example.com/own/kafka:3.9.1',
    environment: { KAFKA_LOG_CLEANER_THREADS: '2' },
  });
  expect(changed).toRunService('zoo1', {
    image: expect.stringMatching(/^mirror\.example\.com\/hub\/confluentinc\//),
  });
  const containers = changed.resources('docker_container');
  expect(containers.map((each) => `${each['hostname']}: ${each['log_driver']}`)).toEqual(
    expect.arrayContaining(['kafka1: local', 'zoo1: json-file']),
  );
});

test("a provider's own resource goes by the provider of the cluster's topics", () => {
  const managed = synthesize(new ManagedTopicsStack(Testing.app(), 'managed'));
  expect(managed).toHaveTopic('orders', { partitions: 12 });
  expect(managed.resources('kafka_acl')).toEqual([expect.objectContaining({ resource_name: 'orders' })]);
  expect(managed.stacks['managed']?.provider?.['kafka']).toHaveLength(1);
});
