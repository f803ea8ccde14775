import * as fc from 'fast-check';
import { HealthCheck, KafkaTopic, StartingOffsets, ValidationError } from '../../../constructs';
import { synthesize, type Synthesis } from '../../../constructs/testing';
import { build, PLATFORMS, type Written } from '../../support/platforms';
import { warnings, type SnakeCase } from '../../support/synth';
import { World } from '../../support/world';

// Always the same ones, so that who changes nothing sees nothing change; more of them: FC_RUNS=1000 FC_SEED=7.
const RUNS = { numRuns: Number(process.env.FC_RUNS ?? 30), seed: Number(process.env.FC_SEED ?? 2026) };

interface Outcome {
  readonly error?: unknown;
  /** The path of everything that was made. */
  readonly paths: readonly string[];
  readonly made?: Synthesis;
}

function outcome(written: Written): Outcome {
  const world = new World(written, written.together);
  const paths = (): string[] => world.app.node.findAll().map(({ node }) => node.path);
  try {
    build(world, written);
    return { made: synthesize(world.app), paths: paths() };
  } catch (error) {
    return { error, paths: paths() };
  }
}

function expectUnique(values: readonly unknown[]): void {
  expect([...new Set(values)]).toEqual(values);
}

function expectInvariants(made: Synthesis): void {
  const containers = made.resources('docker_container') as unknown as SnakeCase[];
  const topics = made.resources('kafka_topic') as unknown as Topic[];
  const brokers = containers.filter(({ name }) => /kafka\d+$/.test(name));
  expectUnique(containers.map(({ name }) => name));
  expectUnique(containers.flatMap(({ ports = [] }) => ports.map(({ external }) => external)));
  expectUnique(topics.map(({ name }) => name));
  for (const { replication_factor, config } of topics) {
    expect(replication_factor).toBeLessThanOrEqual(brokers.length);
    expect(Number(config['min.insync.replicas'])).toBeLessThanOrEqual(replication_factor);
  }
  for (const container of containers) {
    expect(container).toMatchObject({
      capabilities: { drop: ['ALL'] },
      security_opts: ['no-new-privileges:true'],
      restart: 'unless-stopped',
      memory_swap: container.memory,
    });
    expect(container.user).toMatch(/^(?!root|0)/);
    expect(container.memory).toBeGreaterThanOrEqual(6);
    expect(container.healthcheck?.test.length).toBeGreaterThan(1);
    for (const { ip } of container.ports ?? []) expect(ip).toBe('127.0.0.1');
  }
}

interface Topic {
  readonly name: string;
  readonly replication_factor: number;
  readonly config: Record<string, string>;
}

function expectRefusal(error: unknown, paths: readonly string[]): void {
  expect(error).toBeInstanceOf(ValidationError);
  const { problems, stack } = error as ValidationError;
  expect(problems.length).toBeGreaterThan(0);
  for (const { path, reason } of problems) {
    expect(paths).toContain(path);
    // What is wrong, and where the rule comes from.
    expect(reason).toMatch(/\w.* \[[^\]]{3,}\]( \(at \S+:\d+\))?$/);
  }
  expect(stack).not.toMatch(/^ +at /m);
}

test('a platform is made with every invariant kept, or refused with a path and a rule', () => {
  const tally = { made: 0, refused: 0 };
  fc.assert(
    fc.property(PLATFORMS, (written) => {
      const { error, paths, made } = outcome(written);
      if (made) expectInvariants(made);
      else expectRefusal(error, paths);
      tally[made ? 'made' : 'refused'] += 1;
    }),
    RUNS,
  );
  expect(Math.min(tally.made, tally.refused)).toBeGreaterThan(RUNS.numRuns / 6);
}, 600_000);

test('a platform with nothing wrong is made without a warning', () => {
  const world = new World();
  world.registry();
  world.connector({ reads: [world.topic('people')] });
  world.averages({
    source: KafkaTopic.fromTopicName(world.stack('topics'), 'theirs', 'theirs'),
    startingOffsets: StartingOffsets.latest(),
  });
  world.service('web', { healthCheck: HealthCheck.bash('true') });
  expect(() => synthesize(world.app)).not.toThrow();
  expect(world.app.node.findAll().flatMap(warnings)).toEqual([]);
});
