import { createPrivateKey, X509Certificate, type KeyObject } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { isIP } from 'node:net';
import { isResolved } from '../core/resolved';
import { AUTHORITY } from '../core/labels';
import type { ClusterSecurity } from './cluster-security';
import type { Certificates } from './certificates';

/** A certificate that a node, or a client of its, shows, as far as its file is there to be looked at. */
export interface CertificateFile {
  readonly path: string;
  /** Whose it is. */
  readonly name: string;
  /** How the file cannot be one; then there is nothing else to say of it. */
  readonly broken?: string;
  readonly isReadableByAll: boolean;
  /** The common name, where that is all of the subject. */
  readonly commonName?: string;
  /** By which it is found, and that are not in the certificate. */
  readonly missingNames: readonly string[];
  readonly hasItsKey: boolean;
  readonly isOfAuthority: boolean;
  readonly isForServers: boolean;
  readonly isForClients: boolean;
}

/** What nodes are found by, by their host names. */
export type NamesOfNodes = Readonly<Record<string, readonly string[]>>;

/** Those of the files that are there; Terraform says which are not. Nothing here asks what time it is. */
export function certificateFiles(certificates: Certificates, nodes: NamesOfNodes): CertificateFile[] {
  if (!isResolved(certificates.path)) return [];
  const authority = contentOf(certificates.file(AUTHORITY));
  if (authority === undefined) return [];
  return Object.entries(nodes).flatMap(([node, names]) =>
    fileAt(certificates.file(`${node}.pem`), node, names, authority),
  );
}

/** That of a client of brokers of ours. */
export function certificateOfClient({
  user,
  files: { keyStore, caCertificate },
}: ClusterSecurity): CertificateFile[] {
  if (user === undefined || !keyStore || !caCertificate) return [];
  if (![keyStore, caCertificate].every(({ type, source }) => type === 'bind' && isResolved(source)))
    return [];
  const authority = contentOf(caCertificate.source);
  return authority === undefined ? [] : fileAt(keyStore.source, user, [], authority);
}

function fileAt(path: string, name: string, names: readonly string[], authority: string): CertificateFile[] {
  const content = contentOf(path);
  return content === undefined ? [] : [examined(path, name, names, content, authority)];
}

/** Undefined where it is not there, or only others may read it: that is the Engine's matter. */
function contentOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function examined(
  path: string,
  name: string,
  names: readonly string[],
  content: string,
  authority: string,
): CertificateFile {
  const isReadableByAll = (statSync(path).mode & 0o004) !== 0;
  const right = {
    missingNames: [],
    hasItsKey: true,
    isOfAuthority: true,
    isForServers: true,
    isForClients: true,
  };
  const parsed = parse(content, authority);
  if (typeof parsed === 'string')
    return { path, name, isReadableByAll, ...right, commonName: name, broken: parsed };
  const { key, chain, authorities } = parsed;
  const [leaf] = chain;
  const isFor = (purpose: string): boolean =>
    (leaf.keyUsage as string[] | undefined)?.includes(purpose) ?? true;
  return {
    path,
    name,
    isReadableByAll,
    commonName: /^CN=(.+)$/.exec(leaf.subject)?.[1],
    missingNames: names.filter((each) => !isNamed(leaf, each)),
    hasItsKey: leaf.checkPrivateKey(key),
    isOfAuthority: isSigned(leaf, chain.slice(1), authorities),
    isForServers: isFor(SERVER),
    isForClients: isFor(CLIENT),
  };
}

interface Parsed {
  readonly key: KeyObject;
  readonly chain: readonly [X509Certificate, ...X509Certificate[]];
  readonly authorities: readonly X509Certificate[];
}

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;
const KEY = /-----BEGIN PRIVATE KEY-----[^-]+-----END PRIVATE KEY-----/;

/** What is in the files, or what is wrong with them. The only place that has a key in its hands. */
function parse(content: string, authority: string): Parsed | string {
  const certificates = content.match(CERTIFICATE) ?? [];
  const key = KEY.exec(content)?.[0];
  if (certificates.length === 0) return 'has no certificate';
  if (key === undefined) {
    const other = /-----BEGIN ((\w+ )+PRIVATE KEY)-----/.exec(content)?.[1];
    return other === undefined ? 'has no key' : `has a key of the kind ${other}`;
  }
  try {
    const [leaf, ...between] = certificates.map((each) => new X509Certificate(each));
    const authorities = (authority.match(CERTIFICATE) ?? []).map((each) => new X509Certificate(each));
    return { key: createPrivateKey(key), chain: [leaf as X509Certificate, ...between], authorities };
  } catch {
    return 'cannot be read as PEM';
  }
}

/** serverAuth and clientAuth of RFC 5280. */
const [SERVER, CLIENT] = ['1.3.6.1.5.5.7.3.1', '1.3.6.1.5.5.7.3.2'];

const isNamed = (certificate: X509Certificate, name: string): boolean =>
  (isIP(name) === 0 ? certificate.checkHost(name, { subject: 'never' }) : certificate.checkIP(name)) !==
  undefined;

/** Whether there is a way from a certificate to one of the authority's, each signed by the next. */
function isSigned(
  certificate: X509Certificate,
  between: readonly X509Certificate[],
  authorities: readonly X509Certificate[],
): boolean {
  const signs = (issuer: X509Certificate): boolean =>
    certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
  if (authorities.some(signs)) return true;
  const next = between.find(signs);
  return (
    next !== undefined &&
    isSigned(
      next,
      between.filter((each) => each !== next),
      authorities,
    )
  );
}
