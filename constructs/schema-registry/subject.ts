import { TerraformStack } from 'cdktf';
import { Construct, type IConstruct } from 'constructs';
import { loginOfStack } from '../core/basic-login';
import { elsewhere } from '../core/beside';
import { allOf, check, oneOf, valueObject, textOrToken } from '../core/checks';
import { reserveName, type UniqueName } from '../core/unique-name';
import { escapeTemplate } from '../core/escape-template';
import { addDependencies } from '../core/dependencies';
import {
  validateProps,
  preconditions,
  required,
  type Precondition,
  type Properties,
} from '../core/properties';
import { validate, type Rule } from '../core/validation';
import { RestfulDataSource, RestfulResource, type RestfulProvider } from '../providers/restful';
import { placed } from '../core/placed';
import { Compatibility } from './compatibility';
import { registryReference, type ISchemaRegistry } from './interfaces';
import type { Schema } from './schema';
import { schemaRegistryProvider } from './schema-registry-provider';

/** A schema and what may follow it. */
export interface SubjectOptions {
  /** What the records look like. A changed schema becomes a new version, if the registry finds it compatible. */
  readonly schema: Schema;
  /** What a new version must have in common with those before; in force before the schema is. @default - the registry's */
  readonly compatibility?: Compatibility;
}

export interface SubjectProps extends SubjectOptions {
  /** Where it is registered. */
  readonly registry: ISchemaRegistry;
  /** 1 to 255 of `[a-zA-Z0-9._-]`, not `.` or `..`; serializers expect `<topic>-key` and `<topic>-value`. @default - the construct id */
  readonly subjectName?: string;
}

/**
 * A subject of the registry and the schema that is in force in it, in a stack after the registry's own. Destroying it
 * deletes the subject softly: records that carry the ids of its schemas stay readable.
 * @see docs/adr/0008-subjects-as-code.md for what is seen and repaired of changes by hand
 */
export class Subject extends Construct {
  /** As the registry knows it. */
  public readonly subjectName: string;

  /** What is broken is refused at synth, all of it together. */
  public constructor(scope: Construct, id: string, props: SubjectProps) {
    super(...placed(scope, id));
    const valid = validateProps(this, props, SUBJECT_PROPERTIES, { subjectName: id });
    const { registry, schema, compatibility } = valid;
    validate(this, { scope: this, registry }, SUBJECT_RULES);
    this.subjectName = valid.subjectName;

    reserveName(this, registry, SUBJECT_CLAIM, this.subjectName);
    const provider = schemaRegistryProvider(this, registry);
    const precondition = preconditions(this, valid, SUBJECT_PROPERTIES);
    const request = escapeTemplate({ schema: schema.toString(), schemaType: schema.type });
    const level = compatibility && this.level(provider, compatibility);
    const registered = this.registered(provider, request, level, precondition);
    this.checkedToBeInForce(provider, request, registered);
    for (const resource of [level, registered]) if (resource) addDependencies(resource, [registry]);
  }

  private level(provider: RestfulProvider, compatibility: Compatibility): RestfulResource {
    return new RestfulResource(this, 'Compatibility', {
      provider,
      attributes: {
        path: `/config/${this.subjectName}`,
        create_method: 'PUT',
        // Without a level of its own the subject has the registry's, which is no error.
        read_query: { defaultToGlobal: ['true'] },
        read_selector: '{"compatibility":compatibilityLevel}',
        body: { compatibility },
      },
    });
  }

  private registered(
    provider: RestfulProvider,
    body: Request,
    level: RestfulResource | undefined,
    precondition: Precondition[],
  ): RestfulResource {
    const { subjectName } = this;
    return new RestfulResource(this, 'Resource', {
      provider,
      attributes: {
        path: `/subjects/${subjectName}/versions`,
        // Read from the list of all subjects, which is there when the subject is not: Terraform before 1.12 gives up
        // over an object that is gone, where a type that is missing is a change like any other.
        read_path: '/subjects',
        read_selector: `{"schemaType":#(=="${subjectName}").!"${body.schemaType}"}`,
        write_only_attrs: ['schema'],
        update_path: '$(path)',
        update_method: 'POST',
        delete_path: `/subjects/${subjectName}`,
        body,
      },
      ...(level && { dependsOn: [level] }),
      ...(precondition.length > 0 && { lifecycle: { precondition } }),
    });
  }

