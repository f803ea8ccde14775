import { TerraformResource, TerraformVariable, Testing, type TerraformStack } from 'cdktf';
import { Authorization } from '../../../../constructs/kafka/authorization';
import { Size } from '../../../../constructs/core/size';
import { KafkaCluster } from '../../../../constructs/kafka/kafka-cluster';
import { KafkaTopic } from '../../../../constructs/kafka/kafka-topic';
import { KafkaUser } from '../../../../constructs/kafka/kafka-user';
import type { KafkaUserProps } from '../../../../constructs/kafka/kafka-user-props';
import type { IKafkaTopic } from '../../../../constructs/kafka/interfaces';
import { UserAuthentication } from '../../../../constructs/kafka/user-authentication';
import type { UserQuota } from '../../../../constructs/kafka/user-quota';
import { newCluster } from '../../../support/cluster';
import { accepted, newPlatform, newStack, resources, synth } from '../../../support/synth';

const CLUSTER = KafkaCluster.fromBootstrapServers(newStack('elsewhere'), 'kafka', {
  bootstrapServers: ['broker:9092'],
});
const mutualTls = UserAuthentication.mutualTls();

function user(props: Partial<KafkaUserProps> = {}, stack = newStack(), id = 'billing'): KafkaUser {
  return accepted(new KafkaUser(stack, id, { cluster: CLUSTER, authentication: mutualTls, ...props }));
}

const secret = (stack: TerraformStack): TerraformVariable =>
  new TerraformVariable(stack, 'billing_password', { type: 'string', sensitive: true });
const topic = (stack: TerraformStack, name: string): IKafkaTopic =>
  KafkaTopic.fromTopicName(stack, `topic ${name}`, name);

/** What it may do, in few words. */
const acls = (stack: TerraformStack): string[] =>
  resources(stack, 'kafka_acl')
    .map((acl) =>
      ['acl_operation', 'resource_type', 'resource_name', 'resource_pattern_type_filter']
        .map((name) => acl[name])
        .join(' '),
    )
    .sort();

test.each<[string, (variable: TerraformVariable) => TerraformVariable | string]>([
  ['a variable', (variable) => variable],
  ['the text of a variable', (variable) => variable.stringValue],
])('gives Terraform %s as a password that it keeps neither in a plan nor in its state', (_, form) => {
  const stack = newStack();
  const password = form(secret(stack));
  user({ authentication: UserAuthentication.scramSha512({ password, version: 2 }) }, stack);
  const json = synth(stack) as ReturnType<typeof synth> & { readonly variable: unknown };
  expect(Object.values(json.resource?.kafka_user_scram_credential ?? {})).toMatchObject([
    {
      username: 'billing',
      scram_mechanism: 'SCRAM-SHA-512',
      password_wo: '${var.billing_password}',
      password_wo_version: '2',
    },
  ]);
  expect(json.variable).toMatchObject({ billing_password: { sensitive: true, ephemeral: true } });
  expect(json.terraform.required_version).toBe('>= 1.11.0');
});

test('leaves the version of Terraform to a program that demands one', () => {
  const stack = newStack();
  stack.addOverride('terraform.required_version', '~> 1.12');
  user({ authentication: UserAuthentication.scramSha512({ password: secret(stack) }) }, stack);
  expect(synth(stack).terraform.required_version).toBe('~> 1.12');
});

test.each([mutualTls, UserAuthentication.oauthBearer(), UserAuthentication.external()])(
  'makes nothing of what others keep',
  (authentication) => {
    const stack = newStack();
    expect(user({ authentication, userName: 'CN=billing,O=example' }, stack).principal).toBe(
      'User:CN=billing,O=example',
    );
    expect(synth(stack).resource).toBeUndefined();
  },
);

test('limits what it takes of each broker', () => {
  const stack = newStack();
  const quota: UserQuota = {
    producerByteRate: Size.mebibytes(1),
    consumerByteRate: Size.bytes(1),
    requestPercentage: 12.5,
    controllerMutationRate: 0.1,
  };
  user({ quota }, stack);
  expect(resources(stack, 'kafka_quota')).toMatchObject([
    {
      entity_type: 'user',
      entity_name: 'billing',
      config: {
        producer_byte_rate: 1_048_576,
        consumer_byte_rate: 1,
        request_percentage: 12.5,
        controller_mutation_rate: 0.1,
      },
    },
  ]);
});

