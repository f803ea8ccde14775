import { Duration } from '../../../constructs/core/duration';
import { HealthCheck } from '../../../constructs/core/health-check';
import { ContainerImage } from '../../../constructs/core/container-image';
import { Service, type ServiceProps } from '../../../constructs/core/service';
import { Size } from '../../../constructs/core/size';
import {
  accepted,
  container,
  environment,
  newPlatform,
  newStack,
  resources,
  synth,
} from '../../support/synth';

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
        test: ['CMD', 'wget', '-q', '-O', '/dev/null', 'http://127.0.0.1:80/health'],
        interval: '3s',
        timeout: '10s',
        start_period: '1m0s',
        retries: 5,
      },
    });
  });

  test('is given its grace period by the provider and by the Engine, and comes back after a failure', () => {
    expect(web).toMatchObject({ destroy_grace_seconds: 45, stop_timeout: 45, restart: 'unless-stopped' });
  });

  test('tells whose it is and where its ports are', () => {
    expect(web.labels).toEqual([
      { label: 'cdktf-streaming.platform', value: 'streaming' },
      { label: 'cdktf-streaming.service', value: 'web' },
      { label: 'cdktf-streaming.endpoint.web', value: 'localhost:8000' },
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

test('is not told a variable whose name is none, nor another value for one that it was told', () => {
  const stack = newStack();
  const web = service({ environment: { MODE: 'a' } }, stack);
  web.addEnvironment('MODE', 'a');
  web.addEnvironment('SIZE', 'b');
  expect(accepted(web)).toBe(web);
  web.addEnvironment('1ST', 'c');
  web.addEnvironment('SIZE', 'd');
  expect(() => accepted(web)).toThrow(
    /- environment is an object in which '1ST' is no name.*\n.*- environment has SIZE already, as 'b'; got 'd', leave one out/,
  );
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

test.each(['', 'Web', '-web', 'web-', 'a b', 'a_b', 'a'.repeat(64)])('refuses the name %p', (serviceName) => {
  expect(() => service({ serviceName })).toThrow(`got '${serviceName}'`);
});

test.each(['web1', 'w-1', 'a'.repeat(63)])('takes the name %p', (serviceName) => {
  expect(() => service({ serviceName })).not.toThrow();
});

test('refuses a name that is too short for a container', () => {
  expect(() => service({ serviceName: 'w' })).toThrow(
    "the container's name must match [a-zA-Z0-9][a-zA-Z0-9_.-]+, got 'w'",
  );
});

test.each(['root', '0', '', '0:0', 'root:root'])('refuses to run as %p', (user) => {
  expect(() => service({ user })).toThrow(
    `user must be a user by name or number, and not root; got '${user}'`,
  );
});

test.each([0, 65_536, -1, 1.5, NaN])('refuses port %p, inside and on the host', (port) => {
  expect(() => service({ ports: [{ name: 'web', port }] })).toThrow(`got ${port}`);
  expect(() => service({ ports: [{ name: 'web', port: 80, hostPort: port }] })).toThrow(`got ${port}`);
});

test('refuses a host port that the offset moves past the last one', () => {
  const platform = newPlatform(newStack(), { portOffset: 1 });
  expect(() => service({ platform, ports: [{ name: 'web', port: 80, hostPort: 65_535 }] })).toThrow(
    'got 65536',
  );
  expect(() => service({ platform, ports: [{ name: 'web', port: 80, hostPort: 65_534 }] })).not.toThrow();
});

test.each(['1A', 'A-B', '', 'A B'])('refuses the environment name %p', (name) => {
  expect(() => service({ environment: { [name]: 'x' } })).toThrow(`'${name}' is no name`);
});

test('refuses less memory than the Engine can give, and no CPU', () => {
  expect(() => service({ memory: Size.bytes(6 * 1024 ** 2 - 1) })).toThrow('memory must be at least 6 MiB');
  expect(() => service({ memory: Size.mebibytes(6) })).not.toThrow();
  expect(() => service({ cpus: 0 })).toThrow('cpus must be a number of cores, more than 0; got 0');
  expect(() => service({ cpus: 0.5 })).not.toThrow();
});
