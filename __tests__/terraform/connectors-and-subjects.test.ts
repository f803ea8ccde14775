import { join } from 'node:path';
import { TerraformStack, TerraformVariable, Testing } from 'cdktf';
import { Construct } from 'constructs';
import { Connector } from '../../constructs/connect/connector';
import type { IKafkaConnect } from '../../constructs/connect/interfaces';
import { KafkaCluster } from '../../constructs/kafka/kafka-cluster';
import { KafkaTopic } from '../../constructs/kafka/kafka-topic';
import { Compatibility } from '../../constructs/schema-registry/compatibility';
import { Schema } from '../../constructs/schema-registry/schema';
import { Subject } from '../../constructs/schema-registry/subject';
import { terraform } from '../support/terraform';

test('the real providers accept connectors and subjects', async () => {
  const app = Testing.app();
  const elsewhere = new TerraformStack(app, 'elsewhere');
  const url = 'http://localhost:1';
  const connect: IKafkaConnect = Object.assign(new Construct(elsewhere, 'connect'), {
    cluster: KafkaCluster.fromBootstrapServers(elsewhere, 'kafka', { bootstrapServers: ['broker:9092'] }),
    groupId: 'g',
    restUrl: url,
    hostRestUrl: url,
  });
  const registry = Object.assign(new Construct(elsewhere, 'registry'), { url, hostUrl: url });

  const stack = new TerraformStack(app, 'mine');
  const password = new TerraformVariable(stack, 'password', { type: 'string', sensitive: true });
  const text = (id: string): string => new TerraformVariable(stack, id, { type: 'string' }).stringValue;
  new Connector(stack, 'known-to-terraform', {
    connect,
    connectorName: text('name'),
    connectorClass: `a"\\${text('class')}`,
  });
  new Connector(stack, 'sink', {
    connect,
    connectorClass: 'any',
    reads: [KafkaTopic.fromTopicName(stack, 'people', 'people')],
    config: { 'collection.name.format': 'kafka_${topic}' },
    secrets: { 'connection.password': password },
  });
  new Subject(stack, 'people-value', {
    registry,
    schema: Schema.avro({ type: 'string', doc: 'in ${currency}' }),
    compatibility: Compatibility.FULL,
  });
  app.synth();

  const directory = join(app.outdir, 'stacks', 'mine');
  await terraform(directory, 'init', '-backend=false', '-input=false');
  const { stdout } = await terraform(directory, 'validate', '-json');
  expect(JSON.parse(stdout)).toMatchObject({ valid: true, diagnostics: [] });
});
