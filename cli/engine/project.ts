import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { CommandError, said } from '../program';

/** What is read of a project's `cdktf.json`. */
export interface Project {
  /** The command that synthesizes. */
  readonly app: string;
  readonly output?: string;
  readonly context?: Readonly<Record<string, unknown>>;
}

/** @throws CommandError if the folder is no project of CDK for Terraform */
export function readProject(): Project {
  if (!existsSync('cdktf.json'))
    throw new CommandError(
      `There is no cdktf.json in ${process.cwd()}: run this command in the folder of your CDK for Terraform project (\`npx cdktf init\` makes one).`,
    );
  const { app, ...rest } = parsed();
  if (typeof app === 'string' && app.trim() !== '') return { app, ...rest };
  throw new CommandError(
    `cdktf.json in ${process.cwd()} does not say how to run the program: give it "app", such as "npx tsx main.ts".`,
  );
}

/** Where the program is synthesized to: as with cdktf itself, the variable counts before `cdktf.json`. */
export function outputDirectory(): string {
  return resolve(process.env.CDKTF_OUTPUT || (existsSync('cdktf.json') && parsed().output) || 'cdktf.out');
}

function parsed(): Partial<Project> {
  try {
    return JSON.parse(readFileSync('cdktf.json', 'utf8')) as Partial<Project>;
  } catch (error) {
    throw new CommandError(`cdktf.json in ${process.cwd()} cannot be read: ${said(error)}`);
  }
}
