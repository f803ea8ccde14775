import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TerraformStack, TerraformVariable, Testing } from 'cdktf';
import { HealthCheck, Service, Size } from '../../constructs';
import { container, IMAGES, newPlatform, type SnakeCase } from '../support/synth';
import { terraform } from '../support/terraform';
import { TEXTS } from '../support/texts';

/** What Terraform makes of a container's attributes: they are evaluated as outputs, for which it needs no provider. */
async function evaluated(attributes: object, stack: TerraformStack): Promise<SnakeCase> {
  const folder = mkdtempSync(join(tmpdir(), 'texts-'));
  const { variable } = JSON.parse(Testing.synth(stack)) as { variable: object };
  const json = { variable, output: { container: { value: attributes } } };
  writeFileSync(join(folder, 'main.tf.json'), JSON.stringify(json));
  await terraform(folder, 'init', '-input=false');
  await terraform(folder, 'apply', '-auto-approve', '-input=false');
  const { stdout } = await terraform(folder, 'output', '-json', 'container');
  return JSON.parse(stdout) as SnakeCase;
}

test('every text arrives in the container as it is, whichever way it was given, and tokens are what they stand for', async () => {
  const stack = new TerraformStack(Testing.app(), 'texts');
  const later = new TerraformVariable(stack, 'later', { type: 'string', default: 'LATER' }).stringValue;
  const around = (token: string): string[] => TEXTS.map((text) => `${text}${token}${text}`);
  const written = [...TEXTS, ...around(later)];
  const read = [...TEXTS, ...around('LATER')];
  const variables = (texts: readonly string[]): Record<string, string> =>
    Object.fromEntries(texts.map((text, index) => [`V${index}`, text]));
  const files = (texts: readonly string[]): Record<string, string> =>
    Object.fromEntries(texts.map((text, index) => [`/files/\${${index}}`, text]));
  const web = new Service(stack, 'web', {
    platform: newPlatform(stack),
    serviceName: 'web',
    image: IMAGES.kafka,
    user: 'web',
    memory: Size.mebibytes(64),
    command: written,
    environment: variables(written),
    files: files(written),
    healthCheck: HealthCheck.bash(written.join('\n')),
  });
  web.addEnvironment('ADDED', written.join('\n'));

  const { command, env, upload, healthcheck } = await evaluated(pick(container(stack, 'web')), stack);
  expect(command).toEqual(read);
  expect([...(env ?? [])].sort()).toEqual(
    [
      `ADDED=${read.join('\n')}`,
      ...Object.entries(variables(read)).map(([name, text]) => `${name}=${text}`),
    ].sort(),
  );
  expect(Object.fromEntries((upload ?? []).map(({ file, content }) => [file, content]))).toEqual(files(read));
  expect(healthcheck?.test.slice(5)).toEqual(['bash', '-c', read.join('\n')]);
});

const pick = ({ command, env, upload, healthcheck }: SnakeCase): object => ({
  command,
  env,
  upload,
  healthcheck,
});
