import { TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';
import { allOf, check, object, text, textOrToken } from './checks';
import { formatValue } from './format-value';
import { hiddenSecret, noSecret } from './plain-sight';
import { plain } from './plain';
import { problemOf, required, type Check, type Properties } from './properties';
import { isLoopback } from './reach';
import { isOfOtherStack, secretText, type Secret } from './secret';
import { orFile, SECRET_FILE, SecretFile } from './secret-file';
import type { Rule, TreeRule } from './validation';

/** A user and a password, as a REST interface or a page asks for them. */
export interface BasicLogin {
  /** Without `:`; with a file, 1 to 64 of `[a-zA-Z0-9_-]`. */
  readonly username: string;
  /**
   * A file on the machine that deploys and on the Engine's, with the line `<username>=<password>`, the password of letters,
   * digits and `. _ ~ -`: services read it, and so does Terraform. Or, of what others run, a sensitive variable, for Terraform
   * alone.
   */
  readonly password: Secret | SecretFile;
}

/** Whose password containers can be told, by a file. */
export interface LoginByFile extends BasicLogin {
  readonly password: SecretFile;
}

/** What others run behind a REST interface. */
export interface RemoteProps {
  /** `https://host[:port][/path]` as seen from where the deploy runs; `http://` without a login, or on this machine. */
  readonly url: string;
  /** The same as seen from containers of a platform. @default - url */
  readonly internalUrl?: string;
  /** For what Terraform asks of it, and, with a file, for services that use it. @default - none */
  readonly login?: BasicLogin;
}

const BASIC = 'RFC 7617 2';

export const BASIC_LOGIN_PROPERTIES: Properties<BasicLogin> = {
  username: required(
    allOf(
      textOrToken(BASIC, 'the name of a user'),
      check(BASIC, "without ':'", (name) => !String(name).includes(':')),
      noSecret('give it as password'),
    ),
  ),
  password: required(orFile(hiddenSecret)),
};

/** The names by which programs find other things: the variables of a container, and the lines of a Kafka login. */
const TAKEN =
  /^(home|host|hostname|lang|language|password|clientsecret|path|pwd|shell|shlvl|term|tz|user|java_.*)$/i;
const FILE_LOGIN_PROPERTIES: Properties<BasicLogin> = {
  username: required(
    allOf(
      text(
        'java.util.Properties',
        "1 to 64 of a-z, A-Z, 0-9, '_' and '-', because it names a line of a file",
        /^[\w-]{1,64}$/,
      ),
      check(
        'policy',
        'the name of no variable of containers, such as admin',
        (name) => !TAKEN.test(String(name)),
      ),
    ),
  ),
  password: required({
    ...SECRET_FILE,
    allowed: "a SecretFile.fromHost('/folder/login.properties'), which Terraform reads, too",
    problem: (file) =>
      SECRET_FILE.problem(file) ??
      ((file as SecretFile).type === 'bind'
        ? undefined
        : "must be a SecretFile.fromHost('/folder/login.properties'), because Terraform logs in with it, too"),
  }),
};

const byVariable = object(BASIC_LOGIN_PROPERTIES);
/** Of what the program runs itself. */
export const FILE_LOGIN: Check = object(FILE_LOGIN_PROPERTIES);
/** Of what others run. */
const REMOTE_LOGIN: Check = {
  ...byVariable,
  problem: (login) =>
    problemOf(plain(login)?.password instanceof SecretFile ? FILE_LOGIN : byVariable, login),
};

export const isByFile = (login: BasicLogin | undefined): login is LoginByFile =>
  login?.password instanceof SecretFile;

/** As a provider of Terraform takes it. */
export const loginOfProvider = (login: BasicLogin): { username: string; password: string } => ({
  username: login.username,
  password: isByFile(login) ? login.password.textOf(login.username) : secretText(login.password as Secret),
});

const ADDRESS = textOrToken(
  'RFC 3986 3',
  "an address such as 'https://registry.example.com', without user, query and / at its end",
  /^https?:\/\/[^\s/?#@]+(\/[^\s/?#]+)*$/,
);

export const REMOTE_PROPERTIES: Properties<RemoteProps> = {
  url: required(ADDRESS),
  internalUrl: ADDRESS,
  login: REMOTE_LOGIN,
};

export const LOGIN_BY_TLS: Rule<RemoteProps> = {
  requires: 'A login is given to an address that begins with https://, or to this machine.',
  fails: ({ url, login }) => login !== undefined && url.startsWith('http:') && !isLoopback(url),
  message: ({ url }) =>
    `url must begin with https:// where there is a login, or everybody on the way reads that; got ${formatValue(url)}.`,
  source: `${BASIC}; policy`,
};

/** What uses a thing that has a login. @param what as its property is called: `registry` */
export function loginOfStack<Facts extends { readonly scope: IConstruct }>(
  what: string,
  loginOf: (facts: Facts) => BasicLogin | undefined,
): Rule<Facts> {
  const isForeign = (facts: Facts): boolean => {
    const login = loginOf(facts);
    return (
      login !== undefined &&
      !isByFile(login) &&
      isOfOtherStack(login.password as Secret, TerraformStack.of(facts.scope))
    );
  };
  return {
    requires: `The password of its ${what} is a variable of its own stack.`,
    fails: isForeign,
    message: ({ scope }) =>
      `the password of its ${what} must be a variable of the stack ${formatValue(TerraformStack.of(scope).node.id)}, or its value goes through the state of another; refer to the ${what} there, with a variable of its own.`,
    source: 'policy',
  };
}

export const LOGIN_OF_CONTAINER: TreeRule = {
  requires: 'What a container is to use wants no login of a REST interface.',
  source: 'policy',
};
export const BASIC_LOGIN_TREE_RULES: readonly TreeRule[] = [LOGIN_OF_CONTAINER];
