import { createPrivateKey, randomBytes, X509Certificate } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { execa } from 'execa';
import { AUTHORITY, AUTHORITY_KEY } from '../../constructs/core/labels';
import { CommandError } from '../program';
import { CERTIFICATE } from './certificates';

/** Of the authority that everybody trusts already, and that has signed nothing yet. */
const NEXT_KEY = 'ca.next.key';
export const NEW_KEY = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];

/** Whether the set-up has the key, and so may sign. */
export const isOurs = (folder: string): boolean => existsSync(join(folder, AUTHORITY_KEY));

/** The certificates in a file, in its order; none where it is not there, or only somebody else may read it. */
export function certificatesIn(file: string): readonly X509Certificate[] {
  try {
    return (readFileSync(file, 'utf8').match(CERTIFICATE) ?? []).map((each) => new X509Certificate(each));
  } catch {
    return [];
  }
}

/** All that are trusted; the first one signs. */
export const authoritiesOf = (folder: string): readonly X509Certificate[] =>
  certificatesIn(join(folder, AUTHORITY));

/** Makes one where there is none, in a folder that Git leaves out. */
export async function ensureAuthority(folder: string): Promise<void> {
  if (existsSync(join(folder, AUTHORITY))) return;
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  writeFileSync(join(folder, '.gitignore'), '*\n');
  trust(folder, [await newAuthority(folder, AUTHORITY_KEY)]);
}

/**
 * Takes the next of three steps to another authority, each of which has to be deployed before the one after it: who is
 * replaced must be trusted by who is not yet. The files alone say which step is the next.
 * @returns what the step does
 */
export async function rotateAuthority(folder: string): Promise<string> {
  const [first, ...others] = authoritiesOf(folder);
  if (!first || !isOurs(folder))
    throw new CommandError(
      `The authority of ${join(folder, AUTHORITY)} is none of ours: add the certificate of another one to the file and deploy, put in certificates that it signed and deploy, then take the old one out.`,
    );
  const nextKey = join(folder, NEXT_KEY);
  if (others.length === 0) {
    trust(folder, [first, await newAuthority(folder, NEXT_KEY)]);
    return 'step 1 of 3, another authority is trusted, too. Give its certificate, the second in ca.crt, to clients outside, then do this again';
  }
  if (existsSync(nextKey)) {
    const key = createPrivateKey(readFileSync(nextKey));
    const all = [first, ...others];
    trust(folder, [
      ...all.filter((each) => each.checkPrivateKey(key)),
      ...all.filter((each) => !each.checkPrivateKey(key)),
    ]);
    renameSync(nextKey, join(folder, AUTHORITY_KEY));
    return 'step 2 of 3, the other authority signs. Have it sign the certificates of clients outside, then do this again';
  }
  trust(folder, [first]);
  return 'step 3 of 3, the old authority is no longer trusted';
}

/** A name of its own, or what has to find the one that signed a certificate could take the other. */
async function newAuthority(folder: string, key: string): Promise<X509Certificate> {
  const [made, name] = ['.authority.crt', `authority ${randomBytes(4).toString('hex')}`];
  try {
    await openssl(
      folder,
      'req',
      '-x509',
      ...NEW_KEY,
      '-days',
      '3650',
      '-subj',
      `/CN=${name}`,
      '-keyout',
      `.${key}`,
      '-out',
      made,
    );
    chmodSync(join(folder, `.${key}`), 0o400);
    renameSync(join(folder, `.${key}`), join(folder, key));
    return new X509Certificate(readFileSync(join(folder, made)));
  } finally {
    rmSync(join(folder, made), { force: true });
  }
}

function trust(folder: string, authorities: readonly X509Certificate[]): void {
  replaceFile(join(folder, AUTHORITY), authorities.join(''), 0o444);
}

/** Another file in its place: who reads it meanwhile reads the one or the other, and a container has its own until it starts anew. */
export function replaceFile(file: string, content: string, mode: number, owner?: number): void {
  const made = `${file}.new`;
  rmSync(made, { force: true });
  writeFileSync(made, content, { mode });
  if (owner !== undefined) chownSync(made, owner, owner);
  renameSync(made, file);
}

export async function openssl(folder: string, ...words: string[]): Promise<void> {
  const { failed, exitCode, all } = await execa('openssl', words, { cwd: folder, all: true, reject: false });
  if ((exitCode as number | undefined) === undefined)
    throw new CommandError(
      'There is no openssl on this machine to make certificates with: install it, or bring your own.',
    );
  if (failed) throw new CommandError(`openssl made no certificate in ${folder}.`, all);
}
