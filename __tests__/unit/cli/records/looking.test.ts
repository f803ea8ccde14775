import { Type } from 'avsc';
import { recordsIn, type IncomingRecord } from '../../../../cli/records/batches';
import { decode } from '../../../../cli/records/decode';
import type { Registry, Schema } from '../../../../cli/records/registry';
import { until, type Enough } from '../../../../cli/records/shown';
import { subjectFor } from '../../../../cli/records/subject';
import { forPeople, forPrograms, shown } from '../../../../cli/records/text';
import { unknownTopic } from '../../../../cli/records/whereabouts';

const place = { topic: 'orders', partition: 1, offset: 11n };
const batch = (firstOffset: bigint, attributes = 0): never =>
  ({
    ...{ firstOffset, attributes, firstTimestamp: 1_000n, maxTimestamp: 5_000n, lastOffsetDelta: 2 },
    records: [0, 2].map((offsetDelta) => ({
      ...{ offsetDelta, timestampDelta: BigInt(offsetDelta), key: null, value: Buffer.from('v') },
    })),
  }) as never;

describe('of batches', () => {
  test('records before the offset that was asked for are left out', () => {
    const { records, next } = recordsIn([batch(10n), batch(13n)], place);
    expect(records.map(({ offset }) => offset)).toEqual([12n, 13n, 15n]);
    expect(next).toBe(16n);
  });

  test('the next is after what has been compacted away, and after a marker of a transaction', () => {
    expect(recordsIn([batch(20n, 0b10_0000)], place)).toEqual({ records: [], next: 23n });
    expect(recordsIn([], place)).toEqual({ records: [], next: 11n });
  });

  test('the time is that of the record, or of the log', () => {
    const times = (attributes: number): number[] =>
      recordsIn([batch(11n, attributes)], place).records.map(({ timestamp }) => timestamp);
    expect([times(0), times(0b1000)]).toEqual([
      [1000, 1002],
      [5000, 5000],
    ]);
  });
});

const at = (offset: bigint, value?: string): IncomingRecord => ({
  ...{ topic: 'orders', partition: 0, offset, timestamp: 0 },
  value: value === undefined ? undefined : Buffer.from(value),
});

async function wanted(rounds: bigint[][], enough: Partial<Enough> & { end?: bigint }): Promise<bigint[]> {
  const places = [{ topic: 'orders', partition: 0, offset: 0n }];
  async function* all(): AsyncGenerator<readonly IncomingRecord[]> {
    for (const offsets of rounds) {
      await Promise.resolve();
      places[0]!.offset = (offsets.at(-1) ?? -1n) + 1n;
      yield offsets.map((offset) => at(offset));
    }
  }
  const { end, ...rest } = enough;
  const ends = end === undefined ? undefined : [{ topic: 'orders', partition: 0, offset: end }];
  const found: bigint[] = [];
  for await (const some of until(all(), { places, ends, signal: new AbortController().signal, ...rest }))
    found.push(...some.map(({ offset }) => offset));
  return found;
}

test.each<[string, Partial<Enough> & { end?: bigint }, bigint[]]>([
  ['all', {}, [0n, 1n, 2n, 3n]],
  ['as many as are asked for', { limit: 3 }, [0n, 1n, 2n]],
  ['what was there at first', { end: 1n }, [0n]],
  ['nothing, where nothing was', { end: 0n }, []],
  ['nothing after an interruption', { signal: AbortSignal.abort() }, []],
])('shows %s', async (_, enough, offsets) => {
  expect(
    await wanted(
      [
        [0n, 1n],
        [2n, 3n],
      ],
      enough,
    ),
  ).toEqual(offsets);
});

