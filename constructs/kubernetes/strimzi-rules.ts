import { formatValue } from '../core/format-value';
import { repeated } from '../core/repeated';
import type { UniqueName } from '../core/unique-name';
import type { Rule, TreeRule } from '../core/validation';
import type { OperatedCluster, OperatedUser } from '../kafka/operator';
import { OBJECT_NAME } from './object-name';
import { otherOptions } from './jvm-options';
import { AUTHENTICATIONS, listenerName } from './strimzi-cluster';
import { RESOURCES } from './strimzi-entities';

const STRIMZI = 'https://strimzi.io/docs/operators/latest/configuring.html';
const SCHEMA = `${STRIMZI}#type-GenericKafkaListener-reference`;

type Accepts = (listener: OperatedCluster['listeners'][number]) => boolean;
const inside: Accepts = ({ reach }) => reach.isInside;

/** A rule of each listener that Strimzi is to have. */
function each(requires: string, breaks: Accepts, must: string, source: string): Rule<OperatedCluster> {
  const broken = ({ listeners }: OperatedCluster): string[] =>
    listeners.filter((one) => inside(one) && breaks(one)).map(({ name }) => name);
  return {
    requires,
    fails: (facts) => broken(facts).length > 0,
    message: (facts) => `listeners: ${broken(facts).join(', ')} must ${must}.`,
    source,
  };
}

/** What Strimzi sets itself, and refuses to be told. @see io.strimzi.api.kafka.model.kafka.KafkaClusterSpec#FORBIDDEN_PREFIXES */
const FORBIDDEN =
  /^(listener\.(?!name\.)|advertised\.|broker\.|listener\.name\.|host\.name|port$|inter\.broker\.listener\.name|sasl\.|ssl\.|security\.|password\.|log\.dir|zookeeper\.|authorizer\.|super\.user|cruise\.control\.metrics\.topic|node\.id|process\.roles|controller\.|metadata\.log\.dir)/;
const ALLOWED =
  /^(ssl\.(cipher\.suites|protocol|enabled\.protocols)|sasl\.server\.max\.receive\.size|controller\.quorum\.(election|fetch)\.|controller\.quorum\.request\.timeout\.ms)/;

const strimzis = ({ settings }: OperatedCluster): string[] =>
  Object.keys(settings).filter((name) => FORBIDDEN.test(name) && !ALLOWED.test(name));

const outside = ({ listeners }: OperatedCluster): string[] =>
  listeners.filter(({ reach }) => reach.isOpen).map(({ name }) => name);

