import { Testing, TerraformVariable } from 'cdktf';
import { Acl } from '../../../../constructs/kafka/acl';
import { Authorization } from '../../../../constructs/kafka/authorization';
import type { AclProps } from '../../../../constructs/kafka/acl-props';
import { KafkaCluster } from '../../../../constructs/kafka/kafka-cluster';
import { KafkaUser } from '../../../../constructs/kafka/kafka-user';
import { KafkaTopic } from '../../../../constructs/kafka/kafka-topic';
import { UserAuthentication } from '../../../../constructs/kafka/user-authentication';
import { newCluster } from '../../../support/cluster';
import { accepted, newPlatform, newStack, resources } from '../../../support/synth';

const CLUSTER = KafkaCluster.fromBootstrapServers(newStack('elsewhere'), 'kafka', {
  bootstrapServers: ['broker:9092'],
});
const READ = { resourceType: 'Topic', name: 'orders', operation: 'Read' } as const;

function acl(props: Partial<AclProps> = {}, stack = newStack(), id = 'acl', cluster = CLUSTER): Acl {
  return accepted(new Acl(stack, id, { cluster, principal: 'User:billing', ...READ, ...props }));
}

test('allows a user something on one resource from everywhere', () => {
  const stack = newStack();
  acl({}, stack);
  expect(resources(stack, 'kafka_acl')).toMatchObject([
    {
      resource_type: 'Topic',
      resource_name: 'orders',
      resource_pattern_type_filter: 'Literal',
      acl_principal: 'User:billing',
      acl_host: '*',
      acl_operation: 'Read',
      acl_permission_type: 'Allow',
    },
  ]);
});

test('writes a transactional id as the provider does', () => {
  const stack = newStack();
  acl(
    { resourceType: 'TransactionalId', name: 'billing-', patternType: 'Prefixed', operation: 'Write' },
    stack,
  );
  expect(resources(stack, 'kafka_acl')).toMatchObject([{ resource_type: 'TransactionalID' }]);
});

test.each<Partial<AclProps>>([
  { name: '*' },
  { name: 'orders.', patternType: 'Prefixed' },
  { resourceType: 'Cluster', name: 'kafka-cluster', operation: 'IdempotentWrite' },
  { resourceType: 'Group', name: 'any group: of mine', operation: 'Delete' },
  { resourceType: 'DelegationToken', name: 'token', operation: 'Describe' },
  { principal: 'User:*', permission: 'Deny' },
  { principal: 'User:CN=billing,O=example' },
  { principal: 'Group:devs', principalType: 'Group' },
  { host: '10.0.0.7' },
  { host: '2001:db8:0:0:0:0:0:7' },
  { operation: 'All' },
])('takes %p', (props) => {
  expect(() => acl(props)).not.toThrow();
});

test.each<[string, object, string]>([
  ['an operation in another case', { operation: 'read' }, "got 'read', did you mean 'Read'?"],
  ['an operation that is misspelt', { operation: 'Writ' }, "got 'Writ', did you mean 'Write'?"],
  [
    "an operation as Kafka's tools print it",
    { operation: 'DESCRIBE_CONFIGS' },
    "did you mean 'DescribeConfigs'?",
  ],
  ['an operation that there is not', { operation: 'Fly' }, "operation must be one of 'Read', 'Write',"],
  ['a type in another case', { resourceType: 'topic' }, "got 'topic', did you mean 'Topic'?"],
  ['a type that the provider has not', { resourceType: 'User' }, "resourceType must be one of 'Topic',"],
  [
    'a pattern that only filters',
    { patternType: 'Match' },
    "patternType must be one of 'Literal', 'Prefixed'",
  ],
  ['a permission that there is not', { permission: 'Grant' }, "permission must be one of 'Allow', 'Deny'"],
  [
    'Write on a Group',
    { resourceType: 'Group', operation: 'Write' },
    "operation must be one that a Group has, Read, Delete, Describe, All; got 'Write', which Kafka takes and which allows nothing: take another, or a resource that has it (Topic, TransactionalId).",
  ],
  [
    'Read on a TransactionalId',
    { resourceType: 'TransactionalId' },
    'operation must be one that a TransactionalId has',
  ],
  [
    'a cluster of another name',
    { resourceType: 'Cluster', name: 'mine', operation: 'Create' },
    "name must be 'kafka-cluster', Literal, for a Cluster, which is the only one that there is; got 'mine', Literal.",
  ],
  [
    'the beginning of the name of a cluster',
    { resourceType: 'Cluster', name: 'kafka-cluster', patternType: 'Prefixed', operation: 'Create' },
    "got 'kafka-cluster', Prefixed.",
  ],
  [
    'a star as the beginning of names',
    { name: '*', patternType: 'Prefixed' },
    "give '*' and 'Literal' for all.",
  ],
  ['a star behind a name', { name: 'orders-*' }, "give 'orders-' and 'Prefixed' for all that begin so."],
  [
    'a topic that cannot be',
    { name: 'all orders' },
    "name must be 1 to 249 of a-z, A-Z, 0-9, '.', '_' and '-' for a Topic",
  ],
  ['a topic whose name is too long', { name: 'a'.repeat(250) }, 'name must be 1 to 249'],
  ['no name', { name: '' }, "name must be a name, or '*' for all; got ''"],
  [
    'the name of a host',
    { host: 'billing.example.com' },
    "host must be '*' or an IP address as Java writes it",
  ],
  ['a range of hosts', { host: '10.0.0.0/8' }, 'because brokers compare texts'],
  ['a byte of more than 255', { host: '10.0.0.256' }, "host must be '*'"],
  ['an IPv6 address in short', { host: '2001:db8::7' }, "host must be '*'"],
  [
    'a principal without its kind',
    { principal: 'billing' },
    "principal must be a kind and a name, such as 'User:billing'",
  ],
  [
    'a principal of another kind',
    { principal: 'Group:devs' },
    "principal must begin with 'User:', because brokers by themselves know users only; got 'Group:devs', give principalType 'Group' if theirs make such.",
  ],
  [
    'somebody who did not say who they are',
    { principal: 'User:ANONYMOUS' },
    "principal must be not 'ANONYMOUS'",
  ],
])('refuses %s', (_, props, sentence) => {
  expect(() => acl(props)).toThrow(sentence);
});

