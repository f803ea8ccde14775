import { asText } from './resolved';

/** Settings by their name in the product, as the environment that the images of Kafka's family turn into its configuration. */
export function settingsEnvironment(
  prefix: string,
  settings: Readonly<Record<string, string | number | boolean>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(settings).map(([name, value]) => [environmentName(prefix, name), asText(value)]),
  );
}

/**
 * A setting's name as those images take it: `log.retention.ms` with the prefix `KAFKA` is
 * `KAFKA_LOG_RETENTION_MS`; `_` becomes `__`, and `-` becomes `___`.
 * @see https://docs.confluent.io/platform/7.9/installation/docker/config-reference.html
 */
function environmentName(prefix: string, setting: string): string {
  const escaped = setting.replace(/[-_.]/g, (c) => ({ '.': '_', _: '__', '-': '___' })[c] as string);
  return `${prefix}_${escaped.toUpperCase()}`;
}

/**
 * What the scripts that start these images, or the JVM that they start, read for themselves under the same prefix: as a
 * setting it would be none, but do something else.
 * @see https://docs.confluent.io/platform/7.9/installation/docker/config-reference.html
 */
const IMAGE_VARIABLE =
  /^(version|data\.dirs|cub\..*|((heap|log4j|jmx|gc\.log|jvm\.performance)\.)?opts|jmx\.(port|hostname)|(tools\.)?log4j\.(root\.loglevel|loggers|loglevel|appender\..*))$/i;

export function isImageVariable(name: string): boolean {
  return IMAGE_VARIABLE.test(name);
}
