import { TerraformVariable, Testing, type App } from 'cdktf';
import { ContainerImage } from '../../../../constructs/core/container-image';
import { DockerPlatform } from '../../../../constructs/core/docker-platform';
import { HealthCheck } from '../../../../constructs/core/health-check';
import { Service } from '../../../../constructs/core/service';
import { Size } from '../../../../constructs/core/size';
import { Task } from '../../../../constructs/core/task';
import type { IPlatform } from '../../../../constructs/core/platform';
import {
  accepted,
  container,
  IMAGES,
  newPlatform,
  newStack,
  resources,
  synth,
  type Synthesized,
} from '../../../support/synth';

function run(
  platform: IPlatform,
  serviceName: string,
  hostPort = 8000,
  stack = newStack(serviceName),
): Service {
  return new Service(stack, serviceName, {
    platform,
    serviceName,
    image: ContainerImage.of('example/web:1'),
    user: 'web',
    healthCheck: HealthCheck.http(80, '/'),
    memory: Size.mebibytes(64),
    ports: [{ name: 'web', port: 80, hostPort }],
  });
}

test('makes its network, images and volumes in its own stack, so that they outlive the services', () => {
  const stack = newStack('platform');
  const platform = newPlatform(stack);
  run(platform, 'web');
  expect(platform.volume('data').volumeName).toBe('streaming-data');
  expect(platform.volume('data')).toBe(platform.volume('data'));

  expect(resources(stack, 'docker_network')).toMatchObject([{ name: 'streaming' }]);
  expect(resources(stack, 'docker_image')).toMatchObject([{ name: 'example/web:1', keep_locally: true }]);
  expect(resources(stack, 'docker_volume')).toMatchObject([{ name: 'streaming-data' }]);
});

test('takes an image once, however many services run it', () => {
  const stack = newStack('platform');
  const platform = newPlatform(stack);
  run(platform, 'web1', 8001);
  run(platform, 'web2', 8002);
  expect(resources(stack, 'docker_image')).toHaveLength(1);
});

test('with patience, waits and checks take as many times as long, and are made as often', () => {
  const stack = newStack('platform');
  run(newPlatform(stack, { patience: 10 }), 'web', 8000, stack);
  expect(container(stack, 'web')).toMatchObject({
    wait_timeout: 3000,
    healthcheck: { interval: '3s', timeout: '5m30s', start_period: '10m0s', retries: 5 },
  });
});

test('two platforms stand side by side with a prefix and an offset', () => {
  const app = Testing.app();
  const [one, two] = [newStack('one', app), newStack('two', app)];
  run(newPlatform(one), 'web', 8000, one);
  run(
    newPlatform(two, { platformName: 'other', containerPrefix: 'other-', portOffset: 100 }),
    'web',
    8000,
    two,
  );
  expect(container(two, 'other-web')).toMatchObject({
    networks_advanced: [{ name: 'other', aliases: ['web'] }],
    ports: [{ external: 8100 }],
  });
  expect(() => app.synth()).not.toThrow();
});

test('refuses a container name and a host port that are taken twice, also across stacks and platforms', () => {
  const app = Testing.app();
  const [one, two] = [newStack('one', app), newStack('two', app)];
  run(newPlatform(one), 'web', 8000, one);
  run(newPlatform(two, { platformName: 'other', containerPrefix: '' }), 'web', 8000, two);
  expect(() => app.synth()).toThrow(
    /two\/web cannot be made:\n {2}- the host port 8000 is already that of one\/web, and the container name 'web' is already that of one\/web; give one of them another hostPort and another serviceName or namePrefix, or/,
  );
});

test.each(['', 'a/b', 'a b', 'é', 'a'.repeat(201), undefined as unknown as string])(
  'refuses the volume %p',
  (name) => {
    expect(() => newPlatform().volume(name)).toThrow(
      "a volume's name must be 1 to 200 of a-z, A-Z, 0-9, '_', '.' and '-'; got",
    );
  },
);

test('refuses two platforms whose volumes are one, and shares a volume of one platform', () => {
  const app = Testing.app();
  const [one, two] = [newStack('one', app), newStack('two', app)];
  const [pp, ppx] = [newPlatform(one, { platformName: 'pp' }), newPlatform(two, { platformName: 'pp-x' })];
  pp.volume('x-data');
  pp.volume('x-data');
  ppx.volume('x-data');
  expect(() => app.synth()).not.toThrow();
  ppx.volume('data');
  expect(() => app.synth()).toThrow(
    "two/platform/volume-data cannot be made:\n  - the volume name 'pp-x-data' is already that of one/platform/volume-x-data; give one of them another name, or one of their platforms another platformName.",
  );
});

test.each([
  ['a-', 'b', 'a-b'],
  ['a-', 'a-b', 'b'],
  ['A-', 'b', 'a-b'],
])(
  "refuses with the prefix %p a service with the host name of another one's container: %p and %p",
  (containerPrefix, first, second) => {
    const stack = newStack();
    const platform = newPlatform(stack, { containerPrefix });
    run(platform, first, 8001, stack);
    run(platform, second, 8002, stack);
    expect(() => accepted(stack)).toThrow(
      `test/${second} cannot be made:\n  - its host name 'a-b' is already that of test/${first}, for a service is found by its name, by its container's and by its aliases; give one of them another serviceName.`,
    );
  },
);

