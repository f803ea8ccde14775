/** All that main.ts has but brokers, beside one that somebody else runs; and lines of a file as records, and lines again. */
import { join } from 'node:path';
import { App, TerraformStack } from 'cdktf';
import {
  ClusterSecurity,
  Converter,
  DockerPlatform,
  KafkaCluster,
  KafkaTopic,
  SecretFile,
} from '../../../constructs';
import { applicationImage, localFamily } from '../../../constructs/local-images';
import { ApplicationsStack } from '../../../stacks/applications-stack';
import { keepStateLocally } from '../../../stacks/local-state';
import { PROFILES } from '../../../stacks/profile';
import { ServicesStack } from '../../../stacks/services-stack';
import { StreamingStack } from '../../../stacks/streaming-stack';
import { TopicsStack } from '../../../stacks/topics-stack';

const { FOLDER = '', NETWORK = '', INSIDE = '', OUTSIDE = '' } = process.env;
const IMAGES = join(__dirname, '..', '..', '..', 'images');
const platformName = 'e2e-managed';
const profile = PROFILES.small;

const app = new App();
const platformStack = new TerraformStack(app, 'platform');
keepStateLocally(platformStack, { platformName });
const platform = new DockerPlatform(platformStack, 'platform', {
  platformName,
  containerPrefix: `${platformName}-`,
  portOffset: 29_000,
  existingNetwork: NETWORK,
  images: localFamily(IMAGES),
});
const cluster = KafkaCluster.fromBootstrapServers(platformStack, 'theirs', {
  bootstrapServers: [OUTSIDE],
  internalBootstrapServers: [INSIDE],
  brokers: 1,
  security: ClusterSecurity.saslPlain({
    username: 'shop',
    password: SecretFile.fromHost(`${FOLDER}/login.properties`),
    caCertificate: SecretFile.fromHost(`${FOLDER}/ca.crt`),
  }),
});

const topics = new TopicsStack(app, 'topics', { platform, cluster });
const people = new KafkaTopic(topics, 'people', { cluster, partitions: 1 });
const { connect } = new ServicesStack(app, 'services', {
  platform,
  profile,
  cluster,
  connectTopics: topics.connect,
  schemas: topics.schemas,
});
const streaming = new StreamingStack(app, 'streaming', { platform, profile });
new ApplicationsStack(app, 'applications', {
  spark: streaming.spark,
  profile,
  kafka: cluster,
  source: topics.userEvents,
  sink: topics.aggregatedData,
  deadLetters: topics.deadLetters,
  listenerImage: applicationImage(IMAGES, 'listener', { user: 'appuser', uid: 1000 }),
  listenerDeadLetters: topics.listenerDeadLetters,
});

const asText = { keyConverter: Converter.string(), valueConverter: Converter.string() };
connect.addConnector('people-file', {
  connectorClass: 'org.apache.kafka.connect.file.FileStreamSourceConnector',
  writes: [people],
  ...asText,
  config: { file: '/var/lib/kafka/data/people.txt' },
});
connect.addConnector('people-copy', {
  connectorClass: 'org.apache.kafka.connect.file.FileStreamSinkConnector',
  reads: [people],
  ...asText,
  config: { file: '/var/lib/kafka/data/people-copy.txt' },
});

app.synth();
