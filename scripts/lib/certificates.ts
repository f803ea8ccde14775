import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where Debian, Fedora and Arch keep the certificate authorities that a machine's owner added. */
const FOLDERS = [
  '/usr/local/share/ca-certificates',
  '/etc/pki/ca-trust/source/anchors',
  '/etc/ca-certificates/trust-source/anchors',
];

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

/**
 * Lets a build's downloads pass a proxy that opens TLS, if the host's own do: into a folder of the build, the
 * authorities of the host, and those that Node was told of. One a file, for Java's trust store takes only the first of each.
 */
export async function takeCertificates(target: string, folders: readonly string[] = FOLDERS): Promise<void> {
  await mkdir(target, { recursive: true });
  for (const name of await readdir(target)) if (name.endsWith('.crt')) await rm(join(target, name));
  const files = await Promise.all(folders.map(filesIn));
  const extra = process.env.NODE_EXTRA_CA_CERTS;
  for (const file of [...files.flat(), ...(extra ? [extra] : [])]) {
    const text = await readFile(file, 'utf8').catch(() => '');
    for (const certificate of text.match(CERTIFICATE) ?? []) {
      const name = createHash('sha256').update(certificate).digest('hex').slice(0, 16);
      await writeFile(join(target, `host-${name}.crt`), `${certificate}\n`);
    }
  }
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true }).catch(() => []);
  return entries.filter((name) => /\.(crt|pem|cer)$/.test(name)).map((name) => join(folder, name));
}
