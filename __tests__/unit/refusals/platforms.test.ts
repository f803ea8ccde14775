import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { ValidationError } from '../../../constructs/core/validation-error';
import { build, PLATFORMS, type Written } from '../../support/platforms';
import type { SnakeCase, Synthesized } from '../../support/synth';
import { World } from './world';

// Always the same ones, so that who changes nothing sees nothing change; more of them: FC_RUNS=1000 FC_SEED=7.
const RUNS = { numRuns: Number(process.env.FC_RUNS ?? 40), seed: Number(process.env.FC_SEED ?? 2026) };

interface Outcome {
  readonly error?: unknown;
  /** The path of everything that was made. */
  readonly paths: readonly string[];
  readonly stacks: readonly Synthesized[];
}

function outcome(written: Written): Outcome {
  const world = new World(written, written.together);
  const paths = (): string[] => world.app.node.findAll().map(({ node }) => node.path);
  try {
    build(world, written);
    world.app.synth();
    const folder = join(world.app.outdir, 'stacks');
    const stacks = readdirSync(folder).map((stack) =>
      readFileSync(join(folder, stack, 'cdk.tf.json'), 'utf8'),
    );
    return { stacks: stacks.map((text) => JSON.parse(text) as Synthesized), paths: paths() };
  } catch (error) {
    return { error, paths: paths(), stacks: [] };
  }
}

const resources = (stacks: readonly Synthesized[], type: string): Record<string, unknown>[] =>
  stacks.flatMap(({ resource }) => Object.values(resource?.[type] ?? {}));

function expectUnique(values: readonly unknown[]): void {
  expect([...new Set(values)]).toEqual(values);
}

function expectInvariants(stacks: readonly Synthesized[]): void {
  const containers = resources(stacks, 'docker_container') as unknown as SnakeCase[];
  const topics = resources(stacks, 'kafka_topic') as unknown as Topic[];
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
      const { error, paths, stacks } = outcome(written);
      if (error === undefined) expectInvariants(stacks);
      else expectRefusal(error, paths);
      tally[error === undefined ? 'made' : 'refused'] += 1;
    }),
    RUNS,
  );
  expect(Math.min(tally.made, tally.refused)).toBeGreaterThan(RUNS.numRuns / 6);
}, 600_000);
