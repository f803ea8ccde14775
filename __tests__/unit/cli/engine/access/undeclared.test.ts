import { aclsAt } from '../../../../../cli/engine/access/acls';
import type { FoundEntry } from '../../../../../cli/engine/access/entry';
import { passwordsAt } from '../../../../../cli/engine/access/passwords';
import { puttingRight } from '../../../../../cli/engine/access/put-right';
import { quotasAt } from '../../../../../cli/engine/access/quotas';
import { accessClusters, undeclaredAt } from '../../../../../cli/engine/access/undeclared';
import { withAdmin } from '../../../../../cli/engine/partitions';
import type { KafkaProvider, Stack } from '../../../../../cli/engine/synthesis';
import { CommandError } from '../../../../../cli/program';
import { synthesized } from '../../../../support/synthesized';

// Another attempt needs no second here to find things changed.
jest.mock('async-retry', () => {
  const retry = jest.requireActual<(work: unknown, options: object) => unknown>('async-retry');
  return (work: unknown, options: object) => retry(work, { ...options, minTimeout: 0 });
});
jest.mock<object>('../../../../../cli/engine/partitions', () => ({ withAdmin: jest.fn() }));
jest.mock<object>('../../../../../cli/engine/access/acls', () => ({
  ...jest.requireActual<object>('../../../../../cli/engine/access/acls'),
  aclsAt: jest.fn(),
}));
jest.mock<object>('../../../../../cli/engine/access/quotas', () => ({
  ...jest.requireActual<object>('../../../../../cli/engine/access/quotas'),
  quotasAt: jest.fn(),
}));
jest.mock<object>('../../../../../cli/engine/access/passwords', () => ({
  ...jest.requireActual<object>('../../../../../cli/engine/access/passwords'),
  passwordsAt: jest.fn(),
}));

type Attributes = Record<string, unknown>;

const acl = (principal: string, rest: Attributes = {}): Attributes => ({
  resource_type: 'Topic',
  resource_name: 'orders',
  resource_pattern_type_filter: 'Literal',
  acl_principal: principal,
  acl_host: '*',
  acl_operation: 'Read',
  acl_permission_type: 'Allow',
  ...rest,
});
const quota = (name: string, rest: Attributes = {}): Attributes => ({
  entity_type: 'user',
  entity_name: name,
  ...rest,
});
const password = (username: string): Attributes => ({ username, scram_mechanism: 'SCRAM-SHA-512' });

const provider = (rest: Partial<KafkaProvider> = {}): KafkaProvider => ({
  name: 'kafka',
  servers: ['localhost:9092'],
  isOpen: true,
  ...rest,
});

const program = (resources: Record<string, Attributes[]>, ...providers: KafkaProvider[]): Stack =>
  synthesized('users', resources, { kafkaProviders: providers.length > 0 ? providers : [provider()] });

/** Whether it was taken away, by its words. */
let removed: string[];
/** Of a server's cluster. */
let ids: Record<string, string>;

function found(entry: Omit<FoundEntry, 'what' | 'remove'>): FoundEntry {
  const what = [entry.kind, entry.of, ...entry.fields].join(' ');
  return { ...entry, what, remove: () => Promise.resolve(void removed.push(what)) };
}
const foundAcl = (user: string, fields: Partial<Record<number, string>> = {}, denies = false): FoundEntry => {
  const all = Object.assign(['Allow', 'Read', 'Topic', 'Literal', 'orders', '*'], fields);
  return found({ kind: 'acl', of: `User:${user}`, ...(user !== '*' && { user }), fields: all, denies });
};
const foundQuota = (of: string, user?: string): FoundEntry => found({ kind: 'quota', of, user, fields: [] });
const foundPassword = (user: string, mechanism = 'SCRAM-SHA-512'): FoundEntry =>
  found({ kind: 'user', of: user, user, fields: [mechanism] });

function brokersHave(...all: FoundEntry[]): void {
  const of = (kind: string) => () => Promise.resolve(all.filter((each) => each.kind === kind));
  jest.mocked(aclsAt).mockImplementation(of('acl'));
  const quotas = of('quota');
  jest
    .mocked(quotasAt)
    .mockImplementation(async () => (await quotas()).map((each) => ({ ...each, limits: {} })));
  jest.mocked(passwordsAt).mockImplementation(of('user'));
}

