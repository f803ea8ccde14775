/**
 * Connectors and subjects as code: a file's lines go into a topic, and out of it into another file; a schema is kept in
 * the registry.
 *
 *   npx cdktf deploy '*' --app 'node --import tsx examples/connectors-and-subjects.ts' --output cdktf.connectors.out
 */
import { App, TerraformStack } from 'cdktf';
import {
  Compatibility,
  Converter,
  DockerPlatform,
  KafkaCluster,
  KafkaConnect,
  Schema,
  SchemaRegistry,
} from '../constructs';

const app = new App();

const brokers = new TerraformStack(app, 'brokers');
const platform = new DockerPlatform(brokers, 'platform', {
  platformName: 'connectors',
  portOffset: 20_000,
});
const cluster = new KafkaCluster(brokers, 'brokers', { platform, brokers: 1 });
const people = cluster.addTopic('people');

const services = new TerraformStack(app, 'services');
const connect = new KafkaConnect(services, 'connect', { cluster, valueConverter: Converter.string() });
const registry = new SchemaRegistry(services, 'registry', { cluster });

// #region connectors
// In a stack `connectors`, which is deployed after the workers by itself.
connect.addConnector('people-file', {
  connectorClass: 'org.apache.kafka.connect.file.FileStreamSourceConnector',
  writes: [people],
  config: { file: '/tmp/people.txt' },
});
connect.addConnector('people-copy', {
  connectorClass: 'org.apache.kafka.connect.file.FileStreamSinkConnector',
  reads: [people],
  config: { file: '/tmp/copy.txt' },
});

// In a stack `subjects`. A field without a default would be refused by the registry once the first version is there.
registry.addSubject('people-value', {
  schema: Schema.avro({
    type: 'record',
    name: 'Person',
    namespace: 'com.example',
    fields: [
      { name: 'name', type: 'string' },
      { name: 'age', type: ['null', 'int'], default: null },
    ],
  }),
  compatibility: Compatibility.BACKWARD,
});
// #endregion

app.synth();