test('has Terraform check what it alone knows', () => {
  const stack = newStack();
  acl({ principal: new TerraformVariable(stack, 'principal', {}).stringValue }, stack);
  const [{ lifecycle } = {}] = resources(stack, 'kafka_acl') as { lifecycle?: { precondition: unknown[] } }[];
  expect(lifecycle?.precondition).toHaveLength(1);
});

test('refuses the same ACL twice, also across stacks, and also beside that of a user', () => {
  const app = Testing.app();
  const [one, other] = [newStack('one', app), newStack('other', app)];
  const cluster = KafkaCluster.fromBootstrapServers(one, 'kafka', { bootstrapServers: ['broker:9092'] });
  const user = new KafkaUser(one, 'billing', { cluster, authentication: UserAuthentication.mutualTls() });
  user.reads(KafkaTopic.fromTopicName(one, 'orders', 'orders'));
  expect(() => acl({}, other, 'again', cluster)).toThrow(
    "other/again cannot be made:\n  - the ACL 'Allow User:billing Read Topic orders from *' is already that of one/billing/Read Topic orders; delete one of them.",
  );
});

test('refuses that the same is allowed and denied', () => {
  const stack = newStack();
  acl({}, stack);
  acl({ permission: 'Deny', host: '10.0.0.7' }, stack, 'from one host');
  expect(() => acl({ permission: 'Deny' }, stack, 'denied')).toThrow(
    "the decision 'Deny User:billing Read Topic orders from *' is already that of test/acl, 'Allow User:billing Read Topic orders from *'; delete one of them, because the Deny alone counts.",
  );
});

test('refuses ACLs that no broker asks, once for the cluster, and takes them where one does', () => {
  const app = Testing.app();
  const cluster = newCluster(newPlatform(newStack('kafka', app)));
  const stack = newStack('users', app);
  new Acl(stack, 'one', { cluster, principal: 'User:billing', ...READ });
  const make = (): Acl => acl({ name: 'bills' }, stack, 'two', cluster);
  expect(make).toThrow(
    'users/one cannot be made:\n  - no broker of kafka/brokers asks it (and 1 more), because the cluster has no authorization: everybody may do everything; give the cluster one, or leave the ACLs out.',
  );
  Object.assign(cluster, { authorization: Authorization.acls() });
  expect(() => acl({ name: 'returns' }, stack, 'three', cluster)).not.toThrow();
});

test.each([
  ['admin', 'admin'],
  ['one that was added', 'root'],
])('refuses an ACL of a super user, %s, and takes one whose name is nearly that', (_, user) => {
  const app = Testing.app();
  const cluster = newCluster(newPlatform(newStack('kafka', app)));
  Object.assign(cluster, { authorization: Authorization.acls({ superUsers: ['root'] }) });
  const stack = newStack('users', app);
  acl({ principal: `User:${user}2` }, stack, 'nearly', cluster);
  // Others may have no such user.
  acl({ principal: `User:${user}` }, stack, 'elsewhere');
  expect(() => acl({ principal: `User:${user}` }, stack, 'super', cluster)).toThrow(
    `principal must not be a super user of the cluster, who may do everything, also what is denied; got 'User:${user}', take another user, or leave the ACL out.`,
  );
});
