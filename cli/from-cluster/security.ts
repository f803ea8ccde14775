import type { ClientProperties } from '../engine/client-properties';
import { CommandError } from '../program';
import { call, object, text, type Code } from './code';
import type { FoundSecurity } from './description';

const FACTORIES = {
  PLAIN: 'saslPlain',
  'SCRAM-SHA-256': 'saslScramSha256',
  'SCRAM-SHA-512': 'saslScramSha512',
} as const;

/** The variable with the password, where the brokers want one. */
export const PASSWORD = 'brokers_password';

/**
 * What a program can say of how brokers are spoken to; undefined where that is in plaintext.
 * @throws CommandError where the library has no word for it
 */
export function securityIn(properties: ClientProperties): FoundSecurity | undefined {
  const { isEncrypted, caFile, keyStoreFile, login } = properties;
  if (!login) {
    if (!isEncrypted) return undefined;
    return { factory: keyStoreFile === undefined ? 'tls' : 'mutualTls', caFile, keyStoreFile };
  }
  if (!isEncrypted)
    throw new CommandError(
      'security.protocol is SASL_PLAINTEXT, and the library logs in over TLS only: give the brokers a listener with SASL_SSL, and its address.',
    );
  if (keyStoreFile !== undefined)
    throw new CommandError(
      'The library shows brokers a certificate or logs in with a password, not both: take away ssl.keystore.location, or use a listener that asks for the one alone.',
    );
  return { factory: FACTORIES[login.mechanism], caFile, username: login.username };
}

/** As the program says it. */
export function securityCode({ factory, caFile, keyStoreFile, username }: FoundSecurity): Code {
  const file = (path: string | undefined): Code | undefined =>
    path === undefined ? undefined : call('SecretFile.fromHost', text(path));
  const options = {
    username: username === undefined ? undefined : text(username),
    password: username === undefined ? undefined : 'password',
    keyStore: file(keyStoreFile),
    caCertificate: file(caFile),
  };
  const isEmpty = Object.values(options).every((each) => each === undefined);
  return call(`ClusterSecurity.${factory}`, ...(isEmpty ? [] : [object(options)]));
}
