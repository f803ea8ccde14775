import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { getProperties } from 'properties-file';
import { CommandError, listed } from '../program';
import type { BrokerAccess, PasswordLogin } from './broker-access';

/** What Kafka's own clients are told in a file of how brokers are spoken to. */
export interface ClientProperties {
  readonly isEncrypted: boolean;
  /** In PEM, absolute: the authorities that signed the brokers' certificates. */
  readonly caFile?: string;
  /** In PEM, absolute: the client's key and certificate. */
  readonly keyStoreFile?: string;
  readonly login?: PasswordLogin;
}

const PROTOCOLS = ['PLAINTEXT', 'SSL', 'SASL_PLAINTEXT', 'SASL_SSL'];
const MECHANISMS = ['PLAIN', 'SCRAM-SHA-256', 'SCRAM-SHA-512'] as const;
const STORES = ['truststore', 'keystore'] as const;

/** What is understood, and which values where there are few. */
const KNOWN: Readonly<Record<string, readonly string[] | undefined>> = {
  'security.protocol': PROTOCOLS,
  'sasl.mechanism': MECHANISMS,
  'sasl.jaas.config': undefined,
  'ssl.truststore.type': ['PEM'],
  'ssl.truststore.location': undefined,
  'ssl.keystore.type': ['PEM'],
  'ssl.keystore.location': undefined,
  'ssl.endpoint.identification.algorithm': ['https'],
};

/** @throws CommandError naming each property that is not understood */
export function readClientProperties(file: string): ClientProperties {
  if (!existsSync(file)) throw new CommandError(`There is no file ${file} (--command-config).`);
  return clientProperties(getProperties(readFileSync(file, 'utf8')), file);
}

/** @param file that they are of, as sentences name it */
export function clientProperties(
  properties: Readonly<Record<string, string | undefined>>,
  file: string,
): ClientProperties {
  const fail = (sentence: string): never => {
    throw new CommandError(`${file}: ${sentence}`);
  };
  const unknown = Object.keys(properties).filter((name) => !(name in KNOWN));
  if (unknown.length > 0)
    fail(
      `${listed(unknown, ', ')} ${unknown.length > 1 ? 'are' : 'is'} not understood here. Understood are ${Object.keys(KNOWN).join(', ')}; take away the rest.`,
    );
  for (const [name, allowed] of Object.entries(KNOWN)) {
    const value = properties[name];
    if (value !== undefined && allowed && !allowed.includes(value))
      fail(`${name} must be ${allowed.join(', ')} here, got '${value}'.`);
  }
  const protocol = properties['security.protocol'] ?? 'PLAINTEXT';
  const isEncrypted = protocol.endsWith('SSL');
  const given = Object.keys(properties);
  const idle = given.filter(
    (name) =>
      (name.startsWith('ssl.') && !isEncrypted) || (name.startsWith('sasl.') && !protocol.startsWith('SASL')),
  );
  if (idle.length > 0) fail(`${idle.join(', ')} would do nothing, because security.protocol is ${protocol}.`);
  const [caFile, keyStoreFile] = STORES.map((store) => {
    const path = properties[`ssl.${store}.location`];
    if (path === undefined) return undefined;
    if (properties[`ssl.${store}.type`] === undefined)
      fail(`ssl.${store}.type must be PEM here; without it, the file would be one of Java's own.`);
    return existsSync(path) ? resolve(path) : fail(`ssl.${store}.location: there is no file ${path}.`);
  });
  const login = protocol.startsWith('SASL') ? loginIn(properties, fail) : undefined;
  return { isEncrypted, caFile, keyStoreFile, login };
}

/** The modules by which Kafka's clients log in with a password. */
const MODULE =
  /^\s*org\.apache\.kafka\.common\.security\.(plain\.Plain|scram\.Scram)LoginModule\s+required\s/;

function loginIn(
  properties: Readonly<Record<string, string | undefined>>,
  fail: (sentence: string) => never,
): PasswordLogin {
  const mechanism = MECHANISMS.find((each) => each === properties['sasl.mechanism']);
  const config = properties['sasl.jaas.config'] ?? '';
  if (!mechanism) return fail(`sasl.mechanism must be ${MECHANISMS.join(', ')} here, and is missing.`);
  const options = Object.fromEntries(
    [...config.matchAll(/\b(username|password)\s*=\s*"([^"\\]*)"/g)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  );
  const { username, password } = options;
  // Nothing else is in it: of what is cut away nothing remains but the module, and the end.
  const rest = config.replace(MODULE, '').replaceAll(/\b(username|password)\s*=\s*"[^"\\]*"/g, '');
  if (!MODULE.test(config) || !username || !password || !/^\s*;?\s*$/.test(rest))
    return fail(
      'sasl.jaas.config must be org.apache.kafka.common.security.plain.PlainLoginModule, or scram.ScramLoginModule, with required username="…" password="…"; and nothing else, without " and \\ in them.',
    );
  return { mechanism, username, password };
}

/** What a client in Node needs for them. */
export function accessBy({ isEncrypted, caFile, keyStoreFile, login }: ClientProperties): BrokerAccess {
  const [ca, key] = [caFile, keyStoreFile].map((file) => file && readFileSync(file, 'utf8'));
  return {
    // Each finds its own blocks in the one file.
    ...(isEncrypted && { tls: { ...(ca && { ca }), ...(key && { key, cert: key }) } }),
    ...(login && { sasl: login }),
  };
}