export const STRIMZI_CLUSTER_RULES: readonly Rule<OperatedCluster>[] = [
  {
    requires: 'On Kubernetes, brokers are not asked how they are by this library.',
    fails: ({ metrics }) => metrics,
    message: () =>
      'metrics must not be true on Kubernetes, where Strimzi has its own (metricsConfig) and the operator of Prometheus finds them; leave it out.',
    source: `${STRIMZI}#type-JmxPrometheusExporterMetrics-reference`,
  },
  {
    requires: 'On Kubernetes, metadata is with brokers that are controllers.',
    fails: ({ metadata }) => metadata.kind === 'KRaft' && metadata.quorum !== undefined,
    message: () =>
      'metadata must be Metadata.kraft() without a ControllerQuorum on Kubernetes, where the first brokers are controllers; leave the quorum out.',
    source: 'policy',
  },
  {
    requires: 'On Kubernetes, brokers have the certificates that Strimzi makes.',
    fails: ({ certificates }) => certificates !== undefined,
    message: () =>
      'certificates must not be given on Kubernetes, where Strimzi makes them and keeps them in Secrets; leave them out, and give listeners tls: true.',
    source: `${STRIMZI}#type-CertificateAuthority-reference`,
  },
  {
    requires: 'On Kubernetes, one of listeners is reached inside.',
    fails: ({ listeners }) => !listeners.some(inside),
    message: ({ listeners }) =>
      `listeners must have one with ListenerReach.inside(), by which pods find the brokers; got ${listeners.map(({ name }) => name).join(', ')}, add it.`,
    source: 'policy',
  },
  {
    requires: 'On Kubernetes, no listener is bound on a machine.',
    fails: (facts) => outside(facts).length > 0,
    message: (facts) =>
      `listeners: ${outside(facts).join(', ')} must not be ListenerReach.at(…) on Kubernetes, where brokers are bound on no machine; leave it out, and bring clients in from elsewhere by a listener of your own in the cluster, such as a gateway.`,
    source: SCHEMA,
  },
  {
    requires: 'Listeners on Kubernetes have different names and ports.',
    fails: (facts) => twice(facts).length > 0,
    message: (facts) =>
      `listeners must have different names and ports, got more than one ${twice(facts).join(', ')}; give each its own.`,
    source: SCHEMA,
  },
  each(
    'A listener on Kubernetes has a name of up to 11 characters.',
    ({ name }) => !/^[a-z0-9]{1,11}$/.test(listenerName(name)),
    'have a name of at most 11 characters on Kubernetes; shorten it',
    SCHEMA,
  ),
  each(
    'A listener on Kubernetes has a port from 9092 on that is none of Strimzi’s own.',
    ({ port }) => port < 9092 || port === 9404 || port === 9999,
    'have a port from 9092 on, and not 9404 or 9999, which Strimzi has for metrics and JMX; take another port',
    SCHEMA,
  ),
  each(
    'Clients show certificates, or passwords by SCRAM-SHA-512, to brokers on Kubernetes.',
    ({ authentication: { kind } }) => kind !== 'none' && !(kind in AUTHENTICATIONS),
    'have ListenerAuthentication.mutualTls(), scramSha512() or none() on Kubernetes, because Strimzi makes users for no other; take one of these',
    SCHEMA,
  ),
  each(
    'Mutual TLS on Kubernetes is only where there is TLS.',
    ({ authentication: { kind }, tls }) => kind === 'mutual TLS' && !tls,
    'have tls: true, without which nobody shows a certificate; give it',
    SCHEMA,
  ),
  each(
    'Passwords on Kubernetes go through listeners with TLS, unless it is said that they need not.',
    ({ authentication: { kind }, tls, dangerouslyOpen }) =>
      kind === 'SCRAM-SHA-512' && !tls && !dangerouslyOpen,
    'have tls: true, because who listens can guess passwords; give it, or say dangerouslyOpen: true',
    'policy',
  ),
  {
    requires: 'On Kubernetes, with authorization every listener asks who somebody is.',
    fails: (facts) => facts.authorization !== undefined && anonymous(facts).length > 0,
    message: (facts) =>
      `authorization must not be given while everybody is User:ANONYMOUS at ${anonymous(facts).join(', ')}; give that an authentication, such as ListenerAuthentication.scramSha512(), and tls: true.`,
    source: 'https://kafka.apache.org/documentation/#security_authz',
  },
  {
    requires: 'On Kubernetes, the nodes say in which rack a broker is.',
    fails: ({ racks }) => racks.length > 0,
    message: () =>
      "racks must not be given on Kubernetes, where the node that a broker is put on says its rack; leave them out, and give the KubernetesPlatform zoneLabel: 'topology.kubernetes.io/zone'.",
    source: `${STRIMZI}#type-Rack-reference`,
  },
  {
    requires: 'Brokers on Kubernetes are set to nothing that Strimzi sets.',
    fails: (facts) => strimzis(facts).length > 0,
    message: (facts) =>
      `settings must not have ${strimzis(facts).join(', ')} on Kubernetes, where Strimzi sets that; leave it out.`,
    source: `${STRIMZI}#type-KafkaClusterSpec-reference`,
  },
  {
    requires: 'Of brokers on Kubernetes, no settings refer to secret files.',
    fails: ({ secretFiles = {} }) => Object.keys(secretFiles).length > 0,
    message: () =>
      'secretFiles must not be given to brokers on Kubernetes, whose pods Strimzi makes; leave them out, and what refers to them.',
    source: 'policy',
  },
  {
    requires: 'The JVM of brokers on Kubernetes has options that begin with -XX: and no others.',
    fails: (facts) => otherOptions(facts).length > 0,
    message: (facts) =>
      `jvmOptions must begin with -XX: on Kubernetes, got ${otherOptions(facts).map(formatValue).join(', ')}; leave it out.`,
    source: `${STRIMZI}#type-JvmOptions-reference`,
  },
];

