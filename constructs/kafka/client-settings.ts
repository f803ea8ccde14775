import { FILE_PROVIDER } from '../core/config-provider';
import type { SecretFiles } from '../core/secret-file';
import { settingsEnvironment } from '../core/settings-environment';
import { FOLDER as MOUNTED } from '../core/in-container';
import { check, instanceLike, text, VARIABLE_NAME } from '../core/checks';
import { mustBe } from '../core/must-be';
import { object } from '../core/nested-checks';
import { validationError, type TreeRule } from '../core/validation';
import type { ClusterSecurity, SaslLogin } from './cluster-security';

type Settings = Readonly<Record<string, string>>;

/** Where the files of a cluster's security are in a container, unless something else is there. */
const FOLDER = '/run/secrets/kafka';

const FILE_NAMES: Readonly<Record<string, string>> = {
  caCertificate: 'ca.crt',
  issuerCaCertificate: 'issuer.crt',
  keyStore: 'client.pem',
  password: 'login.properties',
  clientSecret: 'login.properties',
};

const SECURITY = instanceLike('a ClusterSecurity, such as cluster.security', 'files');

function mustBeSecurity(made: string, security: unknown): void {
  if (security !== undefined) mustBe(made, 'security', SECURITY, security);
}

/** The files that {@link clientSettings} name, by their paths in a container. @param folder of this cluster alone */
export function clientFiles(security: ClusterSecurity | undefined, folder = FOLDER): SecretFiles {
  mustBeSecurity('clientFiles', security);
  mustBe('clientFiles', 'folder', MOUNTED, folder);
  if (security?.asksForCertificate === true && !security.files.keyStore)
    throw validationError(
      'clientFiles',
      WHOSE,
      "security must be one client's: give security.as('its name').",
    );
  return Object.fromEntries(
    Object.entries(security?.files ?? {}).map(([name, file]) => [`${folder}/${FILE_NAMES[name]}`, file]),
  );
}

const WHOSE: TreeRule = {
  requires: 'Where each client shows a certificate of its own, clientFiles is told of whom.',
  source: 'policy',
};

/** Those of the user's own with them; alone, where a container cannot be told the rest. */
export function withClientFiles(
  security: ClusterSecurity | undefined,
  secretFiles: SecretFiles | undefined,
  folder?: string,
): SecretFiles | undefined {
  const isFit = security && security.unfitForServices === undefined;
  return isFit ? { ...clientFiles(security, folder), ...secretFiles } : secretFiles;
}

/** How a program finds the secret of a login. @param path of the file @param key of its line */
export type SecretReference = (path: string, key: string) => string;

/** As whatever has a config provider `file` finds it. */
export const BY_CONFIG_PROVIDER: SecretReference = (path, key) => `\${file:${path}:${key}}`;

/** Where a client finds what its settings name. */
export interface ClientSettingsOptions {
  /** Where {@link clientFiles} are. @default '/run/secrets/kafka' */
  readonly folder?: string;
  /** @default - by a config provider of Kafka's clients, which the settings name themselves */
  readonly reference?: SecretReference;
}

const OPTIONS = object<ClientSettingsOptions>({
  folder: MOUNTED,
  reference: check('policy', 'a function of a path and a key', (given) => typeof given === 'function'),
});
const PREFIX = text('POSIX.1-2017 8.1', 'what names of variables begin with', VARIABLE_NAME);

/**
 * What a client of Kafka in Java is set to, by its names, to speak to the brokers; nothing for brokers that ask for nothing.
 * No secret is among it, only where it is found.
 * @see https://kafka.apache.org/39/documentation.html#security
 */
