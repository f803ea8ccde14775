import {
  App,
  CloudBackend,
  GcsBackend,
  HttpBackend,
  LocalBackend,
  NamedCloudWorkspace,
  NamedRemoteWorkspace,
  PgBackend,
  RemoteBackend,
  S3Backend,
  TaggedCloudWorkspaces,
  TerraformStack,
} from 'cdktf';
import { Construct } from 'constructs';
import { siblingStack } from '../../../../constructs/core/dependencies';
import { keepStatesApart } from '../../../../constructs/core/state';
import { synthesize } from '../../../../constructs/testing';
import { accepted } from '../../../support/synth';

let app: App;
let kafka: TerraformStack;
beforeEach(() => {
  app = new App();
  kafka = new TerraformStack(app, 'kafka');
});
const topics = (): TerraformStack => siblingStack(kafka, 'topics');
const pathOf = (stack: TerraformStack): unknown =>
  (synthesize(app).stacks[stack.node.id]?.terraform?.backend as { local?: { path: string } } | undefined)
    ?.local?.path;

const PATHS = [
  ['../state/kafka.tfstate', '../state/topics.tfstate'],
  ['../terraform.kafka.tfstate', '../terraform.topics.tfstate'],
  ['terraform.tfstate', 'terraform.topics.tfstate'],
  ['../../state', '../../state.topics.tfstate'],
  ['../kafka.tfstate/all.json', '../kafka.tfstate/all.json.topics.tfstate'],
];

test.each(PATHS)('beside a stack whose state is %p, it is %p', (path, expected) => {
  new LocalBackend(kafka, { path });
  expect(pathOf(topics())).toBe(expected);
});

test.each(PATHS)('the same where %p is said after the stack was made, as %p', (path, expected) => {
  const beside = topics();
  new LocalBackend(kafka, { path });
  expect(pathOf(beside)).toBe(expected);
});

test('the same where a path was overridden, on the backend or on the stack', () => {
  new LocalBackend(kafka, { path: 'a.tfstate' }).addOverride('path', 'b.tfstate');
  expect(pathOf(topics())).toBe('b.topics.tfstate');
  kafka.addOverride('terraform.backend.local.path', 'c.tfstate');
  app.node.tryRemoveChild('topics');
  expect(pathOf(topics())).toBe('c.topics.tfstate');
});

test('states of other workspaces are apart, too', () => {
  new LocalBackend(kafka, { path: '/s/kafka.tfstate', workspaceDir: '/s/others' });
  const { backend } = (synthesize(topics()).stacks.topics?.terraform ?? {}) as Record<string, unknown>;
  expect(backend).toBeUndefined();
  expect(JSON.stringify(topics().toTerraform())).toContain(
    '{"path":"/s/topics.tfstate","workspace_dir":"/s/others-topics"}',
  );
});

test("where nothing is said, each stack has cdktf's own file", () => {
  topics();
  app.node.findAll().forEach((each) => {
    if (TerraformStack.isStack(each)) each.prepareStack();
  });
  expect(JSON.stringify(kafka.toTerraform())).toContain('/terraform.kafka.tfstate"');
  expect(JSON.stringify(topics().toTerraform())).toContain('/terraform.topics.tfstate"');
});

const REMOTE: [string, (stack: TerraformStack, key: string) => unknown][] = [
  ['s3', (stack, key) => new S3Backend(stack, { bucket: 'b', key })],
  ['gcs', (stack, prefix) => new GcsBackend(stack, { bucket: 'b', prefix })],
  ['http', (stack, key) => new HttpBackend(stack, { address: `https://example.com/${key}` })],
  ['pg', (stack, schemaName) => new PgBackend(stack, { connStr: 'postgres://db', schemaName })],
  [
    'cloud',
    (stack, name) =>
      new CloudBackend(stack, { organization: 'o', workspaces: new NamedCloudWorkspace(name) }),
  ],
  ['s3', (stack, key) => stack.addOverride('terraform.backend', { local: null, s3: { bucket: 'b', key } })],
];

