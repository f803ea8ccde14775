import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { proxyVariables, unreadableProxies } from './proxies';

export const ROOT = join(__dirname, '..');

/** What a user can do something about: no stack trace is printed. */
export class Problem extends Error {
  public readonly exitCode: number = 1;

  /** @param details what helps to understand it, said once, at the end */
  public constructor(
    message: string,
    public readonly details = '',
  ) {
    super(message);
  }
}

/** Where a tool's output is kept while the screen shows only what matters. */
export function logFile(name: string): string {
  const folder = join(ROOT, '.cache', 'logs');
  mkdirSync(folder, { recursive: true });
  return join(folder, `${name}.log`);
}

/** Runs a script's one function in the environment that all its children get. */
export function program(main: () => void | Promise<void>): void {
  process.chdir(ROOT);
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
        error instanceof Problem ? ['', error.message, error.details].filter(Boolean).join('\n') : error,
      );
      process.exitCode = error instanceof Problem ? error.exitCode : 1;
    });
}

/** @throws Problem that shows no address, for it may have a password */
function shareProxies(): void {
  const [unreadable] = unreadableProxies();
  if (unreadable)
    throw new Problem(
      `${unreadable} is no address of a proxy: give it as http://<host>:<port> or http://<user>:<password>@<host>:<port>, where the password has / as %2F, # as %23, ? as %3F, @ as %40 and % as %25.`,
    );
  Object.assign(process.env, proxyVariables());
}

/** What an error says, whatever was thrown. */
export const said = (error: unknown): string => (error instanceof Error ? error.message : String(error));

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
