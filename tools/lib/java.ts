import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { execa } from 'execa';
import { CommandError, said } from '../../cli/program';
import { ROOT } from './root';

/** The last version for Java 17. Its jar has all that it needs. */
const VERSION = '1.28.0';
const SHA256 = '32342e7c1b4600f80df3471da46aee8012d3e1445d5ea1be1fb71289b07cc735';
const JAR = `google-java-format-${VERSION}-all-deps.jar`;
const ADDRESS = `https://repo1.maven.org/maven2/com/google/googlejavaformat/google-java-format/${VERSION}/${JAR}`;

/**
 * The formatter of Java's sources, downloaded once.
 * @returns the path of its jar
 * @throws CommandError if it cannot be downloaded
 */
export async function ensureJavaFormat(folder = join(ROOT, '.cache', 'java')): Promise<string> {
  const jar = join(folder, JAR);
  if (existsSync(jar)) return jar;
  const bytes = await download();
  mkdirSync(folder, { recursive: true });
  // Takes its place when it is whole, also beside another run.
  writeFileSync(`${jar}.${process.pid}`, bytes);
  renameSync(`${jar}.${process.pid}`, jar);
  return jar;
}

async function download(): Promise<Buffer> {
  const failed = (why: string): CommandError =>
    new CommandError(
      `The formatter of Java could not be downloaded: ${why}. Try again or, behind a proxy, put ${ADDRESS} into .cache/java/ by hand.`,
    );
  const answer = await fetch(ADDRESS).catch((error: unknown) => {
    // Of its own it says only that it failed.
    throw failed(said(error instanceof Error && error.cause ? error.cause : error));
  });
  if (!answer.ok) throw failed(`the answer is ${answer.status}`);
  const bytes = Buffer.from(await answer.arrayBuffer());
  if (createHash('sha256').update(bytes).digest('hex') !== SHA256) throw failed('its checksum is another');
  return bytes;
}

/**
 * @returns the path or name of Java's program
 * @throws CommandError if it is missing or too old
 */
export async function findJava(): Promise<string> {
  const { JAVA_HOME } = process.env;
  const binary = JAVA_HOME ? join(JAVA_HOME, 'bin', 'java') : 'java';
  const { failed, stderr } = await execa(binary, ['-version'], { reject: false });
  const version = failed ? undefined : /version "(\d+)/.exec(stderr)?.[1];
  if (!(Number(version) >= 17))
    throw new CommandError(
      `Spark, in the tests of the Python application, and the formatter of Java need Java 17 or newer; ${binary} is ${version ? `version ${version}` : 'missing'}. Install it (Debian and Ubuntu: apt-get install openjdk-17-jre-headless)${JAVA_HOME ? ', set JAVA_HOME to it' : ''} and try again.`,
    );
  return binary;
}
