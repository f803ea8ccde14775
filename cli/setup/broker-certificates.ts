import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isIP } from 'node:net';
import { ADMIN, AUTHORITY, AUTHORITY_KEY, LABEL } from '../../constructs/core/labels';
import { typed } from '../command-names';
import { labelsIn } from '../engine/labelled';
import { ownerOf, secretFilesOf } from '../engine/secret-files';
import { isLiteral, type Stack } from '../engine/synthesis';
import { CommandError } from '../program';
import {
  authoritiesOf,
  certificatesIn,
  ensureAuthority,
  isOurs,
  NEW_KEY,
  openssl,
  replaceFile,
  rotateAuthority,
} from './certificate-authority';
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
      const { [LABEL.certificateNames]: names } = labels;
      const name = names === undefined ? labels[LABEL.user] : labels[LABEL.service];
      return secretFilesOf(attributes)
        .filter(({ source }) => isLiteral(source) && source.endsWith(`/${name}.pem`))
        .map(({ source }) => ({
          folder: dirname(source),
          name: String(name),
          names: names?.split(',') ?? [],
          owner: ownerOf(attributes),
        }));
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

const A_DAY = 24 * 3600 * 1000;
/** How long before its end a certificate is renewed: time enough for whoever deploys but now and then. */
const A_MONTH = 30 * A_DAY;
/** What a certificate still needs to be good for: who deploys it must have the time to replace it. */
const A_WEEK = 7 * A_DAY;

/** Those that the set-up can make anew, and that soon end or that another authority is to sign. */
export const dueCertificates = (all: readonly NamedCertificate[], now: number): readonly NamedCertificate[] =>
  all.filter((each) => {
    const [[leaf], [signer]] = [certificatesIn(fileOf(each)), authoritiesOf(each.folder)];
    if (!leaf || !signer || !isOurs(each.folder) || each.owner === undefined) return false;
    return Date.parse(leaf.validTo) - now < A_MONTH || !leaf.verify(signer.publicKey);
  });

/**
 * @param isRotated whether what is said here of our own authorities is being done
 * @throws CommandError naming all that have ended, or will within a week
 */
export function assertNotEnding(all: readonly NamedCertificate[], now: number, isRotated = false): void {
  const ending = (files: readonly string[]): string[] =>
    files.flatMap((file) => {
      const [first] = certificatesIn(file);
      const end = first ? Date.parse(first.validTo) : Infinity;
      return end - now < A_WEEK ? [`${file} ends on ${new Date(end).toISOString()}`] : [];
    });
  const folders = foldersOf(all).filter((folder) => !(isRotated && isOurs(folder)));
  const authorities = ending(folders.map((folder) => join(folder, AUTHORITY)));
  const others = ending(all.map(fileOf));
  if (authorities.length + others.length === 0) return;
  const cures = [
    ...(authorities.length > 0 ? [`Replace an authority by \`${typed('up', '--rotate-authority')}\`.`] : []),
    ...(others.length > 0 ? ['Put others in the place of certificates.'] : []),
  ];
  throw new CommandError(
    `Certificates end within a week, and then no broker is reached: ${[...authorities, ...others].join(', ')}. ${cures.join(' ')}`,
  );
}

const foldersOf = (all: readonly NamedCertificate[]): readonly string[] => [
  ...new Set(all.map(({ folder }) => folder)),
];

/** Takes the next step to another authority in every folder. @returns what the steps do */
export async function rotateAuthorities(all: readonly NamedCertificate[], now: number): Promise<string> {
  const done: string[] = [];
  for (const folder of foldersOf(all)) done.push(await rotateAuthority(folder));
  await makeCertificates(dueCertificates(all, now));
  return [...new Set(done)].join('; ');
}

/**
 * Makes them, in place of what may be there. An authority is made where there is none; of another one's nobody has the
 * key here.
 * @throws CommandError where that would be needed, there is no openssl, or a container could not read its own
 */
export async function makeCertificates(wanted: readonly NamedCertificate[]): Promise<void> {
  assertOwnersKnown(wanted);
  for (const folder of foldersOf(wanted)) {
    await ensureAuthority(folder);
    if (isOurs(folder)) continue;
    const files = wanted.filter((each) => each.folder === folder).map(fileOf);
    throw new CommandError(
      `There is no ${files.join(', no ')}, and the authority of ${join(folder, AUTHORITY)} is none of ours: have them made by whoever has its key.`,
    );
  }
  for (const each of wanted) await makeCertificate(each);
  assertReadable(wanted);
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
    await openssl(folder, 'req', ...NEW_KEY, '-subj', `/CN=${name}`, '-keyout', key, '-out', request);
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
    const chown = process.getuid?.() === 0 && typeof owner === 'number' ? owner : undefined;
    replaceFile(fileOf({ folder, name, names }), read(key) + read(certificate), 0o400, chown);
  } finally {
    for (const file of [key, request, extensions, certificate]) rmSync(join(folder, file), { force: true });
  }
}
