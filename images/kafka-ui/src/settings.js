import { Connect } from './connect.js';
import { Cluster } from './kafka/cluster.js';
import { security } from './kafka/security.js';
import { resolved } from './placeholders.js';
import { Prometheus } from './prometheus.js';
import { Registry } from './registry.js';
import { SettingsError } from './settings-error.js';

/** @import { Login } from './http.js' */

/**
 * A Kafka cluster and what belongs to it, as one entry of the page.
 * @typedef {object} Source
 * @property {string} name
 * @property {Cluster} kafka
 * @property {Registry | undefined} registry
 * @property {readonly Connect[]} connects
 * @property {boolean} manages whether visitors may do what Terraform does not
 * @property {Prometheus | undefined} prometheus
 */

/**
 * The environment contract of kafbat/kafka-ui: `KAFKA_CLUSTERS_<n>_NAME`, `_BOOTSTRAPSERVERS`, `_SCHEMAREGISTRY`,
 * `_KAFKACONNECT_<m>_NAME` and `_ADDRESS`, the logins of both, `_PROPERTIES_…` about security, `_READONLY`, which is true here
 * unless it is false; `SERVER_PORT`; `AUTH_TYPE` with `SPRING_SECURITY_USER_NAME` and `_PASSWORD`. Beside it,
 * `KAFKA_CLUSTERS_<n>_PROMETHEUS`. Other settings of it have no meaning here and are ignored.
 * @param {Readonly<Record<string, string | undefined>>} given
 * @returns {{ port: number, clusters: readonly Source[], login: Login | undefined }} and whom alone it shows anything
 * @throws {SettingsError} naming the variable that is missing or wrong
 */
export function readSettings(given) {
  const environment = resolved(given);
  const port = Number(environment.SERVER_PORT ?? 8080);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new SettingsError(
      `SERVER_PORT must be a whole number from 1 to 65535, got '${environment.SERVER_PORT}'.`,
    );

  const clusters = numbered(environment, 'KAFKA_CLUSTERS').map((prefix) => source(environment, prefix));
  if (clusters.length === 0)
    throw new SettingsError(
      'There is no cluster to show: set KAFKA_CLUSTERS_0_NAME and KAFKA_CLUSTERS_0_BOOTSTRAPSERVERS.',
    );
  refuseTwice(clusters, 'cluster');
  return { port, clusters, login: visitor(environment) };
}

/** @param {Record<string, string | undefined>} environment */
function visitor({ AUTH_TYPE: type = 'DISABLED', ...environment }) {
  if (type === 'DISABLED') return undefined;
  if (type !== 'LOGIN_FORM')
    throw new SettingsError(`AUTH_TYPE must be DISABLED or LOGIN_FORM here, got '${type}'.`);
  return {
    username: required(environment, 'SPRING_SECURITY_USER_NAME'),
    password: required(environment, 'SPRING_SECURITY_USER_PASSWORD'),
  };
}

/**
 * @param {Record<string, string | undefined>} environment
 * @param {string} prefix
 * @returns {Source}
 */
function source(environment, prefix) {
  const registryUrl = environment[`${prefix}_SCHEMAREGISTRY`];
  const connects = numbered(environment, `${prefix}_KAFKACONNECT`).map(
    (connect) =>
      new Connect(
        required(environment, `${connect}_NAME`),
        url(environment, `${connect}_ADDRESS`),
        login(environment, connect),
      ),
  );
  refuseTwice(connects, 'Connect');
  return {
    name: required(environment, `${prefix}_NAME`),
    kafka: new Cluster(
      required(environment, `${prefix}_BOOTSTRAPSERVERS`).split(',').map(hostAndPort),
      security(environment, `${prefix}_PROPERTIES`),
    ),
    registry: registryUrl
      ? new Registry(
          url(environment, `${prefix}_SCHEMAREGISTRY`),
          login(environment, `${prefix}_SCHEMAREGISTRYAUTH`),
        )
      : undefined,
    connects,
    manages: !isReadOnly(environment, `${prefix}_READONLY`),
    prometheus: environment[`${prefix}_PROMETHEUS`]
      ? new Prometheus(url(environment, `${prefix}_PROMETHEUS`))
      : undefined,
  };
}

/**
 * @param {Record<string, string | undefined>} environment
 * @param {string} name
 */
function isReadOnly(environment, name) {
  const value = environment[name] ?? 'true';
  if (!/^(true|false)$/i.test(value))
    throw new SettingsError(`${name} must be true or false, got '${value}'.`);
  return value.toLowerCase() === 'true';
}

/**
 * The prefixes that are there, in the order of their numbers: `KAFKA_CLUSTERS_0`, `KAFKA_CLUSTERS_1`.
 * @param {Record<string, string | undefined>} environment
 * @param {string} prefix
 */
function numbered(environment, prefix) {
  const numbers = Object.keys(environment).flatMap((name) => {
    const [, number] = new RegExp(`^${prefix}_(\\d+)_`).exec(name) ?? [];
    return number === undefined ? [] : [Number(number)];
  });
  return [...new Set(numbers)].sort((one, other) => one - other).map((number) => `${prefix}_${number}`);
}

/**
 * @param {Record<string, string | undefined>} environment
 * @param {string} name
 */
function required(environment, name) {
  const value = environment[name]?.trim();
  if (!value) throw new SettingsError(`${name} must be set.`);
  return value;
}

/**
 * @param {Record<string, string | undefined>} environment
 * @param {string} prefix
 */
function login(environment, prefix) {
  if (environment[`${prefix}_USERNAME`] === undefined) return undefined;
  return {
    username: required(environment, `${prefix}_USERNAME`),
    password: required(environment, `${prefix}_PASSWORD`),
  };
}

/**
 * @param {Record<string, string | undefined>} environment
 * @param {string} name
 */
function url(environment, name) {
  const value = required(environment, name);
  if (!/^https?:\/\//.test(value) || !URL.canParse(value))
    throw new SettingsError(
      `${name} must be an address that begins with http:// or https://, got '${value}'.`,
    );
  return value.replace(/\/+$/, '');
}

/** @param {string} address */
function hostAndPort(address) {
  const [, host, port] = /^\s*([^\s:]+|\[[^\s\]]+\]):(\d+)\s*$/.exec(address) ?? [];
  if (!host)
    throw new SettingsError(`Bootstrap servers must be host:port, separated by commas; got '${address}'.`);
  return { host: host.replace(/^\[(.*)\]$/, '$1'), port: Number(port) };
}

/**
 * @param {readonly { name: string }[]} named
 * @param {string} kind
 */
function refuseTwice(named, kind) {
  const names = named.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined)
    throw new SettingsError(`There are two ${kind} entries named '${twice}'; names tell them apart.`);
}