beforeEach(() => {
  [removed, ids] = [[], {}];
  jest
    .mocked(withAdmin)
    .mockReset()
    .mockImplementation((servers, work) =>
      work({
        describeCluster: () => Promise.resolve({ clusterId: ids[servers.join()] ?? 'one' }),
      } as never),
    );
  brokersHave();
});

async function undeclared(stack: Stack): Promise<Record<'going' | 'staying', string[]>> {
  const [cluster] = await accessClusters([stack]);
  const { going, staying } = await undeclaredAt(cluster!);
  return { going: going.map(({ what }) => what), staying: staying.map(({ what }) => what) };
}

const BILLING = { kafka_acl: [acl('User:billing')] };

test('what the program says is not found beside it', async () => {
  brokersHave(foundAcl('billing'), foundQuota('user=billing', 'billing'), foundPassword('billing'));
  const stack = program({
    ...BILLING,
    kafka_quota: [quota('billing')],
    kafka_user_scram_credential: [password('billing')],
  });
  await expect(undeclared(stack)).resolves.toEqual({ going: [], staying: [] });
});

test.each<[string, FoundEntry]>([
  ['operation', foundAcl('billing', { 1: 'Write' })],
  ['type', foundAcl('billing', { 2: 'Group' })],
  ['pattern', foundAcl('billing', { 3: 'Prefixed' })],
  ['name', foundAcl('billing', { 4: 'sales' })],
  ['host', foundAcl('billing', { 5: '10.0.0.7' })],
])('an ACL of a user of the program goes that differs by its %s', async (_, each) => {
  brokersHave(foundAcl('billing'), each);
  await expect(undeclared(program(BILLING))).resolves.toEqual({ going: [each.what], staying: [] });
});

test.each<[string, FoundEntry]>([
  ['an ACL of a user that the program does not know', foundAcl('bob')],
  ['an ACL of everybody', foundAcl('*')],
  ['what shuts a user out', foundAcl('billing', { 0: 'Deny' }, true)],
  ['a password of a user of whom the program makes none', foundPassword('billing')],
  ['a quota of another user', foundQuota('user=bob', 'bob')],
  ['a quota that is not of a user alone', foundQuota('user=billing,client-id=web')],
])('%s stays', async (_, each) => {
  brokersHave(each);
  await expect(undeclared(program(BILLING))).resolves.toEqual({ going: [], staying: [each.what] });
});

test('an ACL of everybody stays also where the program has one', async () => {
  brokersHave(foundAcl('*', { 1: 'Write' }));
  const { staying } = await undeclared(program({ kafka_acl: [acl('User:*')] }));
  expect(staying).toHaveLength(1);
});

test('a quota goes of a user of whom the program says anything, and so does a password beside its own', async () => {
  const all = [foundQuota('user=billing', 'billing'), foundPassword('billing', 'SCRAM-SHA-256')];
  brokersHave(...all);
  const { going } = await undeclared(program({ kafka_user_scram_credential: [password('billing')] }));
  expect(going).toEqual(all.map(({ what }) => what));
});

test('what only Terraform knows may be anything', async () => {
  brokersHave(foundAcl('billing', { 4: 'sales' }), foundAcl('bob', { 1: 'Write' }));
  const unknown = [
    acl('User:billing', { resource_name: '${var.topic}' }),
    acl('${var.user}', { acl_operation: 'Write' }),
  ];
  await expect(undeclared(program({ kafka_acl: unknown }))).resolves.toEqual({ going: [], staying: [] });
});

test('the provider’s own words and defaults are Kafka’s', async () => {
  brokersHave(
    foundAcl('billing', { 1: 'Write', 2: 'TransactionalId', 4: 't' }),
    foundQuota('user=<default>'),
  );
  const written = acl('User:billing', {
    resource_type: 'TransactionalID',
    resource_pattern_type_filter: undefined,
    acl_operation: 'Write',
    resource_name: 't',
  });
  const stack = program({ kafka_acl: [written], kafka_quota: [quota('')] });
  await expect(undeclared(stack)).resolves.toEqual({ going: [], staying: [] });
});

