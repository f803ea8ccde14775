import type { LoginByFile } from '../core/basic-login';
import { JAAS_OPTION, loginFiles, loginLabel, OWN_LOGIN, startedWithJaas } from '../core/login-file';
import { LABEL } from '../core/labels';
import type { ServiceProps } from '../core/service';

const REALM = 'SchemaRegistry';

/**
 * What a registry is told that asks for a login: a file in which users have no roles, so that any of them will do.
 * @see https://docs.confluent.io/platform/7.9/schema-registry/security/index.html
 */
export function loginOfContainer(
  login: LoginByFile | undefined,
): Pick<ServiceProps, 'command' | 'environment' | 'labels' | 'secretFiles'> {
  if (!login) return {};
  return {
    command: startedWithJaas({ realm: REALM, module: 'org.eclipse.jetty.jaas.spi.PropertyFileLoginModule' }),
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
