import { Fn, TerraformVariable } from 'cdktf';
import { Duration } from '../../../../constructs/core/duration';
import { HealthCheck } from '../../../../constructs/core/health-check';
import { ContainerImage } from '../../../../constructs/core/container-image';
import { Service, type ServiceProps } from '../../../../constructs/core/service';
import { Size } from '../../../../constructs/core/size';
import {
  accepted,
  container,
  environment,
  newPlatform,
  newStack,
  resources,
  synth,
} from '../../../support/synth';

const image = ContainerImage.of('example/web:1', { readOnlyRoot: true });

function service(props: Partial<ServiceProps> = {}, stack = newStack()): Service {
  const platform = props.platform ?? newPlatform(stack);
  const all = { serviceName: 'web', image, user: 'web', memory: Size.mebibytes(64), ...props, platform };
  const healthCheck = props.healthCheck ?? HealthCheck.http(80, '/health');
  return accepted(new Service(stack, props.serviceName || 'web', { ...all, healthCheck }));
}

describe('every service', () => {
  const stack = newStack();
  service(
    {
      ports: [{ name: 'web', port: 80, hostPort: 8000 }],
      stopGracePeriod: Duration.seconds(45),
      writablePaths: ['/var/cache'],
    },
    stack,
  );
  const web = container(stack, 'web');

  test('may do no more than it must', () => {
    expect(web).toMatchObject({
      user: 'web',
      capabilities: { drop: ['ALL'] },
      security_opts: ['no-new-privileges:true'],
      read_only: true,
      tmpfs: { '/tmp': 'rw,exec,nosuid,nodev,mode=1777', '/var/cache': 'rw,exec,nosuid,nodev,mode=1777' },
      memory: 64,
      memory_swap: 64,
      log_opts: { 'max-size': '10m', 'max-file': '3' },
    });
  });

  test('is reachable from this host only', () => {
    expect(web.ports).toEqual([{ internal: 80, external: 8000, ip: '127.0.0.1' }]);
  });

  test('is waited for until healthy', () => {
    expect(web).toMatchObject({
      wait: true,
      wait_timeout: 300,
      healthcheck: {
        interval: '3s',
        timeout: '2m30s',
        start_period: '1m0s',
        retries: 5,
      },
    });
  });

  test.each([
    ['is within the time that the provider has by itself', 1140, undefined],
    ['would be cut off, and has it lengthened', 1141, { create: '1201s' }],
  ])('is waited for: what %s', (_, seconds, timeouts) => {
    const stack = newStack();
    service({ startTimeout: Duration.seconds(seconds) }, stack);
    // The bindings do not know it.
    const made = container(stack, 'web') as object as { timeouts?: unknown };
    expect(made.timeouts).toEqual(timeouts);
  });

  test('is given its grace period by the provider and by the Engine, and comes back after a failure', () => {
    expect(web).toMatchObject({ destroy_grace_seconds: 45, stop_timeout: 45, restart: 'unless-stopped' });
  });

  test('tells whose it is and where its ports are', () => {
    expect(web.labels).toEqual([
      { label: 'cdktf-streaming.platform', value: 'streaming' },
      { label: 'cdktf-streaming.stack', value: 'test' },
      { label: 'cdktf-streaming.service', value: 'web' },
      { label: 'cdktf-streaming.endpoint.web', value: 'localhost:8000' },
      { label: 'cdktf-streaming.digest', value: expect.stringMatching(/^[0-9a-f]{12}$/) as string },
    ]);
  });

  test('comes after its network and its image', () => {
    expect(web.depends_on?.join()).toMatch(/docker_network\..*docker_image\./);
  });
});

test('leaves the root of an image writable that is not known to run without', () => {
  const stack = newStack();
  service({ image: ContainerImage.of('example/web:1'), writablePaths: ['/var/cache'] }, stack);
  expect(container(stack, 'web')).toMatchObject({ read_only: false });
  expect(container(stack, 'web').tmpfs).toBeUndefined();
});

