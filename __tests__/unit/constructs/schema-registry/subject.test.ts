import { TerraformStack, TerraformVariable, Testing, type App } from 'cdktf';
import { Construct } from 'constructs';
import { ContainerApp } from '../../../../constructs/container-app/container-app';
import { ContainerImage } from '../../../../constructs/core/container-image';
import { HealthCheck } from '../../../../constructs/core/health-check';
import { Size } from '../../../../constructs/core/size';
import { Compatibility } from '../../../../constructs/schema-registry/compatibility';
import type { ExternalSchemaRegistryProps } from '../../../../constructs/schema-registry/external-schema-registry';
import { Schema } from '../../../../constructs/schema-registry/schema';
import { SchemaRegistry } from '../../../../constructs/schema-registry/schema-registry';
import type { ISchemaRegistry } from '../../../../constructs/schema-registry/interfaces';
import { SchemaRegistryTopic } from '../../../../constructs/schema-registry/schema-registry-topic';
import { Subject, type SubjectProps } from '../../../../constructs/schema-registry/subject';
import { newCluster } from '../../../support/cluster';
import { accepted, newPlatform, newStack, resources, synth, type Synthesized } from '../../../support/synth';

const PERSON = { type: 'record', name: 'Person', fields: [{ name: 'name', type: 'string' }] };

let app: App;
let registry: ISchemaRegistry;
let stack: TerraformStack;

beforeEach(() => {
  app = Testing.app();
  registry = newRegistry('services', 'http://localhost:8081');
  stack = newStack('mine', app);
});

function newRegistry(stackId: string, hostUrl: string): ISchemaRegistry {
  const url = 'http://schema-registry:8081';
  return Object.assign(new Construct(newStack(stackId, app), 'registry'), { url, hostUrl });
}

function subject(props: Partial<SubjectProps> = {}, id = 'people-value'): Subject {
  return accepted(new Subject(stack, id, { registry, schema: Schema.avro(PERSON), ...props }));
}

interface WithData extends Synthesized {
  readonly data: Record<string, Record<string, Record<string, unknown>>>;
}
const questions = (): Record<string, unknown>[] =>
  Object.values((synth(stack) as WithData).data.restful_resource ?? {});

test('registers its schema through the registry’s address on the host', () => {
  subject();
  expect(synth(stack).provider?.restful).toEqual([{ base_url: 'http://localhost:8081' }]);
  expect(resources(stack, 'restful_resource')).toEqual([
    expect.objectContaining({
      path: '/subjects/people-value/versions',
      update_path: '$(path)',
      update_method: 'POST',
      delete_path: '/subjects/people-value',
      body: { schema: JSON.stringify(PERSON), schemaType: 'AVRO' },
    }),
  ]);
});

test('a changed schema is a new version, never a new subject', () => {
  subject();
  expect(resources(stack, 'restful_resource')[0]).not.toHaveProperty('force_new_attrs');
});

test('a subject that is gone is a change, not an error', () => {
  subject();
  expect(resources(stack, 'restful_resource')[0]).toMatchObject({
    read_path: '/subjects',
    read_selector: '{"schemaType":#(=="people-value").!"AVRO"}',
    write_only_attrs: ['schema'],
  });
});

test('a JSON Schema is registered as one', () => {
  subject({ schema: Schema.jsonSchema({ type: 'object' }) });
  expect(resources(stack, 'restful_resource')[0]).toMatchObject({
    body: { schema: '{"type":"object"}', schemaType: 'JSON' },
    read_selector: '{"schemaType":#(=="people-value").!"JSON"}',
  });
});

test('a schema that speaks of ${…} reaches the registry as it is', () => {
  subject({ schema: Schema.avro({ ...PERSON, doc: 'in ${currency}' }) });
  expect(resources(stack, 'restful_resource')[0]?.body).toMatchObject({
    schema: expect.stringContaining('"doc":"in $${currency}"') as string,
  });
});

test('its level is in force before its schema is judged, and read as the registry applies it', () => {
  subject({ compatibility: Compatibility.FULL });
  const [registered, level] = resources(stack, 'restful_resource');
  expect(level).toMatchObject({
    path: '/config/people-value',
    create_method: 'PUT',
    read_query: { defaultToGlobal: ['true'] },
    body: { compatibility: 'FULL' },
  });
  expect(registered?.depends_on).toEqual([expect.stringContaining('Compatibility')]);
});

test('has the registry’s level where it does not say', () => {
  subject();
  expect(resources(stack, 'restful_resource').map(({ path }) => path)).not.toContain('/config/people-value');
});

test('the registry is asked whether the declared schema is in force, after it was registered', () => {
  subject();
  const [declared, latest] = questions();
  expect(latest).toMatchObject({ id: '/subjects/people-value/versions/latest', allow_not_exist: true });
  expect(declared).toMatchObject({
    id: '/subjects/people-value',
    method: 'POST',
    body: { schema: JSON.stringify(PERSON), schemaType: 'AVRO' },
    allow_not_exist: true,
  });
  for (const question of questions())
    expect(question.depends_on).toEqual([expect.stringMatching(/^restful_resource\./)]);
});

test('comes after the stack of the registry', () => {
  subject();
  expect(stack.dependencies).toEqual([TerraformStack.of(registry)]);
});

