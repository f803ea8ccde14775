import { atMost, numberOf, valueOf, type HasSettings, type Settings } from '../core/setting-rules';
import { show } from '../core/show';
import type { Rule } from '../core/validation';
import { CONNECT_CONFIGS } from './worker-settings';

const PRODUCER = 'org.apache.kafka.clients.producer.KafkaProducer';
const PRODUCER_CONFIG = 'org.apache.kafka.clients.producer.ProducerConfig#postProcessParsedConfig';

const producer = (settings: Settings, name: string): string | undefined =>
  valueOf('producer', settings, name, 'producer.');
const milliseconds = (settings: Settings, name: string): number =>
  numberOf('producer', settings, name, 'producer.') ?? NaN;

/** Whether a producer is told to write each record once; else it falls back without a word. */
const isIdempotent = (settings: Settings): boolean =>
  settings['producer.enable.idempotence'] !== undefined &&
  producer(settings, 'enable.idempotence')?.toLowerCase() === 'true';
const verifiers = (settings: Settings): readonly string[] =>
  (valueOf('worker', settings, 'inter.worker.verification.algorithms') ?? '').split(/\s*,\s*/);
const signature = (settings: Settings): string =>
  valueOf('worker', settings, 'inter.worker.signature.algorithm') ?? '';

/** What ends a worker, or the connectors that it runs, beside a wrong value of one setting. */
export const WORKER_SETTINGS_TOGETHER: readonly Rule<HasSettings>[] = [
  {
    requires: 'heartbeat.interval.ms is less than session.timeout.ms.',
    fails: ({ settings }) =>
      !lessOrUnknown(
        numberOf('worker', settings, 'heartbeat.interval.ms'),
        numberOf('worker', settings, 'session.timeout.ms'),
      ),
    message: ({ settings }) =>
      `heartbeat.interval.ms must be less than session.timeout.ms (${numberOf('worker', settings, 'session.timeout.ms')}), best a third of it; got ${numberOf('worker', settings, 'heartbeat.interval.ms')}, lower it.`,
    source: `${CONNECT_CONFIGS}_heartbeat.interval.ms`,
  },
  {
    requires: 'inter.worker.signature.algorithm is one of inter.worker.verification.algorithms.',
    fails: ({ settings }) => signature(settings) !== '' && !verifiers(settings).includes(signature(settings)),
    message: ({ settings }) =>
      `settings: inter.worker.signature.algorithm must be one of inter.worker.verification.algorithms (${verifiers(settings).join(', ')}), got ${show(signature(settings))}; add it there.`,
    source: 'org.apache.kafka.connect.runtime.distributed.DistributedConfig',
  },
  atMost(
    'consumer',
    'heartbeat.interval.ms',
    'session.timeout.ms',
    `${CONNECT_CONFIGS}_heartbeat.interval.ms`,
    {
      strictly: true,
      prefix: 'consumer.',
    },
  ),
  {
    requires:
      'producer.delivery.timeout.ms is at least producer.linger.ms and producer.request.timeout.ms together.',
    fails: ({ settings }) =>
      settings['producer.delivery.timeout.ms'] !== undefined &&
      milliseconds(settings, 'delivery.timeout.ms') <
        milliseconds(settings, 'linger.ms') + milliseconds(settings, 'request.timeout.ms'),
    message: ({ settings }) =>
      `settings: producer.delivery.timeout.ms must be at least producer.linger.ms (${producer(settings, 'linger.ms')}) and producer.request.timeout.ms (${producer(settings, 'request.timeout.ms')}) together, got ${producer(settings, 'delivery.timeout.ms')}; raise it.`,
    source: `${PRODUCER}#configureDeliveryTimeout`,
  },
  {
    requires: 'An idempotent producer of connectors has acks of all.',
    fails: ({ settings }) =>
      isIdempotent(settings) && !['all', '-1', undefined].includes(producer(settings, 'acks')),
    message: ({ settings }) =>
      `settings: producer.acks must be all where producer.enable.idempotence is true, got ${show(producer(settings, 'acks'))}; leave it out.`,
    source: PRODUCER_CONFIG,
  },
  {
    requires: 'An idempotent producer of connectors tries again.',
    fails: ({ settings }) =>
      isIdempotent(settings) && numberOf('producer', settings, 'retries', 'producer.') === 0,
    message: () =>
      'settings: producer.retries must be 1 or more where producer.enable.idempotence is true, got 0; leave it out.',
    source: PRODUCER_CONFIG,
  },
  {
    requires: 'An idempotent producer of connectors has at most 5 requests in flight.',
    fails: ({ settings }) => isIdempotent(settings) && (inFlight(settings) ?? 5) > 5,
    message: ({ settings }) =>
      `settings: producer.max.in.flight.requests.per.connection must be at most 5 where producer.enable.idempotence is true, got ${inFlight(settings)}; lower it.`,
    source: PRODUCER_CONFIG,
  },
  {
    requires: 'producer.transactional.id is left to the workers.',
    fails: ({ settings }) => settings['producer.transactional.id'] !== undefined,
    message: () =>
      'settings: producer.transactional.id must be left out, because every task would have the same and fence off the others; use exactlyOnceSource.',
    source: 'policy',
  },
];

const inFlight = (settings: Settings): number | undefined =>
  numberOf('producer', settings, 'max.in.flight.requests.per.connection', 'producer.');

const lessOrUnknown = (one: number | undefined, other: number | undefined): boolean =>
  one === undefined || other === undefined || one < other;