test('puts files into the container, whose root then stays writable: the Engine uploads nothing into a read-only one', () => {
  const stack = newStack();
  service({ files: { '/etc/web/a.conf': 'a', '/etc/web/b.conf': 'b' } }, stack);
  expect(container(stack, 'web')).toMatchObject({
    read_only: false,
    upload: [
      { file: '/etc/web/a.conf', content: 'a' },
      { file: '/etc/web/b.conf', content: 'b' },
    ],
  });
});

test.each([
  ['e\u0301', 'ZcyB'],
  ['a\0b', 'YQBi'],
  ['', '\n'],
])('puts the file %j into the container as bytes, which text would not be', (content, bytes) => {
  const stack = newStack();
  service({ files: { '/etc/web.conf': content } }, stack);
  expect(container(stack, 'web').upload).toEqual([{ file: '/etc/web.conf', content_base64: bytes }]);
});

describe('what is mounted', () => {
  const platform = newPlatform();
  const volume = platform.volume('data');

  test('is written as the Engine writes it, read-only where it is said so', () => {
    const stack = newStack();
    const volumes = [
      { volume, path: '/data/' },
      { volume, path: '/a/../b//c', readOnly: true },
    ];
    service({ platform, volumes, files: { '/etc/./web.conf': 'a' } }, stack);
    expect(container(stack, 'web').volumes).toEqual([
      { volume_name: 'streaming-data', container_path: '/data' },
      { volume_name: 'streaming-data', container_path: '/b/c', read_only: true },
    ]);
    expect(container(stack, 'web').upload).toMatchObject([{ file: '/etc/web.conf' }]);
  });

  test('is not covered by memory', () => {
    const stack = newStack();
    service({ platform, volumes: [{ volume, path: '/tmp' }], writablePaths: ['/var/cache/'] }, stack);
    expect(Object.keys(container(stack, 'web').tmpfs ?? {})).toEqual(['/var/cache']);
  });

  test.each(['/', '//', '/./', '/a/..', 'data', './data', '', '/a:b', '/a,b'])(
    'refuses the path %j',
    (path) => {
      const says = "must be an absolute path without ':' and ',', and not the root";
      expect(() => service({ platform, volumes: [{ volume, path }] })).toThrow(`path ${says}; got '${path}'`);
    },
  );

  test('must be a volume', () => {
    const mount = (other: unknown) => () => service({ volumes: [{ volume: other, path: '/data' }] as never });
    expect(mount(newStack())).toThrow(
      "volumes is a list in which [0] is an object in which volume must be a volume of the platform, such as platform.volume('data'); got a TerraformStack",
    );
    expect(mount('./dags')).toThrow(
      "got './dags'; a folder of this machine is HostPath.of(path.resolve('dags'))",
    );
    expect(mount(undefined)).toThrow('volume must be a volume of the platform');
    expect(() => service({ volumes: [{ volume, path: '/data', readonly: true }] as never })).toThrow(
      "there is no property 'readonly'; there are path, readOnly, volume",
    );
  });

  test.each<[string, Partial<ServiceProps>]>([
    [
      "volumes must be at different paths, got more than one at '/data'; give each its own",
      { volumes: ['/data', '/data/'].map((path) => ({ volume, path })) },
    ],
    [
      "files must not be where volumes, writablePaths or the folders of other files are, got '/data'",
      { volumes: [{ volume, path: '/data/a' }], files: { '/data': '' } },
    ],
  ])('refuses what clashes: %s', (says, props) => {
    expect(() => service({ platform, ...props })).toThrow(says);
  });

  test('may be beside and below each other', () => {
    const volumes = ['/data', '/data/a', '/data-b', '/dev/shm'].map((path) => ({ volume, path }));
    const files = { '/data/c': '', '/data/cd': '', '/etc/hosts.d/a': '', '/process': '' };
    expect(() => service({ platform, volumes, files, writablePaths: ['/var', '/var'] })).not.toThrow();
  });
});

