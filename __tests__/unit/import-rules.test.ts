import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, posix } from 'node:path';

interface Cruise {
  readonly summary: {
    readonly violations: readonly { from: string; to: string; rule: { name: string } }[];
  };
}

const ROOT = join(__dirname, '..', '..');
const DOCKER = 'node_modules/@cdktf/provider-docker/lib/volume/index.js';
const KAFKA = 'providers/kafka/lib/topic/index.js';
const CONNECT = 'providers/kafka-connect/lib/connector/index.js';

/** Who imports whom, and the wall in between. */
const REFUSED: readonly [from: string, to: string, wall: string][] = [
  ['main.ts', 'constructs/kafka/kafka-cluster.ts', 'main'],
  ['main.ts', 'apps/averages/averages-app.ts', 'main'],
  ['stacks/kafka-stack.ts', 'cli/program.ts', 'stacks'],
  ['stacks/kafka-stack.ts', DOCKER, 'docker-bindings'],
  ['apps/averages/averages-app.ts', 'apps/listener/listener-app.ts', 'apps'],
  ['apps/averages/averages-app.ts', 'constructs/core/size.ts', 'apps'],
  ['apps/averages/averages-app.ts', 'node:process', 'environment'],
  ['examples/one-stack.ts', 'constructs/kafka/interfaces.ts', 'apps'],
  ['constructs/index.ts', 'constructs/local-images/index.ts', 'local-images'],
  ['constructs/index.ts', 'stacks/index.ts', 'library'],
  ['constructs/spark/spark-cluster.ts', 'constructs/kafka/kafka-cluster.ts', 'products'],
  ['constructs/spark/spark-cluster.ts', 'constructs/kafka/kafka-topic.ts', 'topics'],
  ['constructs/spark/spark-cluster.ts', 'process', 'environment'],
  ['constructs/connect/connect-topics.ts', 'constructs/kafka/kafka-client.ts', 'relations-to-kafka'],
  ['constructs/connect/connect-topics.ts', 'constructs/providers/restful.ts', 'rest-bindings'],
  ['constructs/kafka/kafka-topic.ts', DOCKER, 'docker-bindings'],
  ['constructs/schema-registry/subject.ts', KAFKA, 'kafka-bindings'],
  ['constructs/schema-registry/subject.ts', CONNECT, 'kafka-bindings'],
  ['constructs/testing/synthesis.ts', 'constructs/kafka/kafka-cluster.ts', 'products'],
  ['constructs/core/platform.ts', KAFKA, 'kafka-bindings'],
  ['constructs/core/platform.ts', 'constructs/zookeeper/interfaces.ts', 'core'],
  ['constructs/providers/kafka.ts', 'constructs/core/size.ts', 'core'],
  ['cli/tasks.ts', 'cli/engine/plan.ts', 'command'],
  ['cli/engine/deploy.ts', 'cli/docker/runtime.ts', 'command-engine'],
  ['cli/engine/deploy.ts', 'dockerode', 'engine-without-docker'],
  ['cli/engine/deploy.ts', 'constructs/core/size.ts', 'command-engine'],
  ['cli/docker/runtime.ts', 'cli/setup/images.ts', 'command-docker'],
  ['cli/setup/images.ts', 'cli/steps/setup-steps.ts', 'command-setup'],
  ['cli/steps/setup-steps.ts', 'cli/commands/up.ts', 'command-steps'],
  ['cli/steps/setup-steps.ts', 'constructs/local-images/local-images.ts', 'local-images'],
  ['cli/status/look.ts', 'cli/commands/up.ts', 'command-status'],
  ['cli/from-cluster/read.ts', 'cli/setup/images.ts', 'command-from-cluster'],
  ['cli/kubernetes/runtime.ts', 'cli/setup/images.ts', 'command-kubernetes'],
  ['cli/records/reader.ts', 'cli/setup/images.ts', 'command-records'],
  ['cli/engine/drift.ts', 'constructs/core/secrets.ts', 'command-engine'],
  ['cli/compose/kafka.ts', 'constructs/kafka/kafka-cluster.ts', 'command-compose'],
  ['cli/commands/up.ts', 'stacks/settings.ts', 'command-commands'],
  ['bench/run.ts', 'tools/lib/package.ts', 'used-by-nobody'],
  ['tools/lint.ts', 'demo/demo.ts', 'used-by-nobody'],
  ['demo/feed.ts', '__tests__/support/platforms.ts', 'used-by-nobody'],
  ['constructs/core/duration.ts', 'constructs/core/size.ts', 'no-circle'],
];

