import { BROKER_ENDPOINT } from '../core/labels';
import type { IPlatform, ServicePort } from '../core/platform';
import { ofBrokers, protocolOf, type ListenerFacts } from './kafka-listener-spec';
import { ofDeploy, type DoorFacts } from './listener-rules';
import type { HostSecurity } from './certificates';
import type { ClusterSecurity } from './cluster-security';
import type { Listener } from './listeners';

/** What of a broker its listeners depend on. */
interface Broker {
  /** 1 and up. */
  readonly brokerId: number;
  readonly serviceName: string;
}

/** Where others in the platform's network find it. */
export const NETWORK_PORT = 'network';

/** The ports of its container, each under the name by which its address is asked for. */
export function brokerPorts(listeners: readonly ListenerFacts[], { brokerId }: Broker): ServicePort[] {
  const [internal, first] = [ofBrokers(listeners)?.name, ofDeploy(listeners)?.name];
  return listeners.map(({ name, port, hostPort, reach: { isInside, bind, advertised } }) => ({
    name:
      name === internal
        ? NETWORK_PORT
        : name === first
          ? BROKER_ENDPOINT
          : `${isInside ? NETWORK_PORT : BROKER_ENDPOINT} (${name})`,
    port: port + brokerId - 1,
    ...(hostPort !== undefined && {
      hostPort: hostPort + brokerId - 1,
      hostAddress: bind,
      hostName: advertised,
    }),
  }));
}

/** The same as Kafka is told it. */
export function brokerListeners(
  listeners: readonly ListenerFacts[],
  { brokerId, serviceName }: Broker,
  platform: IPlatform,
): Record<string, Listener> {
  return Object.fromEntries(
    listeners.map((listener): [string, Listener] => {
      const { name, port, hostPort, reach } = listener;
      const at = hostPort === undefined ? port + brokerId - 1 : platform.hostPort(hostPort + brokerId - 1);
      return [
        name,
        {
          port: port + brokerId - 1,
          advertised: `${reach.advertised ?? serviceName}:${at}`,
          protocol: protocolOf(listener),
        },
      ];
    }),
  );
}

interface Asked {
  /** Inside. */
  readonly security?: ClusterSecurity;
  /** Of Terraform. */
  readonly hostSecurity?: HostSecurity;
  readonly authentications?: readonly string[];
}

/** What brokers want of their clients. */
export function askedOfClients({ listeners, certificates }: DoorFacts): Asked {
  if (!certificates) return { authentications: authenticationsOf(listeners) };
  const inside = ofBrokers(listeners);
  return {
    security: inside?.tls ? certificates.security(inside.authentication.kind === 'mutual TLS') : undefined,
    hostSecurity: ofDeploy(listeners)?.tls ? certificates.hostSecurity : { provider: { tlsEnabled: false } },
    authentications: authenticationsOf(listeners),
  };
}

/** Undefined where nobody is asked. */
function authenticationsOf(listeners: readonly ListenerFacts[]): readonly string[] | undefined {
  const kinds = listeners.map(({ authentication: { kind } }) => kind).filter((kind) => kind !== 'none');
  return kinds.length > 0 ? [...new Set(kinds)] : undefined;
}

/** What clients that look at its certificate call a broker. */
export function namesOfBroker(listeners: readonly ListenerFacts[], serviceName: string): readonly string[] {
  const advertised = listeners.filter(({ tls }) => tls).flatMap(({ reach }) => reach.advertised ?? []);
  return [...new Set([serviceName, ...advertised])];
}