  /**
   * The registry alone can tell whether two texts are the same schema, so it is asked which version the declared one is.
   * Read after the registration if there is one, and else in the plan, so that a `diff` shows what was done by hand.
   */
  private checkedToBeInForce(provider: RestfulProvider, body: Request, registered: RestfulResource): void {
    const { subjectName } = this;
    const meta = { provider, dependsOn: [registered] };
    const asked = { allow_not_exist: true, output_attrs: ['version'] };
    const latest = new RestfulDataSource(this, 'Latest', {
      ...meta,
      attributes: { ...asked, id: `/subjects/${subjectName}/versions/latest` },
    });
    const inForce = `try(${latest.fqn}.output.version, "none")`;
    new RestfulDataSource(this, 'Declared', {
      ...meta,
      attributes: { ...asked, id: `/subjects/${subjectName}`, method: 'POST', body },
      lifecycle: {
        postcondition: [
          {
            condition: `\${try(self.output.version, "none") == ${inForce}}`,
            errorMessage:
              `${subjectName}: not the declared schema is in force, but version \${${inForce}}, registered by hand or by a client; ` +
              `declare its schema, or delete that version, or the subject, and deploy again.`,
          },
        ],
      },
    });
  }
}

interface Request extends Record<string, string> {
  readonly schema: string;
  readonly schemaType: string;
}

interface SubjectFacts {
  readonly scope: IConstruct;
  readonly registry: ISchemaRegistry;
}

export const SUBJECT_PROPERTIES: Properties<SubjectProps> = {
  registry: required(registryReference),
  subjectName: allOf(
    textOrToken('policy', "1 to 255 of a-z, A-Z, 0-9, '.', '_' and '-'", /^[a-zA-Z0-9._-]{1,255}$/),
    check(
      'RFC 3986 5.2.4',
      "not '.' or '..', which the registry's addresses cannot name",
      (name) => name !== '.' && name !== '..',
    ),
    check(
      'io.confluent.kafka.schemaregistry.utils.QualifiedSubject#isValidSubject',
      "none of the registry's own, '__GLOBAL' and '__EMPTY'",
      (name) => name !== '__GLOBAL' && name !== '__EMPTY',
    ),
  ),
  schema: required(valueObject("a Schema, such as Schema.avroFile('schemas/person.avsc')", 'type', 'text')),
  compatibility: oneOf(
    'https://docs.confluent.io/platform/7.9/schema-registry/fundamentals/schema-evolution.html',
    Compatibility,
  ),
};

export const SUBJECT_RULES: readonly Rule<SubjectFacts>[] = [
  {
    requires: "It is in a stack after the registry's own.",
    fails: ({ scope, registry }) =>
      registry.platform !== undefined && TerraformStack.of(scope) === TerraformStack.of(registry),
    message: ({ scope }) =>
      `it must be in a stack after the registry's own, because a plan asks the registry for it and fails while that is away; ${elsewhere(scope, 'subjects', 'registry.addSubject')}.`,
    source: 'policy',
  },
  {
    requires: 'The registry is found from where Terraform runs, as none on Kubernetes is.',
    fails: ({ registry }) => registry.platform?.isKubernetes === true,
    message: ({ registry }) =>
      `registry must not be ${registry.node.path}, which is on Kubernetes, where Terraform does not find it; register schemas by your pipeline, or give SchemaRegistry.fromUrl(…) with an address that leads to it.`,
    source: 'policy',
  },
  loginOfStack('registry', ({ registry }) => registry.login),
];

const SUBJECT_CLAIM: UniqueName = {
  kind: 'subject',
  requires: 'The subjects of a registry have different names, also across stacks.',
  source: 'policy',
};
export const SUBJECT_TREE_RULES: readonly UniqueName[] = [SUBJECT_CLAIM];
