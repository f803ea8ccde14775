import {
  ClusterSecurity,
  clientFiles,
  ContainerApp,
  ContainerImage,
  HealthCheck,
  KafkaTopic,
  KafkaUi,
  SchemaRegistry,
  SecretFile,
  Size,
  SparkApplication,
  SparkCluster,
  SparkCode,
} from '../../../../constructs';
import { join } from 'node:path';
import { secured } from '../../../support/secured';
import { environment, newPlatform, newStack } from '../../../support/synth';

const security = ClusterSecurity.saslOAuthBearer({
  tokenEndpoint: 'https://id.example.com/token',
  clientId: 'me',
  clientSecret: SecretFile.fromHost('/etc/streaming/login.properties'),
});

function world(env: Record<string, string> = {}): ReturnType<typeof newStack> {
  const stack = newStack();
  const [platform, cluster] = [newPlatform(stack), secured(security, stack)];
  new ContainerApp(stack, 'app', {
    platform,
    kafka: cluster,
    image: ContainerImage.of('example/app:1', { user: 'app' }),
    healthCheck: HealthCheck.bash('true'),
    memory: Size.mebibytes(64),
    environment: env,
  });
  const topic = KafkaTopic.fromTopicName(stack, 'schemas', '_schemas');
  new SchemaRegistry(stack, 'schema-registry', { platform, cluster, topic });
  new KafkaUi(stack, 'kafka-ui', { platform, clusters: [{ name: 'theirs', cluster }] });
  new SparkApplication(stack, 'job', {
    cluster: new SparkCluster(stack, 'spark', { platform, secretFiles: clientFiles(security) }),
    kafka: cluster,
    code: SparkCode.python(join(__dirname, '../../../../examples/counter.py')),
  });
  return stack;
}

test.each(['app', 'schema-registry', 'kafka-ui', 'job'])(
  'the JVM of %s may ask the issuer for tokens, and nobody else',
  (name) => {
    expect(environment(world(), name).JAVA_TOOL_OPTIONS).toBe(
      '-Dorg.apache.kafka.sasl.oauthbearer.allowed.urls=https://id.example.com/token',
    );
  },
);

test('who has options of a JVM already says it there', () => {
  const ours = { JAVA_TOOL_OPTIONS: '-Xss1m' };
  expect(environment(world(ours), 'app')).toMatchObject(ours);
});
