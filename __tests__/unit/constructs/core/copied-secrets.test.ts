import { Testing } from 'cdktf';
import { DockerProvider } from '@cdktf/provider-docker/lib/provider';
import { SecretFile } from '../../../../constructs/core/secret-file';
import { Service } from '../../../../constructs/core/service';
import { HealthCheck } from '../../../../constructs/core/health-check';
import { Size } from '../../../../constructs/core/size';
import { ContainerImage } from '../../../../constructs/core/container-image';
import { accepted, container, newPlatform, newStack, resources } from '../../../support/synth';

const secretFiles = {
  '/run/secrets/a/one.pem': SecretFile.fromHost('/here/one.pem'),
  '/run/secrets/a/ca.crt': SecretFile.fromHost('/here/ca.crt'),
  '/run/secrets/b/login': SecretFile.fromHost('/here/login.properties'),
  '/run/secrets/c/other': SecretFile.fromVolume('theirs'),
};

function service(host?: string, copiesSecretFiles = true) {
  const stack = newStack('test', Testing.app());
  if (host !== undefined) new DockerProvider(stack, 'docker', { host });
  const web = new Service(stack, 'web', {
    platform: newPlatform(stack, { copiesSecretFiles }),
    serviceName: 'web',
    image: ContainerImage.of('example/web:1.0', { readOnlyRoot: true }),
    user: 'web',
    memory: Size.mebibytes(64),
    healthCheck: HealthCheck.http(80, '/'),
    secretFiles,
  });
  return { stack, web };
}

const secretsOf = (labels: readonly { readonly label: string; readonly value: string }[]) =>
  Object.fromEntries(
    labels
      .filter(({ label }) => label.includes('.secret.'))
      .map(({ label, value }): [string, string] => [label, value]),
  );

test('files that are copied are in a volume of each folder, to read only, and labels say what belongs there', () => {
  const { stack } = service();
  const { volumes, mounts, labels, depends_on } = container(stack, 'web') as never as Record<string, never[]>;
  expect(volumes).toEqual([
    { volume_name: 'streaming-web-run-secrets-a', container_path: '/run/secrets/a', read_only: true },
    { volume_name: 'streaming-web-run-secrets-b', container_path: '/run/secrets/b', read_only: true },
  ]);
  expect(mounts).toEqual([{ type: 'volume', source: 'theirs', target: '/run/secrets/c', read_only: true }]);
  expect(secretsOf(labels!)).toEqual({
    'cdktf-streaming.secret./run/secrets/a/one.pem': '/here/one.pem',
    'cdktf-streaming.secret./run/secrets/a/ca.crt': '/here/ca.crt',
    'cdktf-streaming.secret./run/secrets/b/login': '/here/login.properties',
  });
  expect(String(depends_on)).toContain('secrets-a');
  expect(resources(stack, 'docker_volume').map(({ name }) => name)).toContain('streaming-web-run-secrets-a');
});

test('those that a service is told of later are in volumes, too, each mounted once', () => {
  const { stack, web } = service();
  web.addSecretFiles({
    '/run/secrets/a/two.pem': SecretFile.fromHost('/here/two.pem'),
    '/run/secrets/d/late': SecretFile.fromHost('/here/late'),
  });
  const { volumes, labels } = container(stack, 'web') as never as Record<string, never[]>;
  expect(volumes!.map(({ container_path }) => container_path)).toEqual([
    '/run/secrets/a',
    '/run/secrets/b',
    '/run/secrets/d',
  ]);
  expect(secretsOf(labels!)).toMatchObject({
    'cdktf-streaming.secret./run/secrets/a/two.pem': '/here/two.pem',
    'cdktf-streaming.secret./run/secrets/d/late': '/here/late',
  });
});

test('Terraform still asks for each of them, on the machine that deploys', () => {
  const { lifecycle } = container(service().stack, 'web') as { lifecycle?: { precondition: object[] } };
  expect(lifecycle?.precondition).toHaveLength(3);
});

test('an Engine elsewhere takes files of this machine where they are copied', () => {
  expect(() => accepted(service('ssh://me@far.example.com').web)).not.toThrow();
  expect(() => accepted(service('ssh://me@far.example.com', false).stack)).toThrow(
    /must not be of this machine, for the Engine is at far\.example\.com; give the DockerPlatform copiesSecretFiles: true/,
  );
});
