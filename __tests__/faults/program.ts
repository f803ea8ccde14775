/**
 * Brokers whose metadata is kept by three nodes of their own, of the kind that `METADATA` names, and a topic. `STEP` says
 * how far they are from plaintext to TLS.
 */
import { join } from 'node:path';
import { App } from 'cdktf';
import {
  Authorization,
  Certificates,
  ControllerQuorum,
  KafkaCluster,
  KafkaTopic,
  ListenerAuthentication,
  ListenerReach,
  Metadata,
  Plaintext,
  ZooKeeperEnsemble,
  type KafkaClusterProps,
} from '../../constructs';
import { PROFILES } from '../../stacks/profile';
import { ROOT } from '../support/deployed-platform';
import { threeStacks } from '../support/three-stacks';

const { METADATA, PLATFORM_NAME = '', PORT_OFFSET, STEP = '0' } = process.env;
const { zooKeeper, kafka } = PROFILES.small;
const { settings, ...sizes } = kafka;

/** As docs/guide/from-plaintext-to-tls.md has it, step by step. */
function security(): Pick<KafkaClusterProps, 'certificates' | 'listeners' | 'authorization'> {
  if (STEP === '0') return {};
  const authentication = ListenerAuthentication.mutualTls();
  const listeners = [
    { name: 'BROKERS', reach: ListenerReach.inside(), port: 19_192, authentication },
    { name: 'ADMIN', reach: ListenerReach.host(), port: 9_192, authentication },
  ];
  const folder = join(ROOT, '.secrets', PLATFORM_NAME);
  if (STEP === '3')
    return { certificates: Certificates.folder(folder), listeners, authorization: Authorization.acls() };
  const plaintext = STEP === '1' ? Plaintext.USED : Plaintext.ACCEPTED;
  return {
    certificates: Certificates.folder(folder, { plaintext }),
    listeners: [
      { name: 'INTERNAL', reach: ListenerReach.inside(), tls: false },
      { name: 'EXTERNAL', reach: ListenerReach.host(), tls: false },
      ...listeners,
    ],
  };
}

const app = new App();
const { platform, kafkaStack, topicsStack } = threeStacks(app, PLATFORM_NAME, Number(PORT_OFFSET));
const secured = security();
const { certificates } = secured;
const metadata =
  METADATA === 'controllers'
    ? Metadata.kraft(new ControllerQuorum(kafkaStack, 'controllers', { platform, certificates, ...sizes }))
    : Metadata.zooKeeper(
        new ZooKeeperEnsemble(kafkaStack, 'zookeeper', { platform, nodes: 3, ...zooKeeper }),
      );
const cluster = new KafkaCluster(kafkaStack, 'brokers', {
  platform,
  metadata,
  settings,
  ...secured,
  ...sizes,
});
// Who makes topics is who asks brokers of whom only certificates are taken.
new KafkaTopic(topicsStack, 'orders', { cluster, partitions: 3 });
app.synth();
