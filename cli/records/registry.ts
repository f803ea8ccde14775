import type { Type } from 'avsc';
import { askRest } from '../engine/rest-logins';
import { CommandError, said } from '../program';
import { avroType, type NamedTypes } from './avro';

/** A schema as a registry has it, and how its records are read and written. */
export interface Schema {
  readonly id: number;
  /** `AVRO`, `JSON` or `PROTOBUF`. */
  readonly language: string;
  /** Undefined for another language. */
  readonly avro?: Type;
  /** The schema itself. */
  readonly text: string;
}

interface Answer {
  readonly id?: number;
  readonly schema: string;
  readonly schemaType?: string;
  readonly references?: readonly { readonly subject: string; readonly version: number }[];
}

/** How long one question may take, in milliseconds. */
const PATIENCE = 30_000;

/** A schema registry, of which each schema is asked for once. */
export class Registry {
  private readonly schemas = new Map<number, Promise<Schema | undefined>>();

  public constructor(public readonly url: string) {}

  /** The latest of a subject; undefined where there is none of the name. @throws CommandError if nobody answers */
  public async latest(subject: string): Promise<Schema | undefined> {
    const answer = await this.ask(`/subjects/${encodeURIComponent(subject)}/versions/latest`);
    return answer && this.read(answer, answer.id ?? 0);
  }

  public async subjects(): Promise<readonly string[]> {
    return ((await this.ask('/subjects')) ?? []) as unknown as readonly string[];
  }

  /** Undefined where the registry has none with that number. @throws CommandError if nobody answers */
  public byId(id: number): Promise<Schema | undefined> {
    const known = this.schemas.get(id);
    if (known) return known;
    const asked = this.ask(`/schemas/ids/${id}`).then((answer) => answer && this.read(answer, id));
    this.schemas.set(id, asked);
    return asked;
  }

  private async read(answer: Answer, id: number): Promise<Schema> {
    const { schemaType: language = 'AVRO', schema: text } = answer;
    return { id, language, text, ...(language === 'AVRO' && { avro: await this.typeOf(answer) }) };
  }

  private async typeOf({ schema, references = [] }: Answer, named: NamedTypes = {}): Promise<Type> {
    for (const { subject, version } of references) {
      const answer = await this.ask(`/subjects/${encodeURIComponent(subject)}/versions/${version}`);
      if (answer) await this.typeOf(answer, named);
    }
    return avroType(schema, named);
  }

  private async ask(path: string): Promise<Answer | undefined> {
    const answer = await askRest(this.url, path, PATIENCE).catch((error: unknown) => {
      const { cause } = error as { readonly cause?: unknown };
      throw new CommandError(`The schema registry at ${this.url} does not answer: ${said(cause ?? error)}.`);
    });
    if (answer.status === 404) return undefined;
    if (answer.status === 401)
      throw new CommandError(`The schema registry at ${this.url} wants a login that is not known here.`);
    if (!answer.ok)
      throw new CommandError(`The schema registry at ${this.url} answers ${path} with ${answer.status}.`);
    return (await answer.json()) as Answer;
  }
}