describe('a change that the provider only pretends to make', () => {
  const digest = (props: Partial<ServiceProps>): string | undefined => {
    const stack = newStack();
    service(props, stack);
    return container(stack, 'web').labels.find(({ label }) => label === 'cdktf-streaming.digest')?.value;
  };
  const usual = digest({});

  test.each<[string, Partial<ServiceProps>]>([
    ['test', { healthCheck: HealthCheck.http(81, '/health') }],
    ['interval', { healthCheck: HealthCheck.http(80, '/health', { interval: Duration.seconds(30) }) }],
    ['timeout', { healthCheck: HealthCheck.http(80, '/health', { timeout: Duration.seconds(30) }) }],
    ['startPeriod', { healthCheck: HealthCheck.http(80, '/health', { startPeriod: Duration.seconds(30) }) }],
    ['retries', { healthCheck: HealthCheck.http(80, '/health', { retries: 30 }) }],
    ['tmpfs', { writablePaths: ['/var/cache'] }],
  ])('replaces the container: %s', (_, props) => {
    expect(digest(props)).not.toBe(usual);
    expect(digest(props)).toBe(digest(props));
  });

  test.each<[string, Partial<ServiceProps>]>([
    ['memory', { memory: Size.mebibytes(65) }],
    ['what replaces it already', { environment: { A: 'b' }, command: ['a'], cpus: 1 }],
    ['what is about the deploy', { startTimeout: Duration.minutes(9) }],
  ])('is the same for %s', (_, props) => {
    expect(digest(props)).toBe(usual);
  });

  test('is seen where Terraform alone knows the value', () => {
    const stack = newStack();
    const path = new TerraformVariable(stack, 'path', { type: 'string' }).stringValue;
    service({ healthCheck: HealthCheck.http(80, path) }, stack);
    expect(container(stack, 'web').labels).toContainEqual({
      label: 'cdktf-streaming.digest',
      value: expect.stringMatching(/^[0-9a-f]{12}-\$\{sha1\(join\(" ", \[var\.path\]\)\)\}$/) as string,
    });
  });
});

test('keeps addresses inside the network and on the host apart', () => {
  const platform = newPlatform(newStack(), { portOffset: 100 });
  const web = service({
    platform,
    ports: [
      { name: 'web', port: 80, hostPort: 8000 },
      { name: 'peer', port: 81 },
    ],
  });
  expect(web.internalAddress('web').toString()).toBe('web:80');
  expect(web.hostAddress('web').toString()).toBe('localhost:8100');
  expect(() => web.hostAddress('peer')).toThrow(
    "its port 'peer' is not published on the host; give it a hostPort",
  );
  expect(() => web.internalAddress('other')).toThrow(
    "there is no port 'other'; the service's ports are 'web', 'peer'.",
  );
  expect(() => service().internalAddress('web')).toThrow("the service's ports are none.");
});

test.each([
  [{}, '127.0.0.1', 'localhost'],
  [{ hostAddress: '0.0.0.0' }, '0.0.0.0', 'localhost'],
  [{ hostAddress: '10.0.0.1' }, '10.0.0.1', '10.0.0.1'],
  [{ hostAddress: '0.0.0.0', hostName: 'web.example.com' }, '0.0.0.0', 'web.example.com'],
])('a port of the host with %j is bound at %s, and found at %s', (where, ip, name) => {
  const stack = newStack();
  const ports = [{ name: 'web', port: 80, hostPort: 8000, ...where }];
  const web = service({ platform: newPlatform(stack), ports }, stack);
  expect(web.hostAddress('web').toString()).toBe(`${name}:8000`);
  const { labels, ports: published } = container(stack, 'web');
  expect(published).toEqual([{ internal: 80, external: 8000, ip }]);
  expect(labels).toContainEqual({ label: 'cdktf-streaming.endpoint.web', value: `${name}:8000` });
});

test('refuses an address of the host that is none', () => {
  const port = { name: 'web', port: 80, hostPort: 8000 };
  expect(() => service({ ports: [{ ...port, hostAddress: 'eth0' }] })).toThrow(/hostAddress must be/);
  expect(() => service({ ports: [{ ...port, hostName: 'a b' }] })).toThrow(/hostName must be/);
});

