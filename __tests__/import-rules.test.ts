import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

interface Case {
  readonly file: string;
  readonly code: string;
  /** Part of the rule's message; undefined where the code is allowed. */
  readonly refusal?: RegExp;
}

const CASES: readonly Case[] = [
  {
    file: 'main.ts',
    code: "export { X } from './constructs/kafka/kafka-topic';",
    refusal: /main\.ts builds stacks/,
  },
  {
    file: 'main.ts',
    code: "export { AveragesApp } from './apps/averages/averages-app';",
    refusal: /main\.ts builds stacks/,
  },
  { file: 'main.ts', code: "export { KafkaStack } from './stacks/kafka-stack';" },
  { file: 'main.ts', code: 'export const name = process.env.PLATFORM_NAME;' },
  {
    file: 'stacks/kafka-stack.ts',
    code: "export * from '../main';",
    refusal: /A stack imports other stacks/,
  },
  { file: 'stacks/kafka-stack.ts', code: "export * from '../constructs/kafka/kafka-cluster';" },
  { file: 'stacks/kafka-stack.ts', code: "export * from '../apps/averages/averages-app';" },
  {
    file: 'stacks/kafka-stack.ts',
    code: "export * from '@cdktf/provider-docker/lib/volume';",
    refusal: /Only constructs\/core/,
  },
  {
    file: 'stacks/kafka-stack.ts',
    code: 'export const name = process.env.X;',
    refusal: /Only main\.ts reads/,
  },
  {
    file: 'constructs/spark/spark-cluster.ts',
    code: "export * from '../../stacks/kafka-stack';",
    refusal: /knows nothing of stacks/,
  },
  { file: 'constructs/spark/spark-cluster.ts', code: "export { Size } from '../core/size';" },
  {
    file: 'constructs/spark/spark-cluster.ts',
    code: "export { KafkaTopic } from '../kafka/kafka-topic';",
    refusal: /never its class/,
  },
  {
    file: 'constructs/spark/spark-cluster.ts',
    code: "export type { IKafkaTopic } from '../kafka/kafka-topic';",
  },
  {
    file: 'constructs/spark/spark-cluster.ts',
    code: "export { Topic } from '@cdktf/provider-kafka/lib/topic';",
    refusal: /Only constructs\/kafka/,
  },
  {
    file: 'constructs/spark/spark-cluster.ts',
    code: "export { Volume } from '@cdktf/provider-docker/lib/volume';",
    refusal: /Only constructs\/core/,
  },
  {
    file: 'constructs/spark/spark-cluster.ts',
    code: 'export const name = process.env.X;',
    refusal: /Only main\.ts reads/,
  },
  {
    file: 'constructs/spark/spark-cluster.ts',
    code: "export { env } from 'node:process';",
    refusal: /Only main\.ts reads/,
  },
  {
    file: 'constructs/kafka/kafka-topic.ts',
    code: "export { Topic } from '@cdktf/provider-kafka/lib/topic';",
  },
  {
    file: 'constructs/kafka/kafka-topic.ts',
    code: "export { Volume } from '@cdktf/provider-docker/lib/volume';",
    refusal: /Only constructs\/core/,
  },
  {
    file: 'constructs/connect/connect-topics.ts',
    code: "export { KafkaTopic } from '../kafka/kafka-topic';",
  },
  {
    file: 'constructs/connect/connect-topics.ts',
    code: "export { KafkaCluster } from '../kafka/kafka-cluster';",
    refusal: /never its class/,
  },
  {
    file: 'constructs/connect/converter.ts',
    code: "export { REGISTRY } from '../schema-registry/references';",
  },
  {
    file: 'constructs/connect/converter.ts',
    code: "export { SchemaRegistry } from '../schema-registry/schema-registry';",
    refusal: /never its class/,
  },
  { file: 'constructs/kafka-ui/kafka-ui.ts', code: "export { CONNECT } from '../connect/references';" },
  {
    file: 'constructs/connect/connect-topics.ts',
    code: "export { Volume } from '@cdktf/provider-docker/lib/volume';",
    refusal: /Only constructs\/core/,
  },
  {
    file: 'constructs/core/platform.ts',
    code: "export { Volume } from '@cdktf/provider-docker/lib/volume';",
  },
  {
    file: 'constructs/core/platform.ts',
    code: "export type { IKafkaTopic } from '../kafka/kafka-topic';",
    refusal: /core and providers are what all products share/,
  },
  {
    file: 'constructs/core/platform.ts',
    code: "export { Topic } from '@cdktf/provider-kafka/lib/topic';",
    refusal: /Only constructs\/kafka/,
  },
  {
    file: 'constructs/providers/kafka.ts',
    code: "export * from '@cdktf/provider-kafka';",
  },
  {
    file: 'constructs/providers/kafka.ts',
    code: "export * as kafka from '@cdktf/provider-kafka';",
    refusal: /the function that loads the package/,
  },
  {
    file: 'constructs/providers/kafka.ts',
    code: "export type { IKafkaTopic } from '../kafka/kafka-topic';",
    refusal: /core and providers are what all products share/,
  },
  {
    file: 'constructs/kafka/kafka-topic.ts',
    code: "export { acl } from '../providers/kafka';",
    refusal: /never its class/,
  },
  {
    file: 'constructs/testing/synthesis.ts',
    code: "export { KafkaTopic } from '../kafka/kafka-topic';",
    refusal: /never its class/,
  },
  {
    file: 'constructs/testing/synthesis.ts',
    code: "export { Container } from '@cdktf/provider-docker/lib/container';",
    refusal: /Only constructs\/core/,
  },
  { file: 'constructs/index.ts', code: "export * from '../stacks';", refusal: /exports what is its own/ },
  { file: 'examples/one-stack.ts', code: "export { Size } from '../constructs';" },
  {
    file: 'examples/one-stack.ts',
    code: "export { Size } from '../constructs/core/size';",
    refusal: /use what the library exports/,
  },
  {
    file: 'examples/one-stack.ts',
    code: "export { AveragesApp } from '../apps/averages/averages-app';",
    refusal: /use what the library exports/,
  },
  { file: 'stacks/images.ts', code: "export { localImages } from '../images/local-images';" },
  { file: 'images/local-images.ts', code: "export { hashFile } from '../constructs/core/content-hash';" },
  {
    file: 'images/local-images.ts',
    code: "export { localFamily } from '../stacks/images';",
    refusal: /images know neither/,
  },
  { file: 'apps/averages/averages-app.ts', code: "export { Size } from '../../constructs';" },
  { file: 'apps/averages/averages-app.ts', code: "export { RULES } from './averages-props';" },
  {
    file: 'apps/averages/averages-app.ts',
    code: "export { Size } from '../../constructs/core/size';",
    refusal: /use what the library exports/,
  },
  {
    file: 'apps/averages/averages-app.ts',
    code: "export { ListenerApp } from '../listener/listener-app';",
    refusal: /use what the library exports/,
  },
  {
    file: 'apps/averages/averages-app.ts',
    code: 'export const name = process.env.X;',
    refusal: /Only main\.ts reads/,
  },
  {
    file: 'constructs/spark/spark-cluster.ts',
    code: "export * from '../../apps/averages/averages-app';",
    refusal: /knows nothing of stacks/,
  },
  {
    file: 'cli/engine/deploy.ts',
    code: "export { dockerRuntime } from '../docker/runtime';",
    refusal: /by cli\/engine\/runtime\.ts/,
  },
  {
    file: 'cli/engine/drift.ts',
    code: "export { default } from 'dockerode';",
    refusal: /by cli\/engine\/runtime\.ts/,
  },
  {
    file: 'cli/engine/plan-gate/topics.ts',
    code: "export { leftoversStep } from '../../steps/platform-steps';",
    refusal: /never the other way round/,
  },
  {
    file: 'cli/engine/plan-gate/topics.ts',
    code: "export { LABEL } from '../../../constructs/core/labels';",
  },
  {
    file: 'cli/engine/plan-gate/retention.ts',
    code: "export { Size } from '../../../constructs/core/size';",
    refusal: /synthesized stacks and their labels/,
  },
  {
    file: 'cli/steps/setup-steps.ts',
    code: "export type { LocalImage } from '../../constructs/core/local-image';",
    refusal: /synthesized stacks and their labels/,
  },
  {
    file: 'cli/commands/up.ts',
    code: "export { readSettings } from '../../stacks/settings';",
    refusal: /synthesized stacks and their labels/,
  },
  { file: 'cli/docker/runtime.ts', code: "export type { Runtime } from '../engine/runtime';" },
  {
    file: 'cli/docker/runtime.ts',
    code: "export { PROFILES } from '../setup/settings';",
    refusal: /never the other way round/,
  },
];

// In a process of its own, because ESLint imports its configuration as an ES module; without types, because no rule
// about imports asks for them, and they take long.
const LINT = `
  import { ESLint } from 'eslint';
  const eslint = new ESLint({
    overrideConfig: { files: ['**/*.ts'], languageOptions: { parserOptions: { projectService: false } } },
    ruleFilter: ({ ruleId }) => ruleId.includes('restricted'),
  });
  const messages = [];
  for (const { file, code } of ${JSON.stringify(CASES)}) {
    const [result] = await eslint.lintText(code, { filePath: file });
    messages.push(result.messages.map(({ message }) => message));
  }
  console.log(JSON.stringify(messages));
`;

let messages: string[][];

beforeAll(() => {
  const options = { cwd: join(__dirname, '..'), encoding: 'utf8' } as const;
  messages = JSON.parse(
    execFileSync(process.execPath, ['--input-type=module', '-e', LINT], options),
  ) as string[][];
}, 60_000);

test.each(CASES.map((each, index) => ({ ...each, index })))('in $file: $code', ({ index, refusal }) => {
  expect(messages[index]).toEqual(refusal ? [expect.stringMatching(refusal)] : []);
});
