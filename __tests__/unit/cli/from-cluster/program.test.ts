import * as estree from 'prettier/plugins/estree';
import * as typescript from 'prettier/plugins/typescript';
import { format } from 'prettier/standalone';
import { programOf } from '../../../../cli/from-cluster/program';
import { FOUND } from '../../../support/found-cluster';

const { files, leftOut, secrets, counts } = programOf(FOUND);
const topic = (config: Record<string, string>): string => {
  const topics = [{ name: 't', partitions: 1, replicationFactor: 1, config }];
  const text = programOf({ ...FOUND, topics }).files['topics.ts'] ?? '';
  return /replicationFactor: 1,?\s*(.*?),?\s*\}\);\n/s.exec(text)?.[1]?.replace(/\s+/g, ' ') ?? '';
};

const STYLE = { parser: 'typescript', plugins: [typescript, estree], printWidth: 110, singleQuote: true };

test.each(Object.keys(files).filter((file) => file.endsWith('.ts')))(
  '%s is written as our examples',
  async (file) => expect(await format(files[file] ?? '', STYLE)).toBe(files[file]),
);

test.each<[string, Record<string, string>, string]>([
  ['an age', { 'retention.ms': '129600000' }, 'retention: Retention.upTo(Duration.hours(36))'],
  [
    'an age and a size',
    { 'retention.ms': '1001', 'retention.bytes': '1073741824' },
    'retention: Retention.upTo(Duration.milliseconds(1001), Size.gibibytes(1))',
  ],
  [
    'a size alone',
    { 'retention.ms': '-1', 'retention.bytes': '1025' },
    'retention: Retention.upToSize(Size.bytes(1025))',
  ],
  ['no limit', { 'retention.ms': '-1', 'retention.bytes': '-1' }, 'retention: Retention.forever()'],
  // What a retention would set beside it, nobody has set.
  ['one that is none', { 'retention.ms': '-1' }, "settings: { 'retention.ms': -1 }"],
  ['one of nothing', { 'retention.ms': '0' }, "settings: { 'retention.ms': 0 }"],
  ['a size without an age', { 'retention.bytes': '7' }, "settings: { 'retention.bytes': 7 }"],
  [
    'an age with no limit of the size',
    { 'retention.bytes': '-1', 'retention.ms': '9' },
    "settings: { 'retention.bytes': -1, 'retention.ms': 9 }",
  ],
  [
    'more than a number of JavaScript says',
    { 'retention.ms': '9223372036854775807' },
    "settings: { 'retention.ms': '9223372036854775807' }",
  ],
  [
    'both policies',
    { 'cleanup.policy': 'compact,delete', 'retention.ms': '1000' },
    'retention: Retention.upTo(Duration.seconds(1)), cleanupPolicy: CleanupPolicy.COMPACT_AND_DELETE',
  ],
  [
    'both in another order',
    { 'cleanup.policy': 'delete,compact' },
    "settings: { 'cleanup.policy': 'delete,compact' }",
  ],
])("a topic's retention is in the library's words where these are exact: %s", (_, config, options) => {
  expect(topic(config)).toBe(options);
});

test('what nothing can be made of is said, and nothing else is left out', () => {
  expect(leftOut.map(({ what }) => what)).toEqual([
    'the quota of client-id=web',
    'the subject nested',
    'the subject proto',
  ]);
  expect(counts).toEqual({ topics: 5, users: 4, connectors: 3, subjects: 2 });
});

test('no secret is in a file, and Terraform asks for each; references stay', () => {
  expect(JSON.stringify(files)).not.toContain('hunter2');
  expect(secrets).toEqual(['orders_database_connection_password']);
  expect(files['connectors.ts']).toContain("'${file:/run/secrets/database.properties:username}'");
});

test('users have no password, and all of their ACLs', () => {
  expect(files['users.ts']).toContain('authentication: UserAuthentication.external()');
  expect(files['users.ts']?.match(/operation: '/g)).toHaveLength(FOUND.acls.length);
  expect(files['users.ts']).toContain("user('shop');");
});

test('what the library refuses is said otherwise, or left out with its reason, and with it all of the same user', () => {
  const first = new Map([
    ['topics/brokers/audit', 'no'],
    ['users/odd/Read Topic a-*', 'a star'],
    ['connectors/changes', 'which topics?'],
    ['connectors/elsewhere', 'not declared'],
  ]);
  const once = programOf(FOUND, [first]);
  expect(once.files['topics.ts']).toContain("settings: { 'min.insync.replicas': 2, 'retention.bytes': -1, ");
  expect(once.files['users.ts']).not.toContain("'odd'");
  expect(once.files['connectors.ts']).toContain("writes: [topic('shop.public.orders')],");
  expect(once.files['connectors.ts']).toContain("topic('gone');");
  expect(once.leftOut).toContainEqual({ what: 'the user odd', why: 'a star' });
  const twice = programOf(FOUND, [first, new Map([['connectors/changes', 'still']])]);
  expect(twice.leftOut).toContainEqual({ what: 'the connector changes', why: 'still' });
  expect(twice.files['connectors.ts']).not.toContain("'changes'");
});

test('what there is nothing of has no file, and nothing waits for it', () => {
  const program = programOf({
    ...FOUND,
    connect: undefined,
    registry: undefined,
    acls: [],
    quotas: [],
    users: [],
  });
  expect(Object.keys(program.files)).toEqual(['main.ts', 'kafka.ts', 'topics.ts']);
  expect(program.files['main.ts']).not.toMatch(/users|connectors|subjects|addDependency/);
});
