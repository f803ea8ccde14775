import { nodeTls, tlsSettings, type Certificates, type NodeTls } from './certificates';
import { ofBrokers, type ListenerFacts } from './kafka-listener-spec';
import { SECURE } from './controller-doors';

interface Doors {
  readonly listeners: readonly ListenerFacts[];
  readonly certificates?: Certificates;
}

/** How a node with certificates listens to controllers, and speaks to them. */
export const CONTROLLER_TLS = {
  [`listener.name.${SECURE.name.toLowerCase()}.ssl.client.auth`]: 'required',
};

/** What a broker is told of those who connect to it, and of how it connects itself. @param node its host name */
export function authenticationSettings(
  { listeners, certificates }: Doors,
  node: string,
): Record<string, string> {
  return {
    ...(certificates && { ...tlsSettings(node), ...CONTROLLER_TLS }),
    ...Object.fromEntries(listeners.flatMap((listener) => Object.entries(ofListener(listener)))),
  };
}

function ofListener({ name, authentication: { kind, login } }: ListenerFacts): Record<string, string> {
  const prefix = `listener.name.${name.toLowerCase()}`;
  if (kind === 'mutual TLS') return { [`${prefix}.ssl.client.auth`]: 'required' };
  if (login === undefined) return {};
  return {
    [`${prefix}.sasl.enabled.mechanisms`]: kind,
    [`${prefix}.${kind.toLowerCase()}.sasl.jaas.config`]: login.jaas,
    ...Object.fromEntries(
      Object.entries(login.settings ?? {}).map(([setting, value]) => [`${prefix}.${setting}`, value]),
    ),
  };
}

/** What brokers ask by their own JVM, which has to be allowed it. */
export const askedByBrokers = ({ listeners }: Doors): readonly string[] =>
  listeners.flatMap(({ authentication: { login } }) => login?.url ?? []);

/** How a broker's own health check speaks to it; undefined where it need not show anything. */
export function ownTls({ listeners }: Doors, node: string): NodeTls | undefined {
  return ofBrokers(listeners)?.tls ? nodeTls(node) : undefined;
}
