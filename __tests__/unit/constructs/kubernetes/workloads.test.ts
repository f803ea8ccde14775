import { TerraformVariable, Testing, type App, type TerraformStack } from 'cdktf';
import {
  ContainerApp,
  ContainerImage,
  Duration,
  HealthCheck,
  KafkaCluster,
  KafkaUi,
  KubernetesPlatform,
  Schema,
  SchemaRegistry,
  SecretFile,
  Size,
  Task,
  ZooKeeperEnsemble,
  type ContainerAppProps,
} from '../../../../constructs';
import { objectsOf, ofKind, type Rendered } from '../../../support/kubernetes';
import { newPlatform, newStack, synth } from '../../../support/synth';

const IMAGE = ContainerImage.of('example/web:1', { user: 'web', uid: 1234, readOnlyRoot: true });
const COMMON = {
  serviceName: 'web',
  image: IMAGE,
  memory: Size.mebibytes(64),
};

interface World {
  readonly stack: TerraformStack;
  readonly platform: KubernetesPlatform;
}

function world(): World {
  const stack = newStack('services', Testing.app());
  return { stack, platform: new KubernetesPlatform(stack, 'platform') };
}

function app({ stack, platform }: World, props: Partial<ContainerAppProps> = {}): ContainerApp {
  return new ContainerApp(stack, props.serviceName ?? 'web', {
    ...COMMON,
    platform,
    ports: [{ name: 'page', port: 8080, hostPort: 8070, scheme: 'http' }],
    healthCheck: HealthCheck.http(8080, '/health'),
    ...props,
  });
}

const named = (stack: TerraformStack, kind: string, name: string): Rendered =>
  ofKind(stack, kind).find(({ metadata }) => metadata.name === name)!;
const podOf = (stack: TerraformStack, name = 'web') => named(stack, 'Deployment', name).spec.template?.spec;

test('makes a namespace that takes nothing but restricted pods', () => {
  const { stack } = world();
  expect(ofKind(stack, 'Namespace')).toEqual([
    {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: {
        name: 'streaming',
        annotations: { 'cdktf-streaming.platform': 'streaming' },
        labels: { 'pod-security.kubernetes.io/enforce': 'restricted' },
      },
    },
  ]);
});

test('runs a service as one hardened pod, by the number of its user, which counts as started once its check says so', () => {
  const made = world();
  app(made, {
    environment: { B: '$(A) ${a}', A: '1' },
    command: ['serve'],
    cpus: 0.5,
    startTimeout: Duration.minutes(2),
    writablePaths: ['/var/cache'],
  });
  expect(named(made.stack, 'Deployment', 'web').spec).toMatchObject({
    replicas: 1,
    strategy: { type: 'Recreate' },
  });
  const probe = { exec: { command: ['wget', '-q', '-O', '/dev/null', 'http://127.0.0.1:8080/health'] } };
  expect(podOf(made.stack)).toEqual({
    terminationGracePeriodSeconds: 10,
    securityContext: {
      runAsNonRoot: true,
      runAsUser: 1234,
      fsGroup: 1234,
      seccompProfile: { type: 'RuntimeDefault' },
    },
    enableServiceLinks: false,
    automountServiceAccountToken: false,
    containers: [
      {
        name: 'web',
        image: 'example/web:1',
        args: ['serve'],
        env: [
          { name: 'A', value: '1' },
          { name: 'B', value: '$$(A) ${a}' },
        ],
        resources: { requests: { memory: '64Mi', cpu: '500m' }, limits: { memory: '64Mi', cpu: '500m' } },
        securityContext: {
          allowPrivilegeEscalation: false,
          capabilities: { drop: ['ALL'] },
          readOnlyRootFilesystem: true,
        },
        volumeMounts: [
          { name: 'writable-tmp', mountPath: '/tmp' },
          { name: 'writable-var-cache', mountPath: '/var/cache' },
        ],
        ports: [{ name: 'port-8080', containerPort: 8080 }],
        startupProbe: { ...probe, periodSeconds: 3, timeoutSeconds: 10, failureThreshold: 40 },
        readinessProbe: { ...probe, periodSeconds: 3, timeoutSeconds: 10, failureThreshold: 5 },
      },
    ],
    volumes: [
      { name: 'writable-tmp', emptyDir: {} },
      { name: 'writable-var-cache', emptyDir: {} },
    ],
  });
});

