import type { LoginByFile } from '../core/basic-login';
import { JAAS_OPTION, jaasStart, loginFiles, loginLabel, OWN_LOGIN } from '../core/login-file';
import { LABEL } from '../core/labels';
import type { ServiceProps } from '../core/service';
import type { StartOptions } from '../core/start-command';

const REALM = 'SchemaRegistry';

/**
 * What a registry is told that asks for a login: a file in which users have no roles, so that any of them will do.
 * @see https://docs.confluent.io/platform/7.9/schema-registry/security/index.html
 */
export function loginOfContainer(
  login: LoginByFile | undefined,
): Pick<ServiceProps, 'environment' | 'labels' | 'secretFiles'> & { readonly start?: StartOptions } {
  if (!login) return {};
  return {
    start: jaasStart({ realm: REALM, module: 'org.eclipse.jetty.jaas.spi.PropertyFileLoginModule' }),
    environment: {
      SCHEMA_REGISTRY_AUTHENTICATION_METHOD: 'BASIC',
      SCHEMA_REGISTRY_AUTHENTICATION_REALM: REALM,
      SCHEMA_REGISTRY_AUTHENTICATION_ROLES: '**',
      SCHEMA_REGISTRY_OPTS: JAAS_OPTION,
    },
    labels: { [LABEL.login]: loginLabel(login) },
    secretFiles: loginFiles(login, OWN_LOGIN),
  };
}
