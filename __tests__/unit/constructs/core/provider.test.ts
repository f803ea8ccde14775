import { TerraformStack, Testing } from 'cdktf';
import { Node } from 'constructs';
import { KafkaCluster, KafkaTopic } from '../../../../constructs';

/** How often a stack is looked through while it gets its topics. */
function looks(topics: number): number {
  const stack = new TerraformStack(Testing.app(), 'topics');
  const cluster = KafkaCluster.fromBootstrapServers(stack, 'kafka', { bootstrapServers: ['localhost:9092'] });
  const children = jest.spyOn(Node.prototype, 'children', 'get');
  for (let topic = 1; topic <= topics; topic++) new KafkaTopic(stack, `topic-${topic}`, { cluster });
  const seen = (children.mock.contexts as unknown as Node[]).filter((node) => node === stack.node).length;
  children.mockRestore();
  return seen;
}

test('a stack is looked through for its provider once, however many topics need it', () => {
  expect(looks(1)).toBeGreaterThan(0);
  expect(looks(20)).toBe(looks(1));
});
