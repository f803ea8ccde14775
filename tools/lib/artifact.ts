import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { CommandError, said } from '../../cli/program';

/** A published file. */
export interface Artifact {
  /** What it is, to whoever must do without. */
  readonly what: string;
  readonly address: string;
  readonly sha256: string;
}

/** The address of a jar on Maven Central. */
export function jarAddress(group: string, name: string, version: string, classifier = ''): string {
  const folder = `${group.replaceAll('.', '/')}/${name}/${version}`;
  return `https://repo1.maven.org/maven2/${folder}/${name}-${version}${classifier && `-${classifier}`}.jar`;
}

/**
 * An artifact, downloaded once.
 * @returns its path
 * @throws CommandError if it cannot be downloaded, or is not what it was
 */
export async function ensureArtifact(artifact: Artifact, folder: string): Promise<string> {
  const file = join(folder, basename(artifact.address));
  if (existsSync(file)) return file;
  const bytes = await download(artifact, file);
  mkdirSync(folder, { recursive: true });
  // Takes its place when it is whole, also beside another run.
  writeFileSync(`${file}.${process.pid}`, bytes);
  renameSync(`${file}.${process.pid}`, file);
  return file;
}

async function download({ what, address, sha256 }: Artifact, file: string): Promise<Buffer> {
  const failed = (why: string): CommandError =>
    new CommandError(
      `${what} could not be downloaded: ${why}. Try again or, behind a proxy, make ${file} of ${address} by hand.`,
    );
  const answer = await fetch(address).catch((error: unknown) => {
    // Of its own it says only that it failed.
    throw failed(said(error instanceof Error && error.cause ? error.cause : error));
  });
  if (!answer.ok) throw failed(`the answer is ${answer.status}`);
  const bytes = Buffer.from(await answer.arrayBuffer());
  if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw failed('its checksum is another');
  return bytes;
}
