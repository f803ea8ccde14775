import type { HealthCheck } from './health-check';
import { answersHttp } from './http-by-bash';
import type { BasicLogin, LoginByFile } from './basic-login';
import { isByFile } from './basic-login';
import type { SecretFiles } from './secret-file';
import type { StartOptions } from './start-command';

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

/** {@link answersHttp} of what may ask for a login; the password is in no command line. */
export function healthByLogin(port: number, path: string, login: LoginByFile | undefined): HealthCheck {
  if (!login) return answersHttp(port, path);
  const found = `sed -n 's/^${login.username}=/${login.username}:/p' ${OWN_LOGIN}/${FILE}`;
  // In pieces, because as one it is what a password in plain sight looks like.
  const header = `printf -v login 'Authorization: %s %s' Basic "$(${found} | tr -d '\\n' | base64 -w 0)"`;
  return answersHttp(port, path, header);
}

/** What tells the JVM of a product by which file somebody logs in. @param realm as the product asks for it */
export interface JaasLogin {
  readonly realm: string;
  /** The full name of a class that takes the option `file`. */
  readonly module: string;
}

const JAAS = '/tmp/login.jaas';

/** The option of the JVM. */
export const JAAS_OPTION = `-Djava.security.auth.login.config=${JAAS}`;

/** Tells the JVM before it starts. */
export const jaasStart = ({ realm, module }: JaasLogin): StartOptions => ({
  files: { [JAAS]: `${realm} { ${module} required file="${OWN_LOGIN}/${FILE}"; };` },
});
