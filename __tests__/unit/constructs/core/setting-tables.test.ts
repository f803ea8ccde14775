import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Images } from '../../../../constructs/core/image-catalogue';
import {
  settingNames,
  settingOf,
  TABLE_VERSIONS,
  type SettingTable,
} from '../../../../constructs/core/setting-tables';

const ROOT = join(__dirname, '..', '..', '..', '..');
const FOLDER = join(ROOT, 'constructs', 'core', 'settings');

// The generator is an ES module.
const inputs = JSON.parse(
  execFileSync(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `import { inputs, products } from './tools/setting-tables.mjs';
       console.log(JSON.stringify(products().map(inputs)));`,
    ],
    { cwd: ROOT, encoding: 'utf8' },
  ),
) as readonly { readonly product: 'kafka' | 'spark'; readonly version: string }[];

test.each(inputs)(
  'the table of $product is of the version in the images, by the generator as it is',
  (made) => {
    const file = `${made.product}-${made.version}.json`;
    expect(readdirSync(FOLDER).filter((name) => name.startsWith(made.product))).toEqual([file]);
    expect(TABLE_VERSIONS[made.product]).toBe(made.version);
    expect(JSON.parse(readFileSync(join(FOLDER, file), 'utf8'))).toMatchObject(made);
  },
);

test('the public images have these versions', () => {
  // Confluent Platform 7.9 is Kafka 3.9.
  expect(Images.public().kafka.reference).toMatch(/:7\.9\.\d+$/);
  expect(TABLE_VERSIONS.kafka).toMatch(/^3\.9\./);
  expect(Images.public().spark.reference).toContain(`:${TABLE_VERSIONS.spark}-`);
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
