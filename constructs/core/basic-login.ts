import { TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';
import { allOf, check, object, textOrToken } from './checks';
import { formatValue } from './format-value';
import { hiddenSecret, noSecret } from './plain-sight';
import { required, type Properties } from './properties';
import { isLoopback } from './reach';
import { isOfOtherStack, type Secret } from './secret';
import type { Rule, TreeRule } from './validation';

/** A user and a password, as a REST interface asks for them. */
export interface BasicLogin {
  /** Without `:`. */
  readonly username: string;
  /** A sensitive variable. */
  readonly password: Secret;
}

/** What others run behind a REST interface. */
export interface RemoteProps {
  /** `https://host[:port][/path]` as seen from where the deploy runs; `http://` without a login, or on this machine. */
  readonly url: string;
  /** The same as seen from containers of a platform. @default - url */
  readonly internalUrl?: string;
  /** For what Terraform asks of it; no container is told it. @default - none */
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
  password: required(hiddenSecret),
};

const ADDRESS = textOrToken(
  'RFC 3986 3',
  "an address such as 'https://registry.example.com', without user, query and / at its end",
  /^https?:\/\/[^\s/?#@]+(\/[^\s/?#]+)*$/,
);

export const REMOTE_PROPERTIES: Properties<RemoteProps> = {
  url: required(ADDRESS),
  internalUrl: ADDRESS,
  login: object(BASIC_LOGIN_PROPERTIES),
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
    return login !== undefined && isOfOtherStack(login.password, TerraformStack.of(facts.scope));
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
