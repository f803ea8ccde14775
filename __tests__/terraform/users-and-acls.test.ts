import { join } from 'node:path';
import { TerraformStack, TerraformVariable, Testing } from 'cdktf';
import { Acl, KafkaCluster, KafkaTopic, KafkaUser, Size, UserAuthentication } from '../../constructs';
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

  const directory = join(app.outdir, 'stacks', 'users');
  await terraform(directory, 'init', '-backend=false', '-input=false');
  const { stdout } = await terraform(directory, 'validate', '-json');
  expect(JSON.parse(stdout)).toMatchObject({ valid: true, diagnostics: [] });
});