export function clientSettings(
  security: ClusterSecurity | undefined,
  options: ClientSettingsOptions = {},
): Readonly<Record<string, string>> {
  mustBeSecurity('clientSettings', security);
  mustBe('clientSettings', 'options', OPTIONS, options);
  if (!security) return {};
  const { folder = FOLDER, reference } = options;
  const { files, login } = security;
  const sasl = typeof login === 'string' ? undefined : login;
  const path = (name: string): string => `${folder}/${FILE_NAMES[name]}`;
  return {
    'security.protocol': sasl ? 'SASL_SSL' : 'SSL',
    ...(files.caCertificate && trusting(path('caCertificate'))),
    ...(security.asksForCertificate && {
      'ssl.keystore.type': 'PEM',
      'ssl.keystore.location': path('keyStore'),
    }),
    ...(sasl &&
      saslSettings(
        sasl,
        (reference ?? BY_CONFIG_PROVIDER)(path(sasl.secret), sasl.secret),
        files.issuerCaCertificate && path('issuerCaCertificate'),
      )),
    ...(sasl && !reference && configProvider(path(sasl.secret))),
  };
}

const MODULES: Readonly<Record<SaslLogin['mechanism'], string>> = {
  PLAIN: 'org.apache.kafka.common.security.plain.PlainLoginModule',
  'SCRAM-SHA-256': 'org.apache.kafka.common.security.scram.ScramLoginModule',
  'SCRAM-SHA-512': 'org.apache.kafka.common.security.scram.ScramLoginModule',
  OAUTHBEARER: 'org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule',
};
const OAUTH_HANDLER = 'org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandler';

function saslSettings(
  { mechanism, options, secret, tokenEndpoint }: SaslLogin,
  found: string,
  issuerAuthority?: string,
): Settings {
  const all = {
    ...options,
    [secret]: found,
    ...(issuerAuthority !== undefined && trusting(issuerAuthority)),
  };
  return {
    'sasl.mechanism': mechanism,
    'sasl.jaas.config': `${MODULES[mechanism]} required${jaasOptions(all)};`,
    ...(tokenEndpoint !== undefined && {
      'sasl.login.callback.handler.class': OAUTH_HANDLER,
      'sasl.oauthbearer.token.endpoint.url': tokenEndpoint,
    }),
  };
}

/** Options of a login module, in the language of JAAS. */
export const jaasOptions = (all: Settings): string =>
  Object.entries(all)
    .map(([name, value]) => ` ${name}="${value}"`)
    .join('');

/** Those by which a client trusts whom it speaks to. @param path of certificates in PEM */
export const trusting = (path: string): Settings => ({
  'ssl.truststore.type': 'PEM',
  'ssl.truststore.location': path,
});

/** Every client of Kafka's resolves what its own settings refer to (KIP-421). */
const configProvider = (path: string): Settings => ({
  'config.providers': 'file',
  'config.providers.file.class': FILE_PROVIDER,
  'config.providers.file.param.allowed.paths': path,
});

/** The same settings as the text of a file of properties. */
export function clientProperties(security: ClusterSecurity, options?: ClientSettingsOptions): string {
  mustBe('clientProperties', 'security', SECURITY, security);
  return Object.entries(clientSettings(security, options))
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
}

/**
 * The same settings as the environment of a program on Spring Boot. It would take Kafka's references for its own, so the
 * secret is found by Spring itself, in the file that it imports.
 * @param prefix of the variables, such as `SPRING_KAFKA_PROPERTIES`
 * @see https://docs.spring.io/spring-boot/reference/features/external-config.html
 */
export function springEnvironment(
  prefix: string,
  security: ClusterSecurity | undefined,
  folder = FOLDER,
): Readonly<Record<string, string>> {
  mustBe('springEnvironment', 'prefix', PREFIX, prefix);
  mustBeSecurity('springEnvironment', security);
  mustBe('springEnvironment', 'folder', MOUNTED, folder);
  const secret = security?.files.password ?? security?.files.clientSecret;
  return {
    ...settingsEnvironment(prefix, clientSettings(security, { folder, reference: (_, key) => `\${${key}}` })),
    ...(secret && { SPRING_CONFIG_IMPORT: `file:${folder}/${FILE_NAMES.password}` }),
  };
}
