import type { TerraformStack } from 'cdktf';
import { allOf, textOrToken } from '../core/checks';
import { noSecret } from '../core/plain-sight';
import { validateOptions, required, type Properties } from '../core/properties';
import { A_SECRET, isHidden, secretText, stackOfSecret, type Secret } from '../core/secret';

/** How the brokers prove who they are. */
export interface TlsOptions {
  /** Certificate of the authority that signed the brokers', in PEM. @default - the authorities of the machine that deploys */
  readonly caCertificate?: string;
}

/** A login over TLS. */
export interface SaslOptions extends TlsOptions {
  /** The user, or the key of an API; no secret. */
  readonly username: string;
  /** A sensitive variable of the stack that the topics are in, without a default. */
  readonly password: Secret;
}

/** A certificate by which the client, too, proves who it is. */
export interface MutualTlsOptions extends TlsOptions {
  /** The client's certificate, in PEM. */
  readonly certificate: string;
  /** Its private key, in PEM: a sensitive variable of the stack that the topics are in, without a default. */
  readonly key: Secret;
}

/**
 * How brokers that others run want to be spoken to. Secrets are sensitive variables, so that none is in synthesized JSON.
 * @see https://kafka.apache.org/39/documentation.html#security
 */
export class ClusterSecurity {
  /** TLS, where the brokers ask the client for nothing: neither a certificate nor a login. */
  public static tls(options: TlsOptions = {}): ClusterSecurity {
    const { right, problem } = validateOptions(WHAT, TLS_PROPERTIES, {}, options);
    return new ClusterSecurity(tls(right), {}, problem);
  }

  /** TLS, where the brokers want to see a certificate of the client, too. */
  public static mutualTls(options: MutualTlsOptions): ClusterSecurity {
    const { right, problem } = validateOptions(WHAT, MUTUAL_TLS_PROPERTIES, {}, options);
    const { certificate, key } = right;
    const provider = { ...tls(right), clientCert: certificate, clientKey: key && secretText(key) };
    return new ClusterSecurity(provider, { key }, problem);
  }

  /** SASL/PLAIN over TLS, as most managed clusters want it. */
  public static saslPlain(options: SaslOptions): ClusterSecurity {
    return ClusterSecurity.sasl('plain', options);
  }

  /** SASL/SCRAM-SHA-256 over TLS. */
  public static saslScramSha256(options: SaslOptions): ClusterSecurity {
    return ClusterSecurity.sasl('scram-sha256', options);
  }

  /** SASL/SCRAM-SHA-512 over TLS. */
  public static saslScramSha512(options: SaslOptions): ClusterSecurity {
    return ClusterSecurity.sasl('scram-sha512', options);
  }

  private static sasl(saslMechanism: string, options: SaslOptions): ClusterSecurity {
    const { right, problem } = validateOptions(WHAT, SASL_PROPERTIES, {}, options);
    const { username, password } = right;
    const login = { saslMechanism, saslUsername: username, saslPassword: password && secretText(password) };
    return new ClusterSecurity({ ...tls(right), ...login }, { password }, problem);
  }

  private constructor(
    /** As the Kafka provider takes it. @internal */
    public readonly provider: Readonly<Record<string, string | boolean | undefined>>,
    private readonly secrets: Readonly<Record<string, Secret | undefined>>,
    /** Why it cannot be. */
    public readonly problem: string | undefined,
  ) {}

  /** Those of its secrets whose value would reach `stack` through the state of another. @internal */
  public foreignTo(stack: TerraformStack): readonly string[] {
    return Object.entries(this.secrets)
      .filter(([, secret]) => secret && ![undefined, stack].includes(stackOfSecret(secret)))
      .map(([name]) => name);
  }
}

const WHAT = 'a ClusterSecurity';

function tls({ caCertificate }: TlsOptions): Record<string, string | boolean | undefined> {
  return { tlsEnabled: true, ...(caCertificate !== undefined && { caCert: caCertificate }) };
}

const SECURITY = 'https://kafka.apache.org/39/documentation.html#security';
const CERTIFICATE = allOf(textOrToken(SECURITY, 'a certificate in PEM'), noSecret(`give ${A_SECRET}`));

/** Its message shows no value: that may be the secret. */
const SECRET = required({
  source: 'policy',
  allowed: A_SECRET,
  problem: (secret) =>
    isHidden(secret) ? undefined : `must not be a secret that everybody can read: give ${A_SECRET}`,
  judgesTokens: true,
});

export const TLS_PROPERTIES: Properties<TlsOptions> = { caCertificate: CERTIFICATE };

export const MUTUAL_TLS_PROPERTIES: Properties<MutualTlsOptions> = {
  ...TLS_PROPERTIES,
  certificate: required(CERTIFICATE),
  key: SECRET,
};

export const SASL_PROPERTIES: Properties<SaslOptions> = {
  ...TLS_PROPERTIES,
  username: required(allOf(textOrToken(SECURITY, 'the name of a user'), noSecret(`give ${A_SECRET}`))),
  password: SECRET,
};
