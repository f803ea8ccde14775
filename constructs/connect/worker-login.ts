import type { LoginByFile } from '../core/basic-login';
import { JAAS_OPTION, jaasStart, loginFiles, loginLabel, OWN_LOGIN } from '../core/login-file';
import type { StartOptions } from '../core/start-command';
import type { ServiceProps } from '../core/service';
import { LABEL } from '../core/labels';
import type { Settings } from '../core/setting-rules';

const EXTENSIONS = 'rest.extension.classes';
const BASIC = 'org.apache.kafka.connect.rest.basic.auth.extension';

/**
 * What a worker is set to that asks for a login. Workers pass on what a request brings, and sign what they ask each other for
 * themselves.
 * @see https://kafka.apache.org/39/documentation.html#connect_rest
 */
export const loginSettings = (settings: Settings, login: LoginByFile | undefined): Settings =>
  login
    ? {
        [EXTENSIONS]: [settings[EXTENSIONS], `${BASIC}.BasicAuthSecurityRestExtension`]
          .filter((each) => each !== undefined)
          .join(','),
      }
    : {};

/** The rest of its container. */
export function loginOfContainer(
  login: LoginByFile | undefined,
): Pick<ServiceProps, 'environment' | 'labels' | 'secretFiles'> & { readonly start?: StartOptions } {
  if (!login) return {};
  return {
    start: jaasStart({ realm: 'KafkaConnect', module: `${BASIC}.PropertyFileLoginModule` }),
    environment: { KAFKA_OPTS: JAAS_OPTION },
    labels: { [LABEL.login]: loginLabel(login) },
    secretFiles: loginFiles(login, OWN_LOGIN),
  };
}
