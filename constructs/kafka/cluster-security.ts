import type { TerraformStack } from 'cdktf';
import { plain } from '../core/plain';
import { text } from '../core/checks';
import { mustBe } from '../core/must-be';
import { validateOptions } from '../core/properties';
import { isOfOtherStack, secretText, type Secret } from '../core/secret';
import { SecretFile } from '../core/secret-file';
import {
  AWS_IAM_PROPERTIES,
  KEY_STORE_PROPERTIES,
  MUTUAL_TLS_PROPERTIES,
  OAUTH_PROPERTIES,
  SASL_PROPERTIES,
  TLS_PROPERTIES,
  type AwsIamOptions,
  type KeyStoreOptions,
  type MutualTlsOptions,
  type OAuthOptions,
  type SaslOptions,
  type TlsOptions,
} from './cluster-security-options';

/** What clients are told of a login by SASL. @internal */
export interface SaslLogin {
  /** As Kafka calls it. */
  readonly mechanism: 'PLAIN' | 'SCRAM-SHA-256' | 'SCRAM-SHA-512' | 'OAUTHBEARER';
  /** Options of its login module, but for the secret one. */
  readonly options: Readonly<Record<string, string>>;
  /** The option that is secret, and the key of the file's line that has it. */
  readonly secret: 'password' | 'clientSecret';
  /** Where it gets its tokens. Undefined without any. */
  readonly tokenEndpoint?: string;
}

type Settings = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

/** Of brokers to which each client shows a certificate of its own. */
interface OwnBrokers {
  readonly keyStoreOf?: (user: string) => SecretFile;
  /** Of one client. */
  readonly user?: string;
}

/** What the options said that may be files. */
interface Sources {
  readonly caCertificate?: string | SecretFile;
  readonly issuerCaCertificate?: SecretFile;
  readonly keyStore?: SecretFile;
  readonly key?: Secret;
  readonly password?: Secret | SecretFile;
  readonly clientSecret?: Secret | SecretFile;
}

/**
 * How brokers that others run want to be spoken to. Secrets are files, for services and topics, or sensitive variables, for
 * topics alone: none is in synthesized JSON, in Terraform's state or in the environment of a container.
 * @see https://kafka.apache.org/39/documentation.html#security
 */
export class ClusterSecurity {
  /** TLS, where the brokers ask the client for nothing: neither a certificate nor a login. */
  public static tls(options: TlsOptions = {}): ClusterSecurity {
    const { right, problem } = validateOptions(WHAT, TLS_PROPERTIES, {}, options);
    return new ClusterSecurity({}, right, problem);
  }

  /** TLS, where the brokers want to see a certificate of the client, too. */
  public static mutualTls(options: MutualTlsOptions | KeyStoreOptions): ClusterSecurity {
    if (plain(options)?.keyStore !== undefined) {
      const { right, problem } = validateOptions(WHAT, KEY_STORE_PROPERTIES, {}, options);
      const path = right.keyStore?.source;
      return new ClusterSecurity({ clientCert: path, clientKey: path }, right, problem);
    }
    const { right, problem } = validateOptions(WHAT, MUTUAL_TLS_PROPERTIES, {}, options);
    const { certificate, ...sources } = right;
    const clientKey = sources.key && secretText(sources.key);
    return new ClusterSecurity({ clientCert: certificate, clientKey }, sources, problem);
  }

  /** SASL/PLAIN over TLS, as most managed clusters want it. */
  public static saslPlain(options: SaslOptions): ClusterSecurity {
    return ClusterSecurity.sasl('PLAIN', 'plain', options);
  }

  /** SASL/SCRAM-SHA-256 over TLS. */
  public static saslScramSha256(options: SaslOptions): ClusterSecurity {
    return ClusterSecurity.sasl('SCRAM-SHA-256', 'scram-sha256', options);
  }

  /** SASL/SCRAM-SHA-512 over TLS. */
  public static saslScramSha512(options: SaslOptions): ClusterSecurity {
    return ClusterSecurity.sasl('SCRAM-SHA-512', 'scram-sha512', options);
  }

  /** SASL/OAUTHBEARER over TLS, by tokens for the client's own credentials. */
  public static saslOAuthBearer(options: OAuthOptions): ClusterSecurity {
    const { right, problem } = validateOptions(WHAT, OAUTH_PROPERTIES, {}, options);
    const { tokenEndpoint = '', clientId = '', scopes, ...sources } = right;
    const provider = {
      saslMechanism: 'oauthbearer',
      saslTokenUrl: tokenEndpoint,
      saslUsername: clientId,
      saslPassword: secretForProvider('clientSecret', sources.clientSecret),
      saslOauthScopes: scopes,
    };
    return new ClusterSecurity(provider, sources, problem, {
      mechanism: 'OAUTHBEARER',
      options: { clientId, ...(scopes && { scope: scopes.join(' ') }) },
      secret: 'clientSecret',
      tokenEndpoint,
    });
  }

  /** AWS IAM over TLS, as Amazon MSK wants it: for topics alone, because no service's image has the class for it. */
  public static awsIam(options: AwsIamOptions): ClusterSecurity {
    const { right, problem } = validateOptions(WHAT, AWS_IAM_PROPERTIES, {}, options);
    const { region, roleArn, profile } = right;
    const aws = { saslAwsRegion: region, saslAwsRoleArn: roleArn, saslAwsProfile: profile };
    return new ClusterSecurity({ saslMechanism: 'aws-iam', ...aws }, {}, problem, 'AWS IAM');
  }

