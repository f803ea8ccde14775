import { allOf, check, textOrToken } from '../core/checks';
import type { UniqueName } from '../core/unique-name';
import { isResolved } from '../core/resolved';
import { misspelt } from '../core/nearest';
import { required, type Check, type Properties } from '../core/properties';
import { formatValue } from '../core/format-value';
import type { Rule, TreeRule } from '../core/validation';
import { KAFKA_CLUSTER, OPERATIONS, type AclOperation, type AclResourceType, type AclRule } from './acl-rule';
import { clusterReference, type IKafkaCluster } from './interfaces';
import { kafkaOperatorOf } from './operator';

export interface AclProps extends Omit<AclRule, 'patternType'> {
  readonly cluster: IKafkaCluster;
  /** Whose it is: `User:` and a name, or `User:*` for everybody. */
  readonly principal: string;
  /** Another kind than users, where the brokers have a `principal.builder.class` that makes such. @default 'User' */
  readonly principalType?: string;
  /** @default 'Literal' */
  readonly patternType?: AclRule['patternType'];
  /** A Deny goes before every Allow. @default 'Allow' */
  readonly permission?: 'Allow' | 'Deny';
  /** The IP address from which it counts, as Java writes it; no name and no range. @default '*' */
  readonly host?: string;
}

export interface AclFacts extends Required<AclProps> {
  /** Of the cluster, where it says; without `User:`. */
  readonly superUsers: readonly string[];
}

const ACLS = 'https://kafka.apache.org/39/documentation.html#security_authz';
const PRINCIPALS = 'org.apache.kafka.common.security.auth.KafkaPrincipal';

/** One of the field's words, which have capital letters. */
function word(source: string, words: readonly string[]): Check {
  const allowed = `one of ${words.map(formatValue).join(', ')}`;
  return {
    source,
    allowed,
    problem: (value) => {
      if (words.includes(value as string)) return undefined;
      const meant = typeof value === 'string' ? misspelt(value.replace(/[\s_-]/g, ''), words) : undefined;
      return `must be ${allowed}; got ${formatValue(value)}${meant === undefined ? '' : `, did you mean ${formatValue(meant)}?`}`;
    },
  };
}

/** Who did not say who they are: an ACL would be everybody's, and a login is nobody's. */
export const NOT_ANONYMOUS = check(
  PRINCIPALS,
  "not 'ANONYMOUS', who is everybody that does not say who they are",
  (name) => !/^(User:)?ANONYMOUS$/.test(String(name)),
);

// Without a backslash, which Terraform would take for its own.
const BYTE = '(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])';
const GROUP = '(0|[1-9a-f][0-9a-f]{0,3})';

export const ACL_PROPERTIES: Properties<AclProps> = {
  cluster: clusterReference,
  resourceType: required(word('org.apache.kafka.common.resource.ResourceType', Object.keys(OPERATIONS))),
  name: required(textOrToken(ACLS, "a name, or '*' for all", /[^ ]/)),
  patternType: word('org.apache.kafka.common.resource.PatternType', ['Literal', 'Prefixed']),
  principal: required(
    allOf(
      textOrToken(PRINCIPALS, "a kind and a name, such as 'User:billing'", /^[a-zA-Z]+:[^ ]/),
      NOT_ANONYMOUS,
    ),
  ),
  principalType: textOrToken(PRINCIPALS, 'a kind of principals', /^[a-zA-Z]+$/),
  operation: required(
    word('org.apache.kafka.common.acl.AclOperation', [...new Set(Object.values(OPERATIONS).flat())]),
  ),
  permission: word('org.apache.kafka.common.acl.AclPermissionType', ['Allow', 'Deny']),
  host: textOrToken(
    'java.net.InetAddress#getHostAddress',
    "'*' or an IP address as Java writes it, such as '10.0.0.7' or '2001:db8:0:0:0:0:0:7', because brokers compare texts",
    new RegExp(`^([*]|${BYTE}([.]${BYTE}){3}|${GROUP}(:${GROUP}){7})$`),
  ),
};

const typesWith = (operation: AclOperation): string =>
  (Object.keys(OPERATIONS) as AclResourceType[])
    .filter((type) => OPERATIONS[type].includes(operation))
    .join(', ');

const kindOf = (principal: string): string => principal.split(':', 1).join();

