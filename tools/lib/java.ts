import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { execa } from 'execa';
import { CommandError } from '../../cli/program';
import { ensureArtifact, jarAddress } from './artifact';
import { ROOT } from './root';

/** The last version for Java 17. Its jar has all that it needs. */
const FORMAT = {
  what: 'The formatter of Java',
  address: jarAddress('com.google.googlejavaformat', 'google-java-format', '1.28.0', 'all-deps'),
  sha256: '32342e7c1b4600f80df3471da46aee8012d3e1445d5ea1be1fb71289b07cc735',
};

/**
 * The formatter of Java's sources, downloaded once.
 * @returns the path of its jar
 * @throws CommandError if it cannot be downloaded
 */
export function ensureJavaFormat(folder = join(ROOT, '.cache', 'java')): Promise<string> {
  return ensureArtifact(FORMAT, folder);
}

/** Where Linux distributions put each version beside the one that is `java`. */
const INSTALLED = '/usr/lib/jvm';

/** What Spark runs on, and with it what a machine's `java` is expected to be. */
const USUAL = {
  release: 17,
  needs: 'Spark, in the tests of the Python application, and the formatter of Java need',
  // Spark takes what is `java`.
  anyInstalled: false,
};

/**
 * @param release the least that will do
 * @param needs who needs it, and the verb
 * @param anyInstalled whether another will do than the machine's own
 * @returns the path or name of Java's program: the machine's own, or another where that is too old
 * @throws CommandError if it is missing or too old
 */
export async function findJava({ release, needs, anyInstalled } = USUAL): Promise<string> {
  const { JAVA_HOME } = process.env;
  const own = JAVA_HOME ? join(JAVA_HOME, 'bin', 'java') : 'java';
  const others =
    anyInstalled && existsSync(INSTALLED)
      ? readdirSync(INSTALLED)
          .map((home) => join(INSTALLED, home, 'bin', 'java'))
          .filter(existsSync)
      : [];
  for (const java of [own, ...others]) if ((await releaseOf(java)) >= release) return java;
  const found = await releaseOf(own);
  throw new CommandError(
    `${needs} Java ${release} or newer; ${own} is ${found ? `version ${found}` : 'missing'}. Install it (Debian and Ubuntu: apt-get install openjdk-${release}-jre-headless)${JAVA_HOME ? ', set JAVA_HOME to it' : ''} and try again.`,
  );
}

/** 0 if there is none. */
async function releaseOf(java: string): Promise<number> {
  const { failed, stderr } = await execa(java, ['-version'], { reject: false });
  return failed ? 0 : Number(/version "(\d+)/.exec(stderr)?.[1] ?? 0);
}