test('leaves what an image has in its folders to be seen where its root may be written', () => {
  const made = world();
  app(made, { image: ContainerImage.of('example/web:1', { user: '7:8' }), writablePaths: ['/etc/web'] });
  expect(podOf(made.stack)).toMatchObject({ securityContext: { runAsUser: 7, runAsGroup: 8, fsGroup: 8 } });
  expect(podOf(made.stack)).not.toHaveProperty('volumes');
});

test('mounts claims, files and secrets where the program looks for them, and starts it anew when a file changes', () => {
  const digests = ['one', 'two'].map((content) => {
    const made = world();
    app(made, {
      volumes: [{ volume: made.platform.volume('data'), path: '/data' }],
      files: { '/etc/web/web.conf': content },
      secretFiles: {
        '/run/secrets/ca.crt': SecretFile.fromSecret('authority'),
        '/run/secrets/password': SecretFile.fromSecret('login', 'secret'),
      },
    });
    expect(named(made.stack, 'PersistentVolumeClaim', 'data').spec).toEqual({
      accessModes: ['ReadWriteOnce'],
      resources: { requests: { storage: '1Gi' } },
    });
    expect(named(made.stack, 'ConfigMap', 'web-files').data).toEqual({
      'web.conf': content,
    });
    const pod = podOf(made.stack);
    expect(pod?.volumes).toEqual(
      expect.arrayContaining([
        { name: 'data', persistentVolumeClaim: { claimName: 'data' } },
        { name: 'files', configMap: { name: 'web-files' } },
        {
          name: 'secrets-run-secrets',
          projected: {
            defaultMode: 0o440,
            sources: [
              { secret: { name: 'authority', items: [{ key: 'ca.crt', path: 'ca.crt' }] } },
              { secret: { name: 'login', items: [{ key: 'secret', path: 'password' }] } },
            ],
          },
        },
      ]),
    );
    expect(pod?.containers?.[0]?.volumeMounts).toEqual(
      expect.arrayContaining([
        { name: 'data', mountPath: '/data' },
        { name: 'files', mountPath: '/etc/web/web.conf', subPath: 'web.conf', readOnly: true },
        { name: 'secrets-run-secrets', mountPath: '/run/secrets', readOnly: true },
      ]),
    );
    return named(made.stack, 'Deployment', 'web').spec.template?.metadata?.annotations;
  });
  expect(digests[0]).not.toEqual(digests[1]);
});

test('lets in only who works with it, from its own side as from that of brokers', () => {
  const { stack, platform } = world();
  const kafka = new KafkaCluster(stack, 'brokers', { platform });
  const registry = new SchemaRegistry(stack, 'registry', { cluster: kafka });
  new KafkaUi(stack, 'ui', { clusters: [{ name: 'local', cluster: kafka, registry }] });
  const labels = (name: string): unknown => named(stack, 'Deployment', name).spec.template?.metadata?.labels;
  const kafkas = { 'reaches.cdktf-streaming/streaming': 'true' };
  const registrys = { 'reaches.cdktf-streaming/schema-registry': 'true' };
  expect(labels('schema-registry')).toMatchObject(kafkas);
  expect(labels('schema-registry')).not.toMatchObject(registrys);
  expect(labels('kafka-ui')).toMatchObject({ ...kafkas, ...registrys });
  expect(named(stack, 'NetworkPolicy', 'schema-registry').spec).toEqual({
    podSelector: { matchLabels: { 'app.kubernetes.io/name': 'schema-registry' } },
    policyTypes: ['Ingress'],
    ingress: [{ from: [{ podSelector: { matchLabels: registrys } }], ports: [{ port: 8081 }] }],
  });
  expect(ofKind(stack, 'PersistentVolumeClaim')).toEqual([]);
});

