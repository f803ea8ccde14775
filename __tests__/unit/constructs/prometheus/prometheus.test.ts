import { App, TerraformStack, Testing } from 'cdktf';
import {
  ContainerApp,
  ContainerImage,
  DASHBOARDS,
  DockerPlatform,
  Duration,
  HealthCheck,
  KafkaCluster,
  KubernetesPlatform,
  Prometheus,
  Retention,
  SecretFile,
  Size,
  SparkCluster,
  type MetricsEndpoint,
  type PrometheusProps,
} from '../../../../constructs';
import { textOf } from '../../../../constructs/core/escape-template';
import { container, IMAGES, newPlatform, newStack } from '../../../support/synth';

interface Scrape {
  readonly job_name: string;
  readonly metrics_path: string;
  readonly static_configs: readonly { targets: string[]; labels: Record<string, string> }[];
  readonly metric_relabel_configs?: readonly Record<string, unknown>[];
}

interface Configuration {
  readonly global: Record<string, string>;
  readonly scrape_configs: readonly Scrape[];
  readonly remote_write?: readonly unknown[];
}

/** A file of the container, as Terraform puts it there. */
function file(stack: TerraformStack, name: string): unknown {
  const uploaded = container(stack, 'prometheus').upload?.find((each) => each.file.endsWith(`/${name}`));
  return JSON.parse(textOf(uploaded!.content));
}

const configuration = (stack: TerraformStack): Configuration =>
  file(stack, 'prometheus.yml') as Configuration;
interface Rules {
  readonly groups: readonly { readonly name: string; readonly rules: readonly Record<string, unknown>[] }[];
}
const rules = (stack: TerraformStack): Rules => file(stack, 'rules.yml') as Rules;
const targets = (stack: TerraformStack): string[] =>
  configuration(stack).scrape_configs.flatMap((each) => each.static_configs.flatMap((one) => one.targets));

function prometheus(props: Partial<PrometheusProps> = {}): TerraformStack {
  const stack = newStack();
  new Prometheus(stack, 'prometheus', { platform: newPlatform(stack), ...props });
  return stack;
}

const app = (stack: TerraformStack, id: string, platform: DockerPlatform, ...metrics: MetricsEndpoint[]) =>
  new ContainerApp(stack, id, {
    platform,
    image: ContainerImage.of('example/app:1'),
    user: 'app',
    memory: Size.mebibytes(64),
    healthCheck: HealthCheck.http(80, '/'),
    metrics,
  });

test('asks what says how it is, in whatever stack, also if it was declared afterwards, and itself', () => {
  const program: App = Testing.app();
  const [one, two] = ['observability', 'kafka'].map((id) => newStack(id, program)) as [
    TerraformStack,
    TerraformStack,
  ];
  const platform = newPlatform(newStack('platform', program));
  new Prometheus(one, 'prometheus', { platform });
  new KafkaCluster(two, 'brokers', { platform, metrics: true });
  app(two, 'web', platform, { job: 'web', port: 80, path: '/m', labels: { team: 'shop' } });
  app(two, 'silent', platform);
  expect(targets(one)).toEqual(['prometheus:9090', 'kafka1:9404', 'kafka2:9404', 'kafka3:9404', 'web:80']);
  expect(configuration(one).scrape_configs[1]).toMatchObject({
    job_name: 'kafka',
    metrics_path: '/metrics',
    static_configs: [
      { labels: { job: 'kafka', instance: 'kafka1', role: 'broker,controller', cluster: 'streaming' } },
      { labels: { instance: 'kafka2' } },
      { labels: { instance: 'kafka3' } },
    ],
  });
  expect(configuration(one).scrape_configs[2]).toEqual({
    job_name: 'web',
    metrics_path: '/m',
    static_configs: [{ targets: ['web:80'], labels: { job: 'web', instance: 'web', team: 'shop' } }],
  });
});

test('asks nobody on another network, whom it could not reach', () => {
  const stack = prometheus();
  const other = new DockerPlatform(stack, 'other', { platformName: 'other', portOffset: 1, images: IMAGES });
  new KafkaCluster(stack, 'brokers', { platform: other, metrics: true });
  expect(targets(stack)).toEqual(['prometheus:9090']);
});

test('is refused on Kubernetes once, where another runs it', () => {
  const stack = newStack();
  const platform = new KubernetesPlatform(stack, 'platform');
  expect(() => new Prometheus(stack, 'prometheus', { platform })).toThrow(
    /^test\/prometheus cannot be made:\n {2}- platform must be a DockerPlatform.*$/,
  );
});

test('starts before and after everything else, for it needs nobody', () => {
  const stack = newStack();
  const platform = newPlatform(stack);
  new KafkaCluster(stack, 'brokers', { platform, metrics: true });
  new Prometheus(stack, 'prometheus', { platform });
  expect(container(stack, 'prometheus').depends_on?.join()).not.toMatch(/docker_container/);
  expect(container(stack, 'kafka1').depends_on?.join()).not.toMatch(/prometheus/);
});

test('tells the answers of one job apart where they are of several kinds, under the same label', () => {
  const stack = newStack();
  const platform = newPlatform(stack);
  new SparkCluster(stack, 'spark', { platform, workers: 1, metrics: true });
  new Prometheus(stack, 'prometheus', { platform });
  const spark = configuration(stack).scrape_configs.filter(({ job_name }) => job_name.startsWith('spark'));
  expect(spark.map(({ job_name }) => job_name)).toEqual(['spark', 'spark-2']);
  expect(spark.map((each) => each.static_configs[0]?.labels.job)).toEqual(['spark', 'spark']);
});