/** Nothing is in between. */
const ALLOWED: readonly [from: string, to: string][] = [
  ['main.ts', 'stacks/kafka-stack.ts'],
  ['main.ts', 'constructs/core/size.ts'],
  ['stacks/kafka-stack.ts', 'constructs/kafka/kafka-topic.ts'],
  ['stacks/kafka-stack.ts', 'apps/averages/averages-app.ts'],
  ['stacks/kafka-stack.ts', 'constructs/local-images/index.ts'],
  ['apps/averages/averages-app.ts', 'constructs/index.ts'],
  ['apps/averages/averages-app.ts', 'apps/averages/averages-props.ts'],
  ['examples/one-stack.ts', 'constructs/index.ts'],
  ['constructs/spark/spark-cluster.ts', 'constructs/core/size.ts'],
  ['constructs/spark/spark-cluster.ts', 'constructs/kafka/interfaces.ts'],
  ['constructs/spark/spark-cluster.ts', 'constructs/kafka/kafka-client.ts'],
  ['constructs/connect/connect-topics.ts', 'constructs/kafka/kafka-topic.ts'],
  ['constructs/schema-registry/subject.ts', 'constructs/providers/restful.ts'],
  ['cli/bin.ts', 'cli/commands/up.ts'],
  ['cli/engine/deploy.ts', 'constructs/core/labels.ts'],
  ['cli/docker/runtime.ts', 'cli/engine/runtime.ts'],
  ['cli/setup/images.ts', 'constructs/local-images/local-images.ts'],
  ['bench/run.ts', 'cli/program.ts'],
  ['constructs/connect/connect-topics.ts', CONNECT],
  ['constructs/kafka/kafka-topic.ts', KAFKA],
  ['constructs/core/platform.ts', DOCKER],
  ['constructs/providers/kafka.ts', KAFKA],
  ['constructs/core/size.ts', 'constructs/core/duration.ts'],
];

const folder = mkdtempSync(join(tmpdir(), 'imports-'));
const isFile = (module: string): boolean => /\.[jt]s$/.test(module);
const specifier = (from: string, to: string): string =>
  /^(node_modules|providers)\//.test(to)
    ? to
        .replace(/^node_modules\//, '')
        .replace(/^providers\//, '@cdktf/provider-')
        .replace('/index.js', '')
    : isFile(to)
      ? `./${posix.relative(dirname(from), to).replace(/\.ts$/, '')}`
      : to;

let found: readonly string[];

beforeAll(() => {
  const files = new Map(
    [...REFUSED, ...ALLOWED]
      .flatMap(([from, to]) => [from, to].filter(isFile))
      .map((file) => [file, 'export {};\n']),
  );
  // Of types alone, so that it is seen that these count.
  for (const [from, to] of [...REFUSED, ...ALLOWED])
    files.set(from, `${files.get(from)}import type * as _ from '${specifier(from, to)}';\n`);
  for (const [file, text] of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  for (const name of ['kafka', 'kafka-connect'])
    symlinkSync(join(folder, 'providers', name), join(folder, 'node_modules', '@cdktf', `provider-${name}`));
  const roots = [...new Set([...files.keys()].map((file) => String(file.split('/')[0])))];
  const given = ['--config', join(ROOT, '.dependency-cruiser.cjs'), '--output-type', 'json', ...roots];
  const json = execFileSync(join(ROOT, 'node_modules/.bin/depcruise'), given, {
    cwd: folder,
    encoding: 'utf8',
  });
  found = (JSON.parse(json) as Cruise).summary.violations.map(
    ({ from, to, rule }) => `${from} imports ${to}: ${rule.name}`,
  );
}, 60_000);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test.each(REFUSED)('%s must not import %s: %s', (from, to, wall) => {
  expect(found).toContain(`${from} imports ${to.replace('node:', '')}: ${wall}`);
});

test('nothing else is refused', () => {
  expect(found).toHaveLength(REFUSED.length);
});

test('every wall refuses something', () => {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- it is no module of TypeScript
  const { forbidden } = require('../../.dependency-cruiser.cjs') as {
    forbidden: readonly { name: string }[];
  };
  const walls = REFUSED.map(([, , wall]) => wall);
  expect(forbidden.map(({ name }) => name).filter((name) => !walls.includes(name))).toEqual([]);
});

// In a process of its own, because ESLint imports its configuration as an ES module; without types, which take long.
const LINT = `
  import { ESLint } from 'eslint';
  const eslint = new ESLint({
    overrideConfig: { files: ['**/*.ts'], languageOptions: { parserOptions: { projectService: false } } },
    ruleFilter: ({ ruleId }) => ruleId.includes('restricted'),
  });
  for (const filePath of ['constructs/providers/kafka.ts', 'stacks/index.ts', 'apps/listener/listener-app.ts', 'main.ts']) {
    const code = "export const env = process.env; export * as kafka from '@cdktf/provider-kafka';";
    const [{ messages }] = await eslint.lintText(code, { filePath });
    console.log(filePath, messages.map(({ ruleId }) => ruleId).join(' '));
  }
`;

test('only main.ts reads the environment, and the library exports names one by one', () => {
  const lint = ['--input-type=module', '-e', LINT];
  expect(execFileSync(process.execPath, lint, { cwd: ROOT, encoding: 'utf8' }).split('\n')).toEqual([
    'constructs/providers/kafka.ts no-restricted-properties no-restricted-syntax',
    'stacks/index.ts no-restricted-properties',
    'apps/listener/listener-app.ts no-restricted-properties',
    'main.ts ',
    '',
  ]);
}, 60_000);
