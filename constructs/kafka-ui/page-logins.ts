import type { IKafkaConnect } from '../connect/interfaces';
import { isByFile, type BasicLogin, type LoginByFile } from '../core/basic-login';
import { formatValue } from '../core/format-value';
import { loginFiles, OWN_LOGIN, springLogin } from '../core/login-file';
import { repeated } from '../core/repeated';
import type { SecretFiles } from '../core/secret-file';
import type { Rule } from '../core/validation';
import type { ISchemaRegistry } from '../schema-registry/interfaces';

interface Facts {
  readonly clusters: readonly {
    readonly registry?: ISchemaRegistry;
    readonly connects?: readonly IKafkaConnect[];
  }[];
  readonly login?: BasicLogin;
}

/** A login that the page asks for, or is asked for. */
interface PageLogin {
  readonly login: LoginByFile;
  /** Of the container, for its file alone. */
  readonly folder: string;
  /** The variables for the user and the password. */
  readonly variables: readonly [user: string, password: string];
}

const ofPrefix = (prefix: string, user = 'USERNAME'): PageLogin['variables'] => [
  `${prefix}${user}`,
  `${prefix}PASSWORD`,
];

function loginsOf({ clusters, login }: Facts): readonly PageLogin[] {
  const all = [
    { login, folder: OWN_LOGIN, variables: ofPrefix('SPRING_SECURITY_USER_', 'NAME') },
    ...clusters.flatMap(({ registry, connects = [] }, index) => [
      {
        login: registry?.login,
        folder: `/run/secrets/registry-${index}`,
        variables: ofPrefix(`KAFKA_CLUSTERS_${index}_SCHEMAREGISTRYAUTH_`),
      },
      ...connects.map((connect, number) => ({
        login: connect.login,
        folder: `/run/secrets/connect-${index}-${number}`,
        variables: ofPrefix(`KAFKA_CLUSTERS_${index}_KAFKACONNECT_${number}_`),
      })),
    ]),
  ];
  return all.filter((each): each is PageLogin => isByFile(each.login));
}

/** The files of all logins, by their paths. */
export const filesOfLogins = (facts: Facts): SecretFiles =>
  Object.fromEntries(
    loginsOf(facts).flatMap(({ login, folder }) => Object.entries(loginFiles(login, folder))),
  );

/**
 * What the page is told of them. @param before what it already imports
 * @see https://ui.docs.kafbat.io/configuration/authentication/basic-authentication
 */
export function environmentOfLogins(facts: Facts, before: string | undefined): Record<string, string> {
  const logins = loginsOf(facts);
  if (logins.length === 0) return {};
  const files = logins.map(({ login, folder }) => springLogin(login, folder).file);
  return {
    ...(facts.login && { AUTH_TYPE: 'LOGIN_FORM' }),
    ...Object.fromEntries(
      logins.flatMap(({ login, folder, variables: [user, password] }) => [
        [user, login.username],
        [password, springLogin(login, folder).password],
      ]),
    ),
    SPRING_CONFIG_IMPORT: [...(before === undefined ? [] : [before]), ...files].join(','),
  };
}

/** Users of different files: Spring has one place for what it finds under a name. */
function namedTwice(facts: Facts): readonly string[] {
  const files = loginsOf(facts).map(({ login }) => `${login.username} ${login.password.source}`);
  return repeated([...new Set(files)].map((each) => each.split(' ')[0] ?? ''));
}

export const USERS_OF_FILES: Rule<Facts> = {
  requires: 'Logins of different files that the page reads have different users.',
  fails: (facts) => namedTwice(facts).length > 0,
  message: (facts) =>
    `login, and those of registries and connects, must have different users where their files are different, because the page finds a password by its user; got ${namedTwice(facts).map(formatValue).join(', ')} in several: rename one, or put both into one file.`,
  source: 'https://docs.spring.io/spring-boot/reference/features/external-config.html',
};
