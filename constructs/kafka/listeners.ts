/** As it usually is called; for brokers and services inside the platform's network. */
export const INTERNAL_LISTENER = 'INTERNAL';
/** For clients on the host. Neither name begins with a security protocol: the images look for keystores then. */
export const HOST_LISTENER = 'EXTERNAL';

export interface Listener {
  /** Where the broker listens. @default - nowhere: it only connects to others there */
  readonly port?: number;
  /** Where clients find it. @default - nowhere: they must not */
  readonly advertised?: string;
  /** As `listener.security.protocol.map` has it. @default 'PLAINTEXT' */
  readonly protocol?: string;
}

/** As `listener.security.protocol.map` has them. */
export const protocolMap = (listeners: Readonly<Record<string, Listener>>): string =>
  Object.entries(listeners)
    .map(([name, { protocol = 'PLAINTEXT' }]) => `${name}:${protocol}`)
    .join(',');

/**
 * Where a broker listens, and where it is found, by their name in `server.properties`.
 * @param ofBrokers the name of that by which brokers reach each other
 */
export function listenerSettings(
  listeners: Readonly<Record<string, Listener>>,
  ofBrokers: string,
): Record<string, string> {
  const each = (render: (name: string, listener: Listener) => string | undefined): string =>
    Object.entries(listeners)
      .flatMap(([name, listener]) => render(name, listener) ?? [])
      .join(',');
  return {
    listeners: each((name, { port }) => (port === undefined ? undefined : `${name}://0.0.0.0:${port}`)),
    'advertised.listeners': each((name, { advertised }) => advertised && `${name}://${advertised}`),
    'listener.security.protocol.map': protocolMap(listeners),
    'inter.broker.listener.name': ofBrokers,
  };
}
