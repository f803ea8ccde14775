import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { avroType } from '../../../../cli/records/avro';
import { asAvro, asJson } from '../../../../cli/records/encode';
import { anyOf, samples, schemaIn } from '../../../../cli/records/values';

const folder = mkdtempSync(join(tmpdir(), 'values-'));
function file(text: string): string {
  const path = join(folder, 'sample');
  writeFileSync(path, text);
  return path;
}

test.each<[string, string, unknown[]]>([
  ['one in the command', '{"id": 1}', [{ id: 1 }, { id: 1 }]],
  ['a file of a list', file('[1, 2]'), [1, 2, 1]],
])('samples are sent over and over: %s', (_, given, values) => {
  const make = samples(given);
  expect(values.map((__, index) => make(index + 1))).toEqual(values);
});

test('a file may have a sample in each line', () => {
  const make = samples(file('{"id": 1}\n\n{"id": 2}\n'));
  expect([1, 2, 3].map(make)).toEqual([{ id: 1 }, { id: 2 }, { id: 1 }]);
});

test('words are filled in: a count as a number, or in a text', () => {
  const make = samples(
    '{"n": "{count}", "in": ["order-{count}"], "at": "{now}", "ms": "{millis}", "x": "{y}"}',
  );
  const value = make(7) as Record<string, unknown>;
  expect(value).toMatchObject({ n: 7, in: ['order-7'], ms: expect.any(Number) as number, x: '{y}' });
  expect(Math.abs(Date.parse(String(value.at)) - Date.now())).toBeLessThan(60_000);
});

test.each([
  ['{"id": ', /^'\{"id": ' is neither a file nor JSON, .*\(line 1: /],
  ['\n', /has no sample: it is empty/],
])('%j is no sample', (given, message) => {
  expect(() => samples(given)).toThrow(message);
});

const ORDER = avroType(
  JSON.stringify({
    type: 'record',
    name: 'Order',
    fields: [
      { name: 'id', type: { type: 'string', logicalType: 'uuid' } },
      { name: 'at', type: { type: 'long', logicalType: 'timestamp-millis' } },
      { name: 'size', type: 'int' },
      { name: 'total', type: 'long' },
      { name: 'note', type: ['null', 'string'], default: null },
    ],
  }),
);

test('what a schema allows is made up, with times of now', () => {
  const value = anyOf(ORDER)(1) as { id: string; at: number };
  expect(ORDER.isValid(value)).toBe(true);
  expect(value.id).toMatch(/^[0-9a-f-]{36}$/);
  expect(Math.abs(value.at - Date.now())).toBeLessThan(60_000);
});

test('what is no schema is said with its file', () => {
  expect(() => schemaIn(file('{"type": "recrd"}'))).toThrow(/sample is no Avro schema: /);
});

const schema = { id: 258, language: 'AVRO', avro: ORDER, text: '' };
const RIGHT = { id: 'a', at: 1, size: 2, total: 3, note: null };

test('Avro is written with the number of its schema, and a field as the key', () => {
  const { key, value } = asAvro(schema, 'orders-value', 'size')(RIGHT);
  expect(key).toBe('2');
  const bytes = Buffer.from(value as Buffer);
  expect(bytes.subarray(0, 5)).toEqual(Buffer.from([0, 0, 0, 1, 2]));
  expect(ORDER.fromBuffer(bytes.subarray(5))).toEqual(RIGHT);
});

test('a whole number keeps all its digits', () => {
  const total = 9_223_372_036_854_775_807n;
  expect(ORDER.fromBuffer(ORDER.toBuffer({ ...RIGHT, total }))).toEqual({ ...RIGHT, total });
});

test.each<[string, object, RegExp]>([
  ['another type', { ...RIGHT, size: 'x' }, /schema of orders-value says: size is "x" where .*int/],
  ['a field too many', { ...RIGHT, sise: 1 }, /orders-value says: /],
  ['a field too few', { id: 'a', at: 1, total: 1 }, /size is undefined/],
])('%s is refused before it is sent', (_, value, message) => {
  expect(() => asAvro(schema, 'orders-value')(value)).toThrow(message);
});

test('JSON has no key unless a field is named', () => {
  expect(asJson()({ a: 1 })).toEqual({ key: undefined, value: '{"a":1}' });
  expect(asJson('a')({ a: { b: 1 } }).key).toBe('{"b":1}');
  expect(() => asJson('b')({ a: 1 })).toThrow('A record has no b for its key: it has a. Name another field');
});
