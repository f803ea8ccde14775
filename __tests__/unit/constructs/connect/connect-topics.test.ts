import { TerraformStack, TerraformVariable } from 'cdktf';
import { ConnectTopics, type ConnectTopicsProps } from '../../../../constructs/connect/connect-topics';
import { KafkaTopic } from '../../../../constructs/kafka/kafka-topic';
import { newKafka } from '../../../support/connect';
import { accepted, newStack, resources } from '../../../support/synth';

function rendered(props: Partial<ConnectTopicsProps> = {}): unknown[] {
  const { app, cluster } = newKafka();
  const stack = newStack('mine', app);
  new ConnectTopics(stack, 'topics', { cluster, prefix: 'mine', ...props });
  return resources(stack, 'kafka_topic');
}

test('are one partition of configs, 25 of offsets and 5 of statuses, compacted, with the copies of the cluster', () => {
  const { topics } = newKafka();
  const made = resources(TerraformStack.of(topics), 'kafka_topic');
  expect(made).toHaveLength(3);
  expect(made).toMatchObject([
    { name: 'connect-configs', partitions: 1 },
    { name: 'connect-offsets', partitions: 25 },
    { name: 'connect-status', partitions: 5 },
  ]);
  for (const topic of made) {
    expect(topic).toMatchObject({ replication_factor: 3 });
    expect(topic.config).toEqual({ 'cleanup.policy': 'compact', 'min.insync.replicas': '2' });
  }
});

test('have the prefix and the partitions that they are given; configs stay one', () => {
  expect(rendered({ prefix: 'other', offsetPartitions: 3, statusPartitions: 2 })).toMatchObject([
    { name: 'other-configs', partitions: 1 },
    { name: 'other-offsets', partitions: 3 },
    { name: 'other-status', partitions: 2 },
  ]);
});

test('leave a number that Terraform alone knows to its preconditions', () => {
  const { app, cluster } = newKafka();
  const stack = newStack('mine', app);
  const variable = new TerraformVariable(stack, 'partitions', { type: 'number' });
  new ConnectTopics(stack, 'topics', { cluster, prefix: 'mine', offsetPartitions: variable.numberValue });
  expect(resources(stack, 'kafka_topic')[1]).toMatchObject({
    partitions: '${var.partitions}',
    lifecycle: {
      precondition: [
        { error_message: 'mine/topics/offsets: partitions must be a whole number from 1 to 2147483647.' },
      ],
    },
  });
});

test('made elsewhere, they render nothing', () => {
  const stack = newStack();
  const topic = (name: string) => KafkaTopic.fromTopicName(stack, name, name);
  const given = { configs: topic('c'), offsets: topic('o'), statuses: topic('s') };
  expect(ConnectTopics.fromTopics(stack, 'topics', given)).toMatchObject(given);
  expect(resources(stack, 'kafka_topic')).toEqual([]);
});

test.each(['configs', 'offsets', 'statuses'] as const)('made elsewhere, %s must be a topic', (role) => {
  const stack = newStack();
  const topic = (name: string) => KafkaTopic.fromTopicName(stack, name, name);
  const given = { configs: topic('c'), offsets: topic('o'), statuses: topic('s'), [role]: 'name' };
  expect(() => ConnectTopics.fromTopics(stack, 'topics', given as never)).toThrow(
    `test/topics cannot be made:\n  - ${role} must be a KafkaTopic`,
  );
});

test('made elsewhere, there are no others', () => {
  const stack = newStack();
  const topic = (name: string) => KafkaTopic.fromTopicName(stack, name, name);
  const given = { configs: topic('c'), offsets: topic('o'), statuses: topic('s'), status: topic('t') };
  const made = ConnectTopics.fromTopics(stack, 'topics', given);
  expect(() => accepted(made)).toThrow("there is no property 'status'; there are configs, offsets, statuses");
});

test('made elsewhere, they may be those of another construct', () => {
  const { topics } = newKafka();
  expect(ConnectTopics.fromTopics(newStack(), 'same', topics).configs).toBe(topics.configs);
});
