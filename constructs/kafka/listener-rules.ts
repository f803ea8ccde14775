import { posix } from 'node:path';
import { repeated } from '../core/repeated';
import type { SecretFiles } from '../core/secret-file';
import { formatValue } from '../core/format-value';
import type { Rule } from '../core/validation';
import type { Authorization } from './authorization';
import { Plaintext, type Certificates } from './certificates';
import { ofBrokers, type ListenerFacts } from './kafka-listener-spec';
import { CONTROLLER_DOORS, SECURE } from './controller-doors';
import type { Metadata } from './metadata';

/** What of a cluster decides who gets in. */
export interface DoorFacts {
  readonly listeners: readonly ListenerFacts[];
  readonly certificates?: Certificates;
  readonly authorization?: Authorization;
  readonly metadata: Metadata;
  readonly brokerCount: number;
  readonly secretFiles?: SecretFiles;
  /** Only where it was given beside listeners. */
  readonly hostPort?: number;
}

const SECURITY = 'https://kafka.apache.org/39/documentation.html#security';
const LISTENERS = 'https://kafka.apache.org/39/documentation.html#brokerconfigs_listeners';

/** What there is not among the listeners that are reached inside, if there is one of both. */
function oneKindInside(listeners: readonly ListenerFacts[]): string | undefined {
  const inside = listeners.filter(({ reach }) => reach.isInside);
  if (!inside.some(({ tls }) => tls)) return 'with TLS';
  return inside.every(({ tls }) => tls) ? 'with tls: false' : undefined;
}

type Accepts = (listener: ListenerFacts) => boolean;
const names = (listeners: readonly ListenerFacts[], ...those: Accepts[]): string =>
  listeners
    .filter((each) => those.every((accepts) => accepts(each)))
    .map(({ name }) => name)
    .join(', ');

const isMutual: Accepts = ({ authentication }) => authentication.kind === 'mutual TLS';
const isAnonymous: Accepts = ({ authentication }) => authentication.kind === 'none';
const isUnencryptedLogin: Accepts = ({ tls, authentication }) => !tls && authentication.login !== undefined;
const isOpenToAll: Accepts = (listener) => isAnonymous(listener) && listener.reach.isOpen;
const isMeant: Accepts = ({ dangerouslyOpen }) => dangerouslyOpen;
const isNotMeant: Accepts = ({ dangerouslyOpen }) => !dangerouslyOpen;

/** By which Terraform makes topics and users. */
export const ofDeploy = (listeners: readonly ListenerFacts[]): ListenerFacts | undefined =>
  listeners.find(({ reach }) => !reach.isInside);

const lastPort = ({ port }: ListenerFacts, { brokerCount }: DoorFacts): number => port + brokerCount - 1;
const CONTROLLER_PORTS = CONTROLLER_DOORS.map(({ port }) => port);
const hasControllersPort = (facts: DoorFacts): string =>
  names(facts.listeners, (each) =>
    CONTROLLER_PORTS.some((port) => each.port <= port && lastPort(each, facts) >= port),
  );

/** All that is more than plaintext for everybody. */
const secured = ({ listeners, certificates, authorization }: DoorFacts): string[] => [
  ...(listeners.some((each) => each.tls || !isAnonymous(each)) ? ['listeners'] : []),
  ...(certificates ? ['certificates'] : []),
  ...(authorization ? ['authorization'] : []),
];

const unknownFiles = ({ listeners, secretFiles = {} }: DoorFacts): string[] =>
  listeners.flatMap(({ authentication: { login } }) =>
    login?.file === undefined || login.file in secretFiles ? [] : login.file,
  );

/** A rule of every listener. @param what it must be, or not, and how it is put right */
function each(
  requires: string,
  source: string,
  breaks: readonly Accepts[],
  what: string,
  severity?: 'warning',
): Rule<DoorFacts> {
  return {
    requires,
    ...(severity && { severity }),
    fails: ({ listeners }) => names(listeners, ...breaks) !== '',
    message: ({ listeners }) => `listeners: ${names(listeners, ...breaks)} ${what}.`,
    source,
  };
}

