import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv, { type SchemaObject, type ValidateFunction } from 'ajv';
import { parse, parseAllDocuments } from 'yaml';
import type { Definitions } from './definitions';
import { reasons } from './reasons';
import { addKubernetes } from './rules';
import { each, IDENTITY, published, structural } from './schemas';

/** An object of the Kubernetes API, as someone wrote it. */
export interface KubernetesObject {
  readonly apiVersion?: unknown;
  readonly kind?: unknown;
  readonly metadata?: { readonly name?: unknown; readonly namespace?: unknown };
}

interface CustomResourceDefinition {
  readonly spec: {
    readonly group: string;
    readonly names: { readonly kind: string };
    readonly versions: readonly {
      readonly name: string;
      readonly served: boolean;
      readonly schema: { readonly openAPIV3Schema: SchemaObject };
    }[];
  };
}

/** Kubernetes' document of what is in its oldest group; every other has these metadata too. */
const CORE = 'api__v1_openapi.json';
const METADATA = { $ref: `${CORE}#/components/schemas/io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta` };

/** Checks objects against their definitions, as the API server would that has these. */
export class Checker {
  private readonly ajv = addKubernetes(
    new Ajv({ strict: false, allErrors: true, useDefaults: true, validateFormats: true, logger: false }),
  );
  private readonly operators: readonly CustomResourceDefinition[];
  private readonly compiled = new Map<string, ValidateFunction | string>();

  public constructor(private readonly definitions: Definitions) {
    this.operators = definitions.operators.map(
      (file) => parse(readFileSync(file, 'utf8')) as CustomResourceDefinition,
    );
    this.load(CORE);
  }

  /**
   * @param text YAML or JSON, of one document or several
   * @returns every reason for which it would be refused; none if it is right
   */
  public check(text: string): string[] {
    const documents = parseAllDocuments(text);
    const unreadable = documents.flatMap(({ errors }) => errors.map(({ message }) => message));
    if (unreadable.length > 0) return unreadable;
    const objects = documents
      .map((document) => document.toJS() as KubernetesObject | null)
      .filter((all) => all !== null);
    return [...objects.flatMap((object) => this.checkObject(object)), ...twice(objects)];
  }

  private checkObject(object: KubernetesObject): string[] {
    const valid = this.validator(object);
    if (typeof valid === 'string') return [`${titleOf(object)}: ${valid}`];
    // Defaults are filled in, and not in the caller's.
    return valid(structuredClone(object))
      ? []
      : reasons(valid.errors ?? []).map((why) => `${titleOf(object)}: ${why}`);
  }

  /** @returns what is wrong with the kind, if there is no such */
  private validator({ apiVersion, kind }: KubernetesObject): ValidateFunction | string {
    if (typeof apiVersion !== 'string' || typeof kind !== 'string') return 'has no apiVersion and kind';
    const key = `${apiVersion} ${kind}`;
    const known = this.compiled.get(key) ?? this.compile(apiVersion, kind);
    this.compiled.set(key, known);
    return known;
  }

  private compile(apiVersion: string, kind: string): ValidateFunction | string {
    const schema = this.custom(apiVersion, kind) ?? this.builtIn(apiVersion, kind);
    return typeof schema === 'string' ? schema : this.ajv.compile({ allOf: [schema, IDENTITY] });
  }

  private custom(apiVersion: string, kind: string): SchemaObject | string | undefined {
    const [group, version] = apiVersion.split('/');
    const definition = this.operators.find(({ spec }) => spec.group === group && spec.names.kind === kind);
    if (!definition) return undefined;
    const served = definition.spec.versions.filter((each) => each.served);
    const found = served.find(({ name }) => name === version);
    if (!found)
      return `${apiVersion} is not served, only ${served.map(({ name }) => `${group}/${name}`).join(', ')}`;
    const schema = structural(found.schema.openAPIV3Schema);
    return { ...schema, properties: { ...(schema.properties as object), metadata: METADATA } };
  }

  private builtIn(apiVersion: string, kind: string): SchemaObject | string {
    const file = `${apiVersion.includes('/') ? 'apis' : 'api'}__${apiVersion.replace('/', '__')}_openapi.json`;
    const [group, version] = apiVersion.includes('/') ? apiVersion.split('/') : ['', apiVersion];
    const [name] =
      Object.entries(this.load(file)).find(([, { 'x-kubernetes-group-version-kind': kinds }]) =>
        (kinds as Kind[] | undefined)?.some(
          (each) => each.group === group && each.version === version && each.kind === kind,
        ),
      ) ?? [];
    return name ? { $ref: `${file}#/components/schemas/${name}` } : `there is no ${kind} in ${apiVersion}`;
  }

  /** The schemas of one of Kubernetes' groups; none if there is no such group. */
  private load(file: string): Readonly<Record<string, SchemaObject>> {
    const path = join(this.definitions.kubernetes, file);
    if (!existsSync(path)) return {};
    const known = this.ajv.getSchema(file)?.schema as OpenApi | undefined;
    if (known) return known.components.schemas;
    const { components } = JSON.parse(readFileSync(path, 'utf8')) as OpenApi;
    const document = { $id: file, components: { schemas: each(components.schemas, published) } };
    this.ajv.addSchema(document);
    return document.components.schemas;
  }
}

interface OpenApi {
  readonly components: { readonly schemas: Readonly<Record<string, SchemaObject>> };
}

interface Kind {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
}

const titleOf = ({ kind, metadata }: KubernetesObject): string =>
  [kind ?? 'an object', metadata?.name ?? ''].map(String).join(' ').trim();

/** The last of them would take the others' place, in silence. */
function twice(objects: readonly KubernetesObject[]): string[] {
  const seen = new Set<string>();
  return objects.flatMap((object) => {
    const { apiVersion, metadata } = object;
    const title = titleOf(object);
    const key = [String(apiVersion).split('/').slice(0, -1), metadata?.namespace, title].join(' ');
    const isSecond = seen.has(key);
    seen.add(key);
    return isSecond ? [`${title}: is there twice`] : [];
  });
}
