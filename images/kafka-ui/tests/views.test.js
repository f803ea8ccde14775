import assert from 'node:assert/strict';
import { test } from 'node:test';
import { masked } from '../src/connect.js';
import { bytes, duration, retention } from '../src/format.js';
import { chart, scale } from '../src/html/chart.js';
import { table } from '../src/html/parts.js';
import { assignment, lagOf } from '../src/kafka/groups.js';
import { readQuery } from '../src/pages/topics.js';
import { difference } from '../src/pages/subjects.js';
import { reason } from '../src/part.js';
import { windowsOf } from '../src/windows.js';

/** @type {[Record<string, string>, string][]} */
const RETENTIONS = [
  [{ ms: '604800000', bytes: '-1' }, '7 days'],
  [{ ms: '3600000', bytes: '1073741824' }, '1 hour, 1 GiB a partition'],
  [{ ms: '-1', bytes: '-1' }, 'for ever'],
  [{ ms: '1500', bytes: '-1' }, '1,500 milliseconds'],
];
for (const [settings, text] of RETENTIONS)
  test(`writes retention as ${text}`, () => {
    assert.equal(retention({ ms: settings.ms, bytes: settings.bytes }), text);
  });

test('writes sizes and times in the unit that people would take', () => {
  assert.deepEqual([0, 1023, 1024, 1536, 5 * 1024 ** 4].map(bytes), [
    '0 bytes',
    '1,023 bytes',
    '1 KiB',
    '1.5 KiB',
    '5 TiB',
  ]);
  assert.deepEqual([0, 1000, 90_000, 86_400_000].map(duration), [
    '0 milliseconds',
    '1 second',
    '90 seconds',
    '1 day',
  ]);
});

test('masks what Connect says of passwords, also within addresses', () => {
  assert.deepEqual(
    masked({
      'connection.password': 'a',
      'connection.url': 'jdbc:postgresql://user:b@db/x?password=c&ssl=on',
      'sasl.jaas.config': 'd',
      'value.converter.basic.auth.user.info': 'e:f',
      topics: 'events',
      'key.converter': 'org.example.Converter',
    }),
    {
      'connection.password': '••••••',
      'connection.url': 'jdbc:postgresql://user:••••••@db/x?password=••••••&ssl=on',
      'key.converter': 'org.example.Converter',
      'sasl.jaas.config': '••••••',
      topics: 'events',
      'value.converter.basic.auth.user.info': '••••••',
    },
  );
});

test('counts lag as Kafka does', () => {
  assert.equal(lagOf(3n, 10n), 7n);
  assert.equal(lagOf(10n, 3n), 0n);
  assert.equal(lagOf(undefined, 10n), undefined);
  assert.equal(lagOf(3n, undefined), undefined);
});

test('reads the assignment of a member', () => {
  const bytes = Buffer.from('0003000000010001740000000200000000000000050000', 'hex');
  assert.deepEqual(assignment(bytes), [
    { topic: 't', partition: 0 },
    { topic: 't', partition: 5 },
  ]);
  assert.deepEqual(assignment(Buffer.alloc(0)), []);
});

test('says the innermost reasons, each once', () => {
  const refused = new Error('connect ECONNREFUSED');
  const wrapped = new Error('outer', {
    cause: new AggregateError([refused, new Error('x', { cause: refused })]),
  });
  assert.equal(reason(wrapped), 'connect ECONNREFUSED');
});

/**
 * @param {number} partition
 * @param {bigint} offset
 * @param {string} value
 */
const record = (partition, offset, value) => ({
  partition,
  offset,
  time: new Date(Number(offset)),
  key: undefined,
  value: { head: Buffer.from(value), length: value.length },
  headers: [],
});
/**
 * @param {number} minute
 * @param {number} average
 */
const window = (minute, average) =>
  JSON.stringify({
    window: { start: `2024-05-01T10:0${minute}:00.000Z`, end: `2024-05-01T10:0${minute + 1}:00.000Z` },
    average_age: average,
  });

test('takes the last record of each window, and leaves out what is none', () => {
  const windows = windowsOf([
    record(0, 4n, window(1, 31)),
    record(1, 9n, window(0, 20)),
    record(0, 3n, window(1, 30)),
    record(0, 5n, 'nonsense'),
    record(0, 6n, '{"window":{"start":"x","end":"y"},"average_age":1}'),
    record(0, 7n, 'null'),
    record(0, 8n, '{"average_age":1}'),
  ]);
  assert.deepEqual(
    windows.map(({ start, value }) => [start.getUTCMinutes(), value]),
    [
      [0, 20],
      [1, 31],
    ],
  );
});

for (const values of [[35, 36], [0], [5, 5, 5], [-3, 8], [1e9, 2e9], [0.001, 0.002]])
  test(`a scale for ${values.join(' and ')} goes around them in a few round steps`, () => {
    const ticks = scale(values);
    assert.ok(ticks.length >= 3 && ticks.length <= 7, ticks.join(', '));
    assert.ok(
      Math.min(...ticks) <= Math.min(...values) && Math.max(...ticks) >= Math.max(...values),
      ticks.join(', '),
    );
  });

test('a chart of one window is a point, and says in words what it shows', async () => {
  const [only] = windowsOf([record(0, 1n, window(1, 31.5))]);
  assert.ok(only);
  const svg = String(await chart([only]));
  assert.equal(svg.match(/<circle/g)?.length, 1);
  assert.match(svg, /aria-label="average_age in 1 windows from 2024-05-01 10:01:00 .* last 31.5"/);
  assert.doesNotMatch(svg, /NaN|Infinity/);
});

test('a table has a caption, heads and labels, and escapes its cells', async () => {
  const text = String(
    await table({
      caption: 'Things',
      empty: 'none',
      rows: ['<b>'],
      columns: [
        { head: 'Name', cell: (row) => row },
        { head: 'A & B', cell: () => 1, isNumber: true },
      ],
    }),
  );
  assert.match(text, /<caption[^>]*>\s*Things/);
  assert.match(text, /<th role="rowheader" scope="row" data-label="Name">&lt;b&gt;/);
  assert.match(text, /data-label="A &amp; B"/);
});

test('a difference has the lines that came and went', async () => {
  const text = String(await difference('{\n  "a": 1\n}', '{\n  "a": 1,\n  "b": "<i>"\n}'));
  assert.match(text, /\n<del>- {3}&quot;a&quot;: 1<\/del>\n/);
  assert.match(text, /<ins>\+ {3}&quot;b&quot;: &quot;&lt;i&gt;&quot;<\/ins>\n {2}}\n/);
  assert.match(String(await difference('a', 'a')), /There is none/);
});

test('a wrong query is the usual one', () => {
  const parameters = new Map([
    ['sort', 'nonsense'],
    ['page', '-1'],
  ]);
  assert.deepEqual(
    readQuery((name) => parameters.get(name)),
    { search: '', internal: false, sort: 'name', page: 1 },
  );
});
