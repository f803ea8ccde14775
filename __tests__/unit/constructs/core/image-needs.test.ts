import { ContainerImage, type ContainerImageOptions } from '../../../../constructs/core/container-image';
import { HealthCheck } from '../../../../constructs/core/health-check';
import { Service, type ServiceProps } from '../../../../constructs/core/service';
import { Size } from '../../../../constructs/core/size';
import { Task } from '../../../../constructs/core/task';
import { accepted, container, newPlatform, newStack, resources } from '../../../support/synth';

const NEEDS: ContainerImageOptions = {
  readOnlyRoot: true,
  user: 'web',
  writablePaths: ['/etc/web'],
  declaredVolumes: { cache: '/var/cache', data: '/var/data/' },
};

function web(
  needs: ContainerImageOptions,
  props: Partial<ServiceProps> = {},
  stack = newStack(),
): ReturnType<typeof container> {
  const platform = newPlatform(stack);
  const data = platform.volume('mine');
  accepted(
    new Service(stack, 'web', {
      platform,
      serviceName: 'web',
      image: ContainerImage.of('example/web:1', needs),
      healthCheck: HealthCheck.http(80, '/'),
      memory: Size.mebibytes(64),
      volumes: [{ volume: data, path: '/var/data' }],
      ...props,
    }),
  );
  return container(stack, 'web');
}

test('a service runs as the user of its image, unless it names another', () => {
  expect(web(NEEDS).user).toBe('web');
  expect(web(NEEDS, { user: '1000' }).user).toBe('1000');
});

test('a service is refused, once, where neither it nor its image says as whom it runs', () => {
  expect(() => web({})).toThrow(
    /^test\/web cannot be made:\n {2}- user must be given, because nothing runs as root and its image names none; [^\n]*$/,
  );
});

test('what the image declares and its service does not use has a volume with a name', () => {
  expect(web(NEEDS).volumes).toEqual([
    { volume_name: 'streaming-mine', container_path: '/var/data' },
    { volume_name: 'streaming-web-cache', container_path: '/var/cache' },
  ]);
});

test('what the image writes to is in memory beside what its service writes to', () => {
  const { tmpfs } = web(NEEDS, { writablePaths: ['/srv'] });
  expect(Object.keys(tmpfs ?? {}).sort()).toEqual(['/etc/web', '/srv', '/tmp']);
});

test('nothing else may be where the image has a volume', () => {
  expect(() => web(NEEDS, { files: { '/var/cache': 'x' } })).toThrow(/files must not be where volumes/);
});

test('a task runs as its image asks, too', () => {
  const stack = newStack();
  accepted(
    new Task(stack, 'migrate', {
      platform: newPlatform(stack),
      serviceName: 'migrate',
      image: ContainerImage.of('example/web:1', NEEDS),
      memory: Size.mebibytes(64),
    }),
  );
  expect(container(stack, 'migrate')).toMatchObject({
    user: 'web',
    tmpfs: { '/etc/web': expect.any(String) as string },
  });
  expect(resources(stack, 'docker_volume').map(({ name }) => name)).toEqual([
    'streaming-migrate-cache',
    'streaming-migrate-data',
  ]);
});
