import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TerraformVariable } from 'cdktf';
import {
  ContainerImage,
  DockerPlatform,
  HealthCheck,
  HostPath,
  Service,
  Size,
  SparkCluster,
  type DockerPlatformProps,
  type ServiceProps,
} from '../../../../constructs';
import { accepted, container, IMAGES, newStack, resources, warnings } from '../../../support/synth';

const stackOf = (props: Partial<ServiceProps>, platformProps: DockerPlatformProps = {}) => {
  const stack = newStack();
  const platform = new DockerPlatform(stack, 'platform', { images: IMAGES, ...platformProps });
  const image = ContainerImage.of('example/web:1');
  const usual = { serviceName: 'web', image, memory: Size.mebibytes(64), healthCheck: HealthCheck.ofImage() };
  const user = props.dangerouslyAs === undefined ? { user: 'web' } : {};
  const service = new Service(stack, 'web', { ...usual, ...user, ...props, platform });
  accepted(service);
  return { stack, service, platform };
};

test('what runs as its image says has the capabilities of the Engine, and gains no privileges', () => {
  const { stack, service } = stackOf({ dangerouslyAs: 'image' });
  const web = container(stack, 'web');
  expect(web).not.toHaveProperty('user');
  expect(web).not.toHaveProperty('capabilities');
  expect(web).toMatchObject({ security_opts: ['no-new-privileges:true'] });
  expect(warnings(service)).toEqual([expect.stringContaining('whom example/web:1 names may be root')]);
});

test('what runs as root does, and says so', () => {
  const { stack, service } = stackOf({ dangerouslyAs: 'root' });
  expect(container(stack, 'web')).toMatchObject({ user: '0' });
  expect(warnings(service)).toEqual([expect.stringContaining('it is root')]);
});

test("a secret in a variable is Terraform's to know, and everybody is told who sees it", () => {
  const stack = newStack();
  const secret = new TerraformVariable(stack, 'password', { type: 'string', sensitive: true });
  const platform = new DockerPlatform(stack, 'platform', { images: IMAGES });
  const service = new Service(stack, 'web', {
    platform,
    serviceName: 'web',
    image: ContainerImage.of('example/web:1'),
    user: 'web',
    memory: Size.mebibytes(64),
    healthCheck: HealthCheck.ofImage(),
    dangerouslyVisible: { PASSWORD: secret },
  });
  accepted(service);
  expect(container(stack, 'web')).toMatchObject({ env: ['PASSWORD=${var.password}'] });
  expect(warnings(service)).toEqual([expect.stringContaining('dangerouslyVisible: PASSWORD can be read')]);
});

test('an image without a version runs where that is said, and is warned of', () => {
  const image = ContainerImage.of('example/web', { dangerouslyUnpinned: true });
  const { stack, service } = stackOf({ image });
  expect(container(stack, 'web')).toMatchObject({ image: 'example/web' });
  expect(warnings(service)).toEqual([expect.stringContaining('example/web is not pinned')]);
  const pinned = ContainerImage.of('example/web:1', { dangerouslyUnpinned: true });
  expect(warnings(stackOf({ image: pinned }).service)).toEqual([]);
});

test("the Engine's socket is warned of, and no other path of the machine", () => {
  const mount = (path: string) => [{ volume: HostPath.of(path), path, readOnly: true }];
  const { stack, service } = stackOf({ volumes: mount('/var/run/docker.sock') });
  expect(container(stack, 'web')).toMatchObject({
    volumes: [{ host_path: '/var/run/docker.sock', container_path: '/var/run/docker.sock', read_only: true }],
  });
  expect(warnings(service)).toEqual([expect.stringContaining('root on the machine')]);
  expect(warnings(stackOf({ volumes: mount('/dags') }).service)).toEqual([]);
});

test("an entry point takes the place of the image's own", () => {
  const { stack } = stackOf({ entrypoint: ['sh', '-c'], command: ['serve ${PORT}'] });
  expect(container(stack, 'web')).toMatchObject({ entrypoint: ['sh', '-c'], command: ['serve $${PORT}'] });
});

