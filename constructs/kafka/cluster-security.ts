import type { TerraformStack } from 'cdktf';
import { A_SECRET, isHidden, secretText, stackOfSecret, type Secret } from '../core/secret';
import { hasSecret } from '../core/secrets';
import { show } from '../core/show';

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
  public static tls(options: TlsOptions = {}): ClusterSecurity {
    return new ClusterSecurity({ ...tls(options) });
  }

  /** TLS, where the brokers want to see a certificate of the client, too. */
  public static mutualTls(options: MutualTlsOptions): ClusterSecurity {
    const { certificate, key } = options;
    return new ClusterSecurity(
      { ...tls(options), clientCert: certificate, clientKey: secretText(key) },
      { key },
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
    const { username, password } = options;
    const login = { saslMechanism, saslUsername: username, saslPassword: secretText(password) };
    return new ClusterSecurity({ ...tls(options), ...login }, { password });
  }

  /** Why it cannot be. */
  public readonly problem?: string;

  private constructor(
    /** As the Kafka provider takes it. */
    public readonly provider: Readonly<Record<string, string | boolean | undefined>>,
    private readonly secrets: Readonly<Record<string, Secret>> = {},
  ) {
    const readable = [
      ...Object.entries(secrets).filter(([, secret]) => !isHidden(secret)),
      ...Object.entries(provider).filter(([, value]) => hasSecret(String(value))),
    ].map(([name]) => PROPERTIES[name] ?? name);
    const missing = Object.entries(provider).filter(([, value]) => value === '');
    if (readable.length > 0) {
      this.problem = `must not hold a secret that everybody can read: give ${[...new Set(readable)].join(', ')} as ${A_SECRET}`;
    } else if (missing.length > 0) {
      this.problem = `must not leave ${missing.map(([name]) => name).join(', ')} empty; got ${show('')}`;
    }
  }

  /** Those of its secrets whose value would reach `stack` through the state of another. */
  public foreignTo(stack: TerraformStack): readonly string[] {
    return Object.entries(this.secrets)
      .filter(([, secret]) => ![undefined, stack].includes(stackOfSecret(secret)))
      .map(([name]) => name);
  }
}

/** What the provider calls otherwise. */
const PROPERTIES: Readonly<Record<string, string>> = {
  caCert: 'caCertificate',
  clientCert: 'certificate',
  clientKey: 'key',
  saslUsername: 'username',
  saslPassword: 'password',
};

function tls({ caCertificate }: TlsOptions): Record<string, string | boolean | undefined> {
  return { tlsEnabled: true, ...(caCertificate !== undefined && { caCert: caCertificate }) };
}