const anonymous = ({ listeners }: OperatedCluster): string[] =>
  listeners.filter((one) => inside(one) && one.authentication.kind === 'none').map(({ name }) => name);

function twice({ listeners }: OperatedCluster): string[] {
  const all = listeners.filter(inside);
  return [...repeated(all.map(({ name }) => name)), ...repeated(all.map(({ port }) => String(port)))];
}

export const STRIMZI_USER_RULES: readonly Rule<OperatedUser>[] = [
  {
    requires: 'A user on Kubernetes has a name that an object may have.',
    fails: ({ userName }) => !OBJECT_NAME.test(userName) || userName.length > 63,
    message: ({ userName }) =>
      `userName must be 1 to 63 of a-z, 0-9, '-' and '.', not '-' or '.' at either end, on Kubernetes, where an object has it; got ${formatValue(userName)}, take another.`,
    source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/names/',
  },
  {
    requires: 'The password of a user on Kubernetes is made by Strimzi.',
    fails: ({ authentication: { scram } }) => scram !== undefined,
    message: ({ userName }) =>
      `authentication must have no password on Kubernetes, where Strimzi makes one and keeps it in the Secret ${formatValue(userName)}; take UserAuthentication.generatedScramSha512().`,
    source: `${STRIMZI}#type-KafkaUserScramSha512ClientAuthentication-reference`,
  },
  {
    requires: 'The share of time of a user on Kubernetes is a whole number of percents.',
    fails: ({ quota }) => !Number.isInteger(quota?.requestPercentage ?? 0),
    message: ({ quota }) =>
      `quota: requestPercentage must be a whole number on Kubernetes, got ${quota?.requestPercentage}; round it.`,
    source: `${STRIMZI}#type-KafkaUserQuotas-reference`,
  },
];

export const TOPIC_OBJECT: UniqueName = {
  kind: 'name of an object',
  ofDifferentNames: true,
  requires: 'Topics on Kubernetes differ in more than capital letters and what names of objects cannot have.',
  source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/names/',
  cure: 'rename one of them, because the objects that make them would be one',
};
export const CLUSTER_OBJECT: UniqueName = {
  kind: 'cluster of brokers',
  requires:
    'Clusters of brokers in one namespace have different prefixes, with which the names of their objects begin.',
  source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/names/',
  cure: 'give one of them a namePrefix',
};
export const USER_OBJECT: UniqueName = {
  kind: 'user of a namespace',
  requires: 'Users of the clusters of one namespace have different names, which are those of their Secrets.',
  source: 'https://strimzi.io/docs/operators/latest/configuring.html#type-KafkaUser-reference',
  cure: 'give one of them another userName',
};
export const AUTHORIZED: TreeRule = {
  requires:
    'Users on Kubernetes may do something only in a cluster with authorization, and with what Strimzi knows.',
  source: `${STRIMZI}#type-KafkaUserAuthorizationSimple-reference`,
};
export const STRIMZI_TREE_RULES: readonly TreeRule[] = [
  CLUSTER_OBJECT,
  TOPIC_OBJECT,
  USER_OBJECT,
  AUTHORIZED,
];

/** What of a user Strimzi would end at; undefined if nothing. */
export function unauthorized(
  { acls }: OperatedUser,
  hasAuthorization: boolean,
  of: string,
): string | undefined {
  const all = acls();
  const unknown = all.filter(({ resourceType }) => !(resourceType in RESOURCES));
  if (unknown.length > 0)
    return `what it may do must be with topics, groups, transactions or the cluster on Kubernetes; got ${unknown[0]?.resourceType}, leave it out.`;
  if (all.length > 0 && !hasAuthorization)
    return `${of} must have an authorization, or nobody asks what it may do, and Strimzi does not make it; give the cluster Authorization.acls(), or leave out what the user reads and writes.`;
  return undefined;
}
