import { isByFile, type LoginByFile } from '../core/basic-login';
import { loginFiles, loginReference } from '../core/login-file';
import type { SecretFiles } from '../core/secret-file';
import type { ISchemaRegistry } from './interfaces';

type Settings = Readonly<Record<string, string>>;

/** Where the login of a registry is in a container that uses it. */
const folderOf = ({ node }: ISchemaRegistry): string => `/run/secrets/${node.id.replace(/[^\w.-]/g, '-')}`;

/** What a container that uses it reads; nothing where it wants no login. */
export const filesOfRegistry = (registry: ISchemaRegistry): SecretFiles =>
  loginFiles(registry.login, folderOf(registry));

const passwordOf = (registry: ISchemaRegistry, login: LoginByFile): string =>
  loginReference(login, folderOf(registry));

/**
 * What Confluent's clients, in Kafka's family, are set to for it.
 * @see https://docs.confluent.io/platform/7.9/schema-registry/security/index.html#clients
 */
export const confluentClient = (prefix: string, registry: ISchemaRegistry): Settings => ({
  [`${prefix}schema.registry.url`]: registry.url,
  ...(isByFile(registry.login) && {
    [`${prefix}basic.auth.credentials.source`]: 'USER_INFO',
    [`${prefix}basic.auth.user.info`]: `${registry.login.username}:${passwordOf(registry, registry.login)}`,
  }),
});

/** The same of Apicurio's, for the registry that has both interfaces. */
export const apicurioClient = (registry: ISchemaRegistry): Settings => ({
  'apicurio.registry.url': `${registry.url}/apis/registry/v2`,
  ...(isByFile(registry.login) && {
    'apicurio.auth.username': registry.login.username,
    'apicurio.auth.password': passwordOf(registry, registry.login),
  }),
});
