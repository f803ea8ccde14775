import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SnakeCase, Synthesized } from '../../support/synth';

const ROOT = join(__dirname, '..', '..', '..');

interface Manifest {
  readonly stacks: Record<string, { readonly dependencies: string[] }>;
}

interface Program {
  readonly manifest: Manifest;
  readonly stacks: Record<string, Synthesized>;
}

/** What the program synthesizes. */
function run(example: string): Program {
  return synthesized(() => {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- a program is run by loading it
    require(join(ROOT, 'examples', example));
  });
}

function synthesized(program: () => void): Program {
  const outdir = mkdtempSync(join(tmpdir(), 'example-'));
  process.env.CDKTF_OUTDIR = outdir;
  try {
    program();
    const read = (...path: string[]): unknown => JSON.parse(readFileSync(join(outdir, ...path), 'utf8'));
    const names = readdirSync(join(outdir, 'stacks'));
    return {
      manifest: read('manifest.json') as Manifest,
      stacks: Object.fromEntries(
        names.map((name) => [name, read('stacks', name, 'cdk.tf.json') as Synthesized]),
      ),
    };
  } finally {
    delete process.env.CDKTF_OUTDIR;
  }
}

function containers(stack: Synthesized | undefined): SnakeCase[] {
  return Object.values(stack?.resource?.docker_container ?? {}) as unknown as SnakeCase[];
}

test.each(readdirSync(join(ROOT, 'examples')).filter((file) => file.endsWith('.ts')))(
  '%s has a test of its own',
  (example) => {
    expect(readFileSync(__filename, 'utf8')).toContain(`run('${example}')`);
  },
);

test('an example is run as its first lines say', () => {
  const [, app = ''] =
    /--app '([^']+)'/.exec(readFileSync(join(ROOT, 'examples', 'topics-only.ts'), 'utf8')) ?? [];
  const [command = '', ...args] = app.split(' ');
  const program = synthesized(() => execFileSync(command, args, { cwd: ROOT, env: process.env }));
  expect(Object.keys(program.stacks)).toEqual(['topics-only']);
});

test('one-stack.ts holds a whole platform, with one copy of each topic, and each part waits for what it needs', () => {
  const { stacks } = run('one-stack.ts');
  expect(Object.keys(stacks)).toEqual(['one-stack']);
  const stack = stacks['one-stack'];
  expect(containers(stack).map(({ name }) => name.replace('one-stack-', ''))).toEqual([
    ...['kafka1', 'kafka-connect', 'counter', 'kafka-ui'],
    ...['schema-registry', 'spark-master', 'spark-worker-1'],
  ]);
  const topics = Object.values(stack?.resource?.kafka_topic ?? {});
  expect(topics.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['events', 'counts', 'kafka-connect-configs', '_schemas']),
  );
  for (const topic of topics) {
    expect(topic).toMatchObject({ replication_factor: 1, config: { 'min.insync.replicas': '1' } });
    expect(topic.depends_on).toContainEqual(expect.stringMatching(/^docker_container\.brokers_kafka1_/));
  }
  const registry = containers(stack).find(({ name }) => name.endsWith('schema-registry'));
  expect(registry?.depends_on).toContainEqual(
    expect.stringMatching(/^kafka_topic\.schema-registry_schemas_/),
  );
  expect(stack?.provider?.kafka).toEqual([{ bootstrap_servers: ['localhost:19092'], tls_enabled: false }]);
});

test('topics-only.ts makes topics on brokers of others, and nothing else', () => {
  const { stacks } = run('topics-only.ts');
  const { resource, provider } = stacks['topics-only'] ?? {};
  expect(Object.keys(resource ?? {})).toEqual(['kafka_topic']);
  expect(Object.values(resource?.kafka_topic ?? {})).toEqual([
    expect.objectContaining({
      name: 'last-orders',
      config: expect.objectContaining({ 'cleanup.policy': 'compact' }) as unknown,
    }),
    expect.objectContaining({
      name: 'orders',
      config: { 'min.insync.replicas': '2', 'retention.ms': '604800000', 'retention.bytes': '10737418240' },
    }),
  ]);
  expect(provider?.kafka).toEqual([
    { bootstrap_servers: ['localhost:9092', 'localhost:9093', 'localhost:9094'], tls_enabled: false },
  ]);
});

