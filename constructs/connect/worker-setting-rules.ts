import { atMost, numberOf, valueOf, type HasSettings, type Settings } from '../core/setting-rules';
import { formatValue } from '../core/format-value';
import type { Rule } from '../core/validation';
import { CONNECT_CONFIGS } from './worker-settings';

const PRODUCER = 'org.apache.kafka.clients.producer.KafkaProducer';
const KEYS = 'org.apache.kafka.connect.runtime.distributed.DistributedConfig#getInternalRequestKeyGenerator';
const ADMIN = 'org.apache.kafka.clients.admin.KafkaAdminClient';
const PRODUCER_CONFIG = 'org.apache.kafka.clients.producer.ProducerConfig#postProcessParsedConfig';

const producer = (settings: Settings, name: string): string | undefined =>
  valueOf('producer', settings, name, 'producer.');
const milliseconds = (settings: Settings, name: string): number =>
  numberOf('producer', settings, name, 'producer.') ?? NaN;

/** More than this a producer does not wait. */
const LARGEST_INT = 2 ** 31 - 1;

/** Whether a producer is told to write each record once; else it falls back without a word. */
const isIdempotent = (settings: Settings): boolean =>
  settings['producer.enable.idempotence'] !== undefined &&
  producer(settings, 'enable.idempotence')?.toLowerCase() === 'true';
const verifiers = (settings: Settings): readonly string[] =>
  (valueOf('worker', settings, 'inter.worker.verification.algorithms') ?? '').split(/\s*,\s*/);
const signature = (settings: Settings): string =>
  valueOf('worker', settings, 'inter.worker.signature.algorithm') ?? '';

/** Of a key in bits, as the JVM makes it of each algorithm: from, to, and in which steps. */
const KEY_SIZES: Readonly<Record<string, readonly [number, number, number]>> = {
  AES: [128, 256, 64],
  ARCFOUR: [40, 1024, 1],
  BLOWFISH: [32, 448, 8],
  CHACHA20: [256, 256, 1],
  DES: [56, 56, 1],
  DESEDE: [112, 168, 56],
  HMACMD5: [1, 2 ** 31 - 8, 1],
  HMACSHA1: [1, 2 ** 31 - 8, 1],
  RC2: [40, 1024, 1],
};
const OF_HMAC: readonly [number, number, number] = [40, 2 ** 31 - 8, 1];
const keyAlgorithm = (settings: Settings): string =>
  valueOf('worker', settings, 'inter.worker.key.generation.algorithm') ?? '';
const keySizes = (settings: Settings): readonly [number, number, number] =>
  KEY_SIZES[keyAlgorithm(settings).toUpperCase()] ?? OF_HMAC;

function isKeySize(settings: Settings): boolean {
  const size = numberOf('worker', settings, 'inter.worker.key.size');
  const [least, most, step] = keySizes(settings);
  return size === undefined || (size >= least && size <= most && (size - least) % step === 0);
}

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
      `settings: inter.worker.signature.algorithm must be one of inter.worker.verification.algorithms (${verifiers(settings).join(', ')}), got ${formatValue(signature(settings))}; add it there.`,
    source: 'org.apache.kafka.connect.runtime.distributed.DistributedConfig',
  },
  {
    requires: 'inter.worker.key.generation.algorithm is none that TLS makes its own keys with.',
    fails: ({ settings }) => /^suntls/i.test(keyAlgorithm(settings)),
    message: ({ settings }) =>
      `settings: inter.worker.key.generation.algorithm must make keys by itself, got ${formatValue(keyAlgorithm(settings))}; take HmacSHA256.`,
    source: KEYS,
  },
  {
    requires: 'inter.worker.key.size is one of inter.worker.key.generation.algorithm.',
    fails: ({ settings }) => !isKeySize(settings),
    message: ({ settings }) =>
      `settings: inter.worker.key.size must be from ${keySizes(settings).slice(0, 2).join(' to ')} in steps of ${keySizes(settings)[2]} for ${keyAlgorithm(settings)}, got ${settings['inter.worker.key.size']}; leave it out.`,
    source: KEYS,
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
  atMost('admin', 'request.timeout.ms', 'default.api.timeout.ms', `${ADMIN}#configureDefaultApiTimeoutMs`, {
    prefix: 'admin.',
  }),
  {
    requires: 'consumer.group.remote.assignor is for consumer.group.protocol consumer.',
    fails: ({ settings }) =>
      settings['consumer.group.remote.assignor'] !== undefined &&
      valueOf('consumer', settings, 'group.protocol', 'consumer.')?.toLowerCase() === 'classic',
    message: () =>
      'settings: consumer.group.remote.assignor must be left out without consumer.group.protocol consumer.',
    source: 'org.apache.kafka.clients.consumer.ConsumerConfig#checkUnsupportedConfigs',
  },
  {
    requires:
      'producer.delivery.timeout.ms is at least producer.linger.ms and producer.request.timeout.ms together.',
    fails: ({ settings }) =>
      settings['producer.delivery.timeout.ms'] !== undefined &&
      milliseconds(settings, 'delivery.timeout.ms') <
        Math.min(
          milliseconds(settings, 'linger.ms') + milliseconds(settings, 'request.timeout.ms'),
          LARGEST_INT,
        ),
    message: ({ settings }) =>
      `settings: producer.delivery.timeout.ms must be at least producer.linger.ms (${producer(settings, 'linger.ms')}) and producer.request.timeout.ms (${producer(settings, 'request.timeout.ms')}) together, got ${producer(settings, 'delivery.timeout.ms')}; raise it.`,
    source: `${PRODUCER}#configureDeliveryTimeout`,
  },
  {
    requires: 'An idempotent producer of connectors has acks of all.',
    fails: ({ settings }) =>
      isIdempotent(settings) && !['all', '-1', undefined].includes(producer(settings, 'acks')),
    message: ({ settings }) =>
      `settings: producer.acks must be all where producer.enable.idempotence is true, got ${formatValue(producer(settings, 'acks'))}; leave it out.`,
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
