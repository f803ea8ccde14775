import { execa } from 'execa';
import { CommandError } from '../../cli/program';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * The browser that pages are tested in: the one on the PATH, or Debian's, installed where that is allowed.
 * @throws CommandError saying what to install if there is none
 */
export async function ensureChromium(): Promise<string> {
  const found = await findChromium();
  if (found) return found;
  const apt = await execa('apt-get', ['--version'], { reject: false });
  if (process.getuid?.() === 0 && !apt.failed) {
    await execa('apt-get', ['update']);
    await execa('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], {
      env: { DEBIAN_FRONTEND: 'noninteractive' },
    });
    const installed = await findChromium();
    if (installed) return installed;
  }
  throw new CommandError(
    'The tests of the Kafka page need Chromium on the PATH: install it (on Debian as root: apt-get install chromium) and try again.',
  );
}

async function findChromium(): Promise<string | undefined> {
  for (const name of NAMES) if (!(await execa(name, ['--version'], { reject: false })).failed) return name;
  return undefined;
}