test('beside-compose.ts joins the network of a compose file, and each side has the addresses that it can reach', () => {
  const { stacks } = run('beside-compose.ts');
  const stack = stacks['beside-compose'] as Synthesized & { data: Synthesized['resource'] };
  expect(Object.values(stack.data?.docker_network ?? {})).toMatchObject([{ name: 'shop_default' }]);
  expect(stack.resource).not.toHaveProperty('docker_network');
  const told = containers(stack).map(({ name, env = [], networks_advanced }) => [
    name,
    env.find((each) => /BOOTSTRAP_?SERVERS=/.test(each))?.split('=')[1],
    networks_advanced.map((network) => network.name),
  ]);
  expect(told).toEqual([
    ['beside-shop-kafka-connect', 'kafka:29092', ['shop_default']],
    ['beside-shop-kafka-ui', 'kafka:29092', ['shop_default']],
  ]);
  const topics = Object.values(stack.resource?.kafka_topic ?? {}).map(({ name }) => name);
  expect(topics.sort()).toEqual([
    ...['kafka-connect-configs', 'kafka-connect-offsets', 'kafka-connect-status', 'orders'],
  ]);
  expect(stack.provider?.kafka).toEqual([{ bootstrap_servers: ['localhost:9092'], tls_enabled: false }]);
});

test('users-and-acls.ts makes a user with a quota and ACLs, and no password is kept', () => {
  const { stacks } = run('users-and-acls.ts');
  const { resource = {}, terraform } = stacks.users as Synthesized;
  expect(Object.entries(resource).map(([type, all]) => [type, Object.keys(all).length])).toEqual([
    ['kafka_acl', 4],
    ['kafka_quota', 1],
    ['kafka_user_scram_credential', 1],
  ]);
  expect(stacks.users).toMatchObject({
    variable: { billing_password: { ephemeral: true, sensitive: true } },
  });
  expect(terraform.required_version).toBe('>= 1.11.0');
});

test('managed-cluster.ts speaks TLS and SCRAM, and no secret is in its JSON', () => {
  const { stacks } = run('managed-cluster.ts');
  expect(stacks['managed-cluster']?.provider?.kafka).toEqual([
    {
      bootstrap_servers: ['${var.kafka_server}'],
      sasl_mechanism: 'scram-sha512',
      sasl_password: '${var.kafka_password}',
      sasl_username: '${var.kafka_user}',
      tls_enabled: true,
    },
  ]);
  expect(stacks['managed-cluster']).toMatchObject({
    variable: { kafka_password: { sensitive: true, type: 'string' } },
  });
});

test('two-platforms.ts shares no name and no port between them', () => {
  const { stacks } = run('two-platforms.ts');
  expect(Object.keys(stacks)).toHaveLength(2);
  const taken = Object.values(stacks).flatMap((stack) =>
    containers(stack).flatMap(({ name, ports = [] }) => [name, ...ports.map(({ external }) => external)]),
  );
  expect([...new Set(taken)]).toEqual(taken);
  expect(taken).toHaveLength(4);
});

test('two-clusters.ts runs both on one network, and copies from one to the other', () => {
  const { manifest, stacks } = run('two-clusters.ts');
  const brokers = [stacks['two-clusters'], stacks.archive].flatMap(containers);
  expect(brokers.map(({ name, ports = [] }) => [name, ports.map(({ external }) => external)])).toEqual([
    ['two-clusters-kafka1', [49_092]],
    ['two-clusters-archive-kafka1', [49_192]],
  ]);
  expect(manifest.stacks.services?.dependencies).toEqual(expect.arrayContaining(['archive', 'topics']));
  const [mirror] = Object.values(stacks.connectors?.resource?.['kafka-connect_connector'] ?? {});
  expect(mirror).toMatchObject({
    config: {
      'source.cluster.bootstrap.servers': 'kafka1:19092',
      'target.cluster.bootstrap.servers': 'archive-kafka1:19092',
    },
  });
});

test('ci-fixture.ts gives each job a broker of its own, and says where it is', () => {
  const told = jest.spyOn(console, 'error').mockReturnValue();
  process.env.FIXTURE = '7';
  const { stacks } = run('ci-fixture.ts');
  expect(told).toHaveBeenCalledWith('KAFKA_BOOTSTRAP_SERVERS=localhost:19792');
  const brokers = Object.values(stacks)
    .flatMap(containers)
    .filter(({ name }) => name.includes('kafka'));
  expect(brokers.map(({ name, ports = [] }) => [name, ports.map(({ external }) => external)])).toEqual([
    ['fixture-7-kafka1', [19_792]],
  ]);
});

test('own-service.ts runs a hardened service of its own, in a stack that is deployed after the brokers', () => {
  const { manifest, stacks } = run('own-service.ts');
  expect(manifest.stacks['own-service-monitoring']?.dependencies).toEqual(['own-service-kafka']);
  expect(containers(stacks['own-service-monitoring'])).toEqual([
    expect.objectContaining({
      name: 'own-service-kafka-exporter',
      command: ['--kafka.server=kafka1:19092', '--kafka.server=kafka2:19093', '--kafka.server=kafka3:19094'],
      user: 'nobody',
      capabilities: { drop: ['ALL'] },
      memory: 64,
      ports: [{ internal: 9308, external: 39308, ip: '127.0.0.1' }],
    }),
  ]);
});

