import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { indented, shown } from '../src/decode.js';
import { KEPT_BYTES } from '../src/kafka/records.js';
import { Registry } from '../src/registry.js';

/** @param {string | Buffer} value */
const bytes = (value) => ({
  head: Buffer.from(value).subarray(0, KEPT_BYTES),
  length: Buffer.byteLength(value),
});

/**
 * @param {number} id
 * @param {Buffer} payload
 */
function framed(id, payload) {
  const head = Buffer.alloc(5);
  head.writeUInt32BE(id, 1);
  return bytes(Buffer.concat([head, payload]));
}

const ADDRESS = { type: 'record', name: 'Address', fields: [{ name: 'city', type: 'string' }] };
const PERSON = {
  type: 'record',
  name: 'Person',
  fields: [
    { name: 'name', type: 'string' },
    { name: 'id', type: 'long' },
    { name: 'address', type: ['null', 'Address'] },
  ],
};
/** @type {Record<string, unknown>} */
const ANSWERS = {
  '/schemas/ids/1': { schema: JSON.stringify(ADDRESS) },
  '/schemas/ids/2': {
    schema: JSON.stringify(PERSON),
    references: [{ name: 'Address', subject: 'address', version: 1 }],
  },
  '/subjects/address/versions/1': { subject: 'address', version: 1, id: 1, schema: JSON.stringify(ADDRESS) },
  '/schemas/ids/3': { schema: '{"type":"object"}', schemaType: 'JSON' },
  '/schemas/ids/4': { schema: 'message A {}', schemaType: 'PROTOBUF' },
};
const server = createServer((request, response) => {
  const answer = ANSWERS[request.url ?? ''];
  response.statusCode = answer ? 200 : 404;
  response.end(JSON.stringify(answer ?? { error_code: 40403, message: 'Schema not found' }));
});
/** @type {Registry} */
let registry;
before(async () => {
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  registry = new Registry(
    `http://127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}`,
  );
});
after(() => server.close());

test('a tombstone is one', async () => {
  assert.equal((await shown(undefined, undefined)).kind, 'tombstone');
});

test('JSON is indented, and its numbers keep all their digits', async () => {
  const { kind, text } = await shown(
    bytes('{"id":12345678901234567890,"x":[1.0,{}, [ ]],"s":"a, {b}: \\"c\\""}'),
    undefined,
  );
  assert.equal(kind, 'JSON');
  assert.equal(
    text,
    '{\n  "id": 12345678901234567890,\n  "x": [\n    1.0,\n    {},\n    []\n  ],\n  "s": "a, {b}: \\"c\\""\n}',
  );
});

test('what is no JSON is not indented', () => {
  assert.equal(indented('{"a":1'), undefined);
});

test('text is text, also when it has markup in it', async () => {
  const { kind, text } = await shown(bytes('<script>é</script>'), undefined);
  assert.deepEqual([kind, text], ['text', '<script>é</script>']);
});

test('bytes are shown with their offsets, and as text where they are', async () => {
  const { kind, text } = await shown(bytes(Buffer.from([0xff, 0x41, 0x00, 0x3c])), undefined);
  assert.equal(kind, 'bytes');
  assert.match(text, /^0000 {2}ff 41 00 3c +·A·<$/);
});

test('a huge value is cut, also in the middle of a character, and its length is known', async () => {
  const { kind, text, length, isCut } = await shown(bytes(`a${'é'.repeat(KEPT_BYTES)}`), undefined);
  assert.equal(kind, 'text');
  assert.ok(text.length <= 4_000);
  assert.equal(length, 2 * KEPT_BYTES + 1);
  assert.equal(isCut, true);
});

test('Avro is read with the schema of its record, with its references and its large numbers', async () => {
  const payload = Buffer.concat([
    Buffer.from('\x06Ann'),
    // 2^62 as a zigzag number of variable length.
    Buffer.from('80808080808080808001', 'hex'),
    Buffer.from('\x02\x08Graz'),
  ]);
  const { kind, text, note } = await shown(framed(2, payload), registry);
  assert.equal(kind, 'Avro');
  assert.equal(note, 'schema 2');
  assert.deepEqual(JSON.parse(text), {
    name: 'Ann',
    id: '4611686018427387904',
    address: { city: 'Graz' },
  });
});

test('what does not fit its schema is shown as bytes, with the reason', async () => {
  const { kind, note } = await shown(framed(1, Buffer.from([0x40, 0x41])), registry);
  assert.equal(kind, 'bytes');
  assert.match(note ?? '', /not readable with schema 1/);
});

test('JSON with a schema is JSON, and Protobuf is named', async () => {
  const json = await shown(framed(3, Buffer.from('{"a":1}')), registry);
  assert.deepEqual([json.kind, json.note], ['JSON', 'schema 3']);
  const protobuf = await shown(framed(4, Buffer.from([1, 2, 3])), registry);
  assert.deepEqual([protobuf.kind, protobuf.note], ['bytes', 'schema 4, which is not Avro']);
});

test('what only begins like Avro is shown as what it is', async () => {
  const { kind, note } = await shown(framed(99, Buffer.from('abc')), registry);
  assert.deepEqual([kind, note], ['bytes', undefined]);
});

test('without the registry Avro is bytes, and the page says why', async () => {
  const { kind, note } = await shown(framed(1, Buffer.from([2, 0x41])), new Registry('http://127.0.0.1:1'));
  assert.equal(kind, 'bytes');
  assert.match(note ?? '', /schema 1 can't be read: .*(ECONNREFUSED|bad port)/);
});