test('refuses the same service twice in one sentence, with a prefix too', () => {
  const stack = newStack();
  const platform = newPlatform(stack, { containerPrefix: 'a-' });
  run(platform, 'web', 8001, stack);
  run(platform, 'web', 8002, newStack('other', stack.node.root as App));
  expect(() => accepted(stack)).toThrow(/cannot be made:\n {2}- the container name 'a-web' is already.*$/);
});

test('takes both of two images whose references differ only in a sign', () => {
  const stack = newStack();
  const platform = newPlatform(stack);
  for (const [index, reference] of ['example/web:1', 'example-web:1', 'example/web:1'].entries())
    new Task(stack, `task${index}`, {
      platform,
      serviceName: `task${index}`,
      image: ContainerImage.of(reference),
      user: '1000',
      memory: Size.mebibytes(64),
    });
  const names = resources(stack, 'docker_image').map(({ name }) => name);
  expect(names.sort()).toEqual(['example-web:1', 'example/web:1']);
});

test('a task is waited for, not restarted, and its exit code decides', () => {
  const stack = newStack();
  new Task(stack, 'migrate', {
    platform: newPlatform(stack),
    serviceName: 'migrate',
    image: ContainerImage.of('example/migrate:1', { readOnlyRoot: true }),
    user: '1000',
    command: ['migrate', '--all'],
    memory: Size.mebibytes(64),
  });
  expect(container(stack, 'migrate')).toMatchObject({
    attach: true,
    must_run: false,
    restart: 'no',
    command: ['migrate', '--all'],
    read_only: true,
    capabilities: { drop: ['ALL'] },
    lifecycle: { postcondition: [{ condition: '${self.exit_code == 0}' }] },
  });
  expect(synth(stack).provider).toEqual({ docker: [{}] });
});

test('an image of your own for a product asks of containers what the published one does, unless it says otherwise', () => {
  const platform = newPlatform(newStack(), {
    images: { ...IMAGES, kafka: ContainerImage.of('my/kafka:1', { user: 'kafka' }) },
  });
  expect(platform.images).toMatchObject({
    zooKeeper: { user: 'appuser', declaredVolumes: { secrets: '/etc/zookeeper/secrets' } },
    kafka: { user: 'kafka', writablePaths: ['/etc/kafka', '/var/log/kafka'] },
  });
});

describe('on a network that exists already', () => {
  const stack = newStack('platform');
  const platform = newPlatform(stack, {
    platformName: 'mine',
    containerPrefix: '',
    existingNetwork: 'shop_default',
  });
  run(platform, 'web', 8000, stack);
  platform.volume('data');

  test('makes none, and looks it up, so that a deploy fails early without it', () => {
    const { resource, data } = synth(stack) as Synthesized & { data?: Synthesized['resource'] };
    expect(Object.keys(resource ?? {})).not.toContain('docker_network');
    expect(Object.values(data?.docker_network ?? {})).toEqual([{ name: 'shop_default' }]);
  });

  test('its services join it by name, and its own name is still on what it makes', () => {
    expect(container(stack, 'web')).toMatchObject({
      networks_advanced: [{ name: 'shop_default', aliases: ['web'] }],
      labels: expect.arrayContaining([{ label: 'cdktf-streaming.platform', value: 'mine' }]) as unknown,
    });
    expect(resources(stack, 'docker_volume')).toMatchObject([{ name: 'mine-data' }]);
  });

  test('two services of one name are refused there, whatever the prefix of their containers', () => {
    const app = Testing.app();
    const platforms = ['one', 'two'].map((platformName) =>
      newPlatform(newStack(platformName, app), {
        platformName,
        existingNetwork: 'shop_default',
      }),
    );
    platforms.forEach((each, index) => run(each, 'web', 8000 + index, newStack(`web-${index}`, app)));
    expect(() => accepted(app)).toThrow(
      "web-1/web cannot be made:\n  - the name in an existing network 'web' is already that of web-0/web",
    );
  });
});

test('a network that a platform of the same program makes is none to join', () => {
  const stack = newStack();
  newPlatform(stack, { platformName: 'shop' });
  const guest = new DockerPlatform(stack, 'guest', { images: IMAGES, existingNetwork: 'shop' });
  expect(() => accepted(guest)).toThrow(
    "test/guest cannot be made:\n  - existingNetwork must be a network that exists without this program; got 'shop', which test/platform makes",
  );
});

test('an image whose tag is a variable of the stack that runs it is taken there', () => {
  const app = Testing.app();
  const platform = newPlatform(newStack('platform', app));
  const stack = newStack('web', app);
  const tag = new TerraformVariable(stack, 'tag', { type: 'string' }).stringValue;
  const common = {
    platform,
    image: ContainerImage.of(`example/web:${tag}`),
    user: 'web',
    memory: Size.mebibytes(64),
  };
  new Service(stack, 'web', { ...common, serviceName: 'web', healthCheck: HealthCheck.bash('true') });
  expect(resources(stack, 'docker_image')).toMatchObject([{ name: 'example/web:${var.tag}' }]);
});