test('connectors-and-subjects.ts deploys connectors after their workers and topics, and subjects after their registry', () => {
  const { manifest, stacks } = run('connectors-and-subjects.ts');
  expect(manifest.stacks.connectors?.dependencies).toEqual(['services', 'topics']);
  expect(manifest.stacks.subjects?.dependencies).toEqual(['services']);
  const connectors = Object.values(stacks.connectors?.resource?.['kafka-connect_connector'] ?? {});
  expect(connectors.map(({ name, config }) => [name, config])).toEqual([
    ['people-copy', expect.objectContaining({ topics: 'people', file: '/tmp/copy.txt' })],
    ['people-file', expect.objectContaining({ topic: 'people', file: '/tmp/people.txt' })],
  ]);
  const subjects = Object.values(stacks.subjects?.resource?.restful_resource ?? {});
  expect(subjects.map(({ path }) => path)).toEqual([
    '/subjects/people-value/versions',
    '/config/people-value',
  ]);
  expect(stacks.subjects?.provider?.restful).toEqual([{ base_url: 'http://localhost:28081' }]);
});

test('secured.ts lets nobody in who does not show who they are, its services neither, and says no secret', () => {
  const { manifest, stacks } = run('secured.ts');
  const [broker] = containers(stacks.secured);
  expect(broker?.env).toContain(
    'KAFKA_LISTENER_SECURITY_PROTOCOL_MAP=INTERNAL:SSL,EXTERNAL:SSL,USERS:SASL_SSL,CONTROLLERTLS:SSL',
  );
  expect(broker?.ports).toEqual([
    { internal: 9092, external: 49_092, ip: '127.0.0.1' },
    { internal: 9192, external: 49_192, ip: '192.168.1.10' },
  ]);
  expect(JSON.stringify(stacks)).not.toContain('PRIVATE KEY');
  const own = containers(stacks['secured-services']).map(({ name, mounts = [] }) => {
    const keys = mounts.flatMap(({ source }) => /([^/]+)\.pem$/.exec(source)?.[1] ?? []);
    return [name.replace('secured-', ''), ...keys];
  });
  expect(own.sort()).toEqual(
    ['billing', 'kafka-connect', 'schema-registry'].map((service) => [service, service]),
  );
  const acls = Object.values(stacks.users?.resource?.kafka_acl ?? {});
  expect(acls.filter(({ acl_principal: who }) => who === 'User:billing')).toHaveLength(2);
  expect(manifest.stacks['secured-services']?.dependencies).toContain('users');
  expect(manifest.stacks.users?.dependencies).toEqual(['secured']);
});

test('secured-cluster: services log in by files, and no secret is in what is synthesized', () => {
  const { stacks } = run('secured-cluster.ts');
  expect(Object.keys(stacks)).toEqual(['connectors', 'secured-services', 'secured-topics']);
  const [billing, connect] = containers(stacks['secured-services']);
  for (const each of [billing, connect])
    expect(each).toMatchObject({
      mounts: [{ target: '/run/secrets/kafka/ca.crt' }, { target: '/run/secrets/kafka/login.properties' }],
    });
  expect(stacks['secured-topics']?.provider?.kafka).toMatchObject([{ sasl_username: 'billing' }]);
});

test('observability.ts watches brokers and the page from a stack of its own, which waits for neither', () => {
  const { stacks, manifest } = run('observability.ts');
  const prometheus = containers(stacks.observability).find(({ name }) => name.endsWith('prometheus'));
  const [page] = containers(stacks.kafka).filter(({ name }) => name.endsWith('kafka-ui'));
  expect(page?.env).toContain('KAFKA_CLUSTERS_0_PROMETHEUS=http://prometheus:9090');
  expect(manifest.stacks.observability?.dependencies).toEqual(['kafka']);
  expect(prometheus?.depends_on ?? []).toEqual([]);
  const [configuration = '', rules = ''] = prometheus?.upload?.map(({ content }) => content) ?? [];
  for (const target of ['kafka1:9404', 'kafka2:9404', 'kafka3:9404', 'kafka-ui:8080'])
    expect(configuration).toContain(`"${target}"`);
  expect(rules).toContain('"NoOrders"');
  const grafana = containers(stacks.observability).find(({ name }) => name.endsWith('grafana'));
  expect(grafana?.upload?.map(({ file }) => file)).toContain('/etc/grafana/dashboards/shop.json');
});
