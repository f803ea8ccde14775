import type { ClusterSecurity } from './cluster-security';

/**
 * Since Kafka 4 an issuer of tokens is asked only where the JVM was told that it may be. Every JVM reads this variable by
 * itself, whichever script of an image starts it.
 * @see https://kafka.apache.org/39/documentation.html#security_sasl_oauthbearer
 */
export function allowedUrls(urls: readonly string[]): Readonly<Record<string, string>> {
  if (urls.length === 0) return {};
  const all = [...new Set(urls)].join(',');
  return { JAVA_TOOL_OPTIONS: `-Dorg.apache.kafka.sasl.oauthbearer.allowed.urls=${all}` };
}

/** The same of clients that get their tokens by themselves. */
export function allowedToClients(
  ...all: readonly (ClusterSecurity | undefined)[]
): Readonly<Record<string, string>> {
  return allowedUrls(
    all.flatMap((security) =>
      typeof security?.login === 'object' ? (security.login.tokenEndpoint ?? []) : [],
    ),
  );
}
