import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where Debian, Fedora and Arch keep the certificate authorities that a machine's owner added. */
const FOLDERS = [
  '/usr/local/share/ca-certificates',
  '/etc/pki/ca-trust/source/anchors',
  '/etc/ca-certificates/trust-source/anchors',
];

/** Each in PEM. */
export const CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

/** The authorities that this machine's owner added, and those that Node was told of. */
export async function hostAuthorities(folders: readonly string[] = FOLDERS): Promise<readonly string[]> {
  const files = await Promise.all(folders.map(filesIn));
  const extra = process.env.NODE_EXTRA_CA_CERTS;
  const texts = [...files.flat(), ...(extra ? [extra] : [])].map((file) =>
    readFile(file, 'utf8').catch(() => ''),
  );
  const certificates = (await Promise.all(texts)).flatMap((text) => text.match(CERTIFICATE) ?? []);
  return [...new Set(certificates)].sort();
}

/** Changes whenever the authorities do; empty where there are none. */
export function fingerprint(authorities: readonly string[]): string {
  return authorities.length > 0 ? digest(authorities.join('\n')) : '';
}

/**
 * Lets a build's downloads pass a proxy that opens TLS, if the host's own do: into a folder of the build, in place of
 * what is there, one a file, for Java's trust store takes only the first of each.
 */
export async function putAuthorities(target: string, authorities: readonly string[]): Promise<void> {
  await mkdir(target, { recursive: true });
  for (const name of await readdir(target)) if (name.endsWith('.crt')) await rm(join(target, name));
  for (const each of authorities) await writeFile(join(target, `host-${digest(each)}.crt`), `${each}\n`);
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true }).catch(() => []);
  return entries.filter((name) => /\.(crt|pem|cer)$/.test(name)).map((name) => join(folder, name));
}
