import { execa } from 'execa';
import { chromium, type Browser } from 'playwright-core';
import { ensureChromium } from '../../../tools/lib/chromium';

/** A browser without a window. */
export async function openBrowser(): Promise<Browser> {
  const { stdout: executablePath } = await execa('which', [await ensureChromium()]);
  // Its sandbox needs rights that neither root nor a container has.
  return chromium.launch({ executablePath, args: ['--no-sandbox'] });
}
