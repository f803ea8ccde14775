import { HealthCheck } from './health-check';
import type { BasicLogin, LoginByFile } from './basic-login';
import { isByFile } from './basic-login';
import type { SecretFiles } from './secret-file';

const FILE = 'login.properties';

/** Where what asks for a login finds who may. */
export const OWN_LOGIN = '/run/secrets/login';

/** The file of a login, by its path in a container; nothing for one without. @param folder of it alone */
export const loginFiles = (login: BasicLogin | undefined, folder: string): SecretFiles =>
  isByFile(login) ? { [`${folder}/${FILE}`]: login.password.withLine(login.username) } : {};

/** The password, as a config provider `file` finds it. */
export const loginReference = ({ username }: LoginByFile, folder: string): string =>
  `\${file:${folder}/${FILE}:${username}}`;

/** The password, as a program on Spring Boot finds it that imports the file. */
export const springLogin = (
  { username }: LoginByFile,
  folder: string,
): { readonly password: string; readonly file: string } => ({
  password: `\${${username}}`,
  file: `file:${folder}/${FILE}`,
});

/**
 * Tells commands by whom and where a login is found. The path is that in the container, whose mounts say more.
 */
export const loginLabel = ({ username }: LoginByFile): string => `${username}:${OWN_LOGIN}/${FILE}`;

/**
 * Healthy when a GET succeeds of what may ask for a login; the password is in no command line. By Bash alone: images have
 * neither wget nor curl any more. The Engine ends nothing that asks what hangs, so it ends by itself.
 */
export function healthByLogin(port: number, path: string, login: LoginByFile | undefined): HealthCheck {
  const request = `GET ${path} HTTP/1.0\\r\\nHost: 127.0.0.1:${port}\\r\\n`;
  const asks = login ? `printf '${request}%s\\r\\n' "$login"` : `printf '${request}\\r\\n'`;
  const exchange = `exec 3<>/dev/tcp/127.0.0.1/${port} && ${asks} >&3 && read -r -t 120 -u 3 _ status _ && [[ $status == 2* ]]`;
  return HealthCheck.bash(login ? `${readsLogin(login)}\n${exchange}` : exchange);
}

const readsLogin = ({ username }: LoginByFile): string =>
  [
    `while IFS= read -r line || [[ $line ]]; do`,
    `  [[ $line == ${username}=* ]] || continue`,
    `  code=$(printf '${username}:%s' "\${line#*=}" | base64 -w 0)`,
    `  login="Authorization: Basic $code"$'\\r\\n'`,
    `done <${OWN_LOGIN}/${FILE}`,
  ].join('\n');

/** What tells the JVM of a product by which file somebody logs in. @param realm as the product asks for it */
export interface JaasLogin {
  readonly realm: string;
  /** The full name of a class that takes the option `file`. */
  readonly module: string;
}

const JAAS = '/tmp/login.jaas';

/** The option of the JVM. */
export const JAAS_OPTION = `-Djava.security.auth.login.config=${JAAS}`;

/**
 * Starts an image of Kafka's family once the JVM can be told. Written at each start, because what the Engine uploads would
 * make the root file system writable.
 */
export const startedWithJaas = ({ realm, module }: JaasLogin): string[] => [
  'bash',
  '-c',
  `echo '${realm} { ${module} required file="${OWN_LOGIN}/${FILE}"; };' > ${JAAS} && exec /etc/confluent/docker/run`,
];
