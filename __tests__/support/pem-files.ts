import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const openssl = (folder: string, ...words: string[]): void => {
  execFileSync('openssl', words, { cwd: folder, stdio: 'pipe' });
};
const KEY = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];

interface LeafOptions {
  /** @default - the name of the file */
  readonly subject?: string;
  /** @default - serverAuth and clientAuth */
  readonly usage?: string;
  /** @default - `ca` */
  readonly authority?: string;
  /** For how many days it is good: negative, and it has ended. @default 30 */
  readonly days?: number;
}

interface Leaf {
  readonly key: string;
  readonly certificate: string;
}

/** A folder of files in PEM, as `Certificates.folder` takes it, with an authority. */
export class PemFiles {
  public readonly folder = mkdtempSync(join(tmpdir(), 'pem-'));
  private readonly made = new Map<string, Leaf>();

  public constructor() {
    this.authority('ca');
  }

  public authority(name: string): void {
    openssl(
      this.folder,
      'req',
      '-x509',
      ...KEY,
      '-subj',
      `/CN=${name}`,
      '-keyout',
      `${name}.key`,
      '-out',
      `${name}.crt`,
    );
  }

  /** A key, and a certificate for it in which there are `names`; the same as before, if the same was asked for before. */
  public leaf(name: string, names: readonly string[], options: LeafOptions = {}): void {
    const asked = JSON.stringify([name, names, options]);
    const { key, certificate } = this.made.get(asked) ?? this.make(name, names, options);
    this.made.set(asked, { key, certificate });
    this.write(`${name}.key`, key, 0o600);
    this.write(`${name}.crt`, certificate, 0o644);
    this.write(`${name}.pem`, key + certificate);
  }

  private make(
    name: string,
    names: readonly string[],
    { subject = `/CN=${name}`, usage = 'serverAuth,clientAuth', authority = 'ca', days = 30 }: LeafOptions,
  ): Leaf {
    const { folder } = this;
    openssl(folder, 'req', ...KEY, '-subj', subject, '-keyout', `${name}.key`, '-out', `${name}.csr`);
    writeFileSync(
      join(folder, 'extensions'),
      `subjectAltName=${names.join(',')}\nextendedKeyUsage=${usage}\n`,
    );
    const signer = ['-CA', `${authority}.crt`, '-CAkey', `${authority}.key`, '-CAcreateserial'];
    openssl(
      folder,
      'x509',
      '-req',
      '-in',
      `${name}.csr`,
      ...signer,
      ...['-days', String(days)],
      '-extfile',
      'extensions',
      '-out',
      `${name}.crt`,
    );
    return { key: this.read(`${name}.key`), certificate: this.read(`${name}.crt`) };
  }

  public read(name: string): string {
    return readFileSync(join(this.folder, name), 'utf8');
  }

  public write(name: string, content: string, mode = 0o400): void {
    const path = join(this.folder, name);
    rmSync(path, { force: true });
    writeFileSync(path, content);
    chmodSync(path, mode);
  }
}
