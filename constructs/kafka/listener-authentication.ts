import { allOf, check, listOf, text } from '../core/checks';
import { validateOptions, required, type Check, type Properties } from '../core/properties';
import { repeated } from '../core/repeated';
import { jaasOptions, trusting } from './client-settings';

export interface PlainOptions {
  /** Who may log in. */
  readonly users: readonly string[];
  /** The path in the container of a file of properties, one of the cluster's `secretFiles`: the password of each user under its name. */
  readonly passwords: string;
}

export interface OAuthBearerOptions {
  /** Where the issuer publishes the keys of its tokens, by `https`. Brokers ask there when they start, and stop if nobody answers. */
  readonly jwksEndpoint: string;
  /** Who issues the tokens, to the letter as their claim `iss` has it. */
  readonly issuer: string;
  /** For whom the tokens are: one of their claim `aud`. @default - nobody: tokens with that claim are refused */
  readonly audience?: string;
  /** The claim that is the name of the user. @default 'sub' */
  readonly principalClaim?: string;
  /**
   * The path in the container of the certificates, in PEM, of the authorities that signed the issuer's: one of the cluster's
   * `secretFiles`.
   * @default - the authorities that the image trusts
   */
  readonly caCertificate?: string;
}

/** What brokers are told of those who log in. */
interface Login {
  /** In the language of JAAS. */
  readonly jaas: string;
  /** The path of a file that it names. */
  readonly file?: string;
  /** Further settings of the listener. */
  readonly settings?: Readonly<Record<string, string>>;
  /** What the brokers' JVM must be allowed to ask. */
  readonly url?: string;
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
    return new ListenerAuthentication('SCRAM-SHA-512', { jaas: SCRAM });
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
    return new ListenerAuthentication(
      'PLAIN',
      { jaas: `${PLAIN}${logins.join('')};`, file: passwords },
      problem,
    );
  }

  /**
   * By a token that somebody else issues, in the form of a JWT; nothing of the user is kept in the cluster.
   * @see https://cwiki.apache.org/confluence/pages/viewpage.action?pageId=186877575
   */
  public static oauthBearer(options: OAuthBearerOptions): ListenerAuthentication {
    const { right, problem } = validateOptions(
      'a ListenerAuthentication',
      OAUTH_BEARER_PROPERTIES,
      {},
      options as unknown,
    );
    const { jwksEndpoint = '', issuer = '', audience, principalClaim, caCertificate } = right;
    const settings = {
      'oauthbearer.sasl.server.callback.handler.class': VALIDATOR,
      'sasl.oauthbearer.jwks.endpoint.url': jwksEndpoint,
      'sasl.oauthbearer.expected.issuer': issuer,
      ...(audience !== undefined && { 'sasl.oauthbearer.expected.audience': audience }),
      ...(principalClaim !== undefined && { 'sasl.oauthbearer.sub.claim.name': principalClaim }),
    };
    const trust = caCertificate === undefined ? {} : { ...NO_LOGIN, ...trusting(caCertificate) };
    const jaas = `${OAUTH_BEARER}${jaasOptions(trust)};`;
    const login = { jaas, file: caCertificate, settings, url: jwksEndpoint };
    return new ListenerAuthentication('OAUTHBEARER', login, problem);
  }

  private constructor(
    /** The name of a mechanism of SASL, or what there is instead. */
    public readonly kind: 'none' | 'mutual TLS' | 'SCRAM-SHA-512' | 'PLAIN' | 'OAUTHBEARER',
    /** Undefined without SASL. @internal */
    public readonly login?: Login,
    /** Why it cannot be. */
    public readonly problem?: string,
  ) {}
}

const SCRAM = 'org.apache.kafka.common.security.scram.ScramLoginModule required;';
const PLAIN = 'org.apache.kafka.common.security.plain.PlainLoginModule required';
const OAUTH_BEARER = 'org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required';
const VALIDATOR = 'org.apache.kafka.common.security.oauthbearer.OAuthBearerValidatorCallbackHandler';
/** A broker with any option here wants a token for itself as well, which it makes, and nobody takes: it is not signed. */
const NO_LOGIN = { unsecuredLoginStringClaim_sub: 'nobody' };
const SASL_PLAIN = 'https://kafka.apache.org/39/documentation.html#security_sasl_plain';

/** A name that needs no quotes, neither in JAAS nor in a file of properties. */
const USER = text(SASL_PLAIN, "the name of a user, of a-z, A-Z, 0-9, '_', '.' and '-'", /^[\w.-]+$/);

function ofSecretFiles(source: string, example: string): Check {
  return text(source, `the path of one of secretFiles, such as '${example}'`, /^\/[^:{}"\\\s]+$/);
}

export const LISTENER_AUTHENTICATION_PROPERTIES: Properties<PlainOptions> = {
  users: required(
    allOf(
      listOf(USER, 1),
      check(SASL_PLAIN, 'each user once', (users) => !Array.isArray(users) || repeated(users).length === 0),
    ),
  ),
  passwords: required(ofSecretFiles(SASL_PLAIN, '/run/secrets/users.properties')),
};

const KIP_768 = 'https://cwiki.apache.org/confluence/pages/viewpage.action?pageId=186877575';
const JWT = 'https://datatracker.ietf.org/doc/html/rfc7519#section-4';
const claim = (example: string): Check =>
  text(
    JWT,
    `as the tokens have it, such as '${example}', without blanks, commas, quotes and $`,
    /^[^\s,"'\\$]+$/,
  );

export const OAUTH_BEARER_PROPERTIES: Properties<OAuthBearerOptions> = {
  jwksEndpoint: required(
    text(
      KIP_768,
      "an address that begins with https://, such as 'https://id.example.com/jwks', without commas",
      /^https:\/\/[^\s,/"'\\$*]+[^\s,"'\\$*]*$/,
    ),
  ),
  issuer: required(claim('https://id.example.com')),
  audience: claim('kafka'),
  principalClaim: claim('client_id'),
  caCertificate: ofSecretFiles(KIP_768, '/run/secrets/issuer.crt'),
};
