import { readFileSync } from 'node:fs';
import { parse, printParseErrorCode, type ParseError } from 'jsonc-parser';
import { show, ValidationError } from '../core/validation';
import { avroProblem } from './avro-problem';
import { jsonSchemaProblem } from './json-schema-problem';

/** The languages of schemas, as the registry calls them. */
export type SchemaType = 'AVRO' | 'JSON';

/** What records look like. Parsed where it is given, so that a broken schema never gets as far as a registry. */
export class Schema {
  /**
   * @param path of an Avro schema in JSON, comments allowed; relative to the working directory, or absolute
   * @throws ValidationError naming the file, where it is broken and why
   * @see https://avro.apache.org/docs/1.12.0/specification/
   */
  public static avroFile(path: string): Schema {
    return new Schema('AVRO', `Avro schema ${path}`, readJson(`Avro schema ${path}`, path));
  }

  /** @throws ValidationError naming the record and the field that are broken, and why */
  public static avro(definition: object): Schema {
    return new Schema('AVRO', 'Avro schema', definition);
  }

  /**
   * @param path of a JSON Schema; relative to the working directory, or absolute. Its references stay within the file,
   * its `$schema` is draft-07, 2019-09, 2020-12, or left out for draft-07.
   * @throws ValidationError naming the file, where it is broken and why
   * @see https://json-schema.org/specification
   */
  public static jsonSchemaFile(path: string): Schema {
    return new Schema('JSON', `JSON Schema ${path}`, readJson(`JSON Schema ${path}`, path));
  }

  /** @throws ValidationError naming the place that is broken, and why */
  public static jsonSchema(definition: object): Schema {
    return new Schema('JSON', 'JSON Schema', definition);
  }

  private readonly text: string;

  private constructor(
    public readonly type: SchemaType,
    source: string,
    definition: unknown,
  ) {
    this.text = JSON.stringify(definition);
    const plain: unknown = JSON.parse(this.text);
    const problem = type === 'AVRO' ? avroProblem(plain) : jsonSchemaProblem(plain);
    if (problem !== undefined) throw new ValidationError(source, [`${problem}; correct the schema.`]);
  }

  /** JSON in one line, its keys in the order in which they were given: the same text for the same schema. */
  public toString(): string {
    return this.text;
  }
}

function readJson(source: string, path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new ValidationError(source, [`the file cannot be read (${show(code)}); correct its path.`]);
  }
  const errors: ParseError[] = [];
  const definition: unknown = parse(text, errors);
  const [error] = errors;
  if (!error) return definition;
  const lines = text.slice(0, error.offset).split('\n');
  const position = `line ${lines.length}, column ${(lines.pop() ?? '').length + 1}`;
  const reason = printParseErrorCode(error.error);
  throw new ValidationError(source, [`${position} is not JSON: ${reason}; correct the file.`]);
}
