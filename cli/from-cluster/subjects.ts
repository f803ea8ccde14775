import { call, object, text, type Code } from './code';
import type { Description, FoundSubject } from './description';
import { path, sorted, type Item, type Items } from './item';

/** By the language of the schema: the factory, and the ending of its file. */
const LANGUAGES: Readonly<Record<string, readonly [factory: string, ending: string]>> = {
  AVRO: ['Schema.avroFile', 'avsc'],
  JSON: ['Schema.jsonSchemaFile', 'json'],
};

export function subjectItems({ registry }: Pick<Description, 'registry'>): Items {
  const subjects = sorted(registry?.subjects ?? [], ({ name }) => name);
  const why = new Map(subjects.map((each) => [each, unsupported(each)]));
  return {
    items: subjects.filter((each) => why.get(each) === undefined).map(subjectItem),
    leftOut: subjects.flatMap((each) => {
      const reason = why.get(each);
      return reason === undefined ? [] : [{ what: `the subject ${each.name}`, why: reason }];
    }),
  };
}

function unsupported({ schemaType, hasReferences }: FoundSubject): string | undefined {
  if (hasReferences)
    return 'its schema refers to other subjects, which the library does not support; keep registering it as you do';
  if (!(schemaType in LANGUAGES))
    return `its schema is in ${schemaType}, and the library knows ${Object.keys(LANGUAGES).join(' and ')}; keep registering it as you do`;
  return undefined;
}

function subjectItem({ name, schemaType, schema, compatibility }: FoundSubject): Item {
  const [factory, ending] = LANGUAGES[schemaType] ?? ['', ''];
  const file = `schemas/${name.replaceAll(/[^\w.-]/g, '_')}.${ending}`;
  const statement: Code = [
    'new ',
    call(
      'Subject',
      'stack',
      text(name),
      object({
        registry: 'registry',
        schema: call(factory, text(file)),
        compatibility: compatibility === undefined ? undefined : `Compatibility.${compatibility}`,
      }),
    ),
  ];
  return {
    what: `the subject ${name}`,
    paths: [path('subjects', name)],
    ways: [[statement]],
    files: { [file]: `${JSON.stringify(JSON.parse(schema), undefined, 2)}\n` },
  };
}
