import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Images } from '../../../../constructs/core/image-catalogue';
import { kafkaMajorVersion, lineOf } from '../../../../constructs/core/kafka-version';
import {
  KAFKA_LINES,
  settingNames,
  settingOf,
  SPARK_LINES,
  TABLE_VERSIONS,
  type SettingTable,
} from '../../../../constructs/core/setting-tables';

import { sparkLineBy } from '../../../../constructs/spark/spark-versions';

const ROOT = join(__dirname, '..', '..', '..', '..');
const FOLDER = join(ROOT, 'constructs', 'core', 'settings');

// The generator is an ES module.
const tables = JSON.parse(
  execFileSync(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `import { images, inputs } from './tools/setting-tables.mjs';
       console.log(JSON.stringify(images().map(inputs)));`,
    ],
    { cwd: ROOT, encoding: 'utf8' },
  ),
) as readonly { readonly product: 'kafka' | 'spark'; readonly version: string }[];

const fileOf = (made: (typeof tables)[number]): string => `${made.product}-${made.version}.json`;

test.each(tables)(
  'the table of $product $version is of a version in the images, by the generator as it is',
  (made) => {
    expect(Object.values(TABLE_VERSIONS[made.product])).toContain(made.version);
    expect(JSON.parse(readFileSync(join(FOLDER, fileOf(made)), 'utf8'))).toMatchObject(made);
  },
);

test('there are no other tables', () => {
  expect(readdirSync(FOLDER).sort()).toEqual(tables.map(fileOf).sort());
});

test('the public images have these versions', () => {
  // Confluent Platform is 4 ahead of the Kafka in it.
  for (const line of KAFKA_LINES) {
    const { kafka } = Images.public(undefined, undefined, line);
    const [major, minor] = kafka.version!.split('.').map(Number);
    expect(TABLE_VERSIONS.kafka[line]).toMatch(new RegExp(`^${major! - 4}\\.${minor!}\\.`));
    expect(lineOf(kafkaMajorVersion(kafka))).toBe(line);
  }
  for (const line of SPARK_LINES) {
    const { spark } = Images.public(undefined, undefined, undefined, line);
    expect(spark.version).toBe(TABLE_VERSIONS.spark[line]);
    expect(sparkLineBy(() => spark)).toBe(line);
  }
});

test.each<[SettingTable, number]>([
  ['admin', 74],
  ['broker', 328],
  ['consumer', 98],
  ['producer', 95],
  ['topic', 36],
  ['worker', 114],
  ['application', 975],
])('the table of the %s has at least %p settings', (table, count) => {
  expect(settingNames(table).length).toBeGreaterThanOrEqual(count);
});

test.each<[SettingTable, string, object]>([
  ['broker', 'num.io.threads', { type: 'INT', default: '8', min: 1 }],
  ['topic', 'segment.bytes', { type: 'INT', default: '1073741824', min: 14 }],
  ['producer', 'acks', { type: 'STRING', default: 'all', values: ['all', '-1', '0', '1'] }],
  ['application', 'spark.kryoserializer.buffer.max', { type: 'SIZE', unit: 'm', default: '64m' }],
  ['application', 'spark.task.maxFailures', { type: 'INT', default: '4' }],
])('%s: %s is %o', (table, name, expected) => {
  expect(settingOf(table, name)).toEqual(expected);
});

test.each<[SettingTable, string, object | undefined]>([
  ['broker', 'log.message.format.version', undefined],
  ['broker', 'group.streams.max.size', { type: 'INT', default: '2147483647', min: 1 }],
  ['topic', 'segment.bytes', { type: 'INT', default: '1073741824', min: 1_048_576 }],
  ['producer', 'linger.ms', { type: 'LONG', default: '5', min: 0 }],
  ['worker', 'plugin.path', { type: 'LIST' }],
])('%s of Kafka 4: %s is %o', (table, name, expected) => {
  expect(settingOf(table, name, '4')).toEqual(expected);
});

test.each<[string, object | undefined]>([
  ['spark.blacklist.enabled', undefined],
  ['spark.task.cpus', { type: 'INT', default: '1', min: 1 }],
  ['spark.sql.ansi.enabled', { type: 'BOOLEAN', default: 'true' }],
  [
    'spark.sql.parquet.output.committer.class',
    { type: 'CLASS', default: 'org.apache.parquet.hadoop.ParquetOutputCommitter' },
  ],
  ['spark.worker.idPattern', { type: 'STRING', default: 'worker-%s-%s-%d' }],
  ['spark.sql.defaultPath', { type: 'STRING', default: '' }],
])('application of Spark 4: %s is %o', (name, expected) => {
  expect(settingOf('application', name, '4')).toEqual(expected);
});
