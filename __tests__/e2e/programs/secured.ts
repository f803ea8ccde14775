/** The secured platform of main.ts, and on it what its users add: lines of a file become records, and lines again. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'cdktf';
import { Converter, KafkaTopic } from '../../../constructs';
import { addStacks } from '../../../stacks';
import { foldersOf, readSettings } from '../../../stacks/settings';

// The family of images that the set-up chose.
if (existsSync('.env')) process.loadEnvFile('.env');

const app = new App({ stackTraces: false });
const settings = readSettings(process.env, app.node, foldersOf(join(__dirname, '..', '..', '..')));
const { kafka, topics, services } = addStacks(app, settings);

const people = new KafkaTopic(topics, 'people', { cluster: kafka.cluster, partitions: 1 });
const asText = { keyConverter: Converter.string(), valueConverter: Converter.string() };
services.connect.addConnector('people-file', {
  connectorClass: 'org.apache.kafka.connect.file.FileStreamSourceConnector',
  writes: [people],
  ...asText,
  config: { file: '/var/lib/kafka/data/people.txt' },
});
services.connect.addConnector('people-copy', {
  connectorClass: 'org.apache.kafka.connect.file.FileStreamSinkConnector',
  reads: [people],
  ...asText,
  config: { file: '/var/lib/kafka/data/people-copy.txt' },
});

app.synth();
