import { readFileSync } from 'node:fs';
import { parse, printParseErrorCode, type ParseError } from 'jsonc-parser';
import { QuantityError } from '../core/quantity-error';
import { isResolved } from '../core/resolved';
import { plain } from '../core/plain';
import { formatValue } from '../core/format-value';
import { avroProblem } from './avro-problem';
import { jsonSchemaProblem } from './json-schema-problem';

/** The languages of schemas, as the registry calls them. */
export type SchemaType = 'AVRO' | 'JSON';

/**
 * What records look like. Parsed where it is given, and refused by the subject that is given it, so that a broken schema
 * never gets as far as a registry; to use it otherwise throws a QuantityError.
 */
export class Schema {
  /**
   * Avro, in a file.
   * @param path of an Avro schema in JSON, comments allowed; relative to the working directory, or absolute
   * @see https://avro.apache.org/docs/1.12.0/specification/
   */
  public static avroFile(path: string): Schema {
    return new Schema('AVRO', `Avro schema in ${formatValue(path)}`, () => readJson(path));
  }

  /**
   * Avro, in the program.
   * @param definition of an Avro schema, as its JSON has it
   * @see https://avro.apache.org/docs/1.12.0/specification/
   */
  public static avro(definition: object): Schema {
    return new Schema('AVRO', 'Avro schema', () => definition);
  }

  /**
   * JSON Schema, in a file.
   * @param path of a JSON Schema; relative to the working directory, or absolute. Its references stay within the file,
   * its `$schema` is draft-07, 2019-09, 2020-12, or left out for draft-07.
   * @see https://json-schema.org/specification
   */
  public static jsonSchemaFile(path: string): Schema {
    return new Schema('JSON', `JSON Schema in ${formatValue(path)}`, () => readJson(path));
  }

  /**
   * JSON Schema, in the program.
   * @param definition of a JSON Schema, of the drafts that {@link Schema.jsonSchemaFile} takes
   * @see https://json-schema.org/specification
   */
  public static jsonSchema(definition: object): Schema {
    return new Schema('JSON', 'JSON Schema', () => definition);
  }

  /** Why it cannot be. */
  public readonly problem?: string;
  private readonly text: string = '';

  private constructor(
    /** The language that it is in. */
    public readonly type: SchemaType,
    what: string,
    definition: () => unknown,
  ) {
    try {
      this.text = rendered(type, definition());
    } catch (error) {
      this.problem = `is no ${what}: ${(error as Error).message}; correct it`;
    }
  }

  /**
   * JSON in one line, its keys in the order in which they were given: the same text for the same schema.
   * @throws QuantityError if it cannot be
   */
  public toString(): string {
    if (this.problem !== undefined) throw new QuantityError(`What was given ${this.problem}.`);
    return this.text;
  }
}

function rendered(type: SchemaType, definition: unknown): string {
  const text = JSON.stringify(definition, written) as string | undefined;
  if (text === undefined) throw new Error(`${formatValue(definition)} cannot be written as JSON`);
  const plain: unknown = JSON.parse(text);
  const problem = type === 'AVRO' ? avroProblem(plain) : jsonSchemaProblem(plain);
  if (problem !== undefined) throw new Error(problem);
  return text;
}

/** What JSON has no form for would be lost, and what Terraform alone knows cannot be checked. */
function written(_: string, value: unknown): unknown {
  const isLost =
    typeof value === 'function' ||
    (typeof value === 'object' && value !== null && !Array.isArray(value) && !plain(value));
  if (isResolved(value) && !isLost) return value;
  throw new Error(`${formatValue(value)} cannot be written as JSON`);
}

function readJson(path: unknown): unknown {
  if (typeof path !== 'string') throw new Error('the path of a file must be text');
  const text = readText(path);
  const errors: ParseError[] = [];
  const definition: unknown = parse(text, errors);
  const [error] = errors;
  if (!error) return definition;
  const lines = text.slice(0, error.offset).split('\n');
  const position = `line ${lines.length}, column ${(lines.pop() ?? '').length + 1}`;
  throw new Error(`${position} is not JSON: ${printParseErrorCode(error.error)}`);
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new Error(`the file cannot be read (${formatValue((error as NodeJS.ErrnoException).code)})`, {
      cause: error,
    });
  }
}
