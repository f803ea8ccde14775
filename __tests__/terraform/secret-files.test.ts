import { join } from 'node:path';
import { TerraformStack, TerraformVariable, Testing } from 'cdktf';
import { ContainerImage, HealthCheck, SecretFile, Service, Size, Task } from '../../constructs';
import { newPlatform } from '../support/synth';
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
