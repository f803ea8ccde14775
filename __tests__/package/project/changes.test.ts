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
  expect(changed.service('zoo1').image).toMatch(/^mirror\.example\.com\/hub\/confluentinc\//);
  const logs = changed
    .resources('docker_container')
    .map(({ hostname, log_driver }) => [hostname, log_driver]);
  expect(logs).toContainEqual(['kafka1', 'local']);
  expect(logs).toContainEqual(['zoo1', 'json-file']);
});

test("a provider's own resource goes by the provider of the cluster's topics", () => {
  const managed = synthesize(new ManagedTopicsStack(Testing.app(), 'managed'));
  expect(managed).toHaveTopic('orders', { partitions: 12 });
  expect(managed.resources('kafka_acl')).toEqual([expect.objectContaining({ resource_name: 'orders' })]);
  expect(managed.stacks['managed']?.provider?.['kafka']).toHaveLength(1);
});
