import { TerraformVariable } from 'cdktf';
import type { Construct } from 'constructs';
import { Duration, Retention } from '../../constructs';
import { World } from './world';

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
    'segment.bytes on brokers of Kafka 4',
    (w) => {
      const cluster: unknown = Object.assign(w.cluster, { kafkaMajorVersion: 4 });
      return w.topic('a', { cluster, settings: { 'segment.bytes': aNumber(w, 'topics') } });
    },
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
      w.kafkaSparkApp({
        maxOffsetsPerTrigger: 1,
        sourceOptions: { minOffsetsPerTrigger: aText(w, 'streaming') },
      }),
  ],
])('%s, where Terraform alone knows it, is compared with nothing', (_, build) => {
  const world = new World();
  build(world);
  expect(() => world.app.synth()).not.toThrow();
});