const avro = Type.forSchema({ type: 'record', name: 'A', fields: [{ name: 'raw', type: 'bytes' }] } as never);
const schemas: Record<number, Schema> = {
  1: { id: 1, language: 'AVRO', avro, text: '' },
  2: { id: 2, language: 'JSON', text: '' },
  3: { id: 3, language: 'PROTOBUF', text: '' },
};
const registry = {
  url: 'http://registry',
  byId: (id: number) => Promise.resolve(schemas[id]),
  latest: (name: string) => Promise.resolve({ 'orders-value': schemas[1], proto: schemas[3] }[name]),
  subjects: () => Promise.resolve(['orders-value', 'proto']),
} as unknown as Registry;
const framed = (id: number, payload: Buffer | string): Buffer =>
  Buffer.concat([Buffer.from([0, 0, 0, 0, id]), Buffer.from(payload as string)]);

test.each<[string, Buffer | undefined, unknown]>([
  ['JSON', Buffer.from('{"a": [1]}'), { a: [1] }],
  ['text', Buffer.from('ä b'), 'ä b'],
  ['a tombstone', undefined, null],
  ['Avro', framed(1, avro.toBuffer({ raw: Buffer.from([255]) })), { raw: 'ÿ' }],
  ['JSON of the registry', framed(2, '{"b":2}'), { b: 2 }],
])('%s is decoded', async (_, bytes, value) => {
  expect(await decode(bytes, registry)).toEqual({ value });
});

test('a number keeps all its digits', async () => {
  const { value } = await decode(Buffer.from('{"n": 12345678901234567890}'));
  expect(JSON.stringify(value)).toBe('{"n":12345678901234567890}');
});

test.each<[string, Buffer, Registry | undefined, RegExp]>([
  ['bytes', Buffer.from([255, 1]), registry, /neither text nor of a registry/],
  ['Protobuf', framed(3, 'x'), registry, /schema 3 is in PROTOBUF/],
  ['what no registry has', framed(9, 'x'), registry, /registry at http:\/\/registry has no schema 9/],
  ['what is not as it says', framed(1, ''), registry, /not as schema 1 says: /],
  [
    'Avro without a registry',
    framed(1, 'x'),
    undefined,
    /schema 1, and no registry is known: .*--schema-registry/,
  ],
])('%s is in base64, with the reason', async (_, bytes, known, why) => {
  const decoded = await decode(bytes, known);
  expect(decoded).toMatchObject({ value: bytes.toString('base64'), encoding: 'base64' });
  expect(decoded.why).toMatch(why);
});

test('a record is a line, for people and for programs', async () => {
  const one = await shown({ ...at(3n, '{"a":1}'), key: Buffer.from('k'), timestamp: 1_500 });
  expect(forPeople(one)).toBe('0@3  1970-01-01 00:00:01.500  k  {"a":1}');
  expect(JSON.parse(forPrograms(one))).toEqual({
    ...{ topic: 'orders', partition: 0, offset: 3, timestamp: '1970-01-01T00:00:01.500Z' },
    ...{ key: 'k', value: { a: 1 } },
  });
  expect(forPeople(await shown(at(4n)))).toMatch(/ {2}- {2}\(deleted\)$/);
  expect(forPeople(await shown(at(4n, 'a\nb')))).toMatch(/"a\\nb"$/);
});

test("a topic's subject is found by the topic's name", async () => {
  expect(await subjectFor('orders', undefined, registry)).toEqual({
    name: 'orders-value',
    schema: schemas[1],
  });
  expect(await subjectFor('other', undefined, registry)).toBeUndefined();
  expect(await subjectFor('orders', undefined, undefined)).toBeUndefined();
});

test.each<[string, Registry | undefined, RegExp]>([
  ['orders-valu', registry, /has no subject orders-valu: is it orders-value\?$/],
  ['proto', registry, /proto is in PROTOBUF/],
  ['orders-value', undefined, /in no registry that is known: .*--schema-registry/],
])('the subject %s is refused', async (asked, known, message) => {
  await expect(subjectFor('orders', asked, known)).rejects.toThrow(message);
});

test('for an unknown topic the nearest is named', () => {
  expect(unknownTopic('order', ['people', 'orders', '__order'], ['a:1'])).toBe(
    'There is no topic order at a:1: is it orders?',
  );
  expect(unknownTopic('order', ['__consumer_offsets'], ['a:1'])).toMatch(/; there is none at all\.$/);
});