describe.each(REMOTE)('beside a stack whose state is in %s', (kind, backend) => {
  const refused = `topics cannot be made:\n  - kafka keeps its state in a backend of its own (${kind}), and this stack was made beside it; give it one too`;

  test('it is refused at synth to have none, in whatever order things are said', () => {
    backend(kafka, 'kafka');
    topics();
    expect(() => synthesize(app)).toThrow(refused);
    app = new App();
    kafka = new TerraformStack(app, 'kafka');
    topics();
    backend(kafka, 'kafka');
    expect(() => accepted(app)).toThrow(refused);
  });

  test('it may have one of its own, given before or after', () => {
    backend(kafka, 'kafka');
    backend(topics(), 'topics');
    expect(() => accepted(app)).not.toThrow();
  });

  test('it must not have the same one', () => {
    backend(kafka, 'same');
    backend(topics(), 'same');
    expect(() => accepted(app)).toThrow(
      `topics cannot be made:\n  - it keeps its state where kafka does, the same place of the backend ${kind}, and`,
    );
  });
});

test('a second neighbour with another backend is not forgotten', () => {
  topics();
  const other = new TerraformStack(app, 'other');
  new S3Backend(other, { bucket: 'b', key: 'k' });
  siblingStack(other, 'topics');
  expect(() => accepted(app)).toThrow('other keeps its state in a backend of its own (s3)');
});

test('workspaces that are only told by a tag are no one place', () => {
  const workspaces = new TaggedCloudWorkspaces(['platform']);
  new CloudBackend(kafka, { organization: 'o', workspaces });
  new CloudBackend(topics(), { organization: 'o', workspaces });
  expect(() => accepted(app)).not.toThrow();
});

test.each([
  ['/state/all.tfstate', '/state/all.tfstate'],
  ['../all.tfstate', '../../stacks/all.tfstate'],
])('two stacks of the program are refused one file: %s and %s', (one, other) => {
  keepStatesApart(kafka);
  new LocalBackend(kafka, { path: one });
  const second = new TerraformStack(app, 'second');
  new LocalBackend(second, { path: other });
  expect(() => accepted(app)).toThrow(
    `second cannot be made:\n  - it keeps its state where kafka does, the file ${other}, and`,
  );
});

test('the same name in folders of their own is two files', () => {
  keepStatesApart(kafka);
  new LocalBackend(kafka, { path: 'terraform.tfstate' });
  new LocalBackend(new TerraformStack(app, 'second'), { path: 'terraform.tfstate' });
  expect(() => accepted(app)).not.toThrow();
});

test('a stack beside another is refused the file of a third', () => {
  new LocalBackend(kafka, { path: '../kafka.tfstate' });
  new LocalBackend(new TerraformStack(app, 'third'), { path: '../topics.tfstate' });
  topics();
  expect(() => synthesize(app)).toThrow('topics cannot be made:\n  - it keeps its state where third does');
});

test('two stacks of one id are refused, because cdktf writes one over the other', () => {
  for (const side of ['blue', 'green'])
    siblingStack(new TerraformStack(new Construct(app, side), `${side}-kafka`), 'topics');
  expect(() => accepted(app)).toThrow(
    'green/topics cannot be made:\n  - its id topics is already that of blue/topics',
  );
});

test.each<[string, (stack: TerraformStack, more: object) => unknown, object]>([
  [
    's3',
    (stack, more) => new S3Backend(stack, { bucket: 'b', key: 'k', ...more }),
    { encrypt: true, region: 'r' },
  ],
  ['http', (stack, more) => new HttpBackend(stack, { address: 'http://a', ...more }), { username: 'me' }],
])('it is one place in %s, however one gets there', (_, backend, more) => {
  backend(kafka, {});
  backend(topics(), more);
  expect(() => accepted(app)).toThrow('it keeps its state where kafka does');
});

test('a workspace is one place, whichever block names it', () => {
  new RemoteBackend(kafka, { organization: 'o', workspaces: new NamedRemoteWorkspace('w') });
  new CloudBackend(topics(), { organization: 'o', workspaces: new NamedCloudWorkspace('w') });
  expect(() => accepted(app)).toThrow('it keeps its state where kafka does');
});