test.each<[string, object, string]>([
  ['none at all', {}, 'with one limit at least'],
  ['one that is not given', { producerByteRate: undefined }, 'with one limit at least'],
  ['zero bytes', { producerByteRate: Size.bytes(0) }, 'producerByteRate must be more than 0; got 0 bytes'],
  ['a fraction of a byte', { consumerByteRate: Size.bytes(1.5) }, 'comes to whole bytes; got 1.5 bytes'],
  [
    'less than nothing',
    { consumerByteRate: Size.bytes(-1) },
    'consumerByteRate must be a size of zero or more',
  ],
  ['zero percent', { requestPercentage: 0 }, 'requestPercentage must be a number, more than 0; got 0'],
  [
    'a rate below zero',
    { controllerMutationRate: -1 },
    'controllerMutationRate must be a number, more than 0; got -1',
  ],
  ["Kafka's own name", { producer_byte_rate: 1 }, "there is no property 'producer_byte_rate'"],
])('refuses a quota of %s', (_, quota, sentence) => {
  expect(() => user({ quota })).toThrow(sentence);
});

test('what it reads and writes is what it may do, each once', () => {
  const stack = newStack();
  const billing = user({}, stack);
  const [orders, bills] = [topic(stack, 'orders'), topic(stack, 'bills')];
  billing.reads(orders, { group: 'billing' });
  billing.reads(bills, { group: 'billing' });
  billing.writes(bills, { transactionalId: 'billing-1' });
  expect(acls(stack)).toEqual([
    'Read Group billing Literal',
    'Read Topic bills Literal',
    'Read Topic orders Literal',
    'Write Topic bills Literal',
    'Write TransactionalID billing-1 Literal',
  ]);
  expect(resources(stack, 'kafka_acl').map((acl) => acl.acl_principal)).toEqual(
    Array(5).fill('User:billing'),
  );
});

test('groups and transactional ids may be beginnings of names', () => {
  const stack = newStack();
  const spark = user({}, stack);
  spark.reads(topic(stack, 'orders'), { groupPrefix: 'spark-kafka-source-' });
  spark.writes(topic(stack, 'bills'), { transactionalIdPrefix: 'spark-' });
  expect(acls(stack)).toEqual([
    'Read Group spark-kafka-source- Prefixed',
    'Read Topic orders Literal',
    'Write Topic bills Literal',
    'Write TransactionalID spark- Prefixed',
  ]);
});

test('a topic whose name Terraform alone knows has an ACL, too', () => {
  const stack = newStack();
  const name = new TerraformVariable(stack, 'name', {}).stringValue;
  const billing = user({}, stack);
  billing.reads(topic(stack, 'orders'));
  billing.reads(KafkaTopic.fromTopicName(stack, 'unknown', name));
  expect(acls(stack)).toEqual(['Read Topic ${var.name} Literal', 'Read Topic orders Literal']);
});

test('comes after the brokers, and after the first that its provider makes', () => {
  const app = Testing.app();
  const brokers = newStack('kafka', app);
  const cluster = newCluster(newPlatform(brokers));
  Object.assign(cluster, { authorization: Authorization.acls(), authentications: ['mutual TLS'] });
  const stack = newStack('users', app);
  const billing = user({ cluster, quota: { requestPercentage: 1 } }, stack);
  billing.reads(topic(stack, 'orders'), { group: 'billing' });
  expect(stack.dependencies).toEqual([brokers]);
  const first = [expect.stringMatching(/^kafka_quota\.billing_Quota/)];
  expect(resources(stack, 'kafka_quota').map((quota) => quota.depends_on)).toEqual([undefined]);
  expect(resources(stack, 'kafka_acl').map((acl) => acl.depends_on)).toEqual([first, first]);
});

test.each<[string, unknown, string]>([
  ['the prefix that is put before it', 'User:billing', "userName must be without 'User:'"],
  ['everybody', '*', "userName must be not '*'"],
  ['nobody', 'ANONYMOUS', "userName must be not 'ANONYMOUS'"],
  ['a blank before it', ' billing', 'userName must be text without blanks around it'],
  ['nothing', '', 'userName must be text without blanks around it'],
])('refuses %s as a name', (_, userName, sentence) => {
  expect(() => user({ userName: userName as string })).toThrow(sentence);
});

test('refuses a user twice, also across stacks', () => {
  const app = Testing.app();
  const [one, other] = [newStack('one', app), newStack('other', app)];
  const cluster = KafkaCluster.fromBootstrapServers(one, 'kafka', { bootstrapServers: ['broker:9092'] });
  user({ cluster }, one);
  expect(() => user({ cluster, userName: 'billing' }, other, 'again')).toThrow(
    "other/again cannot be made:\n  - the user 'billing' is already that of one/billing; delete one of them.",
  );
});

