import Ajv from 'ajv';
import Ajv2019 from 'ajv/dist/2019';
import Ajv2020 from 'ajv/dist/2020';

/** Words and formats that a validator does not know are no mistake: they may be another program's. */
const OPTIONS = { strict: false, validateFormats: false, logger: false } as const;

/** Why a definition is no JSON Schema; undefined if it is one. */
export function jsonSchemaProblem(definition: unknown): string | undefined {
  // The library reads members of null before it says this of everything else that is neither.
  if (definition === null) return 'schema must be object or boolean';
  try {
    validatorOf(definition).compile(definition as object);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

function validatorOf(definition: unknown): Ajv | Ajv2019 | Ajv2020 {
  const dialect = String((definition as { $schema?: unknown }).$schema);
  if (dialect.includes('/2019-09/')) return new Ajv2019(OPTIONS);
  if (dialect.includes('/2020-12/')) return new Ajv2020(OPTIONS);
  return new Ajv(OPTIONS);
}