test('subjects of two registries in one stack each go to their own', () => {
  subject();
  subject({ registry: newRegistry('elsewhere', 'http://localhost:9999') }, 'second');
  expect(synth(stack).provider?.restful).toEqual([
    { base_url: 'http://localhost:8081' },
    { base_url: 'http://localhost:9999', alias: 'schema-registry-2' },
  ]);
  expect(resources(stack, 'restful_resource').map(({ provider }) => provider)).toEqual([
    'restful',
    'restful.schema-registry-2',
  ]);
});

test('refuses the stack of its registry, where a plan could not meet it', () => {
  Object.assign(registry, { platform: newPlatform(newStack('platform', app)) });
  expect(() =>
    accepted(new Subject(TerraformStack.of(registry), 'x', { registry, schema: Schema.avro(PERSON) })),
  ).toThrow("must be in a stack after the registry's own");
});

test('refuses the same subject twice in a registry, also across stacks, and names both', () => {
  subject();
  new Subject(newStack('two', app), 'again', {
    registry,
    subjectName: 'people-value',
    schema: Schema.avro(PERSON),
  });
  expect(() => app.synth()).toThrow(
    "two/again cannot be made:\n  - the subject 'people-value' is already that of mine/people-value; give one of them another. [policy]",
  );
});

test('leaves to Terraform a name that it alone knows', () => {
  const name = new TerraformVariable(stack, 'name', { type: 'string' });
  subject({ subjectName: name.stringValue });
  expect(resources(stack, 'restful_resource')[0]).toMatchObject({
    path: '/subjects/${var.name}/versions',
    lifecycle: {
      precondition: [
        {
          error_message: expect.stringContaining('mine/people-value: subjectName must be 1 to 255') as string,
        },
      ],
    },
  });
});

describe('added to its registry', () => {
  const added = (): Subject => {
    const services = newStack('platform', app);
    const platform = newPlatform(services);
    const cluster = newCluster(platform);
    const topic = new SchemaRegistryTopic(services, 'schemas', { cluster });
    const own = new SchemaRegistry(services, 'registry', { platform, cluster, topic });
    return own.addSubject('people-value', { schema: Schema.avro(PERSON) });
  };

  test('is in a stack of its own, under its name', () => {
    expect(added()).toMatchObject({ subjectName: 'people-value', node: { path: 'subjects/people-value' } });
  });

  test('is deployed after it, and reaches it on the host', () => {
    const subjects = TerraformStack.of(added());
    expect(subjects.dependencies.map(({ node }) => node.id)).toEqual(['platform']);
    expect(synth(subjects).provider?.restful).toEqual([{ base_url: 'http://localhost:8081' }]);
  });
});

describe('a registry that others run', () => {
  const url = 'https://registry.example.com';
  const password = (of = stack) => new TerraformVariable(of, 'password', { type: 'string', sensitive: true });
  const theirs = (props: Partial<ExternalSchemaRegistryProps> = {}, of = stack): ISchemaRegistry =>
    accepted(SchemaRegistry.fromUrl(of, 'theirs', { url, ...props }));

  test('takes subjects by its login, in the same stack, too', () => {
    subject({ registry: theirs({ login: { username: 'me', password: password() } }) });
    expect(synth(stack).provider?.restful).toEqual([
      { base_url: url, security: { http: { basic: { username: 'me', password: '${var.password}' } } } },
    ]);
  });

  test('is one thing, whatever refers to it', () => {
    subject({ registry: theirs() });
    const again = theirs({}, newStack('other', app));
    expect(() => subject({ registry: again }, 'again')).not.toThrow();
    expect(() => subject({ registry: again, subjectName: 'people-value' }, 'once-more')).toThrow(
      "'people-value'",
    );
  });

  test('refuses a password of another stack', () => {
    const login = { username: 'me', password: password(newStack('other', app)) };
    expect(() => subject({ registry: theirs({ login }) })).toThrow(
      "the password of its registry must be a variable of the stack 'mine'",
    );
  });

  test.each<[string, Partial<ExternalSchemaRegistryProps>]>([
    ['url must begin with https:// where there is a login', { url: 'http://registry.example.com' }],
    ['url must be an address', { url: 'registry.example.com' }],
    ['url must be an address', { url: `${url}/` }],
    ['url must be an address', { url: 'https://me@registry.example.com' }],
    ["username must be without ':'; got 'm:e'", { login: { username: 'm:e', password: '' } }],
    [
      'password must not be a secret that everybody can read',
      { login: { username: 'me', password: 'hunter2' } },
    ],
  ])('refuses what is wrong: %s', (says, props) => {
    const made = () => theirs({ login: { username: 'me', password: password() }, ...props });
    expect(made).toThrow(says);
  });

  test.each(['http://localhost:8081', `${url}/apis/ccompat/v7`])('takes a login at %s', (address) => {
    expect(() => theirs({ url: address, login: { username: 'me', password: password() } })).not.toThrow();
  });

  test('is used by containers where it wants no login', () => {
    const at = (props: Partial<ExternalSchemaRegistryProps>) => {
      const services = newStack('services-of-mine', Testing.app());
      const platform = newPlatform(services);
      const app = new ContainerApp(services, 'billing', {
        platform,
        image: ContainerImage.of('example/billing:1', { user: 'billing' }),
        healthCheck: HealthCheck.bash('true'),
        memory: Size.mebibytes(64),
      });
      app.uses(theirs(props, services));
      return () => accepted(app);
    };
    expect(at({})).not.toThrow();
    expect(at({ login: { username: 'me', password: password() } })).toThrow(
      'which wants a login that no container is told in plain sight',
    );
  });
});
