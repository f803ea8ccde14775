import { existsSync, readFileSync } from 'node:fs';
import { isAbsolute } from 'node:path';

/** The files by which Terraform shows brokers who it is, as a provider is told them. */
interface CertificateFiles {
  readonly ca_cert?: string;
  readonly client_cert?: string;
  readonly client_key?: string;
}

/** By the servers at which it is shown: who asks brokers knows them by their addresses alone. */
const SHOWN = new Map<string, CertificateFiles>();

/**
 * Lets this command show the same, where it can read it.
 * @returns whether it can
 */
export function showCertificate(
  servers: readonly string[],
  { ca_cert, client_cert, client_key }: CertificateFiles,
): boolean {
  const files = [ca_cert, client_cert, client_key];
  // Text in PEM is no path, and neither is what Terraform alone knows.
  if (!files.every((file) => file !== undefined && isAbsolute(file) && existsSync(file))) return false;
  for (const server of servers) SHOWN.set(server, { ca_cert, client_cert, client_key });
  return true;
}

/** Whether somebody there wants to see one. */
export const wantCertificate = (servers: readonly string[]): boolean => filesFor(servers) !== undefined;

/** What a client needs to speak to them; undefined where that is nothing. */
export function tlsFor(servers: readonly string[]): { ca: string; cert: string; key: string } | undefined {
  const { ca_cert = '', client_cert = '', client_key = '' } = filesFor(servers) ?? {};
  if (ca_cert === '') return undefined;
  const [ca, cert, key] = [ca_cert, client_cert, client_key].map((file) => readFileSync(file, 'utf8'));
  return { ca, cert, key } as { ca: string; cert: string; key: string };
}

const filesFor = (servers: readonly string[]): CertificateFiles | undefined =>
  servers.map((server) => SHOWN.get(server)).find((files) => files !== undefined);