export const ACL_RULES: readonly Rule<AclFacts>[] = [
  {
    requires: 'Of brokers that an operator runs, ACLs are those of a KafkaUser.',
    fails: ({ cluster }) => kafkaOperatorOf(cluster.platform) !== undefined,
    message: ({ principal, cluster }) =>
      `it must be part of a KafkaUser of ${cluster.node.path}, whose operator knows no others; got one of ${formatValue(principal)}, take user.reads(topic), user.writes(topic) or user.allow(…).`,
    source: 'https://strimzi.io/docs/operators/latest/configuring.html#type-AclRule-reference',
  },
  {
    requires: 'operation is one that the type of the resource has.',
    fails: ({ resourceType, operation }) => !OPERATIONS[resourceType].includes(operation),
    message: ({ resourceType, operation }) =>
      `operation must be one that a ${resourceType} has, ${OPERATIONS[resourceType].join(', ')}; got ${formatValue(operation)}, ` +
      `which Kafka takes and which allows nothing: take another, or a resource that has it (${typesWith(operation)}).`,
    source: 'kafka.security.authorizer.AclEntry#supportedOperations',
  },
  {
    requires: "The resource of the type Cluster is called 'kafka-cluster'.",
    fails: ({ resourceType, name, patternType }) =>
      resourceType === 'Cluster' && isResolved(name) && (name !== KAFKA_CLUSTER || patternType !== 'Literal'),
    message: ({ name, patternType }) =>
      `name must be '${KAFKA_CLUSTER}', Literal, for a Cluster, which is the only one that there is; got ${formatValue(name)}, ${patternType}.`,
    source: 'org.apache.kafka.common.resource.Resource#CLUSTER_NAME',
  },
  {
    requires: "A star in name is alone, and Literal: it stands for all, and 'a-*' is the name of one.",
    fails: ({ name, patternType }) =>
      isResolved(name) && name.includes('*') && (name !== '*' || patternType !== 'Literal'),
    message: ({ name, patternType }) =>
      `name must have no '*' but alone and with patternType 'Literal', got ${formatValue(name)}, ${patternType}, which allows nothing; ` +
      (/^\*+$/.test(name)
        ? `give '*' and 'Literal' for all.`
        : `give ${formatValue(name.replace(/\*.*/s, ''))} and 'Prefixed' for all that begin so.`),
    source: 'org.apache.kafka.common.resource.ResourcePattern#WILDCARD_RESOURCE',
  },
  {
    requires: 'name is that of a topic, or how one begins, where the resource is a Topic.',
    fails: ({ resourceType, name }) =>
      resourceType === 'Topic' && isResolved(name) && !/^([a-zA-Z0-9._-]{1,249}|.*\*.*)$/s.test(name),
    message: ({ name }) =>
      `name must be 1 to 249 of a-z, A-Z, 0-9, '.', '_' and '-' for a Topic, because no other has one; got ${formatValue(name)}.`,
    source: 'org.apache.kafka.common.internals.Topic#validate',
  },
  {
    requires: 'principal is a user, unless principalType says another kind.',
    fails: ({ principal, principalType }) =>
      isResolved(principal, principalType) && kindOf(principal) !== principalType,
    message: ({ principal, principalType }) =>
      `principal must begin with '${principalType}:', because brokers by themselves know users only; got ${formatValue(principal)}, ` +
      `give principalType ${formatValue(kindOf(principal))} if theirs make such.`,
    source: 'org.apache.kafka.common.security.authenticator.DefaultKafkaPrincipalBuilder',
  },
  {
    requires: 'principal is no super user of its cluster, whom no broker asks for ACLs.',
    fails: ({ principal, superUsers }) => superUsers.some((user) => principal === `User:${user}`),
    message: ({ principal }) =>
      `principal must not be a super user of the cluster, who may do everything, also what is denied; got ${formatValue(principal)}, take another user, or leave the ACL out.`,
    source: 'org.apache.kafka.metadata.authorizer.StandardAuthorizerData#authorize',
  },
];

export const ACL_CLAIM: UniqueName = {
  kind: 'ACL',
  requires:
    'An ACL is declared once in its cluster, also across stacks: who takes one away takes it from both.',
  source: 'policy',
  cure: 'delete one of them',
};
export const DECISION_CLAIM: UniqueName = {
  kind: 'decision',
  ofDifferentNames: true,
  requires: 'Nothing is allowed and denied to the same principal from the same host.',
  source: 'org.apache.kafka.metadata.authorizer.StandardAuthorizerData; policy',
  cure: 'delete one of them, because the Deny alone counts',
};
export const AUTHORIZER: TreeRule = {
  requires: 'A cluster of this program that has ACLs has an authorization, or no broker asks them.',
  source: `${ACLS}; policy`,
};
export const ACL_TREE_RULES: readonly TreeRule[] = [ACL_CLAIM, DECISION_CLAIM, AUTHORIZER];
