/**
 * Brokers that let in who shows a certificate or a password, and nobody else.
 *
 *   npx tsx cli/bin.ts up --setup, in a project whose cdktf.json has { "app": "node --import tsx examples/secured.ts" }
 */
import { resolve } from 'node:path';
import { App, TerraformStack } from 'cdktf';
import {
  Authorization,
  Certificates,
  DockerPlatform,
  KafkaCluster,
  ListenerAuthentication,
  ListenerReach,
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
kafka.addTopic('orders');

app.synth();
