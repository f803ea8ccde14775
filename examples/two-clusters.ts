/**
 * Two clusters on one platform, and MirrorMaker, which copies the topics of one into the other.
 *
 *   npx cdktf deploy '*' --app 'node --import tsx examples/two-clusters.ts' --output cdktf.two-clusters.out
 */
import { App, TerraformStack } from 'cdktf';
import { DockerPlatform, KafkaCluster, KafkaConnect } from '../constructs';

// #region program
const app = new App();
const stack = new TerraformStack(app, 'two-clusters');
const platform = new DockerPlatform(stack, 'platform', { platformName: 'two-clusters', portOffset: 40_000 });
const shop = new KafkaCluster(stack, 'shop', { platform, brokers: 1 });

// A stack of its own, so that the brokers of one cluster are replaced without those of the other.
const archiveStack = new TerraformStack(app, 'archive');
// `archive-kafka1`, on the host at 9192 and the offset.
const archive = new KafkaCluster(archiveStack, 'archive', {
  platform,
  brokers: 1,
  namePrefix: 'archive-',
  hostPort: 9192,
});
shop.addTopic('orders', { partitions: 3 });

const services = new TerraformStack(app, 'services');
const connect = new KafkaConnect(services, 'connect', { cluster: archive });
connect.addConnector('mirror', {
  connectorClass: 'org.apache.kafka.connect.mirror.MirrorSourceConnector',
  config: {
    'source.cluster.alias': 'shop',
    'target.cluster.alias': 'archive',
    'source.cluster.bootstrap.servers': shop.bootstrapServers.join(','),
    'target.cluster.bootstrap.servers': archive.bootstrapServers.join(','),
    topics: 'orders',
    'replication.factor': 1,
    'offset-syncs.topic.replication.factor': 1,
  },
});

app.synth();
// #endregion
