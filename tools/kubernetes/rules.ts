import { Environment } from '@marcbachmann/cel-js';
import type Ajv from 'ajv';
import type { AnySchemaObject as SchemaObject, DataValidateFunction } from 'ajv/dist/types';

/** What a definition says in CEL of one object in it. */
interface Rule {
  readonly rule: string;
  readonly message?: string;
}

export const RULES = 'x-kubernetes-validations';

/** Teaches a validator what Kubernetes' schemas say beyond JSON schema. */
export function addKubernetes(ajv: Ajv): Ajv {
  const within = (bits: number) => (value: number) =>
    Number.isInteger(value) && value >= -(2 ** (bits - 1)) && value < 2 ** (bits - 1);
  return ajv
    .addFormat('int32', { type: 'number', validate: within(32) })
    .addFormat('int64', { type: 'number', validate: within(64) })
    .addFormat('date-time', (text) => /^\d{4}-\d\d-\d\dT/.test(text) && !Number.isNaN(Date.parse(text)))
    .addFormat('byte', /^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/)
    .addFormat('int-or-string', true)
    .addFormat('double', true)
    .addKeyword({ keyword: RULES, schemaType: 'array', compile: rules })
    .addKeyword({ keyword: 'x-kubernetes-list-map-keys', type: 'array', schemaType: 'array', compile: keys })
    .addKeyword({ keyword: 'x-kubernetes-list-type', type: 'array', schemaType: 'string', compile: set });
}

/** One of a refusal's reasons per broken rule, as the API server gives them. */
function refusing(find: (value: unknown) => readonly string[]): DataValidateFunction {
  const check: DataValidateFunction = (value: unknown) => {
    check.errors = find(value).map((message) => ({ message }));
    return check.errors.length === 0;
  };
  return check;
}

const cel = new Environment({ homogeneousAggregateLiterals: false }).registerVariable('self', 'dyn');

function rules(all: readonly Rule[], schema: SchemaObject): DataValidateFunction {
  // A rule that compares with what was before says nothing of what is new.
  const checks = all.filter(({ rule }) => !/\boldSelf\b/.test(rule)).map(compiled);
  return refusing((value) => {
    const self = celValue(value, schema);
    return checks.flatMap((check) => check(self));
  });
}

function compiled({ rule, message = `failed rule: ${rule}` }: Rule): (self: unknown) => string[] {
  if (/__\w+__/.test(rule))
    throw new Error(`no rule had an escaped name so far, and none is understood: ${rule}`);
  const evaluate = cel.parse(rule);
  return (self) => {
    try {
      return evaluate({ self }) === true ? [] : [message];
    } catch (error) {
      // Such as a field that is not there; the API server refuses the object too.
      return [`${message} (${error instanceof Error ? error.message.split('\n', 1)[0] : String(error)})`];
    }
  };
}

/** A value with the types that its schema gives it: JSON has but one of numbers. */
function celValue(value: unknown, schema: SchemaObject | undefined): unknown {
  if (Array.isArray(value)) return value.map((item) => celValue(item, schema?.items as SchemaObject));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value).map(([name, field]) => {
        const { properties, additionalProperties } = schema ?? {};
        return [
          name,
          celValue(
            field,
            ((properties as SchemaObject | undefined)?.[name] ?? additionalProperties) as SchemaObject,
          ),
        ];
      }),
    );
  const isInteger = typeof value === 'number' && Number.isInteger(value) && schema?.type !== 'number';
  return isInteger ? BigInt(value) : value;
}

/** Items of a list that is a map by these fields. */
function keys(names: readonly string[], list: SchemaObject): DataValidateFunction {
  const fields = ((list.items as SchemaObject | undefined)?.properties ?? {}) as Record<string, SchemaObject>;
  const keyOf = (item: unknown): string =>
    names
      .map(
        (name) =>
          `${name}=${JSON.stringify((item as Record<string, unknown>)[name] ?? fields[name]?.default)}`,
      )
      .join(', ');
  return refusing((items) => twice((items as unknown[]).filter(isObject).map(keyOf)));
}

function set(type: string): DataValidateFunction {
  return refusing((items) =>
    type === 'set' ? twice((items as unknown[]).map((item) => JSON.stringify(item))) : [],
  );
}

const isObject = (item: unknown): boolean => typeof item === 'object' && item !== null;

const twice = (all: readonly string[]): string[] =>
  [...new Set(all.filter((each, at) => all.indexOf(each) !== at))].map(
    (each) => `must not have ${each} twice`,
  );
