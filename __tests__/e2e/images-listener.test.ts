import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { Containers, type Container } from '../support/containers';
import { applicationImage } from '../../constructs/local-images';

const ROOT = join(__dirname, '../..');
const image = applicationImage(join(ROOT, 'images'), 'listener');

const containers = new Containers();
let listener: Container;

const get = (path: string): Promise<string> =>
  listener.exec('curl', '-s', '-w', '\n%{http_code}', `127.0.0.1:8080${path}`);
const health = async (path: string): Promise<Record<string, unknown>> => {
  const [body = '', status] = (await get(`/actuator/health${path}`)).split('\n');
  return { ...(JSON.parse(body) as object), http: Number(status) };
};

// No broker is there: what the image promises by itself.
beforeAll(async () => {
  execFileSync('npx', ['tsx', 'tools/images.ts'], { cwd: ROOT });
  listener = await containers.start('listener', image, {
    environment: { JDK_JAVA_OPTIONS: '-Xmx65m -Xlog:class+load:file=/tmp/classes.log' },
  });
  await listener.until('curl -sf 127.0.0.1:8080/actuator/health/liveness');
});
afterAll(async () => containers.remove());

test('is alive without brokers, but not ready, and says which part is missing', async () => {
  expect(await health('/liveness')).toMatchObject({ http: 200, status: 'UP' });
  expect(await health('/readiness')).toMatchObject({
    http: 503,
    status: 'DOWN',
    components: {
      kafka: { status: 'DOWN', details: { error: 'no answer within 3 s' } },
      listener: { status: 'DOWN', details: { running: true, complete: false } },
    },
  });
}, 60_000);

test('serves windows, health and metrics, and nothing that tells its settings', async () => {
  expect(await get('/windows')).toBe('[]\n200');
  expect(await get('/actuator/prometheus')).toMatch(/^listener_windows 0\.0$/m);
  for (const path of ['env', 'configprops', 'beans', 'heapdump', 'shutdown'])
    expect(await get(`/actuator/${path}`)).toMatch(/404$/);
});

test('gives the JVM the options of JDK_JAVA_OPTIONS', async () => {
  const metrics = await get('/actuator/prometheus');
  const heap = [...metrics.matchAll(/^jvm_memory_max_bytes\{area="heap".*\} (\S+)$/gm)]
    .map(([, bytes]) => Number(bytes))
    .filter((bytes) => bytes > 0);
  expect(Math.max(...heap)).toBeLessThanOrEqual(66 * 2 ** 20);
});

test('takes its classes from the archive that was made with it', async () => {
  const classes = await listener.exec('cat', '/tmp/classes.log');
  expect(classes).toMatch(/ListenerApplication source: shared objects file \(top\)/);
});

test('runs as appuser, and carries no certificate of the host that built it', async () => {
  expect(await listener.exec('id', '-un')).toBe('appuser');
  expect(await listener.sh('find /usr/local/share/ca-certificates -type f')).toBe('');
});

test('stops at SIGTERM', async () => {
  expect(await listener.stop()).toBe(143);
});
