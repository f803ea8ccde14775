import { TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';
import { allOf, check, valueObject, textOrToken } from '../core/checks';
import type { UniqueName } from '../core/unique-name';
import { required, type Properties } from '../core/properties';
import { isOfOtherStack } from '../core/secret';
import { formatValue } from '../core/format-value';
import type { Rule, TreeRule } from '../core/validation';
import { NOT_ANONYMOUS } from './acl-props';
import { ALLOWED, type AclRule } from './acl-rule';
import { clusterReference, type IKafkaCluster } from './interfaces';
import { kafkaOperatorOf } from './operator';
import type { UserAuthentication } from './user-authentication';
import { USER_QUOTA, type UserQuota } from './user-quota';

export interface KafkaUserProps {
  readonly cluster: IKafkaCluster;
  /**
   * As the brokers know it, without `User:`. For a certificate that is its common name where they map names to it, as this
   * library's do, and else the whole name, such as `CN=billing,O=example`.
   * @default - the construct id
   */
  readonly userName?: string;
  readonly authentication: UserAuthentication;
  /** @default - none: as much as the brokers can give */
  readonly quota?: UserQuota;
}

/** What reading is done with, beside the topic. */
export interface UserReads {
  /** The consumer group. @default - none: it assigns itself partitions */
  readonly group?: string;
  /** How the consumer groups begin, such as `connect-`. @default - no more than `group` */
  readonly groupPrefix?: string;
}

/** What writing is done with, beside the topic. A producer is idempotent without more, on brokers from 2.8 on. */
export interface UserWrites {
  /** @default - none: it writes without transactions */
  readonly transactionalId?: string;
  /** How the transactional ids begin. @default - no more than `transactionalId` */
  readonly transactionalIdPrefix?: string;
}

export interface KafkaUserFacts extends Pick<KafkaUserProps, 'cluster' | 'authentication'> {
  readonly scope: IConstruct;
}

const PRINCIPALS = 'org.apache.kafka.common.security.auth.KafkaPrincipal';

const USER_NAME = allOf(
  textOrToken(PRINCIPALS, 'text without blanks around it', /^[^ ](.*[^ ])?$/),
  check(PRINCIPALS, "without 'User:', which is put before it", (name) => !/^user:/i.test(String(name))),
  check(PRINCIPALS, "not '*', which is everybody", (name) => name !== '*'),
  NOT_ANONYMOUS,
);

export const KAFKA_USER_PROPERTIES: Properties<KafkaUserProps> = {
  cluster: clusterReference,
  userName: USER_NAME,
  authentication: required(
    valueObject('a UserAuthentication, such as UserAuthentication.mutualTls()', 'kind'),
  ),
  quota: USER_QUOTA,
};

const NAME = textOrToken('policy', "a name without '*'", /^[^*]*[^* ][^*]*$/);

export const USER_READS_PROPERTIES: Properties<UserReads> = { group: NAME, groupPrefix: NAME };
/** What it is allowed beside that. */
export const USER_ALLOWED_PROPERTIES: Properties<{ readonly rule: AclRule }> = {
  rule: required(ALLOWED),
};
export const USER_WRITES_PROPERTIES: Properties<UserWrites> = {
  transactionalId: NAME,
  transactionalIdPrefix: NAME,
};

/** Whether nobody can log in so, of brokers that this code runs. */
function unheard({ cluster, authentication: { kind } }: KafkaUserFacts): boolean {
  const taken = cluster.authentications ?? [];
  return (
    cluster.platform !== undefined &&
    !(kind === 'external' ? taken.some((each) => each !== 'none') : taken.includes(kind))
  );
}

export const KAFKA_USER_RULES: readonly Rule<KafkaUserFacts>[] = [
  {
    requires: 'Of brokers that run here, a listener takes the authentication.',
    fails: unheard,
    message: ({ cluster, authentication }) =>
      `authentication must be one that a listener of ${cluster.node.path} takes, which are ${(cluster.authentications ?? []).join(', ') || "none: everybody is 'User:ANONYMOUS' there"}; ` +
      `got ${authentication.kind}, ${cluster.authentications ? 'take another, or ' : ''}declare the user on brokers that take it.`,
    source: 'https://kafka.apache.org/39/documentation.html#security_overview; policy',
  },
  {
    requires: 'A password that is made is of brokers that an operator runs.',
    fails: ({ cluster, authentication: { isGenerated } }) =>
      isGenerated && kafkaOperatorOf(cluster.platform) === undefined,
    message: ({ cluster }) =>
      `authentication must have a password, because nobody makes one at ${cluster.node.path}; take UserAuthentication.scramSha512({ password }).`,
    source: 'policy',
  },
  {
    requires: 'The password is a variable of the stack of the user.',
    fails: ({ scope, authentication: { scram } }) =>
      scram !== undefined && isOfOtherStack(scram.password, TerraformStack.of(scope)),
    message: ({ scope }) =>
      `authentication: password must be a variable of the stack ${formatValue(TerraformStack.of(scope).node.id)}, where the user is, or its value goes through the state of another; give it one of its own.`,
    source: 'policy',
  },
];

export const USER_CLAIM: UniqueName = {
  kind: 'user',
  requires: 'A user is declared once in its cluster, also across stacks.',
  source: 'policy',
  cure: 'delete one of them',
};
export const USER_RELATION: TreeRule = {
  requires:
    'What a user reads and writes is a topic of its cluster, in groups and transactions whose names are given without a star.',
  source: 'policy',
};
export const KAFKA_USER_TREE_RULES: readonly TreeRule[] = [USER_CLAIM, USER_RELATION];
