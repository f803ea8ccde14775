import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TerraformStack, TerraformVariable, Testing } from 'cdktf';
import {
  ClusterSecurity,
  Connector,
  KafkaCluster,
  KafkaConnect,
  Schema,
  SchemaRegistry,
  SecretFile,
  Subject,
} from '../../constructs';
import { terraform } from '../support/terraform';

test('Terraform takes every form of a secured cluster, and logins of registries and workers', async () => {
  const app = Testing.app();
  const stack = new TerraformStack(app, 'mine');
  // What the deploy reads itself is looked at by a validation, too.
  const folder = mkdtempSync(join(tmpdir(), 'secured-clusters-'));
  writeFileSync(join(folder, 'login.properties'), 'password=a\nclientSecret=b\n');
  const file = (name: string): SecretFile => SecretFile.fromHost(join(folder, name));
  const login = { username: 'me', password: file('login.properties') };
  const secret = new TerraformVariable(stack, 'secret', { type: 'string', sensitive: true });
  const tokenEndpoint = 'https://id.example.com/token';
  const forms = [
    ClusterSecurity.tls({ caCertificate: file('ca.crt') }),
    ClusterSecurity.mutualTls({ keyStore: file('client.pem') }),
    ClusterSecurity.saslPlain(login),
    ClusterSecurity.saslScramSha256({ ...login, password: secret }),
    ClusterSecurity.saslScramSha512({ ...login, caCertificate: file('ca.crt') }),
    ClusterSecurity.saslOAuthBearer({
      tokenEndpoint,
      clientId: 'me',
      clientSecret: file('login.properties'),
      scopes: ['kafka'],
    }),
    ClusterSecurity.awsIam({ region: 'eu-central-1', profile: 'me' }),
  ];
  const clusters = forms.map((security, index) =>
    KafkaCluster.fromBootstrapServers(stack, `kafka-${index}`, {
      bootstrapServers: [`broker-${index}.example.com:9093`],
      security,
    }),
  );
  for (const cluster of clusters) cluster.addTopic('orders');
  const basic = { login: { username: 'me', password: secret } };
  const url = 'https://example.com';
  new Subject(stack, 'people', {
    registry: SchemaRegistry.fromUrl(stack, 'registry', { url, ...basic }),
    schema: Schema.avro({ type: 'string' }),
  });
  new Connector(stack, 'copy', {
    connect: KafkaConnect.fromUrl(stack, 'connect', { url, ...basic, cluster: clusters[0]! }),
    connectorClass: 'com.example.Copy',
  });
  app.synth();

  const directory = join(app.outdir, 'stacks', 'mine');
  await terraform(directory, 'init', '-backend=false', '-input=false');
  const { stdout } = await terraform(directory, 'validate', '-json');
  expect(JSON.parse(stdout)).toMatchObject({ valid: true, diagnostics: [] });
});
