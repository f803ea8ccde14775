import { posix } from 'node:path';
import { allOf, check, oneOf, valueObject, text } from '../core/checks';
import { ADMIN, AUTHORITY } from '../core/labels';
import { validateOptions, required, type Properties } from '../core/properties';
import { ClusterSecurity } from './cluster-security';
import { SecretFile, type SecretFiles } from '../core/secret-file';

/** How far a running cluster is from plaintext, in which its nodes still find each other. */
export enum Plaintext {
  /** Brokers and controllers speak it to each other, and understand TLS, too. */
  USED = 'used',
  /** They speak TLS to each other, and still understand plaintext. */
  ACCEPTED = 'accepted',
}

export interface CertificatesOptions {
  /**
   * Of a cluster that gets certificates while it runs: first `USED`, then `ACCEPTED`, then left out, each deployed before
   * the next. Meanwhile `listeners` are both those of before and those with TLS.
   * @default - none: nodes show certificates to each other, and understand nothing else
   */
  readonly plaintext?: Plaintext;
}

/**
 * By which the brokers and controllers of a cluster show who they are, to each other too. Files that nobody else reads: no
 * key, and no password of one, is in a program, plan, state or environment.
 * @see https://cwiki.apache.org/confluence/display/KAFKA/KIP-651+-+Support+PEM+format+for+SSL+certificates+and+private+key
 */
export class Certificates {
  /**
   * A folder of the machine on which the Engine runs, with files in PEM:
   * - `ca.crt`: the authority that signs all of them, and whose certificates clients show, too; several while it changes;
   * - `kafka1.pem` and so on, one for each broker, and `kafka-controller1.pem` for each controller of its own: the key in
   *   PKCS#8 and not encrypted, its certificate, and what is between that and the authority. The common name (CN) is that
   *   of the file, and the names are all by which it is found;
   * - `admin.pem`, the same of the user who makes topics, users and all else in the cluster: Terraform;
   * - where brokers ask clients inside for one, `kafka-connect.pem` and so on, of each service and application, by its name.
   *
   * Those of containers must be readable for the user of each, and for nobody else: `chown 1000` and `chmod 400`.
   * @param path absolute, such as `path.resolve('.secrets')`; a variable's `stringValue` is looked into only by brokers
   */
  public static folder(path: string, options: CertificatesOptions = {}): Certificates {
    const { right, problem } = validateOptions('Certificates', CERTIFICATES_PROPERTIES, { path }, options);
    return new Certificates(right.path ?? '', right.plaintext, problem);
  }

  private constructor(
    /** The folder on the Engine's machine. */
    public readonly path: string,
    /** How far the cluster is from plaintext; undefined where there is none. */
    public readonly plaintext?: Plaintext,
    /** Why it cannot be. */
    public readonly problem?: string,
  ) {}

  /** Where a file is on the Engine's machine. @internal */
  public file(name: string): string {
    return posix.join(this.path, name);
  }

  /** How clients in the platform's network are to speak to the brokers. @param mutual whether they show a certificate @internal */
  public security(mutual: boolean): ClusterSecurity {
    const caCertificate = SecretFile.fromHost(this.file(AUTHORITY));
    return mutual
      ? ClusterSecurity.ofOwnBrokers(caCertificate, (user) => SecretFile.fromHost(this.file(`${user}.pem`)))
      : ClusterSecurity.tls({ caCertificate });
  }

  /** The same of Terraform, which reads files of the machine. @internal */
  public get hostSecurity(): HostSecurity {
    const [caCert, admin] = [this.file(AUTHORITY), this.file(`${ADMIN}.pem`)];
    return { provider: { tlsEnabled: true, caCert, clientCert: admin, clientKey: admin } };
  }

  /**
   * What a broker or controller reads.
   * @param node its host name
   * @internal
   */
  public secretFiles(node: string): SecretFiles {
    return Object.fromEntries(
      [`${node}.pem`, AUTHORITY].map((name) => [inContainer(name), SecretFile.fromHost(this.file(name))]),
    );
  }
}

interface Secrets {
  readonly certificates?: Certificates;
  readonly secretFiles?: SecretFiles;
}

/** All that a broker or controller reads; undefined where that is nothing. */
export function withCertificates(
  node: string,
  { certificates, secretFiles }: Secrets,
): SecretFiles | undefined {
  return certificates ? { ...secretFiles, ...certificates.secretFiles(node) } : secretFiles;
}

/** How Terraform is to speak to brokers. */
export interface HostSecurity {
  /** As the Kafka provider takes it. */
  readonly provider: Readonly<Record<string, string | boolean>>;
}

const inContainer = (name: string): string => `/run/secrets/kafka-tls/${name}`;

/** What tells a node who it is and whom it trusts. */
export interface NodeTls {
  /** Path in the container of its key and certificate. */
  readonly certificate: string;
  /** Path in the container of the authority's certificate. */
  readonly authority: string;
}

export const nodeTls = (node: string): NodeTls => ({
  certificate: inContainer(`${node}.pem`),
  authority: inContainer(AUTHORITY),
});

/** The settings of every listener of a node that has TLS, and of the connections that it makes itself. */
export function tlsSettings(node: string): Record<string, string> {
  const { certificate, authority } = nodeTls(node);
  return {
    'ssl.keystore.type': 'PEM',
    'ssl.keystore.location': certificate,
    'ssl.truststore.type': 'PEM',
    'ssl.truststore.location': authority,
    // Who is named by more than the CN alone keeps the whole name: nobody becomes a broker by what else is in it. No `\` here:
    // the images write settings as they are into a file of properties.
    'ssl.principal.mapping.rules': 'RULE:^CN=([^,=]+)$/$1/,DEFAULT',
  };
}

const PEM =
  'https://cwiki.apache.org/confluence/display/KAFKA/KIP-651+-+Support+PEM+format+for+SSL+certificates+and+private+key';

export const CERTIFICATES = valueObject(
  "Certificates, such as Certificates.folder(path.resolve('.secrets'))",
  'path',
  'secretFiles',
);

export const CERTIFICATES_PROPERTIES: Properties<CertificatesOptions & { readonly path: string }> = {
  path: required({
    ...allOf(
      text(
        PEM,
        "the absolute path of a folder on the Engine's machine, such as path.resolve('.secrets')",
        /^\/[^:,\0${}%]*$/,
      ),
      check('policy', 'without . and .. in it', (path) => !/(^|\/)\.{1,2}(\/|$)/.test(String(path))),
    ),
    // Where the folder is may differ from machine to machine; Terraform looks for the files.
    condition: () => undefined,
  }),
  plaintext: oneOf('policy', Plaintext),
};
