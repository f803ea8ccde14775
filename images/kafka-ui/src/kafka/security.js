import { readText } from '../placeholders.js';
import { SettingsError } from '../settings-error.js';
import { tokens } from './tokens.js';

/** @import { ConnectionOptions } from '@platformatic/kafka' */
/** @typedef {Pick<ConnectionOptions, 'tls' | 'sasl'>} Security */

const PROTOCOLS = ['PLAINTEXT', 'SSL', 'SASL_PLAINTEXT', 'SASL_SSL'];
const MECHANISMS = /** @type {const} */ (['PLAIN', 'SCRAM-SHA-256', 'SCRAM-SHA-512', 'OAUTHBEARER']);

/**
 * How brokers want to be spoken to, from what Kafka's clients in Java are told by kafbat/kafka-ui: stores in PEM, and the
 * options of a login module.
 * @param {Readonly<Record<string, string | undefined>>} environment
 * @param {string} prefix such as `KAFKA_CLUSTERS_0_PROPERTIES`
 * @returns {Security}
 * @throws {SettingsError} naming the variable that is missing or wrong
 */
export function security(environment, prefix) {
  /** @type {(name: string) => string | undefined} */
  const property = (name) => environment[`${prefix}_${name}`];
  const protocol = property('SECURITY_PROTOCOL') ?? 'PLAINTEXT';
  if (!PROTOCOLS.includes(protocol))
    throw new SettingsError(
      `${prefix}_SECURITY_PROTOCOL must be one of ${PROTOCOLS.join(', ')}, got '${protocol}'.`,
    );

  /** @param {string} store */
  const pem = (store) => {
    const path = property(`${store}_LOCATION`);
    if (path === undefined) return undefined;
    if (property(`${store}_TYPE`) !== 'PEM')
      throw new SettingsError(
        `${prefix}_${store}_TYPE must be PEM here, got '${property(`${store}_TYPE`)}'.`,
      );
    return readText(`${prefix}_${store}_LOCATION`, path);
  };
  const keyStore = pem('SSL_KEYSTORE');
  return {
    // Each finds its own blocks in the one file.
    ...(protocol.endsWith('SSL') && { tls: { ca: pem('SSL_TRUSTSTORE'), key: keyStore, cert: keyStore } }),
    ...(protocol.startsWith('SASL') && { sasl: login(property, prefix) }),
  };
}

/**
 * @param {(name: string) => string | undefined} property
 * @param {string} prefix
 * @returns {NonNullable<Security['sasl']>}
 */
function login(property, prefix) {
  const named = property('SASL_MECHANISM');
  const mechanism = MECHANISMS.find((each) => each === named);
  if (!mechanism)
    throw new SettingsError(
      `${prefix}_SASL_MECHANISM must be one of ${MECHANISMS.join(', ')} here, got '${named}'.`,
    );
  const options = Object.fromEntries(
    [...(property('SASL_JAAS_CONFIG') ?? '').matchAll(/(\w+)="([^"]*)"/g)].map(([, key, value]) => [
      key,
      value,
    ]),
  );
  /** @param {string} key */
  const option = (key) => {
    const value = options[key];
    if (!value) throw new SettingsError(`${prefix}_SASL_JAAS_CONFIG must have ${key}="…".`);
    return value;
  };
  if (mechanism !== 'OAUTHBEARER')
    return { mechanism, username: option('username'), password: option('password') };

  const endpoint = property('SASL_OAUTHBEARER_TOKEN_ENDPOINT_URL');
  if (!endpoint) throw new SettingsError(`${prefix}_SASL_OAUTHBEARER_TOKEN_ENDPOINT_URL must be set.`);
  return { mechanism, token: tokens(endpoint, option('clientId'), option('clientSecret'), options.scope) };
}
