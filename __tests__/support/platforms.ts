import * as fc from 'fast-check';
import { CleanupPolicy, Duration, Metadata, Retention, Size } from '../../constructs';
import { World, type Junk } from './world';

/** A platform as somebody might write it: each part with some of its properties. */
export interface Written {
  readonly together: boolean;
  readonly platform: Junk;
  readonly zooKeeper: Junk;
  readonly brokers: Junk;
  readonly topics: Readonly<Record<string, Junk>>;
  readonly services: Readonly<Record<string, Junk>>;
  readonly connect: Junk;
  readonly registry: Junk;
  readonly spark: Junk;
  readonly application: Junk;
}

const mebibytes = (min: number, max: number): fc.Arbitrary<Size> =>
  fc.integer({ min, max }).map((amount) => Size.mebibytes(amount));
const port = fc.integer({ min: 1_024, max: 65_535 });
const duration = fc.integer({ min: 1, max: 600 }).map((amount) => Duration.seconds(amount));
const some = (properties: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<Junk> =>
  fc.record(properties, { requiredKeys: [] });
const jvm = {
  heap: mebibytes(64, 512),
  memory: mebibytes(512, 2_048),
  jvmOptions: fc.constant('-XX:+UseSerialGC'),
};

/** Mostly right, and wrong now and then in what only several properties together can tell, such as too many copies. */
const topic = some({
  topicName: fc.stringMatching(/^[a-zA-Z0-9._-]{1,20}$/),
  partitions: fc.integer({ min: 1, max: 50 }),
  replicationFactor: fc.integer({ min: 1, max: 3 }),
  minInsyncReplicas: fc.integer({ min: 1, max: 2 }),
  retention: fc.oneof(
    duration.map((age) => Retention.upTo(age)),
    mebibytes(1, 100).map((size) => Retention.upToSize(size)),
    fc.constant(Retention.forever()),
  ),
  cleanupPolicy: fc.constantFrom(CleanupPolicy.DELETE, CleanupPolicy.COMPACT_AND_DELETE),
  maxMessageSize: mebibytes(1, 50),
  settings: some({
    'segment.ms': fc.integer({ min: 1, max: 1e9 }),
    'compression.type': fc.constantFrom('lz4', 'zstd'),
  }),
});

const service = some({
  ports: fc.array(fc.record({ name: fc.constantFrom('web', 'admin'), port, hostPort: port }), {
    maxLength: 2,
  }),
  environment: fc.dictionary(fc.stringMatching(/^[A-Z_]{1,8}$/), fc.string(), { maxKeys: 3 }),
  cpus: fc.double({ min: 0.1, max: 4, noNaN: true }),
  stopGracePeriod: duration,
});
const id = fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/);

const right: fc.Arbitrary<Written> = fc.record({
  together: fc.boolean(),
  platform: some({
    platformName: fc.stringMatching(/^[a-z0-9][a-z0-9-]{1,20}$/),
    containerPrefix: fc.stringMatching(/^([a-z][a-z0-9]{0,5}-)?$/),
    portOffset: fc.integer({ min: 0, max: 30_000 }),
  }),
  zooKeeper: some({ nodes: fc.constantFrom(1, 3, 5), ...jvm }),
  brokers: some({
    brokers: fc.constantFrom(3, 3, 4, 5),
    metadata: fc.constant(Metadata.kraft()),
    ...jvm,
    settings: some({ 'num.io.threads': fc.integer({ min: 1, max: 16 }) }),
  }),
  topics: fc.dictionary(id, topic, { maxKeys: 4 }),
  services: fc.dictionary(id, service, { maxKeys: 2 }),
  connect: some({ ...jvm, groupId: fc.stringMatching(/^[a-z][a-z-]{0,9}$/) }),
  registry: some(jvm),
  spark: some({ workers: fc.integer({ min: 1, max: 3 }), workerCores: fc.integer({ min: 2, max: 4 }) }),
  application: some({
    driverMemory: mebibytes(450, 2_048),
    executorMemory: mebibytes(450, 2_048),
    applicationArguments: fc.array(fc.string(), { maxLength: 3 }),
  }),
});

type Part = 'platform' | 'zooKeeper' | 'brokers' | 'connect' | 'registry' | 'spark' | 'application';

/** What TypeScript would have caught, but JavaScript, JSON or an environment variable passes. */
const junk = fc.constantFrom<unknown>(
  NaN,
  Infinity,
  -1,
  0,
  1.5,
  1e300,
  '',
  ' ',
  '7 days',
  'latest',
  'null',
  null,
  true,
  {},
  [],
  [null],
  [[]],
  Duration.seconds(-1),
  Duration.minutes(NaN),
  Size.gibibytes(-1),
  Size.bytes(0.5),
  Retention.upTo(Duration.days(-1)),
  () => 1,
);
const PROPERTIES: Readonly<Record<Part, readonly string[]>> = {
  platform: ['images', 'platformName', 'containerPrefix', 'portOffset', 'misspelt'],
  zooKeeper: ['platform', 'namePrefix', 'hostPort', 'nodes', 'heap', 'memory', 'jvmOptions', 'misspelt'],
  brokers: [
    'platform',
    'namePrefix',
    'hostPort',
    'brokers',
    'defaultReplicationFactor',
    'minInsyncReplicas',
    'retention',
    'cleanupPolicy',
    'heap',
    'settings',
  ],
  connect: [
    'platform',
    'cluster',
    'topics',
    'groupId',
    'heap',
    'memory',
    'valueConverter',
    'settings',
    'misspelt',
  ],
  registry: ['platform', 'cluster', 'topic', 'compatibility', 'heap', 'settings', 'misspelt'],
  spark: [
    'platform',
    'namePrefix',
    'hostPort',
    'workers',
    'workerCores',
    'workerMemory',
    'daemonMemory',
    'misspelt',
  ],
  application: ['cluster', 'kafka', 'code', 'applicationArguments', 'driverMemory', 'packages', 'settings'],
};
const mistake = fc
  .constantFrom(...(Object.keys(PROPERTIES) as Part[]))
  .chain((part) => fc.tuple(fc.constant(part), fc.constantFrom(...PROPERTIES[part]), junk));

/** Half of the platforms have mistakes. */
export const PLATFORMS: fc.Arbitrary<Written> = fc
  .tuple(right, fc.oneof(fc.constant([]), fc.array(mistake, { minLength: 1, maxLength: 3 })))
  .map(([written, mistakes]) =>
    mistakes.reduce<Written>(
      (all, [part, property, value]) => ({ ...all, [part]: { ...all[part], [property]: value } }),
      written,
    ),
  );

/** Makes what was written, part after part as a program would. */
export function build(world: World, written: Written): void {
  for (const [name, props] of Object.entries(written.topics)) world.topic(name, props);
  for (const [name, props] of Object.entries(written.services)) world.service(name, props);
  world.connect(written.connect);
  world.registry(written.registry);
  world.sparkApplication(written.application).reads(world.topic('people'));
}
