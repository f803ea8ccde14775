import { existsSync, readFileSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import { AUTHORITY } from '../../constructs/core/labels';

/** The files by which Terraform shows brokers who it is, as a provider is told them. */
interface CertificateFiles {
  readonly ca_cert?: string;
  readonly client_cert?: string;
  readonly client_key?: string;
}

/** What a client in Node needs to speak to brokers that want to see a certificate. */
export interface ClientTls {
  readonly ca: string;
  readonly cert: string;
  readonly key: string;
}

/** By the servers at which it is shown: who asks brokers knows them by their addresses alone. */
const SHOWN = new Map<string, CertificateFiles>();

/**
 * Lets this command show the same, where it can read it.
 * @returns tells whether it can: the set-up may make the files in between
 */
export function showCertificate(servers: readonly string[], files: CertificateFiles): () => boolean {
  // Text in PEM is no path, and neither is what Terraform alone knows.
  if (!pathsIn(files).every((file) => file !== undefined && isAbsolute(file))) return () => false;
  for (const server of servers) SHOWN.set(server, files);
  return () => areThere(files);
}

/**
 * Those of them that can all be asked alike. While brokers go from plaintext to TLS, some of their addresses are of the
 * one and some of the other, and only what Terraform will use is there before and afterwards.
 */
export function alike(servers: readonly string[]): readonly string[] {
  const shown = servers.filter((server) => filesFor([server]) !== undefined);
  return shown.length > 0 ? shown : servers;
}

/**
 * What a client needs to speak to them; undefined where that is nothing.
 * @param user another than Terraform's, whose files are beside its
 */
export function tlsFor(servers: readonly string[], user?: string): ClientTls | undefined {
  const { ca_cert = '', client_cert = '', client_key = '' } = filesFor(servers) ?? {};
  if (ca_cert === '') return undefined;
  if (user !== undefined) return tlsOf(dirname(client_cert), user);
  const [ca, cert, key] = [ca_cert, client_cert, client_key].map((file) => readFileSync(file, 'utf8'));
  return { ca, cert, key } as ClientTls;
}

/** The same of a user whose key and certificate are in a folder, as `Certificates.folder` takes it. */
export function tlsOf(folder: string, user: string): ClientTls {
  const [ca, own] = [AUTHORITY, `${user}.pem`].map((name) => readFileSync(join(folder, name), 'utf8'));
  return { ca, cert: own, key: own } as ClientTls;
}

const filesFor = (servers: readonly string[]): CertificateFiles | undefined =>
  servers.map((server) => SHOWN.get(server)).find((files) => files && areThere(files));

const pathsIn = ({ ca_cert, client_cert, client_key }: CertificateFiles): readonly (string | undefined)[] => [
  ca_cert,
  client_cert,
  client_key,
];

const areThere = (files: CertificateFiles): boolean => pathsIn(files).every((file = '') => existsSync(file));
