import { join } from 'node:path';
import { TerraformStack, TerraformVariable, Testing, type App } from 'cdktf';
import {
  Acl,
  ContainerApp,
  ContainerImage,
  HealthCheck,
  KafkaCluster,
  KafkaConnect,
  KafkaTopic,
  KafkaUi,
  KafkaUser,
  SchemaRegistry,
  Size,
  UserAuthentication,
} from '../../constructs';
import { ownBrokers } from '../support/secured';
import { terraform } from '../support/terraform';

test('the real provider takes users, quotas and ACLs', async () => {
  const app = Testing.app();
  const stack = new TerraformStack(app, 'users');
  const cluster = KafkaCluster.fromBootstrapServers(stack, 'kafka', { bootstrapServers: ['broker:9092'] });
  const password = new TerraformVariable(stack, 'billing_password', { type: 'string', sensitive: true });
  const billing = new KafkaUser(stack, 'billing', {
    cluster,
    authentication: UserAuthentication.scramSha512({ password, version: 2 }),
    quota: { producerByteRate: Size.mebibytes(1), requestPercentage: 12.5 },
  });
  const orders = KafkaTopic.fromTopicName(stack, 'orders', 'orders');
  billing.reads(orders, { group: 'billing', groupPrefix: 'billing-' });
  billing.writes(orders, { transactionalId: 'billing' });
  // What Terraform alone knows it checks itself.
  const text = (id: string): string => new TerraformVariable(stack, id, { type: 'string' }).stringValue;
  const quota = { consumerByteRate: Size.bytes(1) };
  const authentication = UserAuthentication.mutualTls();
  new KafkaUser(stack, 'shop', { cluster, userName: text('user_name'), authentication, quota });
  new Acl(stack, 'nobody', {
    cluster,
    principal: text('principal'),
    principalType: text('principal_type'),
    resourceType: 'Group',
    name: text('name'),
    operation: 'Delete',
    permission: 'Deny',
    host: text('host'),
  });
  app.synth();

  await validated(app, 'users');
});

test('the real providers take a program whose services are users of its brokers', async () => {
  const app = Testing.app();
  const cluster = ownBrokers(new TerraformStack(app, 'kafka'));
  const services = new TerraformStack(app, 'services');
  const registry = new SchemaRegistry(services, 'registry', { cluster });
  new KafkaConnect(services, 'connect', { cluster, exactlyOnceSource: true }).uses(registry);
  new KafkaUi(services, 'ui', { clusters: [{ name: 'own', cluster }] });
  // It learns of its brokers once it is made.
  const late = new ContainerApp(services, 'late', {
    platform: cluster.platform,
    image: ContainerImage.of('example/late:1', { user: '1234' }),
    healthCheck: HealthCheck.http(80, '/'),
    memory: Size.mebibytes(64),
  });
  late.reads(cluster.addTopic('orders'));
  app.synth();
  for (const stack of ['kafka', 'users', 'services']) await validated(app, stack);
});

async function validated({ outdir }: App, stack: string): Promise<void> {
  const directory = join(outdir, 'stacks', stack);
  await terraform(directory, 'init', '-backend=false', '-input=false');
  const { stdout } = await terraform(directory, 'validate', '-json');
  expect(JSON.parse(stdout)).toMatchObject({ valid: true, diagnostics: [] });
}
