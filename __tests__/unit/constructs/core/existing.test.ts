import { App, TerraformStack, TerraformVariable, Testing } from 'cdktf';
import { Acl, Connector, importExisting, KafkaCluster, KafkaConnect } from '../../../../constructs';
import { synth } from '../../../support/synth';

function program(): { app: App; topics: TerraformStack; connectors: TerraformStack } {
  const app = Testing.app();
  const [topics, connectors] = [new TerraformStack(app, 'topics'), new TerraformStack(app, 'connectors')];
  const clusterIn = (stack: TerraformStack) =>
    KafkaCluster.fromBootstrapServers(stack, 'kafka', { bootstrapServers: ['broker:9092'] });
  const cluster = clusterIn(topics);
  cluster.addTopic('orders');
  new Acl(topics, 'acl', {
    cluster,
    principal: 'User:billing',
    resourceType: 'TransactionalId',
    name: '${x}-',
    patternType: 'Prefixed',
    operation: 'Write',
  });
  const connect = KafkaConnect.fromUrl(connectors, 'connect', {
    url: 'http://localhost:8083',
    cluster: clusterIn(connectors),
  });
  new Connector(connectors, 'open', { connect, connectorClass: 'any' });
  const password = new TerraformVariable(connectors, 'password', { type: 'string', sensitive: true });
  new Connector(connectors, 'secret', { connect, connectorClass: 'any', secrets: { password } });
  return { app, topics, connectors };
}

const matching = (pattern: RegExp): string => expect.stringMatching(pattern) as string;

test('what exists is taken over by the ids that its providers know, stack by stack', () => {
  const { app, topics, connectors } = program();
  importExisting(app);
  expect(synth(topics).import).toEqual([
    { to: matching(/^kafka_topic\.kafka_orders_/), id: 'orders' },
    {
      to: matching(/^kafka_acl\.acl_/),
      id: 'User:billing|*|Write|Allow|TransactionalID|$${x}-|Prefixed',
    },
  ]);
  // Of one with secrets the provider would show these as settings.
  expect(synth(connectors).import).toEqual([{ to: matching(/^kafka-connect_connector\.open_/), id: 'open' }]);
});

test('nothing is imported where nobody asks, nor beside the stack that was asked for', () => {
  const { topics, connectors } = program();
  importExisting(topics);
  expect(synth(topics).import).toHaveLength(2);
  expect(synth(connectors).import).toBeUndefined();
});
