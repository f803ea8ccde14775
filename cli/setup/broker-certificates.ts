import { X509Certificate } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isIP } from 'node:net';
import { execa } from 'execa';
import { ADMIN, AUTHORITY, AUTHORITY_KEY, LABEL } from '../../constructs/core/labels';
import { labelsIn } from '../engine/labelled';
import { secretFilesOf } from '../engine/secret-files';
import { isLiteral, type Stack } from '../engine/synthesis';
import { CommandError } from '../program';
import { certifiedUsers } from './user-certificates';

/** A certificate, with its key, that stacks name. */
export interface NamedCertificate {
  readonly folder: string;
  /** The common name; with `.pem`, the name of the file. */
  readonly name: string;
  /** All by which others find it; none of a client. */
  readonly names: readonly string[];
  /** The number of the user whose the file must be: one of a container, or whoever deploys. Undefined where nobody knows. */
  readonly owner?: number | 'deployer';
}

/** What brokers, controllers and their clients show, Terraform being one; of folders that the program knows. */
export function namedCertificates(
  stacks: readonly Pick<Stack, 'resources' | 'kafkaProviders'>[],
): readonly NamedCertificate[] {
  const nodes = stacks.flatMap((stack) =>
    stack.resources('docker_container').flatMap(({ attributes }) => {
      const labels = labelsIn(attributes);
      const { [LABEL.certificateNames]: names, [LABEL.userId]: uid } = labels;
      const name = names === undefined ? labels[LABEL.user] : labels[LABEL.service];
      return secretFilesOf(attributes)
        .filter(({ source }) => isLiteral(source) && source.endsWith(`/${name}.pem`))
        .map(({ source }): NamedCertificate => {
          const owner = uid === undefined ? undefined : Number(uid);
          return { folder: dirname(source), name: String(name), names: names?.split(',') ?? [], owner };
        });
    }),
  );
  const folders = new Set(nodes.map(({ folder }) => folder));
  const admins = [...folders].map((folder) => ({ folder, name: ADMIN }));
  const people = [...admins, ...certifiedUsers(stacks, folders)].map((each): NamedCertificate => {
    return { ...each, names: [], owner: 'deployer' };
  });
  // Workers of one Connect cluster are one user, and Terraform is one for all brokers.
  return [...new Map([...people, ...nodes].map((each) => [fileOf(each), each])).values()];
}

const fileOf = ({ folder, name }: NamedCertificate): string => join(folder, `${name}.pem`);

/** Those that are not there, and that {@link makeCertificates} would make. */
export const missingCertificates = (all: readonly NamedCertificate[]): readonly NamedCertificate[] =>
  all.filter((each) => !existsSync(fileOf(each)));

/** What a certificate still needs to be good for, in milliseconds: who deploys it must have the time to replace it. */
const A_WEEK = 7 * 24 * 3600 * 1000;

/** @throws CommandError naming all that have ended, or will within a week */
export function assertNotEnding(all: readonly NamedCertificate[], now: number): void {
  const files = [...new Set(all.map(({ folder }) => join(folder, AUTHORITY))), ...all.map(fileOf)];
  const ending = files.filter(existsSync).flatMap((file) => {
    const end = endOf(file);
    return end !== undefined && end - now < A_WEEK ? [`${file} ends on ${new Date(end).toISOString()}`] : [];
  });
  if (ending.length > 0)
    throw new CommandError(
      `Certificates end within a week, and then no broker is reached: ${ending.join(', ')}. Put others in their place, or remove the files of one and have it made again, and restart what shows it, brokers one after the other.`,
    );
}

/** Undefined where the file has no certificate, or somebody else's rights: whoever reads it will say so. */
function endOf(file: string): number | undefined {
  try {
    const [first] =
      /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/.exec(readFileSync(file, 'utf8')) ?? [];
    return first === undefined ? undefined : Date.parse(new X509Certificate(first).validTo);
  } catch {
    return undefined;
  }
}

const KEY = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];

/**
 * Makes what is missing, in folders that Git leaves out. An authority is made where there is none; of another one's nobody
 * has the key here.
 * @throws CommandError where that would be needed, there is no openssl, or a container could not read its own
 */
