import { join } from 'node:path';
import { execa } from 'execa';
import { CommandError, program } from '../cli/program';
import { ROOT } from './lib/root';

const DOCS = join(ROOT, 'docs');

/** A build that hangs must not hold up the other checks. A healthy one takes half a minute of a processor. */
const LONGEST_BUILD_MINUTES = 20;

/**
 * The documentation as a site: into .cache/docs, or served and built anew with each edit.
 *
 *   npm run docs
 *   npm run docs -- dev
 *   npm run docs -- build --base /a-folder/
 */
program(ROOT, async () => {
  const [command = 'build', ...args] = process.argv.slice(2);
  await inDocs('typedoc', ['--logLevel', 'Error']);
  await inDocs('vitepress', [command, ...args], command === 'build' ? LONGEST_BUILD_MINUTES * 60_000 : 0);
});

/** @param timeout milliseconds, 0 for none */
async function inDocs(tool: string, args: readonly string[], timeout = 0): Promise<void> {
  const { failed, timedOut } = await execa(tool, args, {
    cwd: DOCS,
    preferLocal: true,
    localDir: DOCS,
    stdio: 'inherit',
    reject: false,
    timeout,
  });
  if (timedOut)
    throw new CommandError(`The site was not built within ${LONGEST_BUILD_MINUTES} minutes, and may hang.`);
  if (failed) throw new CommandError(`${tool} failed, and says above why.`);
}