test('runs a task as a job whose name is of what it runs, because no job can be changed', () => {
  const names = ['one', 'two'].map((word) => {
    const { stack, platform } = world();
    new Task(stack, 'task', { ...COMMON, platform, command: [word] });
    const [job] = ofKind(stack, 'Job');
    expect(job!.spec).toMatchObject({ backoffLimit: 0, template: { spec: { restartPolicy: 'Never' } } });
    return job!.metadata.name;
  });
  expect(names).toEqual([
    expect.stringMatching(/^web-[0-9a-f]{8}$/),
    expect.stringMatching(/^web-[0-9a-f]{8}$/),
  ]);
  expect(names[0]).not.toBe(names[1]);
});

test('has two files of one name both in the ConfigMap', () => {
  const made = world();
  app(made, { files: { '/a/web.conf': 'one', '/b/web.conf': 'two', '/c/web conf': 'three' } });
  const { data } = named(made.stack, 'ConfigMap', 'web-files');
  expect(Object.values(data)).toEqual(['one', 'two', 'three']);
  for (const key of Object.keys(data)) expect(key).toMatch(/^web[.-]conf-[0-9a-f]{8}$/);
});

describe('refuses', () => {
  const refused = (props: Partial<ContainerAppProps>, ...says: readonly string[]): void => {
    const made = world();
    app(made, props);
    for (const each of says) expect(() => objectsOf(made.stack)).toThrow(each);
  };

  test.each<[string, Partial<ContainerAppProps>, string]>([
    [
      'a user by a name without a number',
      { image: ContainerImage.of('example/web:1', { user: 'web' }) },
      "user must be a number on Kubernetes, which does not look into an image for who somebody is; got 'web'",
    ],
    ['a user by another name than that of the image', { user: 'other' }, "got 'other'"],
    [
      'an image of the local family',
      { image: ContainerImage.of('cdktf-streaming/web:1', { user: '1' }) },
      'image must be in a registry that the nodes reach',
    ],
    [
      'a secret file of a machine',
      { secretFiles: { '/run/secrets/a': SecretFile.fromHost('/a') } },
      "secretFiles: '/run/secrets/a' must be SecretFile.fromSecret",
    ],
    [
      'files that no ConfigMap holds',
      { files: { '/a/b': 'x'.repeat(1024 ** 2 + 1) } },
      'files must be at most 1048576 bytes together on Kubernetes',
    ],
    [
      'a port that is bound on a machine',
      { ports: [{ name: 'page', port: 80, hostPort: 80, hostAddress: '0.0.0.0', hostName: 'example.com' }] },
      "ports: 'page' must have no hostAddress and no hostName on Kubernetes",
    ],
  ])('%s', (_, props, says) => refused(props, says));

  test('ZooKeeper, once for all of its nodes', () => {
    const { stack, platform } = world();
    new ZooKeeperEnsemble(stack, 'ensemble', { platform });
    let message = '';
    try {
      objectsOf(stack);
    } catch (error) {
      message = (error as Error).message;
    }
    expect(message.match(/it must not be on Kubernetes/g)).toHaveLength(1);
  });

  test('a subject of a registry that Terraform does not find', () => {
    const { stack, platform } = world();
    const kafka = new KafkaCluster(stack, 'brokers', { platform });
    const registry = new SchemaRegistry(stack, 'registry', { cluster: kafka });
    registry.addSubject('orders-value', { schema: Schema.avro({ type: 'string' }) });
    expect(() => objectsOf(stack.node.root as App)).toThrow(
      'registry must not be services/registry, which is on Kubernetes',
    );
  });

  test('what Terraform alone knows, which no YAML could have', () => {
    const made = world();
    const variable = new TerraformVariable(made.stack, 'level', { type: 'string' });
    app(made, { environment: { LEVEL: variable.stringValue } });
    expect(() => objectsOf(made.stack)).toThrow('all that it is given must be known at synth');
  });

  test('a secret of Kubernetes on an Engine', () => {
    const stack = newStack();
    new Task(stack, 'task', {
      ...COMMON,
      platform: newPlatform(stack),
      secretFiles: { '/run/secrets/a': SecretFile.fromSecret('a') },
    });
    expect(() => synth(stack)).toThrow("secretFiles: '/run/secrets/a' must not be SecretFile.fromSecret(…)");
    expect(SecretFile.fromSecret('A b').problem).toMatch(/whose secretName must be the name of a Secret/);
  });
});
