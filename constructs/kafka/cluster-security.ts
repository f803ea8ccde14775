import { TerraformVariable, Token } from 'cdktf';
import { textOrToken } from '../core/checks';
import { checkedFactory, required, type Properties } from '../core/properties';

/** What nobody may read: a sensitive variable, or its `stringValue`. */
export type Secret = TerraformVariable | string;

export interface TlsOptions {
  /** Certificate of the authority that signed the brokers', in PEM. @default - the authorities of the machine that deploys */
  readonly caCertificate?: string;
}

export interface SaslOptions extends TlsOptions {
  readonly username: string;
  readonly password: Secret;
}

export interface MutualTlsOptions extends TlsOptions {
  /** In PEM. */
  readonly certificate: string;
  /** In PEM. */
  readonly key: Secret;
}

/**
 * How brokers that others run want to be spoken to. Secrets are sensitive variables, so that none is in synthesized JSON.
 * @see https://kafka.apache.org/39/documentation.html#security
 */
export class ClusterSecurity {
  /** TLS, where the brokers want to know nothing of the client. */
  public static tls(options: TlsOptions = {}): ClusterSecurity {
    const { right, problem } = checkedFactory(WHAT, TLS_PROPERTIES, {}, options);
    return new ClusterSecurity(tls(right), problem);
  }

  /** TLS, where the brokers want to see a certificate of the client, too. */
  public static mutualTls(options: MutualTlsOptions): ClusterSecurity {
    const { right, problem } = checkedFactory(WHAT, MUTUAL_TLS_PROPERTIES, {}, options);
    return new ClusterSecurity(
      { ...tls(right), clientCert: right.certificate, clientKey: text(right.key) },
      problem,
    );
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
    const { right, problem } = checkedFactory(WHAT, SASL_PROPERTIES, {}, options);
    const login = { saslMechanism, saslUsername: right.username, saslPassword: text(right.password) };
    return new ClusterSecurity({ ...tls(right), ...login }, problem);
  }

  private constructor(
    /** As the Kafka provider takes it. */
    public readonly provider: Readonly<Record<string, string | boolean | undefined>>,
    /** Why it cannot be. */
    public readonly problem?: string,
  ) {}
}

const WHAT = 'a ClusterSecurity';

function tls({ caCertificate }: TlsOptions): Record<string, string | boolean | undefined> {
  return { tlsEnabled: true, ...(caCertificate !== undefined && { caCert: caCertificate }) };
}

const text = (secret: Secret | undefined): string | undefined =>
  secret instanceof TerraformVariable ? secret.stringValue : secret;

function isHidden(secret: unknown): boolean {
  return secret instanceof TerraformVariable ? secret.sensitive === true : Token.isUnresolved(secret);
}

const SECURITY = 'https://kafka.apache.org/39/documentation.html#security';
const CERTIFICATE = textOrToken(SECURITY, 'a certificate in PEM');

/** Its message shows no value: that may be the secret. */
const SECRET = required({
  source: 'policy',
  allowed: 'a sensitive variable',
  problem: (secret) =>
    isHidden(secret)
      ? undefined
      : `must not be a secret that everybody can read: give a sensitive variable, ` +
        `new TerraformVariable(stack, 'password', { type: 'string', sensitive: true }), whose value comes from TF_VAR_password`,
  condition: () => undefined,
});

export const TLS_PROPERTIES: Properties<TlsOptions> = { caCertificate: CERTIFICATE };

export const MUTUAL_TLS_PROPERTIES: Properties<MutualTlsOptions> = {
  ...TLS_PROPERTIES,
  certificate: required(CERTIFICATE),
  key: SECRET,
};

export const SASL_PROPERTIES: Properties<SaslOptions> = {
  ...TLS_PROPERTIES,
  username: required(textOrToken(SECURITY, 'the name of a user')),
  password: SECRET,
};
