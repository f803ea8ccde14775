import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TerraformStack, TerraformVariable, Testing } from 'cdktf';
import { ContainerImage, HealthCheck, SecretFile, Service, Size, Task } from '../../constructs';
import { container, newPlatform, newStack } from '../support/synth';
import { terraform } from '../support/terraform';

test('Terraform takes secret files, of the host and of a volume, for what runs and what ends', async () => {
  const app = Testing.app();
  const stack = new TerraformStack(app, 'mine');
  const path = new TerraformVariable(stack, 'path', { type: 'string' });
  const common = {
    platform: newPlatform(stack),
    image: ContainerImage.of('example/web:1.0'),
    user: 'web',
    memory: Size.mebibytes(64),
    secretFiles: {
      '/run/secrets/a': SecretFile.fromHost('/etc/streaming/a'),
      '/run/secrets/b': SecretFile.fromHost(path.stringValue),
      '/run/more-secrets/c': SecretFile.fromVolume('my-secrets'),
    },
  };
  new Service(stack, 'web', { ...common, serviceName: 'web', healthCheck: HealthCheck.http(80, '/') });
  new Task(stack, 'task', { ...common, serviceName: 'task' });
  app.synth();

  const directory = join(app.outdir, 'stacks', 'mine');
  await terraform(directory, 'init', '-backend=false', '-input=false');
  const { stdout } = await terraform(directory, 'validate', '-json');
  expect(JSON.parse(stdout)).toMatchObject({ valid: true, diagnostics: [] });
});

test('another certificate in a file makes the container anew, another key or password does not', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'certificates-'));
  const stack = newStack();
  new Service(stack, 'web', {
    platform: newPlatform(stack),
    image: ContainerImage.of('example/web:1.0'),
    user: 'web',
    memory: Size.mebibytes(64),
    secretFiles: {
      '/run/secrets/client.pem': SecretFile.fromHost(join(folder, 'client.pem')),
      '/run/secrets/login.properties': SecretFile.fromHost(join(folder, 'login.properties')),
    },
    serviceName: 'web',
    healthCheck: HealthCheck.http(80, '/'),
  });
  const value = container(stack, 'web').labels.find(({ label }) => label.endsWith('.digest'))?.value;
  writeFileSync(join(folder, 'main.tf.json'), JSON.stringify({ output: { digest: { value } } }));
  const digest = async (key: string, certificate?: string): Promise<unknown> => {
    const pem = (what: string, text: string) => `-----BEGIN ${what}-----\n${text}\n-----END ${what}-----\n`;
    writeFileSync(join(folder, 'login.properties'), `password=${key}`);
    if (certificate !== undefined)
      writeFileSync(
        join(folder, 'client.pem'),
        pem('PRIVATE KEY', key) + pem('CERTIFICATE', certificate) + pem('CERTIFICATE', 'between'),
      );
    await terraform(folder, 'apply', '-auto-approve');
    const { stdout } = await terraform(folder, 'output', '-json');
    return (JSON.parse(stdout) as { digest: { value: unknown } }).digest.value;
  };
  const missing = await digest('one');
  const first = await digest('one', 'a');
  expect(first).not.toBe(missing);
  expect(await digest('two', 'a')).toBe(first);
  expect(await digest('two', 'b')).not.toBe(first);
});
