import { isIP } from 'node:net';
import type { ConnectionOptions } from '@platformatic/kafka';
import { logLevel, type KafkaConfig } from 'kafkajs';
import { alike, tlsFor, type ClientTls } from './client-certificates';

/** A login by a password, as Kafka calls its way. */
export interface PasswordLogin {
  readonly mechanism: 'PLAIN' | 'SCRAM-SHA-256' | 'SCRAM-SHA-512';
  readonly username: string;
  readonly password: string;
}

/** What a client in Node needs to reach brokers; nothing where they speak plaintext. */
export interface BrokerAccess {
  /** Empty where any authority will do that Node trusts. */
  readonly tls?: Partial<ClientTls>;
  readonly sasl?: PasswordLogin;
}

/** By their servers: who asks brokers knows them by their addresses alone. */
const GIVEN = new Map<string, BrokerAccess>();

/** Lets this command reach brokers as its user says. */
export function rememberAccess(servers: readonly string[], access: BrokerAccess): void {
  for (const server of servers) GIVEN.set(server, access);
}

/** @param user another than Terraform's, whose certificate is beside its */
function accessTo(servers: readonly string[], user?: string): BrokerAccess {
  const [given] = servers.flatMap((server) => GIVEN.get(server) ?? []);
  return given ?? { tls: tlsFor(servers, user) };
}

/** As kafkajs takes it. */
export function forKafkaJs(servers: readonly string[], user?: string): KafkaConfig {
  const { tls, sasl } = accessTo(servers, user);
  return {
    brokers: [...alike(servers)],
    ssl: tls,
    ...(sasl && { sasl: { ...sasl, mechanism: sasl.mechanism.toLowerCase() } as KafkaConfig['sasl'] }),
    logLevel: logLevel.NOTHING,
  };
}

/** As the other client takes it, with its servers. */
export function forPlatformatic(
  servers: readonly string[],
  user?: string,
): ConnectionOptions & { readonly bootstrapBrokers: { readonly host: string; readonly port: number }[] } {
  const bootstrapBrokers = alike(servers).map(hostAndPort);
  return {
    bootstrapBrokers,
    ...accessTo(servers, user),
    // A number is no name that a certificate is asked for by.
    tlsServerName: bootstrapBrokers.every(({ host }) => isIP(host) === 0),
  };
}

function hostAndPort(server: string): { readonly host: string; readonly port: number } {
  const [, host = '', port] = /^\[?(.*?)\]?:(\d+)$/.exec(server) ?? [];
  return { host, port: Number(port) };
}
