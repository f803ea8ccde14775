import { nearest } from '../../constructs/core/nearest';
import { CommandError } from '../program';
import type { Registry, Schema } from './registry';

/** A subject, and the schema that is in force in it. */
export interface Subject {
  readonly name: string;
  readonly schema: Schema;
}

/**
 * By which the values of a topic are written; undefined where that is none.
 * @param asked for by its name. @default - what the topic's values usually have
 * @throws CommandError if there is none of that name, or it is not Avro
 */
export async function subjectFor(
  topic: string,
  asked: string | undefined,
  registry: Pick<Registry, 'latest' | 'subjects' | 'url'> | undefined,
): Promise<Subject | undefined> {
  if (!registry) {
    if (asked === undefined) return undefined;
    throw new CommandError(
      `The subject ${asked} is in no registry that is known: give it by --schema-registry <url>.`,
    );
  }
  const name = asked ?? `${topic}-value`;
  const schema = await registry.latest(name);
  if (schema && (schema.avro || asked === undefined)) return { name, schema };
  if (schema)
    throw new CommandError(
      `The subject ${name} is in ${schema.language}, and records are written here in Avro or, without --subject, in JSON.`,
    );
  if (asked === undefined) return undefined;
  const all = await registry.subjects();
  throw new CommandError(
    all.length === 0
      ? `The registry at ${registry.url} has no subject at all.`
      : `The registry at ${registry.url} has no subject ${name}: is it ${nearest(name, all)}?`,
  );
}