describe('how it is known to work', () => {
  test.each([
    ['a program', HealthCheck.command(['pg_isready', '-U', 'me']), ['CMD', 'pg_isready', '-U', 'me']],
    [
      'a script of its own shell',
      HealthCheck.shell('pg_isready || exit 1'),
      ['CMD-SHELL', 'pg_isready || exit 1'],
    ],
  ])('%s says it', (_, healthCheck, words) => {
    const { stack } = stackOf({ healthCheck });
    expect(container(stack, 'web')).toMatchObject({ wait: true, healthcheck: { test: words } });
  });

  test('its image says it, for which the provider cannot wait', () => {
    const web = container(stackOf({}).stack, 'web');
    for (const attribute of ['healthcheck', 'wait', 'wait_timeout'])
      expect(web).not.toHaveProperty(attribute);
  });
});

describe('a platform', () => {
  test('lets its services be found by further names', () => {
    const { stack } = stackOf({}, { aliases: { web: ['site', 'Web_1'] } });
    expect(container(stack, 'web')).toMatchObject({
      networks_advanced: [{ aliases: ['web', 'site', 'Web_1'] }],
    });
  });

  test('goes on with a volume that exists, and does not own it', () => {
    const stack = newStack();
    const platform = new DockerPlatform(stack, 'platform', {
      images: IMAGES,
      existingVolumes: { data: 'shop_data' },
    });
    const volumes = [{ volume: platform.volume('data'), path: '/data' }];
    const image = ContainerImage.of('example/web:1', { user: 'web' });
    const usual = { serviceName: 'web', memory: Size.mebibytes(64), healthCheck: HealthCheck.ofImage() };
    accepted(new Service(stack, 'web', { ...usual, platform, image, volumes }));
    expect(container(stack, 'web')).toMatchObject({ volumes: [{ volume_name: 'shop_data' }] });
    expect(resources(stack, 'docker_volume')).toEqual([]);
  });
});

describe('an image of a folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'own-image-'));
  writeFileSync(join(folder, 'Dockerfile'), 'FROM scratch AS run\n');
  const built = () => {
    const { stack } = stackOf({
      image: ContainerImage.folder(folder, { target: 'run', arguments: { A: '1' } }),
    });
    const images = resources(stack, 'docker_image') as unknown as { name: string; build?: object }[];
    return images.find(({ build }) => build !== undefined);
  };

  test('is built by the deploy, of what is there now', () => {
    const before = built();
    expect(before).toMatchObject({ build: { context: folder, target: 'run', build_args: { A: '1' } } });
    writeFileSync(join(folder, 'terraform.x.tfstate'), '{}');
    expect(built()?.name).toBe(before?.name);
    writeFileSync(join(folder, 'page.html'), 'hello');
    expect(built()?.name).not.toBe(before?.name);
  });

  test('is refused where there is no Dockerfile', () => {
    expect(ContainerImage.folder(folder, { dockerfile: 'Other' }).problem).toContain(
      'must be a folder with a Other',
    );
  });
});

test('a Spark master may be published, and its workers read folders of the machine', () => {
  const stack = newStack();
  const platform = new DockerPlatform(stack, 'platform', { images: IMAGES });
  const volumes = [{ volume: HostPath.of('/jobs'), path: '/jobs', readOnly: true }];
  accepted(new SparkCluster(stack, 'spark', { platform, workers: 1, masterHostPort: 7077, volumes }));
  expect(container(stack, 'spark-master')).toMatchObject({
    ports: expect.arrayContaining([{ internal: 7077, external: 7077, ip: '127.0.0.1' }]) as unknown,
  });
  expect(container(stack, 'spark-worker-1').volumes).toContainEqual({
    host_path: '/jobs',
    container_path: '/jobs',
    read_only: true,
  });
});
