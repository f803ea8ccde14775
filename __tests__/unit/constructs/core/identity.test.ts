import { Construct } from 'constructs';
import { answersAt, isSame, things } from '../../../../constructs/core/identity';
import { KafkaCluster } from '../../../../constructs/kafka/kafka-cluster';
import { newCluster } from '../../../support/cluster';
import { accepted, newPlatform, newStack } from '../../../support/synth';

const stack = newStack();
let made = 0;
const at = (...addresses: string[]): Construct => {
  const thing = new Construct(stack, `thing-${++made}`);
  answersAt(thing, addresses);
  return thing;
};

test.each([
  [
    ['a:1', 'b:1'],
    ['b:1', 'a:1'],
  ],
  [
    ['a:1', 'b:1'],
    ['b:1', 'c:1'],
  ],
  [['Broker.Example.com:9092'], ['broker.example.com.:9092']],
  [['localhost:9092'], ['127.0.0.1:9092']],
  [['[::1]:9092'], ['localhost:9092']],
])('what answers at %p and at %p is one thing', (one, other) => {
  expect(isSame(at(...one), at(...other))).toBe(true);
});

test.each([
  [['a:1'], ['a:2']],
  [['a:1'], ['b:1']],
  [['localhost:9092'], ['kafka:9092']],
  [[], []],
])('what answers at %p and at %p is two', (one, other) => {
  expect(isSame(at(...one), at(...other))).toBe(false);
});

test('the brokers of two programs are two, also at one address', () => {
  const other = new Construct(newStack('another'), 'thing');
  answersAt(other, ['a:1']);
  expect(isSame(at('a:1'), other)).toBe(false);
});

test('a third reference makes one thing of two', () => {
  const [one, two, alone, third] = [at('a:1'), at('b:1'), at('c:1'), at('b:1', 'a:1')];
  const thing = things([one, two, alone, third]);
  expect(thing(one)).toBe(thing(two));
  expect(thing(third)).toBe(thing(two));
  expect(thing(alone)).toBe(alone);
});

describe('a topic that is declared by two references to one cluster', () => {
  test.each([
    [
      ['k1:9092', 'k2:9092'],
      ['k2:9092', 'k1:9092'],
    ],
    [['k1:9092', 'k2:9092'], ['k2:9092']],
    [['localhost:9092'], ['127.0.0.1:9092']],
  ])('%p and %p is refused', (one, other) => {
    const program = newStack('program');
    [one, other].forEach((bootstrapServers, index) =>
      KafkaCluster.fromBootstrapServers(program, `kafka-${index}`, { bootstrapServers }).addTopic('orders'),
    );
    expect(() => accepted(program)).toThrow("the topic 'orders' is already that of program/kafka-0/orders");
  });

  test("and so is one beside the program's own brokers", () => {
    const kafka = newCluster(newPlatform(newStack('kafka')));
    kafka.addTopic('orders');
    const again = { bootstrapServers: ['localhost:9093'] };
    KafkaCluster.fromBootstrapServers(kafka, 'again', again).addTopic('orders');
    expect(() => accepted(kafka)).toThrow("the topic 'orders' is already that of ");
  });
});
