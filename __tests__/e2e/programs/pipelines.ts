/**
 * The platform of main.ts, and on it what its users add: a file that becomes a topic, a topic that becomes a file, the
 * averages in a database, and a subject of the registry. What differs from deploy to deploy is in the environment.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { App, TerraformStack, TerraformVariable } from 'cdktf';
import {
  Compatibility,
  ConnectPlugin,
  ContainerApp,
  ContainerImage,
  Converter,
  Duration,
  HealthCheck,
  KafkaTopic,
  Schema,
  Size,
} from '../../../constructs';
import { addStacks } from '../../../stacks';
import { foldersOf, readSettings } from '../../../stacks/settings';

const environment = (name: string, otherwise: string): string => process.env[name] ?? otherwise;

// The family of images that the set-up chose.
if (existsSync('.env')) process.loadEnvFile('.env');

const app = new App({ stackTraces: false });
const settings = readSettings(process.env, app.node, foldersOf(join(__dirname, '..', '..', '..')));
const { platform, kafka, topics, services } = addStacks(app, settings);
const { connect, registry } = services;

const people = new KafkaTopic(topics, 'people', { cluster: kafka.cluster, partitions: 1 });
const peopleInAvro = new KafkaTopic(topics, 'people_avro', { cluster: kafka.cluster, partitions: 1 });

const database = new ContainerApp(services, 'database', {
  platform: platform.platform,
  serviceName: 'database',
  image: ContainerImage.of(environment('DATABASE_IMAGE', 'postgres:17.9')),
  user: 'postgres',
  ports: [{ name: 'PostgreSQL', port: 5432, hostPort: 5432 }],
  volumes: [{ volume: platform.platform.volume('database-data'), path: '/var/lib/postgresql/data' }],
  writablePaths: ['/var/run/postgresql'],
  healthCheck: HealthCheck.bash('pg_isready --host 127.0.0.1 --quiet'),
  memory: Size.mebibytes(256),
  stopGracePeriod: Duration.seconds(30),
});

// #region plugin
connect.addPlugin(
  ConnectPlugin.maven('io.debezium:debezium-connector-jdbc:3.2.0.Final', {
    classifier: 'plugin',
    extension: 'tar.gz',
    sha256: '79a2f5a02cd18d3c1a19f48b26e2e1170190676a1af26670238970d1ae136d05',
    connectorClasses: ['io.debezium.connector.jdbc.JdbcSinkConnector'],
  }),
);
// #endregion

// On a volume, because `/tmp` is in memory and a restart empties it.
const FOLDER = '/var/lib/kafka/data';
const asText = { keyConverter: Converter.string(), valueConverter: Converter.string() };
const file = connect.addConnector('people-file', {
  connectorClass: 'org.apache.kafka.connect.file.FileStreamSourceConnector',
  writes: [people],
  ...asText,
  config: { file: `${FOLDER}/people.txt`, 'batch.size': environment('BATCH_SIZE', '2000') },
});
connect.addConnector('people-copy', {
  connectorClass: 'org.apache.kafka.connect.file.FileStreamSinkConnector',
  reads: [people],
  ...asText,
  config: { file: `${FOLDER}/people-copy.txt` },
});

connect.addConnector('people-avro', {
  connectorClass: 'org.apache.kafka.connect.file.FileStreamSourceConnector',
  writes: [peopleInAvro],
  keyConverter: Converter.string(),
  valueConverter: Converter.avro(registry),
  config: { file: `${FOLDER}/people.txt` },
});

// #region secret
const password = new TerraformVariable(TerraformStack.of(file), 'database_password', {
  type: 'string',
  sensitive: true,
});
connect.addConnector('averages-database', {
  connectorClass: 'io.debezium.connector.jdbc.JdbcSinkConnector',
  reads: [topics.aggregatedData],
  ...asText,
  config: {
    // The sink wants fields: the key is one, and the JSON, which the database itself can read, another.
    transforms: 'key,value',
    'transforms.key.type': 'org.apache.kafka.connect.transforms.HoistField$Key',
    'transforms.key.field': 'window_start',
    'transforms.value.type': 'org.apache.kafka.connect.transforms.HoistField$Value',
    'transforms.value.field': 'average',
    'connection.url': `jdbc:postgresql://${database.internalAddress('PostgreSQL').toString()}/postgres`,
    'connection.username': 'averages',
    'collection.name.format': 'averages',
    'insert.mode': 'upsert',
    'primary.key.mode': 'record_key',
    'primary.key.fields': 'window_start',
    'schema.evolution': 'none',
  },
  secrets: { 'connection.password': password },
});
// #endregion

registry.addSubject('people-value', {
  schema: Schema.avro(JSON.parse(environment('PEOPLE_SCHEMA', '{"type":"string"}')) as object),
  compatibility: Compatibility.BACKWARD,
});

app.synth();