describe('of several providers', () => {
  const other = provider({ name: 'kafka.other', servers: ['localhost:9093'] });
  const ofBoth = (...providers: KafkaProvider[]): Stack =>
    program(
      { kafka_acl: [acl('User:billing'), acl('User:shop', { provider: 'kafka.other' })] },
      ...providers,
    );

  test('two lists of servers are one cluster where the brokers say so', async () => {
    const clusters = await accessClusters([ofBoth(provider(), other)]);
    expect(clusters.map(({ declared }) => declared.map(({ of }) => of))).toEqual([
      ['User:billing', 'User:shop'],
    ]);
    ids = { 'localhost:9093': 'two' };
    await expect(accessClusters([ofBoth(provider(), other)])).resolves.toHaveLength(2);
  });

  test('users of brokers that cannot be asked may be those of any', async () => {
    brokersHave(foundAcl('shop'));
    const stack = ofBoth(provider(), { ...other, isOpen: false });
    await expect(undeclared(stack)).resolves.toEqual({ going: [], staying: [] });
  });

  test('brokers are not asked of whose users the program says nothing', async () => {
    await expect(accessClusters([program({ kafka_topic: [{ name: 'orders' }] })])).resolves.toEqual([]);
    expect(withAdmin).not.toHaveBeenCalled();
  });
});

test('brokers that are busy are asked again by who sets no limit', async () => {
  jest
    .mocked(aclsAt)
    .mockRejectedValue(new CommandError('The brokers refused the request: Connection timeout'));
  const [cluster] = await accessClusters([program(BILLING)]);
  await expect(undeclaredAt(cluster!, [], 1_000)).resolves.toMatchObject({ unknown: [expect.anything()] });
  jest.mocked(aclsAt).mockReset();
  jest
    .mocked(aclsAt)
    .mockRejectedValueOnce(new CommandError('The brokers refused the request: Connection timeout'))
    .mockResolvedValue([foundAcl('bob')]);
  await expect(undeclaredAt(cluster!)).resolves.toMatchObject({ staying: [{ of: 'User:bob' }], unknown: [] });
});

test('what one kind cannot be asked of says so, and the others are found', async () => {
  brokersHave(foundAcl('bob'));
  jest.mocked(quotasAt).mockRejectedValue(new CommandError('The broker at x refused: no.'));
  const [cluster] = await accessClusters([program(BILLING)]);
  const { staying, unknown } = await undeclaredAt(cluster!);
  expect([staying.length, unknown]).toEqual([1, ['The broker at x refused: no.']]);
});

describe('up', () => {
  const [users, others] = [program(BILLING), synthesized('topics', { kafka_topic: [{}] })];
  const more = { ...program({ kafka_acl: [acl('User:shop')] }), name: 'more' };
  let said: string[];
  const put = (stacks: Stack[], ...allowed: string[]) => {
    said = [];
    return puttingRight(stacks, allowed, (step) => said.push(step));
  };

  test('takes away what a user has beside, says so, and leaves the rest with the word that takes it away', async () => {
    brokersHave(foundAcl('billing', { 1: 'Write' }), foundAcl('bob'), foundQuota("user=b'o b"));
    await expect(put([users])(users)).resolves.toEqual([
      'Taken away, because the program does not say it: acl User:billing Allow Write Topic Literal orders *.',
      'The program does not say, and leaves: acl User:bob Allow Read Topic Literal orders *. `npx cdktf-streaming up --allow acl:User:bob` takes it away.',
      "The program does not say, and leaves: quota user=b'o b. `npx cdktf-streaming up --allow 'quota:user=b'\\''o b'` takes it away.",
    ]);
    expect(removed).toEqual(['acl User:billing Allow Write Topic Literal orders *']);
    expect(said).toEqual(['taking away acl User:billing Allow Write Topic Literal orders *']);
  });

  test('takes away what it is told to, and nothing else of that name', async () => {
    brokersHave(foundAcl('bob'), foundAcl('bob', { 0: 'Deny' }, true), foundPassword('bob'));
    await put([users], 'acl:User:bob', 'user:eve')(users);
    expect(removed).toEqual([
      'acl User:bob Allow Read Topic Literal orders *',
      'acl User:bob Deny Read Topic Literal orders *',
    ]);
  });

  test('does so once the last stack with users is deployed, and waits for no other', async () => {
    brokersHave(foundAcl('billing', { 1: 'Write' }));
    const deployed = put([users, others, more]);
    await deployed(others);
    await deployed(users);
    expect(removed).toEqual([]);
    await deployed(more);
    expect(removed).toHaveLength(1);
  });

  test('goes on where the brokers do not say, and tells why', async () => {
    jest.mocked(withAdmin).mockRejectedValue(new CommandError('The brokers refused the request: no'));
    await expect(put([users])(users)).resolves.toEqual([
      'What users have beside what the program says is unknown: The brokers refused the request: no',
    ]);
  });
});
