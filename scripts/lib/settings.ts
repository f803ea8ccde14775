import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type Docker from 'dockerode';
import { registryAnswers } from './images';

const GIBIBYTE = 2 ** 30;

/** The Engine that the standard profile is made for; below that, small. */
const STANDARD_MEMORY = 16 * GIBIBYTE;

/** Machines sold as 16 GB report a little less. */
const TOLERANCE = GIBIBYTE;

export const PROFILES = ['standard', 'small', 'performance'] as const;

export interface Choice {
  readonly value: string;
  readonly reason: string;
}

/** The asked for profile, else the one chosen before, else what the Engine's memory allows. */
export async function chooseProfile(docker: Docker, asked?: string): Promise<Choice> {
  if (asked) return { value: asked, reason: 'as asked' };
  const before = process.env.PLATFORM_PROFILE;
  if (before) return { value: before, reason: 'as set in .env or the environment' };
  const { MemTotal: memory } = (await docker.info()) as { MemTotal: number };
  return {
    value: memory >= STANDARD_MEMORY - TOLERANCE ? 'standard' : 'small',
    reason: `the Engine has ${(memory / GIBIBYTE).toFixed(0)} GiB`,
  };
}

/** The family chosen before, because another one under the same volumes is a migration; else what can be had. */
export async function chooseImages(docker: Docker): Promise<Choice> {
  const before = process.env.PLATFORM_IMAGES;
  if (before) return { value: before, reason: 'as set in .env or the environment' };
  return (await registryAnswers(docker))
    ? { value: 'public', reason: 'an image registry answers' }
    : { value: 'local', reason: 'no image registry answers' };
}

/**
 * Writes settings to `.env`, so that cdktf called directly uses the same; other lines stay as they are, and what the
 * environment or the file says already is not written.
 */
export function remember(settings: Readonly<Record<string, string>>, file = '.env'): void {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  while (lines.at(-1) === '') lines.pop();
  const changed = Object.entries(settings).filter(([name, value]) => process.env[name] !== value);
  if (changed.length === 0) return;
  for (const [name, value] of changed) {
    process.env[name] = value;
    const line = `${name}=${value}`;
    const index = lines.findIndex((each) => each.startsWith(`${name}=`));
    if (index < 0) lines.push(line);
    else lines[index] = line;
  }
  writeFileSync(file, `${lines.join('\n')}\n`);
}