test('keeps the chosen series alone, labels out of their names first, each group between braces', () => {
  const stack = newStack();
  const platform = newPlatform(stack);
  const series = [{ from: 'a_(.+)_b', name: 'c_$1_d', labels: { x: '$1', type: '' } }, { from: 'e' }];
  app(stack, 'web', platform, { job: 'web', port: 80, series });
  new Prometheus(stack, 'prometheus', { platform });
  const [web] = configuration(stack).scrape_configs;
  const named = { source_labels: ['__name__'], regex: 'a_(.+)_b' };
  expect(web?.metric_relabel_configs).toEqual([
    { source_labels: ['__name__'], regex: 'a_(.+)_b|e', action: 'keep' },
    { ...named, target_label: 'x', replacement: '${1}' },
    { ...named, target_label: 'type', replacement: '' },
    { ...named, target_label: '__name__', replacement: 'c_${1}_d' },
  ]);
});

test.each([
  [undefined, ['--storage.tsdb.retention.time=1296000s']],
  [Retention.upTo(Duration.milliseconds(1500)), ['--storage.tsdb.retention.time=1500ms']],
  [Retention.upToSize(Size.gibibytes(1)), ['--storage.tsdb.retention.size=1073741824B']],
  [
    Retention.upTo(Duration.hours(1), Size.bytes(7)),
    ['--storage.tsdb.retention.time=3600s', '--storage.tsdb.retention.size=7B'],
  ],
])('keeps up to an age, a size or both: %#', (retention, flags) => {
  expect(container(prometheus({ retention }), 'prometheus').command).toEqual([
    '--config.file=/etc/prometheus/prometheus.yml',
    '--storage.tsdb.path=/prometheus',
    '--web.user-assets=/etc/prometheus/user',
    ...flags,
  ]);
});

test('asks every 15 s, and waits no longer for an answer than until it asks again', () => {
  expect(configuration(prometheus()).global).toEqual({
    scrape_interval: '15s',
    scrape_timeout: '10s',
    evaluation_interval: '15s',
  });
  expect(configuration(prometheus({ scrapeInterval: Duration.seconds(5) })).global).toMatchObject({
    scrape_timeout: '5s',
  });
});

test('knows the limit of the memory of each service that it asks', () => {
  expect(rules(prometheus()).groups.find(({ name }) => name === 'limits')?.rules).toEqual([
    {
      record: 'service_memory_limit_bytes',
      expr: 'vector(536870912)',
      labels: { instance: 'prometheus' },
    },
  ]);
});

test('knows what services were told and do not say, under their labels', () => {
  const stack = newStack();
  const platform = newPlatform(stack);
  const labels = { application: 'a' };
  app(stack, 'web', platform, { job: 'web', port: 80, labels, constants: { web_trigger_seconds: 0.5 } });
  new Prometheus(stack, 'prometheus', { platform, alerts: [] });
  expect(rules(stack).groups.flatMap((group) => group.rules)).toContainEqual({
    record: 'web_trigger_seconds',
    expr: 'vector(0.5)',
    labels: { instance: 'web', application: 'a' },
  });
});

test('hands out its dashboards to whoever draws them', () => {
  expect(file(prometheus(), 'dashboards.json')).toEqual(DASHBOARDS);
  expect(file(prometheus({ dashboards: [] }), 'dashboards.json')).toEqual([]);
});

test('has no group of alerts where there are none', () => {
  expect(rules(prometheus({ alerts: [] })).groups.map(({ name }) => name)).toEqual(['limits']);
});

test('sends what it has to others, with secrets that only it reads', () => {
  const password = SecretFile.fromHost('/folder/password');
  const token = SecretFile.fromHost('/folder/token');
  const stack = prometheus({
    remoteWrite: [
      { url: 'http://mimir:9009/api/v1/push' },
      { url: 'https://one.example.com/write', login: { username: 'me', password } },
      { url: 'https://two.example.com/write', token },
    ],
  });
  expect(configuration(stack).remote_write).toEqual([
    { url: 'http://mimir:9009/api/v1/push' },
    {
      url: 'https://one.example.com/write',
      basic_auth: { username: 'me', password_file: '/run/secrets/remote-write-2/password' },
    },
    {
      url: 'https://two.example.com/write',
      authorization: { credentials_file: '/run/secrets/remote-write-3/token' },
    },
  ]);
  expect(container(stack, 'prometheus').mounts).toMatchObject([
    { source: '/folder/password', target: '/run/secrets/remote-write-2/password' },
    { source: '/folder/token', target: '/run/secrets/remote-write-3/token' },
  ]);
});

test('is at the port that users know, and keeps its data in a volume of the platform', () => {
  const stack = newStack();
  const platform = newPlatform(stack, { platformName: 'blue', portOffset: 100 });
  const { url, hostUrl } = new Prometheus(stack, 'prometheus', { platform });
  expect({ url, hostUrl }).toEqual({ url: 'http://prometheus:9090', hostUrl: 'http://localhost:9190' });
  expect(container(stack, 'blue-prometheus').volumes).toMatchObject([
    { volume_name: 'blue-prometheus-data', container_path: '/prometheus' },
  ]);
});
