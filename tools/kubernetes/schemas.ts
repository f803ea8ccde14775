import type { SchemaObject } from 'ajv';

type Schemas = Readonly<Record<string, SchemaObject>>;

const isSchema = (value: unknown): value is SchemaObject => typeof value === 'object' && value !== null;

export const each = (schemas: Schemas, change: (schema: SchemaObject) => SchemaObject): Schemas =>
  Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, change(schema)]));

/** A schema and those of its fields and items, each with what is its own. */
function walk(schema: SchemaObject, own: (schema: SchemaObject) => SchemaObject): SchemaObject {
  const { properties, items, additionalProperties } = schema;
  return {
    ...schema,
    ...(isSchema(properties) && { properties: each(properties, (field) => walk(field, own)) }),
    ...(isSchema(items) && { items: walk(items, own) }),
    ...(isSchema(additionalProperties) && { additionalProperties: walk(additionalProperties, own) }),
    ...own(schema),
  };
}

const closed = (schema: SchemaObject): SchemaObject =>
  schema.additionalProperties === undefined && schema['x-kubernetes-preserve-unknown-fields'] !== true
    ? { additionalProperties: false }
    : {};

/**
 * The schema of a CustomResourceDefinition as the API server takes it with strict validation: what it does not name is
 * refused. Types and fields stand outside of `oneOf` and its like (the schema is "structural"), so these stay as they are.
 * @see https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#specifying-a-structural-schema
 */
export const structural = (schema: SchemaObject): SchemaObject =>
  walk(schema, (part) => ({
    ...(part['x-kubernetes-int-or-string'] === true && { type: ['integer', 'string'] }),
    ...(part.type === 'object' && closed(part)),
  }));

/**
 * A schema of Kubernetes' own OpenAPI documents, likewise. What has no fields there takes any; and a default is what Go
 * makes of nothing, which satisfies nobody who requires the field.
 */
export const published = (schema: SchemaObject): SchemaObject =>
  walk(schema, (part) => ({ default: undefined, ...(isSchema(part.properties) && closed(part)) }));

const LABEL = '[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?';

/**
 * What every object has and no definition repeats.
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/names/
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set
 */
export const IDENTITY: SchemaObject = {
  required: ['metadata'],
  properties: {
    metadata: {
      required: ['name'],
      properties: {
        name: {
          maxLength: 253,
          pattern: '^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$',
        },
        namespace: { maxLength: 63, pattern: '^[a-z0-9]([a-z0-9-]*[a-z0-9])?$' },
        labels: {
          propertyNames: { pattern: `^([a-z0-9.-]{1,253}/)?(?=.{1,63}$)${LABEL}$` },
          additionalProperties: { maxLength: 63, pattern: `^(${LABEL})?$` },
        },
      },
    },
  },
};
