/**
 * Brokers that let in who shows a certificate or a password, and services and an application that show theirs.
 *
 *   npx tsx cli/bin.ts up --setup, in a project whose cdktf.json has { "app": "node --import tsx examples/secured.ts" }
 */
import { resolve } from 'node:path';
import { App, TerraformStack } from 'cdktf';
import {
  Authorization,
  Certificates,
  ContainerApp,
  ContainerImage,
  DockerPlatform,
  HealthCheck,
  KafkaCluster,
  KafkaConnect,
  ListenerAuthentication,
  ListenerReach,
  SchemaRegistry,
  Size,
} from '../constructs';

const app = new App();
const stack = new TerraformStack(app, 'secured');
const platform = new DockerPlatform(stack, 'platform', { platformName: 'secured', portOffset: 40_000 });

// #region cluster
const kafka = new KafkaCluster(stack, 'brokers', {
  platform,
  // Keys and certificates, made by the set-up, or brought. With them every listener has TLS.
  certificates: Certificates.folder(resolve('.secrets')),
  listeners: [
    // Brokers reach each other here.
    { name: 'INTERNAL', reach: ListenerReach.inside(), authentication: ListenerAuthentication.mutualTls() },
    // Terraform makes topics here, as the user admin.
    { name: 'EXTERNAL', reach: ListenerReach.host(), authentication: ListenerAuthentication.mutualTls() },
    // People log in here, from elsewhere in the LAN.
    {
      name: 'USERS',
      reach: ListenerReach.at('192.168.1.10'),
      port: 9192,
      authentication: ListenerAuthentication.scramSha512(),
    },
  ],
  // Nobody may do what no access control list allows, but for brokers and admin.
  authorization: Authorization.acls(),
});
// #endregion
const orders = kafka.addTopic('orders');

// #region services
// Each is a user by the name of its service, with a certificate of its own, and may do what it says here.
const services = new TerraformStack(app, 'secured-services');
const registry = new SchemaRegistry(services, 'registry', { cluster: kafka });

const connect = new KafkaConnect(services, 'connect', { cluster: kafka });
connect.uses(registry);
connect.addConnector('orders-file', {
  connectorClass: 'org.apache.kafka.connect.file.FileStreamSinkConnector',
  reads: [orders],
  config: { file: '/tmp/orders' },
});

const billing = new ContainerApp(services, 'billing', {
  image: ContainerImage.of('example/billing:1', { user: 'billing', uid: 1234 }),
  kafka,
  consumerGroup: 'billing',
  healthCheck: HealthCheck.http(8080, '/health'),
  memory: Size.mebibytes(256),
});
billing.reads(orders);
// #endregion

app.synth();