export const LISTENER_RULES: readonly Rule<DoorFacts>[] = [
  {
    requires: 'One of listeners is reached inside.',
    fails: ({ listeners }) => ofBrokers(listeners) === undefined,
    message: ({ listeners }) =>
      `listeners must have one with ListenerReach.inside(), by which brokers reach each other; got ${names(listeners)}, add it.`,
    source: 'policy',
  },
  {
    requires: 'One of listeners is reached from outside the platform.',
    fails: ({ listeners }) => ofDeploy(listeners) === undefined,
    message: ({ listeners }) =>
      `listeners must have one with ListenerReach.host() or ListenerReach.at(…), by which Terraform makes topics; got ${names(listeners)}, add it.`,
    source: 'policy',
  },
  {
    requires: 'The first of listeners that is reached from outside takes Terraform without a login.',
    fails: ({ listeners }) => ofDeploy(listeners)?.authentication.login !== undefined,
    message: ({ listeners }) =>
      `listeners: ${ofDeploy(listeners)?.name}, the first that is reached from outside, must have ListenerAuthentication.mutualTls() or none, because by it Terraform makes topics and the first user; got ${ofDeploy(listeners)?.authentication.kind}, put another one before it.`,
    source: 'policy',
  },
  {
    requires:
      'At the first of listeners that is reached inside, brokers show each other certificates, or nothing.',
    fails: ({ listeners }) => ofBrokers(listeners)?.authentication.login !== undefined,
    message: ({ listeners }) =>
      `listeners: ${ofBrokers(listeners)?.name}, the first that is reached inside, must have ListenerAuthentication.mutualTls() or none, because brokers reach each other there and have no login; got ${ofBrokers(listeners)?.authentication.kind}, give logins a listener of their own.`,
    source: 'policy',
  },
  {
    requires: 'No two listeners have one name.',
    fails: ({ listeners }) => repeated(listeners.map(({ name }) => name)).length > 0,
    message: ({ listeners }) =>
      `listeners must have different names, got more than one ${repeated(listeners.map(({ name }) => name)).join(', ')}; give each its own.`,
    source: LISTENERS,
  },
  {
    requires: 'No two listeners have one port.',
    fails: ({ listeners }) => repeated(listeners.map(({ port }) => String(port))).length > 0,
    message: ({ listeners }) =>
      `listeners must have different ports, got more than one at ${repeated(listeners.map(({ port }) => String(port))).join(', ')}; give each its own.`,
    source: LISTENERS,
  },
  {
    requires: `No broker has a listener at ${CONTROLLER_PORTS.join(' or ')}, the ports of the controllers.`,
    fails: (facts) => hasControllersPort(facts) !== '',
    message: (facts) =>
      `listeners: ${hasControllersPort(facts)} must not come to the ports ${CONTROLLER_PORTS.join(' and ')}, which the controllers have, with one port for each of ${facts.brokerCount} brokers; take another port.`,
    source: LISTENERS,
  },
  {
    requires: 'The last broker of a listener has a port up to 65535.',
    fails: (facts) => facts.listeners.some((one) => lastPort(one, facts) > 65_535),
    message: (facts) =>
      `listeners: ports must be at most ${65_536 - facts.brokerCount}, because each of ${facts.brokerCount} brokers takes the next; got ${facts.listeners
        .filter((one) => lastPort(one, facts) > 65_535)
        .map(({ name, port }) => `${port} of ${name}`)
        .join(', ')}, take less.`,
    source: LISTENERS,
  },
  {
    requires: 'hostPort is not given beside listeners.',
    fails: ({ hostPort }) => hostPort !== undefined,
    message: ({ hostPort }) =>
      `hostPort must not be given beside listeners, each of which has a port of its own; got ${hostPort}, give it to the listener as port.`,
    source: 'policy',
  },
  {
    requires: 'A listener with TLS needs certificates.',
    fails: ({ listeners, certificates }) => !certificates && names(listeners, ({ tls }) => tls) !== '',
    message: ({ listeners }) =>
      `listeners: ${names(listeners, ({ tls }) => tls)} must not have tls without certificates to show; give the cluster certificates: Certificates.folder(path.resolve('.secrets')).`,
    source: SECURITY,
  },
  each(
    'Mutual TLS is only where there is TLS.',
    SECURITY,
    [isMutual, ({ tls }) => !tls],
    'must have tls, without which nobody shows a certificate; give the cluster certificates and leave tls out',
  ),
  each(
    'Passwords and tokens go through listeners with TLS, unless it is said that they need not.',
    SECURITY,
    [isUnencryptedLogin, isNotMeant],
    'must have tls, because everybody on the way reads the password or token, or what it can be guessed from; give the cluster certificates, or say dangerouslyOpen: true',
  ),
  each(
    'A listener that is reached from elsewhere asks who somebody is, unless it is said that it need not.',
    'policy',
    [isOpenToAll, isNotMeant],
    'must have an authentication, because whoever reaches the machine can read, write and delete all records; give it ListenerAuthentication.mutualTls(), or say dangerouslyOpen: true',
  ),
  each(
    'No listener is dangerouslyOpen.',
    'policy',
    [isMeant, (one) => isUnencryptedLogin(one) || isOpenToAll(one)],
    'is dangerouslyOpen: passwords and tokens can be read on their way, or everybody who reaches the machine is let in; take TLS and an authentication for what matters',
    'warning',
  ),
  {
    requires: 'With authorization every listener asks who somebody is.',
    fails: ({ listeners, authorization }) =>
      authorization !== undefined && names(listeners, isAnonymous) !== '',
    message: ({ listeners }) =>
      `authorization must not be given while everybody is User:ANONYMOUS at ${names(listeners, isAnonymous)}; give that an authentication, such as ListenerAuthentication.mutualTls().`,
    source: 'https://kafka.apache.org/39/documentation.html#security_authz',
  },
  {
    requires: 'TLS, authentication and authorization are only with metadata in KRaft.',
    fails: (facts) => facts.metadata.kind === 'ZooKeeper' && secured(facts).length > 0,
    message: (facts) =>
      `${secured(facts).join(', ')} must not be given with metadata in ZooKeeper, because whoever reaches that makes themselves every user and right; take Metadata.kraft().`,
    source: 'policy',
  },
  {
    requires: 'Controllers of their own have certificates where their brokers have them, and only there.',
    fails: ({ certificates, metadata: { quorum } }) =>
      quorum !== undefined && (quorum.certificates === undefined) !== (certificates === undefined),
    message: ({ certificates }) =>
      certificates
        ? `certificates must be given to the ControllerQuorum, too: brokers would show theirs at ${SECURE.name}, where nobody understands it.`
        : 'certificates must be given, because the ControllerQuorum has them, and takes nobody without one.',
    source: 'policy',
  },
  {
    requires: 'Controllers of their own are as far from plaintext as their brokers.',
    fails: ({ certificates, metadata: { quorum } }) =>
      quorum?.certificates !== undefined &&
      certificates !== undefined &&
      quorum.certificates.plaintext !== certificates.plaintext,
    message: () =>
      'certificates must say the same of plaintext as those of the ControllerQuorum, or neither understands the other; give both the same Certificates.',
    source: 'policy',
  },
  {
    requires: 'On the way from plaintext, listeners that are reached inside are with TLS and without.',
    fails: ({ certificates, listeners }) =>
      certificates?.plaintext !== undefined && oneKindInside(listeners) !== undefined,
    message: ({ certificates, listeners }) =>
      `listeners must have one with ListenerReach.inside() ${oneKindInside(listeners)}, too, while plaintext is ${certificates?.plaintext}: brokers that are replaced one after the other must understand each other; add it, with a name and a port of its own, or leave plaintext out once that is deployed.`,
    source: 'https://kafka.apache.org/39/documentation.html#security_rolling_upgrade',
  },
  {
    requires: 'No cluster is on its way from plaintext.',
    severity: 'warning',
    fails: ({ certificates }) => certificates?.plaintext !== undefined,
    message: ({ certificates }) =>
      certificates?.plaintext === Plaintext.USED
        ? 'certificates: plaintext is still used between brokers; take Plaintext.ACCEPTED once this is deployed.'
        : 'certificates: plaintext is still accepted from everybody in the network; leave it out once all clients have left the listeners without TLS.',
    source: 'policy',
  },
  {
    requires: 'The file of a listener, of passwords or of authorities, is one of secretFiles.',
    fails: (facts) => unknownFiles(facts).length > 0,
    message: (facts) =>
      `listeners: the files ${unknownFiles(facts).map(formatValue).join(', ')} must be one of secretFiles, so that brokers can read them; give secretFiles: { ${formatValue(unknownFiles(facts)[0])}: SecretFile.fromHost('/folder/${posix.basename(unknownFiles(facts)[0] ?? '')}') }.`,
    source: 'org.apache.kafka.common.config.provider.FileConfigProvider',
  },
];