test.each<[string, (stack: TerraformStack) => string | TerraformVariable]>([
  ['a text', () => 'hunter2'],
  ['a text beside a variable', (stack) => `hunter2${secret(stack).stringValue}`],
  ['a variable that is shown', (stack) => new TerraformVariable(stack, 'v', { type: 'string' })],
  [
    'a variable with a default',
    (stack) => new TerraformVariable(stack, 'v', { sensitive: true, default: 'hunter2' }),
  ],
  [
    'what a resource keeps in the state',
    (stack) =>
      new TerraformResource(stack, 'random', { terraformResourceType: 'random_password' }).getStringAttribute(
        'result',
      ),
  ],
])('refuses %s as a password, and does not repeat it', (_, password) => {
  const stack = newStack();
  const authentication = UserAuthentication.scramSha512({ password: password(stack) });
  const make = (): KafkaUser => user({ authentication }, stack);
  expect(make).toThrow(
    "authentication is a UserAuthentication in which password must not be a secret that everybody can read, or that is in Terraform's state: give a sensitive variable",
  );
});

test('refuses a password of another stack', () => {
  const app = Testing.app();
  const password = secret(newStack('other', app));
  const authentication = UserAuthentication.scramSha512({ password });
  expect(() => user({ authentication }, newStack('users', app))).toThrow(
    "authentication: password must be a variable of the stack 'users', where the user is, or its value goes through the state of another; give it one of its own.",
  );
});

test.each([0, 1.5, '2'])('refuses %p as the version of a password', (version) => {
  const stack = newStack();
  const authentication = UserAuthentication.scramSha512({
    password: secret(stack),
    version: version as number,
  });
  expect(() => user({ authentication }, stack)).toThrow('version must be a whole number, 1 or more');
});

test('refuses a user of brokers of this program that no listener asks who they are, such as those with ZooKeeper', () => {
  const app = Testing.app();
  const cluster = newCluster(newPlatform(newStack('kafka', app)));
  expect(() => user({ cluster }, newStack('users', app))).toThrow(
    "authentication must be one that a listener of kafka/brokers takes, which are none: everybody is 'User:ANONYMOUS' there; got mutual TLS, declare the user on brokers that take it.",
  );
});

test.each([
  ['mutual TLS', ['mutual TLS'], true],
  ['mutual TLS', ['none', 'SCRAM-SHA-512'], false],
  ['SCRAM-SHA-512', ['none', 'SCRAM-SHA-512'], true],
  ['SCRAM-SHA-512', ['mutual TLS'], false],
  ['OAUTHBEARER', ['mutual TLS', 'OAUTHBEARER'], true],
  ['OAUTHBEARER', ['PLAIN'], false],
  ['external', ['PLAIN'], true],
  ['external', ['none'], false],
] as const)('a user with %s on listeners with %p: %p', (kind, authentications, isTaken) => {
  const app = Testing.app();
  const cluster = newCluster(newPlatform(newStack('kafka', app)));
  Object.assign(cluster, { authentications });
  const stack = newStack('users', app);
  const authentication = {
    'mutual TLS': () => mutualTls,
    'SCRAM-SHA-512': () => UserAuthentication.scramSha512({ password: secret(stack) }),
    OAUTHBEARER: () => UserAuthentication.oauthBearer(),
    external: () => UserAuthentication.external(),
  }[kind]();
  const make = (): KafkaUser => user({ cluster, authentication }, stack);
  if (isTaken) expect(make).not.toThrow();
  else expect(make).toThrow(`which are ${authentications.join(', ')}; got ${kind}, take another, or`);
});

test.each<[string, (billing: KafkaUser, stack: TerraformStack) => void, string]>([
  ['what is no topic', (billing) => billing.reads('orders' as never), 'what it reads must be a KafkaTopic'],
  [
    'a topic of another cluster',
    (billing, stack) =>
      billing.writes(
        KafkaCluster.fromBootstrapServers(stack, 'other', { bootstrapServers: ['other:9092'] }).addTopic(
          'orders',
        ),
      ),
    "it writes the topic 'orders' of test/other, but is a user of elsewhere/kafka; give it a topic of that.",
  ],
  [
    'a star in a group',
    (billing, stack) => billing.reads(topic(stack, 'orders'), { group: 'billing-*' }),
    "reads: it is what it reads with in which group must be a name without '*'; got 'billing-*'",
  ],
  [
    'an option that there is not',
    (billing, stack) => billing.writes(topic(stack, 'orders'), { idempotent: true } as never),
    "there is no property 'idempotent'; there are transactionalId, transactionalIdPrefix",
  ],
])('refuses %s', (_, relate, sentence) => {
  const stack = newStack();
  const billing = user({}, stack);
  relate(billing, stack);
  expect(() => accepted(billing)).toThrow(sentence);
});
