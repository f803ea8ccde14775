import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SnakeCase, Synthesized } from '../support/synth';

const ROOT = join(__dirname, '..', '..');

interface Manifest {
  readonly stacks: Record<string, { readonly dependencies: string[] }>;
}

/** What the program synthesizes when it is run as its first lines say. */
function run(example: string): { manifest: Manifest; stacks: Record<string, Synthesized> } {
  const outdir = mkdtempSync(join(tmpdir(), 'example-'));
  try {
    const env = { ...process.env, CDKTF_OUTDIR: outdir };
    execFileSync(process.execPath, ['--import', 'tsx', join('examples', example)], { cwd: ROOT, env });
    const read = (...path: string[]): unknown => JSON.parse(readFileSync(join(outdir, ...path), 'utf8'));
    const names = readdirSync(join(outdir, 'stacks'));
    return {
      manifest: read('manifest.json') as Manifest,
      stacks: Object.fromEntries(
        names.map((name) => [name, read('stacks', name, 'cdk.tf.json') as Synthesized]),
      ),
    };
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

function containers(stack: Synthesized | undefined): SnakeCase[] {
  return Object.values(stack?.resource?.docker_container ?? {}) as unknown as SnakeCase[];
}

test('one-stack.ts holds ZooKeeper, a broker and a topic with one copy, and the topic waits for the broker', () => {
  const { stacks } = run('one-stack.ts');
  expect(Object.keys(stacks)).toEqual(['one-stack']);
  const stack = stacks['one-stack'];
  expect(containers(stack).map(({ name }) => name)).toEqual(['one-stack-kafka1', 'one-stack-zoo1']);

  const [topic] = Object.values(stack?.resource?.kafka_topic ?? {});
  expect(topic).toMatchObject({
    name: 'orders',
    partitions: 3,
    replication_factor: 1,
    config: { 'retention.ms': '604800000', 'min.insync.replicas': '1' },
    depends_on: [expect.stringMatching(/^docker_container\.brokers_kafka1_/)],
  });
  expect(stack?.provider?.kafka).toEqual([{ bootstrap_servers: ['localhost:19092'], tls_enabled: false }]);
});

test('own-service.ts runs a hardened service of its own, in a stack that is deployed after the brokers', () => {
  const { manifest, stacks } = run('own-service.ts');
  expect(manifest.stacks['own-service-monitoring']?.dependencies).toEqual(['own-service-kafka']);
  expect(containers(stacks['own-service-monitoring'])).toEqual([
    expect.objectContaining({
      name: 'own-service-kafka-exporter',
      command: ['--kafka.server=kafka1:19092', '--kafka.server=kafka2:19093', '--kafka.server=kafka3:19094'],
      user: 'nobody',
      capabilities: { drop: ['ALL'] },
      memory: 64,
      ports: [{ internal: 9308, external: 39308, ip: '127.0.0.1' }],
    }),
  ]);
});

test('connectors-and-subjects.ts deploys connectors after their workers and topics, and subjects after their registry', () => {
  const { manifest, stacks } = run('connectors-and-subjects.ts');
  expect(manifest.stacks.connectors?.dependencies).toEqual(['services', 'topics']);
  expect(manifest.stacks.subjects?.dependencies).toEqual(['services']);
  const connectors = Object.values(stacks.connectors?.resource?.['kafka-connect_connector'] ?? {});
  expect(connectors.map(({ name, config }) => [name, config])).toEqual([
    ['people-copy', expect.objectContaining({ topics: 'people', file: '/tmp/copy.txt' })],
    ['people-file', expect.objectContaining({ topic: 'people', file: '/tmp/people.txt' })],
  ]);
  const subjects = Object.values(stacks.subjects?.resource?.restful_resource ?? {});
  expect(subjects.map(({ path }) => path)).toEqual([
    '/subjects/people-value/versions',
    '/config/people-value',
  ]);
  expect(stacks.subjects?.provider?.restful).toEqual([{ base_url: 'http://localhost:28081' }]);
});
