import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { QuantityError } from '../../../../constructs/core/quantity-error';
import { Schema } from '../../../../constructs/schema-registry/schema';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'schemas-'));
});

function file(content: string): string {
  const path = join(folder, 'schema');
  writeFileSync(path, content);
  return path;
}

const record = (...fields: object[]): object => ({
  type: 'record',
  name: 'Order',
  namespace: 'shop',
  fields,
});
const field = (type: unknown, more: object = {}): object => record({ name: 'f', type, ...more });
const address = { type: 'record', name: 'Address', fields: [{ name: 'zip', type: 'string' }] };

describe('an Avro schema', () => {
  test('is the text of its file in one line, in the order of the file, without comments', () => {
    const schema = Schema.avroFile(file('{ // an id\n "type": "fixed",\n "size": 4, "name": "Id" }\n'));
    expect(schema.toString()).toBe('{"type":"fixed","size":4,"name":"Id"}');
    expect(schema.type).toBe('AVRO');
  });

  test('does not change with the object that it was made of', () => {
    const definition = { type: 'fixed', name: 'Id', size: 4 };
    const schema = Schema.avro(definition);
    definition.size = 5;
    expect(schema.toString()).toContain('"size":4');
  });

  test.each<[string, object]>([
    ['a union', ['null', 'string']],
    [
      'a type that is named again, in its namespace',
      record(fieldOf('a', address), fieldOf('b', 'shop.Address')),
    ],
    ['a record of itself', field(['null', 'Order'], { default: null })],
    ['a field of a union whose default is of the first type', field(['null', 'string'], { default: null })],
    ['a default record', field(address, { default: { zip: '1' } })],
    ['a whole number as the default of a double', field('double', { default: 1 })],
    ['a logical type on what it goes with', field({ type: 'long', logicalType: 'timestamp-millis' })],
    ['a logical type that nobody knows', field({ type: 'int', logicalType: 'example' })],
    ['a decimal without a fraction', field({ type: 'bytes', logicalType: 'decimal', precision: 1 })],
    [
      'a decimal with nothing but one',
      field({ type: 'bytes', logicalType: 'decimal', precision: 2, scale: 2 }),
    ],
  ])('is %s', (_, definition) => {
    const schema = Schema.avro(definition);
    expect(schema.problem).toBeUndefined();
    expect(schema.toString()).toBe(JSON.stringify(definition));
  });

  test.each<[string, object, string]>([
    [
      'a type that is not there',
      field('strin'),
      "record 'Order', field 'f': undefined type name: shop.strin",
    ],
    ['no type', record({ name: 'f' }), "record 'Order', field 'f': its type is missing"],
    [
      'a default of another type',
      field('int', { default: 'x' }),
      `field 'f': incompatible field default "x"`,
    ],
    ['a default of the second type of a union', field(['null', 'int'], { default: 1 }), 'first branch'],
    ['null as the default of text', field('string', { default: null }), 'incompatible field default null'],
    ['a default that a long cannot hold', field('long', { default: 2 ** 63 }), 'incompatible field default'],
    ['a field twice', record(fieldOf('a', 'int'), fieldOf('a', 'int')), "field 'a': duplicate field name"],
    ['a name with a dash', record(fieldOf('a-b', 'int')), 'invalid field name: a-b'],
    ['a record without a name', { type: 'record', fields: [] }, 'missing name property'],
    ['a type defined twice', record(fieldOf('a', address), fieldOf('b', address)), 'duplicate type name'],
    ['a type twice in a union', field(['int', 'int']), 'duplicate union branch name'],
    ['a union in a union', field([['int', 'null'], 'string']), 'unions cannot be directly nested'],
    ['a symbol twice', { type: 'enum', name: 'E', symbols: ['A', 'A'] }, 'duplicate "E" symbol'],
    ['no items', field({ type: 'array' }), 'missing array items'],
    ['nothing', {}, 'unknown type'],
    [
      'a logical type on another type',
      field({ type: 'string', logicalType: 'date' }),
      "'date' goes with int",
    ],
    [
      'a decimal with more fraction than digits',
      field({ type: 'bytes', logicalType: 'decimal', precision: 2, scale: 3 }),
      'got 2 and 3',
    ],
    [
      'a decimal without digits',
      field({ type: 'bytes', logicalType: 'decimal', precision: 0 }),
      'got 0 and 0',
    ],
    [
      'a scale below nothing',
      field({ type: 'bytes', logicalType: 'decimal', precision: 2, scale: -1 }),
      'got 2 and -1',
    ],
  ])('is refused with %s', (_, definition, reason) => {
    const { problem } = Schema.avro(definition);
    expect(problem).toMatch(/^is no Avro schema: .*; correct it$/s);
    expect(problem).toContain(reason);
  });

  test('that is broken cannot be used', () => {
    const broken = Schema.avro(field('strin'));
    expect(() => broken.toString()).toThrow(QuantityError);
    expect(() => broken.toString()).toThrow('undefined type name: shop.strin');
  });

  test('names the way to a broken field of a record within', () => {
    const broken = {
      ...address,
      fields: [fieldOf('street', 'string'), fieldOf('zip', 'int', { default: '' })],
    };
    expect(Schema.avro(record(fieldOf('id', 'int'), fieldOf('to', broken))).problem).toContain(
      "record 'Order', field 'to': record 'Address', field 'zip': incompatible field default",
    );
  });

  test.each([
    [
      'a comma without a field',
      '{\n  "type": "fixed",,\n}',
      'line 2, column 19 is not JSON: PropertyNameExpected',
    ],
    ['no end', '{"type": "fixed"', 'line 1, column 17 is not JSON: CloseBraceExpected'],
    ['nothing', '', 'line 1, column 1 is not JSON: ValueExpected'],
  ])('in a file with %s is refused with the file and the position', (_, content, reason) => {
    const path = file(content);
    expect(Schema.avroFile(path).problem).toBe(`is no Avro schema in '${path}': ${reason}; correct it`);
  });

  test.each([
    ['is not there', () => join(folder, 'absent.avsc'), 'ENOENT'],
    ['is a folder', () => folder, 'EISDIR'],
  ])('in a file that %s is refused', (_, where, code) => {
    expect(Schema.avroFile(where()).problem).toBe(
      `is no Avro schema in '${where()}': the file cannot be read ('${code}'); correct it`,
    );
  });

  test.each([[undefined], [0], [{}]])('in a file by the path %p is refused', (path) => {
    expect(Schema.avroFile(path as never).problem).toContain('the path of a file must be text');
  });

  const circular: Record<string, unknown> = {};
  circular.self = circular;
  test.each([
    ['nothing', undefined, 'undefined cannot be written as JSON'],
    ['a function', () => 1, 'a function cannot be written as JSON'],
    ['null', null, 'invalid type'],
    ['itself within', circular, 'circular structure'],
    ['a number beyond JSON', { size: 1n }, 'BigInt'],
  ])('made of %s is refused, and shows no stack trace', (_, definition, reason) => {
    expect(Schema.avro(definition as never).problem).toContain(reason);
  });
});

