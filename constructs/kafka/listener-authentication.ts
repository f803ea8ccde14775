import { allOf, check, listOf, text } from '../core/checks';
import { validateOptions, required, type Properties } from '../core/properties';
import { repeated } from '../core/repeated';

export interface PlainOptions {
  /** Who may log in. */
  readonly users: readonly string[];
  /** The path in the container of a file of properties, one of the cluster's `secretFiles`: the password of each user under its name. */
  readonly passwords: string;
}

/**
 * How clients of a listener show who they are.
 * @see https://kafka.apache.org/39/documentation.html#security
 */
export class ListenerAuthentication {
  /** Not at all: everybody is `User:ANONYMOUS`. */
  public static none(): ListenerAuthentication {
    return new ListenerAuthentication('none');
  }

  /** By a certificate of the authority that the brokers trust; the user is the common name (CN) in it. */
  public static mutualTls(): ListenerAuthentication {
    return new ListenerAuthentication('mutual TLS');
  }

  /** By name and password, which only the client knows; users are kept in the cluster, and made there. */
  public static scramSha512(): ListenerAuthentication {
    return new ListenerAuthentication('SCRAM-SHA-512', SCRAM);
  }

  /** By name and password, from a file; another file counts once the brokers are made anew. */
  public static plain(options: PlainOptions): ListenerAuthentication {
    const { right, problem } = validateOptions(
      'a ListenerAuthentication',
      LISTENER_AUTHENTICATION_PROPERTIES,
      {},
      options as unknown,
    );
    const { users = [], passwords = '' } = right;
    const logins = users.map((user) => ` user_${user}="\${file:${passwords}:${user}}"`);
    return new ListenerAuthentication('PLAIN', `${PLAIN}${logins.join('')};`, passwords, problem);
  }

  private constructor(
    /** The name of a mechanism of SASL, or what there is instead. */
    public readonly kind: 'none' | 'mutual TLS' | 'SCRAM-SHA-512' | 'PLAIN',
    /** What the brokers are told, in the language of JAAS; undefined without SASL. @internal */
    public readonly jaas?: string,
    /** The path of the file in which passwords are; undefined where none is. @internal */
    public readonly passwords?: string,
    /** Why it cannot be. */
    public readonly problem?: string,
  ) {}

  /** Whether clients send a password, or what can be guessed from it. @internal */
  public get hasPasswords(): boolean {
    return this.jaas !== undefined;
  }
}

const SCRAM = 'org.apache.kafka.common.security.scram.ScramLoginModule required;';
const PLAIN = 'org.apache.kafka.common.security.plain.PlainLoginModule required';
const SASL_PLAIN = 'https://kafka.apache.org/39/documentation.html#security_sasl_plain';

/** A name that needs no quotes, neither in JAAS nor in a file of properties. */
const USER = text(SASL_PLAIN, "the name of a user, of a-z, A-Z, 0-9, '_', '.' and '-'", /^[\w.-]+$/);

export const LISTENER_AUTHENTICATION_PROPERTIES: Properties<PlainOptions> = {
  users: required(
    allOf(
      listOf(USER, 1),
      check(SASL_PLAIN, 'each user once', (users) => !Array.isArray(users) || repeated(users).length === 0),
    ),
  ),
  passwords: required(
    text(
      SASL_PLAIN,
      "the path of one of secretFiles, such as '/run/secrets/users.properties'",
      /^\/[^:{}]+$/,
    ),
  ),
};
