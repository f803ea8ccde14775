/**
 * A setting's name as the images of Kafka's family take it: `log.retention.ms` with the prefix `KAFKA` is
 * `KAFKA_LOG_RETENTION_MS`; `_` becomes `__`, and `-` becomes `___`.
 * @see https://docs.confluent.io/platform/7.9/installation/docker/config-reference.html
 */
export function environmentName(prefix: string, setting: string): string {
  const escaped = setting.replace(/[-_.]/g, (c) => ({ '.': '_', _: '__', '-': '___' })[c] as string);
  return `${prefix}_${escaped.toUpperCase()}`;
}