describe('a JSON Schema', () => {
  test('is the text of its file in one line', () => {
    const schema = Schema.jsonSchemaFile(file('{\n  "type": "object"\n}'));
    expect(schema.toString()).toBe('{"type":"object"}');
    expect(schema.type).toBe('JSON');
  });

  test.each<[string, object]>([
    ['of no version', { type: 'object', properties: { a: { type: 'string' } } }],
    ['of draft-07', { $schema: 'http://json-schema.org/draft-07/schema#', type: 'object' }],
    ['of 2019-09', { $schema: 'https://json-schema.org/draft/2019-09/schema', unevaluatedProperties: false }],
    ['of 2020-12', { $schema: 'https://json-schema.org/draft/2020-12/schema', prefixItems: [true] }],
    ['that refers to its own parts', { $ref: '#/definitions/a', definitions: { a: { type: 'string' } } }],
    ['with words and formats of its own', { type: 'string', format: 'colour', 'x-unit': 'm' }],
  ])('may be one %s', (_, definition) => {
    expect(Schema.jsonSchema(definition).toString()).toBe(JSON.stringify(definition));
  });

  test.each<[string, object, string]>([
    ['a type that is not there', { properties: { a: { type: 'integr' } } }, 'data/properties/a/type must be'],
    ['a reference to nothing', { $ref: '#/definitions/a' }, "can't resolve reference #/definitions/a"],
    ['a version that is not checked', { $schema: 'http://json-schema.org/draft-04/schema#' }, 'draft-04'],
    ['null', null as never, 'schema must be object or boolean'],
    ['a broken pattern', { pattern: '(' }, 'Invalid regular expression'],
  ])('is refused with %s', (_, definition, reason) => {
    const { problem } = Schema.jsonSchema(definition);
    expect(problem).toMatch(/^is no JSON Schema: .*; correct it$/s);
    expect(problem).toContain(reason);
  });

  test('in a file that is not JSON is refused with the position', () => {
    const path = file('[1');
    expect(Schema.jsonSchemaFile(path).problem).toContain(
      `is no JSON Schema in '${path}': line 1, column 3 is not`,
    );
  });
});

function fieldOf(name: string, type: unknown, more: object = {}): object {
  return { name, type, ...more };
}
