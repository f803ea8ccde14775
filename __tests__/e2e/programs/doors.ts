/** A broker with a door for each way to show who one is, and a user at each, who may write `orders` and read it. */
import { App, TerraformStack, TerraformVariable } from 'cdktf';
import {
  Authorization,
  Certificates,
  KafkaCluster,
  KafkaTopic,
  KafkaUser,
  ListenerAuthentication,
  ListenerReach,
  SecretFile,
  Size,
  UserAuthentication,
} from '../../../constructs';
import { keepStateLocally } from '../../../stacks/local-state';
import { threeStacks } from '../../support/three-stacks';

const { FOLDER = '', ISSUER = '' } = process.env;
const [passwords, caCertificate] = ['/run/secrets/users.properties', '/run/secrets/issuer.crt'];

const app = new App();
const { platform, kafkaStack, topicsStack } = threeStacks(app, 'e2e-doors', 28_000);
const users = new TerraformStack(app, 'users');
keepStateLocally(users, platform);

const authentication = ListenerAuthentication.mutualTls();
const reach = ListenerReach.host();
const cluster = new KafkaCluster(kafkaStack, 'brokers', {
  platform,
  brokers: 1,
  heap: Size.mebibytes(256),
  memory: Size.mebibytes(640),
  settings: { 'offsets.topic.num.partitions': 6 },
  certificates: Certificates.folder(FOLDER),
  secretFiles: {
    [passwords]: SecretFile.fromHost(`${FOLDER}/users.properties`),
    [caCertificate]: SecretFile.fromHost(`${FOLDER}/ca.crt`),
  },
  authorization: Authorization.acls(),
  listeners: [
    { name: 'INTERNAL', reach: ListenerReach.inside(), authentication },
    { name: 'EXTERNAL', reach, authentication },
    { name: 'USERS', reach, port: 9192, authentication: ListenerAuthentication.scramSha512() },
    {
      name: 'PARTNERS',
      reach,
      port: 9292,
      authentication: ListenerAuthentication.plain({ users: ['bob', 'eve'], passwords }),
    },
    {
      name: 'TOKENS',
      reach,
      port: 9392,
      authentication: ListenerAuthentication.oauthBearer({
        jwksEndpoint: `${ISSUER}/jwks`,
        issuer: ISSUER,
        audience: 'kafka',
        caCertificate,
      }),
    },
  ],
});
const orders = new KafkaTopic(topicsStack, 'orders', { cluster, partitions: 1 });
new KafkaTopic(topicsStack, 'secrets', { cluster, partitions: 1 });

const password = new TerraformVariable(users, 'carol_password', { type: 'string', sensitive: true });
for (const [name, how] of Object.entries({
  alice: UserAuthentication.mutualTls(),
  carol: UserAuthentication.scramSha512({ password }),
  bob: UserAuthentication.external(),
  dora: UserAuthentication.oauthBearer(),
})) {
  const user = new KafkaUser(users, name, { cluster, authentication: how });
  user.writes(orders);
  user.reads(orders, { group: name });
}
app.synth();
