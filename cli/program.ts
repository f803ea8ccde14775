import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { proxyVariables, unreadableProxies } from './proxies';

/** Where this command's own files are, such as the Dockerfiles that `setup` builds: in the package as in its repository. */
export const OWN_FOLDER = join(__dirname, '..');

/** What a user can do something about: no stack trace is printed. */
export class CommandError extends Error {
  public readonly exitCode: number = 1;

  /** @param details what helps to understand it, said once, at the end */
  public constructor(
    message: string,
    public readonly details = '',
  ) {
    super(message);
  }
}

/** A folder of the project in which files are kept that it can do without. They keep themselves out of Git. */
export function cacheFolder(...names: string[]): string {
  const cache = join(process.cwd(), '.cache', 'cdktf-streaming');
  const folder = join(cache, ...names);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(cache, '.gitignore'), '*\n');
  return folder;
}

/** Where a tool's output is kept while the screen shows only what matters. */
export function logFile(name: string): string {
  return join(cacheFolder('logs'), `${name}.log`);
}

/**
 * Runs a command's one function in a folder, and in the environment that all its children get.
 * @param folder of the project
 */
export function program(folder: string, main: () => unknown): void {
  process.chdir(folder);
  if (existsSync('.env')) process.loadEnvFile('.env');
  process.env.CHECKPOINT_DISABLE ??= '1';
  process.env.DISABLE_VERSION_CHECK ??= '1';
  // Terraform warns at every call about a configuration file that is named but not there.
  const cliConfig = process.env.TF_CLI_CONFIG_FILE;
  if (cliConfig && !existsSync(cliConfig)) delete process.env.TF_CLI_CONFIG_FILE;

  Promise.resolve()
    .then(shareProxies)
    .then(main)
    .catch((error: unknown) => {
      console.error(
        error instanceof CommandError ? ['', error.message, error.details].filter(Boolean).join('\n') : error,
      );
      process.exitCode = error instanceof CommandError ? error.exitCode : 1;
    });
}

/** @throws CommandError that shows no address, for it may have a password */
function shareProxies(): void {
  const [unreadable] = unreadableProxies();
  if (unreadable)
    throw new CommandError(
      `${unreadable} is not a proxy address: give it as http://<host>:<port> or http://<user>:<password>@<host>:<port>, where the password has / as %2F, # as %23, ? as %3F, @ as %40 and % as %25.`,
    );
  Object.assign(process.env, proxyVariables());
}

/** What an error says, whatever was thrown. */
export const said = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** How many of a list are said in one sentence; `--json` has all. */
const SHOWN = 5;

/** The first of a list, and how many there are beside them. */
export function listed(all: readonly string[], separator: string): string {
  const more = all.length > SHOWN ? ` and ${all.length - SHOWN} more` : '';
  return `${all.slice(0, SHOWN).join(separator)}${more}`;
}

/** The last lines of a tool's output, without colours and empty lines. */
export function tail(output: string, lines: number): string {
  return plain(output)
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .slice(-lines)
    .join('\n');
}

export function plain(output: string): string {
  return output.replace(/\u001b\[[0-9;?]*[A-Za-z]/g, '');
}
