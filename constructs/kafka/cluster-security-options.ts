import { allOf, check, listOf, text, textOrToken } from '../core/checks';
import { hiddenSecret, noSecret } from '../core/plain-sight';
import { required, type Check, type Properties } from '../core/properties';
import { A_SECRET, type Secret } from '../core/secret';
import { orFile, SECRET_FILE, type SecretFile } from '../core/secret-file';

/** How the brokers prove who they are. */
export interface TlsOptions {
  /**
   * Certificates of the authorities that signed the brokers', in PEM: a file, for services and topics, or text, for topics
   * alone.
   * @default - the authorities that the machine which deploys trusts, and each image for itself
   */
  readonly caCertificate?: string | SecretFile;
}

/** A login over TLS. */
export interface SaslOptions extends TlsOptions {
  /** The user, or the key of an API; no secret. Without `"` and `\`. */
  readonly username: string;
  /**
   * A file of properties with the line `password=…`, for services and topics, or a sensitive variable, for topics alone.
   * Without `"` and `\`.
   */
  readonly password: Secret | SecretFile;
}

/** A certificate by which the client, too, proves who it is: for topics alone. */
export interface MutualTlsOptions extends TlsOptions {
  /** The client's certificate, in PEM. */
  readonly certificate: string;
  /** Its private key, in PEM: a sensitive variable of the stack that the topics are in, without a default. */
  readonly key: Secret;
}

/** The same as a file, for services and topics. */
export interface KeyStoreOptions extends TlsOptions {
  /**
   * One file in PEM: the client's key, unencrypted in PKCS#8 (`BEGIN PRIVATE KEY`), then its certificate and those between
   * it and the authority's.
   * @see https://cwiki.apache.org/confluence/display/KAFKA/KIP-651+-+Support+PEM+format+for+SSL+certificates+and+private+key
   */
  readonly keyStore: SecretFile;
}

/** A login by tokens, over TLS. */
export interface OAuthOptions extends TlsOptions {
  /** Where tokens are issued for the client's credentials, by `https`. */
  readonly tokenEndpoint: string;
  /** The client, as the issuer knows it; no secret. Without `"` and `\`. */
  readonly clientId: string;
  /**
   * A file of properties with the line `clientSecret=…`, for services and topics, or a sensitive variable, for topics
   * alone. Without `"` and `\`.
   */
  readonly clientSecret: Secret | SecretFile;
  /**
   * Certificates of the authorities that signed the issuer's, in PEM, for services; Terraform takes those that its machine
   * trusts.
   * @default - the authorities that each image trusts
   */
  readonly issuerCaCertificate?: SecretFile;
  /** What the token is asked for. @default - what the issuer gives unasked */
  readonly scopes?: readonly string[];
}

/** The credentials themselves are where AWS's tools look for them: environment, profile, role of the machine. */
export interface AwsIamOptions {
  /** Such as `eu-central-1`. */
  readonly region: string;
  /** The role to take on. @default - none */
  readonly roleArn?: string;
  /** A profile of the machine's AWS configuration. @default - AWS's own */
  readonly profile?: string;
}

const SECURITY = 'https://kafka.apache.org/39/documentation.html#security';
const JAAS = 'org.apache.kafka.common.security.JaasConfig';
const IAM = 'https://registry.terraform.io/providers/Mongey/kafka/0.13.1/docs';

const CERTIFICATE = allOf(textOrToken(SECURITY, 'a certificate in PEM'), noSecret(`give ${A_SECRET}`));

/** A text in an option of a login module, which has no way to write these two. */
const quoted = (what: string): Check =>
  allOf(
    textOrToken(SECURITY, what),
    check(JAAS, 'without " and \\', (value) => !/["\\\p{Cc}]/u.test(String(value))),
    noSecret(`give ${A_SECRET}`),
  );

export const TLS_PROPERTIES: Properties<TlsOptions> = { caCertificate: orFile(CERTIFICATE) };

export const MUTUAL_TLS_PROPERTIES: Properties<MutualTlsOptions> = {
  ...TLS_PROPERTIES,
  certificate: required(CERTIFICATE),
  key: required(hiddenSecret),
};

export const KEY_STORE_PROPERTIES: Properties<KeyStoreOptions> = {
  ...TLS_PROPERTIES,
  keyStore: required(SECRET_FILE),
};

export const SASL_PROPERTIES: Properties<SaslOptions> = {
  ...TLS_PROPERTIES,
  username: required(quoted('the name of a user')),
  password: required(orFile(hiddenSecret)),
};

export const OAUTH_PROPERTIES: Properties<OAuthOptions> = {
  ...TLS_PROPERTIES,
  tokenEndpoint: required(
    text(
      'RFC 6749 3.2',
      "an address that begins with https://, such as 'https://id.example.com/token'",
      /^https:\/\/[^\s/"\\]+[^\s"\\]*$/,
    ),
  ),
  clientId: required(quoted("the client's id")),
  clientSecret: required(orFile(hiddenSecret)),
  issuerCaCertificate: SECRET_FILE,
  scopes: listOf(text('RFC 6749 3.3', 'a scope, without white space and quotes', /^[!#-[\]-~]+$/)),
};

export const AWS_IAM_PROPERTIES: Properties<AwsIamOptions> = {
  region: required(textOrToken(IAM, "a region of AWS, such as 'eu-central-1'", /^[a-z]{2}(-[a-z]+)+-\d+$/)),
  roleArn: textOrToken(
    IAM,
    "a role's ARN, such as 'arn:aws:iam::123456789012:role/topics'",
    /^arn:[\w-]+:iam::\d{12}:role\/\S+$/,
  ),
  profile: textOrToken(IAM, 'the name of a profile, without white space', /^\S+$/),
};
