import { check, allOf, listOf, object, valueObject, text, TRUE_OR_FALSE } from '../core/checks';
import { required, type Check, type Properties } from '../core/properties';
import { portCheck } from '../core/service';
import { Plaintext } from './certificates';
import { CONTROLLER_DOORS } from './controller-doors';
import { ListenerAuthentication } from './listener-authentication';
import { HOST_LISTENER, INTERNAL_LISTENER } from './listeners';
import { ListenerReach } from './listener-reach';

/**
 * One door of every broker, in Strimzi's words. By the first that is reached inside, brokers reach each other and services
 * the brokers; by the first that is reached from outside, Terraform does.
 */
export interface KafkaListenerSpec {
  /** Capital letters and digits. */
  readonly name: string;
  readonly reach: ListenerReach;
  /**
   * Port of the first broker, in its container and on the machine; further brokers take the next. On the machine the
   * platform's offset is added.
   * @default - 19092 inside, 9092 elsewhere
   */
  readonly port?: number;
  /** Whether all that goes through it is encrypted. @default - true, where the cluster has `certificates` */
  readonly tls?: boolean;
  /** @default ListenerAuthentication.none() */
  readonly authentication?: ListenerAuthentication;
  /**
   * Says that it is meant: passwords or tokens without TLS, or a listener that whoever reaches the machine may use without saying
   * who they are.
   * @default false
   */
  readonly dangerouslyOpen?: boolean;
}

/** A listener, with all that it did not say. */
export interface ListenerFacts extends Required<KafkaListenerSpec> {
  /** Port of the first broker on the machine, before the platform's offset; undefined where nothing is bound there. */
  readonly hostPort?: number;
}

export const INSIDE_PORT = 19_092;
export const FIRST_PORT = 9092;

/** That by which brokers reach each other, and services the brokers. */
export const ofBrokers = (listeners: readonly ListenerFacts[]): ListenerFacts | undefined =>
  listeners.find(({ reach }) => reach.isInside);

/** On the way from plaintext, those that are used come before those that are only understood. */
export function usedFirst(
  listeners: readonly ListenerFacts[],
  plaintext: Plaintext | undefined,
): readonly ListenerFacts[] {
  if (plaintext === undefined) return listeners;
  const isUsed = ({ tls }: ListenerFacts): boolean => tls === (plaintext === Plaintext.ACCEPTED);
  return [...listeners.filter(isUsed), ...listeners.filter((each) => !isUsed(each))];
}

/** What brokers have, where nobody says. @param hostPort of the first broker on the machine */
export function usualListeners(hostPort = FIRST_PORT): readonly ListenerFacts[] {
  const open = { tls: false, authentication: ListenerAuthentication.none(), dangerouslyOpen: false };
  return [
    { name: INTERNAL_LISTENER, reach: ListenerReach.inside(), port: INSIDE_PORT, ...open },
    { name: HOST_LISTENER, reach: ListenerReach.host(), port: FIRST_PORT, hostPort, ...open },
  ];
}

/** What brokers have that an operator runs, where nobody says: one door inside, as Strimzi's own examples have it. */
export function operatedListeners(): readonly ListenerFacts[] {
  const [inside] = usualListeners();
  return inside ? [{ ...inside, name: 'PLAIN', port: FIRST_PORT }] : [];
}

export function listenerFacts(spec: KafkaListenerSpec, hasCertificates: boolean): ListenerFacts {
  const port = spec.port ?? (spec.reach.isInside ? INSIDE_PORT : FIRST_PORT);
  return {
    name: spec.name,
    reach: spec.reach,
    tls: spec.tls ?? hasCertificates,
    authentication: spec.authentication ?? ListenerAuthentication.none(),
    dangerouslyOpen: spec.dangerouslyOpen ?? false,
    port,
    ...(!spec.reach.isInside && { hostPort: port }),
  };
}

/** As `listener.security.protocol.map` has it. */
export function protocolOf({ tls, authentication }: ListenerFacts): string {
  return `${authentication.login ? 'SASL_' : ''}${tls ? 'SSL' : 'PLAINTEXT'}`;
}

/** @see https://github.com/confluentinc/kafka-images/blob/v7.9.6/kafka/include/etc/confluent/docker/configure */
const IMAGES = 'confluentinc/kafka-images kafka/include/etc/confluent/docker/configure';

const NAME: Check = allOf(
  text(IMAGES, '1 to 20 of A-Z and 0-9, beginning with a letter', /^[A-Z][A-Z0-9]{0,19}$/),
  check(
    IMAGES,
    "without 'SSL' at its end, at which the image looks for keystores with a password",
    (name) => !String(name).endsWith('SSL'),
  ),
  check(
    'policy',
    `not ${CONTROLLER_DOORS.map(({ name }) => name).join(' or ')}, which the controllers have`,
    (name) => !CONTROLLER_DOORS.some((door) => door.name === name),
  ),
);

export const LISTENER_PROPERTIES: Properties<KafkaListenerSpec> = {
  name: required(NAME),
  reach: required(valueObject('a ListenerReach, such as ListenerReach.host()', 'isInside')),
  port: portCheck,
  tls: TRUE_OR_FALSE,
  authentication: valueObject('a ListenerAuthentication, such as ListenerAuthentication.mutualTls()', 'kind'),
  dangerouslyOpen: TRUE_OR_FALSE,
};

export const LISTENERS = listOf(object(LISTENER_PROPERTIES), 1);