  /** Of our own brokers, to which each client shows a certificate of its own. @internal */
  public static ofOwnBrokers(
    caCertificate: SecretFile,
    keyStoreOf: (user: string) => SecretFile,
  ): ClusterSecurity {
    return new ClusterSecurity({}, { caCertificate }, undefined, undefined, { keyStoreOf });
  }

  private static sasl(
    mechanism: SaslLogin['mechanism'],
    saslMechanism: string,
    options: SaslOptions,
  ): ClusterSecurity {
    const { right, problem } = validateOptions(WHAT, SASL_PROPERTIES, {}, options);
    const { username = '', ...sources } = right;
    const saslPassword = secretForProvider('password', sources.password);
    return new ClusterSecurity({ saslMechanism, saslUsername: username, saslPassword }, sources, problem, {
      mechanism,
      options: { username },
      secret: 'password',
    });
  }

  /** As the Kafka provider takes it. @internal */
  public readonly provider: Settings;

  private readonly sources: Sources;

  private constructor(
    provider: Settings,
    sources: Sources,
    /** Why it cannot be. */
    public readonly problem: string | undefined,
    /** Undefined for TLS alone. @internal */
    public readonly login?: SaslLogin | 'AWS IAM',
    private readonly own: OwnBrokers = {},
  ) {
    const { caCertificate, issuerCaCertificate, keyStore, key, password, clientSecret } = sources;
    const caCert = caCertificate instanceof SecretFile ? caCertificate.source : caCertificate;
    this.provider = given({ tlsEnabled: true, caCert, ...provider });
    this.sources = given({ caCertificate, issuerCaCertificate, keyStore, key, password, clientSecret });
  }

  /**
   * What one client of brokers of ours is told, to which each shows a certificate of its own; of others', the same.
   * @param user the common name in its certificate, by which brokers know it; with `.pem`, the name of the file
   */
  public as(user: string): ClusterSecurity {
    mustBe('as', 'user', CLIENT, user);
    const keyStore = this.own.keyStoreOf?.(user);
    if (!keyStore) return this;
    return new ClusterSecurity(this.provider, { ...this.sources, keyStore }, undefined, undefined, { user });
  }

  /** As who a client shows a certificate to brokers of ours; undefined where it shows none, or it is not said who. @internal */
  public get user(): string | undefined {
    return this.own.user;
  }

  /** Whether clients show a certificate. @internal */
  public get asksForCertificate(): boolean {
    return this.own.keyStoreOf !== undefined || this.sources.keyStore !== undefined;
  }

  /** What was given as files, by the names of the options. @internal */
  public get files(): Readonly<Record<string, SecretFile>> {
    return Object.fromEntries(
      Object.entries(this.sources).filter(
        (source): source is [string, SecretFile] => source[1] instanceof SecretFile,
      ),
    );
  }

  /** Those of its secrets whose value would reach `stack` through the state of another. @internal */
  public foreignTo(stack: TerraformStack): readonly string[] {
    const { key, password, clientSecret } = this.sources;
    return Object.entries({ key, password, clientSecret })
      .filter(([, secret]) => secret !== undefined && !(secret instanceof SecretFile))
      .filter(([, secret]) => isOfOtherStack(secret as Secret, stack))
      .map(([name]) => name);
  }

  /** Those of its files that a deploy cannot read: they are in a volume of the Engine. @internal */
  public get inVolumes(): readonly string[] {
    return Object.keys(this.files).filter((name) => this.files[name]?.type === 'volume');
  }

  /** Why no service can be configured for it, as it goes on after `cluster`; undefined if services can. */
  public get unfitForServices(): string | undefined {
    if (this.login === 'AWS IAM')
      return 'must be a KafkaCluster without AWS IAM, for which the images of services have no class; give it another login, such as ClusterSecurity.saslScramSha512';
    const unread = Object.keys(this.sources).filter((name) => !(name in this.files));
    if (unread.length === 0) return undefined;
    const cure = unread.map((name) => FILES_INSTEAD[name]).join(', ');
    return `must be a KafkaCluster whose security is of files, because a container's environment is in plain sight; got ${unread.join(', ')} without a file, give ClusterSecurity ${cure}`;
  }
}

const WHAT = 'a ClusterSecurity';

const given = <Value>(all: Readonly<Record<string, Value>>): Readonly<Record<string, Value>> =>
  Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));

const FILES_INSTEAD: Readonly<Record<string, string>> = {
  caCertificate: "caCertificate: SecretFile.fromHost('/folder/ca.crt')",
  key: "keyStore: SecretFile.fromHost('/folder/client.pem') instead of certificate and key",
  password: "password: SecretFile.fromHost('/folder/login.properties'), with the line password=…",
  clientSecret: "clientSecret: SecretFile.fromHost('/folder/login.properties'), with the line clientSecret=…",
};

/** A secret that the provider takes no file for is read from its line of one, by Terraform. */
function secretForProvider(key: string, secret: Secret | SecretFile | undefined): string | undefined {
  if (secret === undefined) return undefined;
  return secret instanceof SecretFile ? secret.textOf(key) : secretText(secret);
}

const CLIENT = text('policy', "the common name in a client's certificate, such as 'billing'");
