import { TerraformVariable } from 'cdktf';
import type { Construct } from 'constructs';
import { Duration, KafkaCluster, Retention } from '../../../constructs';
import { accepted, resources, synth } from '../../support/synth';
import { World, type Junk } from '../../support/world';

const variable = (scope: Construct, type: string): TerraformVariable =>
  new TerraformVariable(scope, 'later', { type });
/** A number and a text that only the deploy will know, as cdktf writes them into a program. */
const aNumber = (world: World, stack: string): number => variable(world.stack(stack), 'number').numberValue;
const aText = (world: World, stack: string): string => variable(world.stack(stack), 'string').stringValue;

test.each<[string, (world: World) => unknown]>([
  [
    'segment.ms beside a retention',
    (w) =>
      w.topic('a', {
        retention: Retention.upTo(Duration.seconds(1)),
        settings: { 'segment.ms': aNumber(w, 'topics') },
      }),
  ],
  [
    'the least compaction lag',
    (w) =>
      w.topic('a', {
        settings: { 'min.compaction.lag.ms': aNumber(w, 'topics'), 'max.compaction.lag.ms': 1 },
      }),
  ],
  [
    'the most compaction lag',
    (w) =>
      w.topic('a', {
        settings: { 'min.compaction.lag.ms': 1, 'max.compaction.lag.ms': aNumber(w, 'topics') },
      }),
  ],
  [
    'queued.max.request.bytes',
    (w) => w.kafkaCluster({ settings: { 'queued.max.request.bytes': aNumber(w, 'kafka') } }),
  ],
  [
    'socket.request.max.bytes',
    (w) =>
      w.kafkaCluster({
        settings: { 'queued.max.request.bytes': 1, 'socket.request.max.bytes': aNumber(w, 'kafka') },
      }),
  ],
  [
    'the mechanism among brokers',
    (w) => w.kafkaCluster({ settings: { 'sasl.mechanism.inter.broker.protocol': aText(w, 'kafka') } }),
  ],
  [
    'the mechanisms that brokers take',
    (w) =>
      w.kafkaCluster({
        settings: {
          'sasl.mechanism.inter.broker.protocol': 'PLAIN',
          'sasl.enabled.mechanisms': aText(w, 'kafka'),
        },
      }),
  ],
  [
    'the heartbeat of workers',
    (w) => w.connect({ settings: { 'heartbeat.interval.ms': aText(w, 'services') } }),
  ],
  [
    'the session time-out of workers',
    (w) => w.connect({ settings: { 'session.timeout.ms': aNumber(w, 'services') } }),
  ],
  ['spark.task.cpus', (w) => w.sparkApplication({ settings: { 'spark.task.cpus': aText(w, 'streaming') } })],
  [
    'minOffsetsPerTrigger',
    (w) =>
      w.averages({
        maxOffsetsPerTrigger: 1,
        sourceOptions: { minOffsetsPerTrigger: aText(w, 'streaming') },
      }),
  ],
])('%s, where Terraform alone knows it, is compared with nothing', (_, build) => {
  const world = new World();
  build(world);
  expect(() => world.app.synth()).not.toThrow();
});

/** The one topic of the world. */
const config = (world: World, props: Junk): Junk => {
  world.topic('a', props);
  return (resources(world.stack('topics') as never, 'kafka_topic')[0] as { config: Junk }).config;
};

test('a replication factor that Terraform alone knows is computed with by Terraform', () => {
  const world = new World();
  expect(config(world, { replicationFactor: aNumber(world, 'topics') })).toMatchObject({
    'min.insync.replicas': '${min(2, var.later)}',
  });
});

test('a number that Terraform alone knows stays one in settings that are text', () => {
  const world = new World();
  const number = aNumber(world, 'topics');
  expect(config(world, { minInsyncReplicas: number, settings: { 'segment.ms': number } })).toMatchObject({
    'min.insync.replicas': '${var.later}',
    'segment.ms': '${var.later}',
  });
});

test.each(['retention.ms', 'cleanup.policy', 'min.insync.replicas'])(
  'a token among settings does not override the property that says %s',
  (name) => {
    const world = new World();
    world.topic('a', { settings: { [name]: aText(world, 'topics') } });
    expect(() => world.app.synth()).toThrow(`${name} must be set by the property`);
  },
);

test('servers that are a list of Terraform are passed on', () => {
  const world = new World();
  const stack = world.stack('topics');
  const servers = variable(stack, 'list(string)').listValue;
  KafkaCluster.fromBootstrapServers(stack, 'theirs', { bootstrapServers: servers }).addTopic('a');
  expect(synth(stack as never).provider?.kafka?.[0]).toMatchObject({
    bootstrap_servers: '${var.later}',
  });
});

test.each<[string, (list: never) => object]>([
  ['settings', (list) => ({ settings: { 'num.io.threads': list } })],
  ['foreignSettings', (list) => ({ foreignSettings: { 'my.own': list } })],
])('a list that Terraform alone knows is none of the %s', (property, props) => {
  const world = new World();
  const list = variable(world.stack('kafka'), 'list(string)').listValue as never;
  expect(() => accepted(world.kafkaCluster(props(list) as Junk))).toThrow(
    `- ${property} is an object in which`,
  );
});
