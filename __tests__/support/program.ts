import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'cdktf';
import { addStacks } from '../../stacks';
import { readSettings } from '../../stacks/settings';
import type { Synthesized } from './synth';

/** Of every platform; a secured one has its users besides, and one with metrics what asks for them. */
export const STACKS = ['platform', 'kafka', 'topics', 'services', 'streaming', 'applications'] as const;
export type StackName = (typeof STACKS)[number];

/** The images as they are; secrets nowhere, so that what is synthesized is the same on each machine. */
export const FOLDERS = { images: join(__dirname, '..', '..', 'images'), secrets: '/project/.secrets' };

/** Synthesizes the whole program into a folder of its own. */
export function synthProgram(environment: Record<string, string>, outdir: string): void {
  const app = new App({ outdir, stackTraces: false });
  addStacks(app, readSettings(environment, app.node, FOLDERS));
  app.synth();
}

export type ProgramJson = Readonly<Record<StackName, Synthesized>> & {
  readonly users?: Synthesized;
  readonly observability?: Synthesized;
};

const programs = new Map<string, ProgramJson>();

/** The Terraform JSON of every stack of the program, synthesized once for each environment. */
export function programJson(environment: Record<string, string> = {}): ProgramJson {
  const key = JSON.stringify(environment);
  const program = programs.get(key) ?? newProgramJson(environment);
  programs.set(key, program);
  return program;
}

/** The same, synthesized now. */
export function newProgramJson(environment: Record<string, string> = {}): ProgramJson {
  const outdir = mkdtempSync(join(tmpdir(), 'program-'));
  synthProgram(environment, outdir);
  const json = (stack: string): unknown =>
    JSON.parse(readFileSync(join(outdir, 'stacks', stack, 'cdk.tf.json'), 'utf8'));
  const made = readdirSync(join(outdir, 'stacks'));
  return Object.fromEntries(made.map((stack) => [stack, json(stack)])) as unknown as ProgramJson;
}