export async function makeCertificates(missing: readonly NamedCertificate[]): Promise<void> {
  assertOwnersKnown(missing);
  for (const folder of new Set(missing.map((each) => each.folder))) await ensureAuthority(folder, missing);
  for (const each of missing) await makeCertificate(each);
  assertReadable(missing);
}

function assertOwnersKnown(missing: readonly NamedCertificate[]): void {
  const unknown = missing.filter(({ owner }) => owner === undefined).map(({ name }) => name);
  if (unknown.length > 0)
    throw new CommandError(
      `There is no certificate of ${unknown.join(', ')}, and nobody knows whose its file would have to be. Give the service \`user\` as a number, or the image as ContainerImage.of(…, { user, uid }).`,
    );
}

/** Only root makes files another's. */
function assertReadable(made: readonly NamedCertificate[]): void {
  const me = process.getuid?.() ?? 0;
  const unread = made.filter(({ owner }) => me !== 0 && owner !== 'deployer' && owner !== me);
  if (unread.length > 0)
    throw new CommandError(
      `Certificates are made, and their containers cannot read them yet. ${unread.map((each) => `\`sudo chown ${each.owner} ${fileOf(each)}\``).join(', ')} lets them.`,
    );
}

async function ensureAuthority(folder: string, missing: readonly NamedCertificate[]): Promise<void> {
  if (!existsSync(join(folder, AUTHORITY))) {
    mkdirSync(folder, { recursive: true, mode: 0o711 });
    writeFileSync(join(folder, '.gitignore'), '*\n');
    await openssl(
      folder,
      'req',
      '-x509',
      ...KEY,
      '-days',
      '3650',
      '-subj',
      '/CN=authority',
      '-keyout',
      AUTHORITY_KEY,
      '-out',
      AUTHORITY,
    );
    chmodSync(join(folder, AUTHORITY_KEY), 0o400);
    chmodSync(join(folder, AUTHORITY), 0o444);
  } else if (!existsSync(join(folder, AUTHORITY_KEY))) {
    const files = missing.filter((each) => each.folder === folder).map(fileOf);
    throw new CommandError(
      `There is no ${files.join(', no ')}, and the authority of ${join(folder, AUTHORITY)} is none of ours: have them made by whoever has its key.`,
    );
  }
}

async function makeCertificate({ folder, name, names, owner }: NamedCertificate): Promise<void> {
  const [key, request, extensions, certificate] = ['key', 'csr', 'ext', 'crt'].map(
    (end) => `.${name}.${end}`,
  ) as [string, string, string, string];
  const alternatives = names.map((each) => `${isIP(each) === 0 ? 'DNS' : 'IP'}:${each}`);
  // Brokers are clients of each other, too.
  const profile =
    names.length === 0
      ? 'extendedKeyUsage=clientAuth\n'
      : `subjectAltName=${alternatives.join(',')}\nextendedKeyUsage=serverAuth,clientAuth\n`;
  const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
  try {
    await openssl(folder, 'req', ...KEY, '-subj', `/CN=${name}`, '-keyout', key, '-out', request);
    writeFileSync(join(folder, extensions), profile);
    const signer = ['-CA', AUTHORITY, '-CAkey', AUTHORITY_KEY, '-CAcreateserial', '-days', '365'];
    await openssl(
      folder,
      'x509',
      '-req',
      '-in',
      request,
      ...signer,
      '-extfile',
      extensions,
      '-out',
      certificate,
    );
    const file = fileOf({ folder, name, names });
    writeFileSync(file, read(key) + read(certificate), { mode: 0o400 });
    if (process.getuid?.() === 0 && typeof owner === 'number') chownSync(file, owner, owner);
  } finally {
    for (const file of [key, request, extensions, certificate]) rmSync(join(folder, file), { force: true });
  }
}

async function openssl(folder: string, ...words: string[]): Promise<void> {
  const { failed, exitCode, all } = await execa('openssl', words, { cwd: folder, all: true, reject: false });
  if ((exitCode as number | undefined) === undefined)
    throw new CommandError(
      'There is no openssl on this machine to make certificates with: install it, or bring your own.',
    );
  if (failed) throw new CommandError(`openssl made no certificate in ${folder}.`, all);
}