test('is not told a variable whose name is none, nor another value for one that it was told', () => {
  const stack = newStack();
  const web = service({ environment: { MODE: 'a' } }, stack);
  web.addEnvironment('MODE', 'a');
  web.addEnvironment('SIZE', 'b');
  expect(accepted(web)).toBe(web);
  web.addEnvironment('1ST', 'c');
  web.addEnvironment('SIZE', 'd');
  expect(() => accepted(web)).toThrow(
    /- environment is an object in which '1ST' is not a valid name.*\n.*- environment has SIZE already, as 'b'; got 'd', leave one out/,
  );
});

test('a variable may have any name that is one, and no other', () => {
  const stack = newStack();
  const web = service({}, stack);
  web.addEnvironment('__proto__', 'a');
  web.addEnvironment('constructor', 'b');
  expect(container(stack, 'web').env).toEqual(['__proto__=a', 'constructor=b']);
  web.addEnvironment(null as unknown as string, 'c');
  expect(() => accepted(web)).toThrow("'' is not a valid name");
});

test('its files and its command may be what Terraform alone knows', () => {
  const stack = newStack();
  const words = new TerraformVariable(stack, 'words', { type: 'list(string)' }).listValue;
  service({ command: words, files: { '/etc/web.conf': Fn.jsonencode({ words }) } }, stack);
  expect(container(stack, 'web')).toMatchObject({
    command: '${var.words}',
    upload: [{ content: '${jsonencode({"words" = var.words})}' }],
  });
});

test('waits for what it depends on in the same stack', () => {
  const stack = newStack();
  const platform = newPlatform(stack);
  const first = service({ platform, serviceName: 'first' }, stack);
  service({ platform, serviceName: 'second', dependsOn: [first] }, stack);
  expect(container(stack, 'second').depends_on).toContainEqual(
    expect.stringMatching(/^docker_container\.first_/),
  );
});

test('comes after the stacks of its platform and of what it depends on', () => {
  const [platformStack, first, second] = [newStack('platform'), newStack('first'), newStack('second')];
  const platform = newPlatform(platformStack);
  const dependency = service({ platform, serviceName: 'first' }, first);
  service({ platform, serviceName: 'second', dependsOn: [dependency] }, second);
  expect(second.dependencies).toEqual([platformStack, first]);
  expect(container(second, 'second').depends_on).toBeUndefined();
  expect(resources(second, 'docker_network')).toEqual([]);
});

test('renders its environment in one order', () => {
  const stack = newStack();
  service({ environment: { B: '2', A: 'x=y' } }, stack);
  expect(container(stack, 'web').env).toEqual(['A=x=y', 'B=2']);
  expect(environment(stack, 'web')).toEqual({ A: 'x=y', B: '2' });
});

test('widens the range of provider versions to the newest that was tried', () => {
  const stack = newStack();
  service({}, stack);
  expect(synth(stack).terraform).toMatchObject({
    required_providers: { docker: { source: 'kreuzwerker/docker', version: '>= 3.6.2, < 5.0.0' } },
  });
});

test('refuses a host port that the offset moves past the last one', () => {
  const platform = newPlatform(newStack(), { portOffset: 1 });
  expect(() => service({ platform, ports: [{ name: 'web', port: 80, hostPort: 65_535 }] })).toThrow(
    'got 65536',
  );
  expect(() => service({ platform, ports: [{ name: 'web', port: 80, hostPort: 65_534 }] })).not.toThrow();
});

test('gives each container labels of its own, which nobody else says', () => {
  for (const label of ['platform', 'stack', 'service', 'digest', 'endpoint.web'])
    expect(() => service({ labels: { [`cdktf-streaming.${label}`]: 'x' } })).toThrow(
      'that the platform gives',
    );
  expect(() =>
    service({ labels: { 'cdktf-streaming.role': 'broker', 'platform.stack': 'x' } }),
  ).not.toThrow();
});
