import { allOf, check, object, text } from '../core/checks';
import { noSecret } from '../core/plain-sight';
import { required, type Check, type Properties } from '../core/properties';
import { isLoopback } from '../core/reach';
import { SECRET_FILE, type SecretFile, type SecretFiles } from '../core/secret-file';

/** Another system that is sent all that Prometheus has. */
export interface RemoteWrite {
  /** Its address for Prometheus' remote write, `https://…`; `http://` only without a login and a token. */
  readonly url: string;
  /** @default - none */
  readonly login?: RemoteLogin;
  /** A file with a bearer token and nothing else; not beside `login`. @default - none */
  readonly token?: SecretFile;
}

/** Who logs in there. */
export interface RemoteLogin {
  readonly username: string;
  /** A file with the password and nothing else. */
  readonly password: SecretFile;
}

const SOURCE = 'https://prometheus.io/docs/prometheus/latest/configuration/configuration/#remote_write';

const PROPERTIES: Properties<RemoteWrite> = {
  url: required(
    allOf(
      text(SOURCE, 'an http or https address', /^https?:\/\/[^\s/@]+[^\s@]*$/),
      noSecret('give it as token'),
      check(
        'policy',
        "an address of the network that Prometheus is in, and not localhost, which is its own container: of a service its name, of the machine 'host.docker.internal'",
        (url) => !isLoopback(String(url)),
      ),
    ),
  ),
  login: object<RemoteLogin>({
    username: required(text(SOURCE, 'the name of a user')),
    password: required(SECRET_FILE),
  }),
  token: SECRET_FILE,
};
const each = object(PROPERTIES);

/** One of them. */
export const REMOTE_WRITE: Check = {
  ...each,
  problem: (given) => {
    const problem = each.problem(given);
    if (problem !== undefined) return problem;
    const { url, login, token } = given as RemoteWrite;
    if (login && token) return 'must have a login or a token; got both, leave one out';
    return (login ?? token) && url.startsWith('http://')
      ? 'must be told by https:// who it is, or everybody on the way reads it; got http://'
      : undefined;
  },
};

const folder = (index: number): string => `/run/secrets/remote-write-${index + 1}`;
const PASSWORD = 'password';
const TOKEN = 'token';

/** What Prometheus reads for it. */
export function filesOfRemotes(all: readonly RemoteWrite[]): SecretFiles {
  return Object.fromEntries(
    all.flatMap(({ login, token }, index): [string, SecretFile][] => [
      ...(login ? [[`${folder(index)}/${PASSWORD}`, login.password] as [string, SecretFile]] : []),
      ...(token ? [[`${folder(index)}/${TOKEN}`, token] as [string, SecretFile]] : []),
    ]),
  );
}

/** As its configuration has it. */
export const remoteWriteConfiguration = (all: readonly RemoteWrite[]): readonly object[] =>
  all.map(({ url, login, token }, index) => ({
    url,
    ...(login && {
      basic_auth: { username: login.username, password_file: `${folder(index)}/${PASSWORD}` },
    }),
    ...(token && { authorization: { credentials_file: `${folder(index)}/${TOKEN}` } }),
  }));
