import { readFileSync } from 'node:fs';
import { ENDPOINT_LABEL, LABEL } from '../../constructs/core/labels';
import { labelsIn } from './labelled';
import { secretFilesOf } from './secret-files';

/** Where the password of a login is found: in a file of this machine, or as Terraform is told it. */
interface Login {
  readonly username: string;
  readonly file?: string;
  readonly variable?: string;
}

/** What makes connectors, as the program has it. */
export interface ConnectProvider {
  readonly url: string;
  readonly basic_auth_username?: string;
  readonly basic_auth_password?: string;
}

/** By the addresses at which it is asked for: who asks something knows it by these alone. */
const ASKED_FOR = new Map<string, Login>();

/** Lets this command log in to what a container asks it for, where the file is one of this machine. */
export function rememberLogin(attributes: Readonly<Record<string, unknown>>): void {
  const labels = labelsIn(attributes);
  const [username = '', path] = labels[LABEL.login]?.split(/:(.*)/s) ?? [];
  const file = secretFilesOf(attributes).find(({ target }) => target === path)?.source;
  if (file === undefined) return;
  for (const [name, address = ''] of Object.entries(labels))
    if (name.startsWith(ENDPOINT_LABEL)) ASKED_FOR.set(address, { username, file });
}

/** The same of workers that others run, by what Terraform logs in with. */
export function rememberLoginOf({
  url,
  basic_auth_username: username,
  basic_auth_password = '',
}: ConnectProvider): void {
  const [, file] = /\bfile\("([^"]+)"\)/.exec(basic_auth_password) ?? [];
  const [, variable] = /^\$\{var\.([\w-]+)\}$/.exec(basic_auth_password) ?? [];
  if (username !== undefined) ASKED_FOR.set(url, { username, file, variable });
}

/** Asks a REST interface, as who it takes. @param timeout in milliseconds */
export const askRest = (
  address: string,
  path: string,
  timeout: number,
  options: RequestInit = {},
): Promise<Response> =>
  fetch(`${address}${path}`, {
    ...options,
    headers: { ...(options.headers as Record<string, string>), ...authorizationAt(address) },
    signal: AbortSignal.timeout(timeout),
  });

/** What a request to an address says of who makes it; nothing where nobody asks, or the file cannot be read. */
export function authorizationAt(address: string): Readonly<Record<string, string>> {
  const login = ASKED_FOR.get(address);
  const password = login && passwordOf(login);
  if (password === undefined) return {};
  const credentials = Buffer.from(`${login?.username}:${password}`).toString('base64');
  return { authorization: `Basic ${credentials}` };
}

function passwordOf({ username, file, variable = '' }: Login): string | undefined {
  if (file === undefined) return process.env[`TF_VAR_${variable}`];
  try {
    const lines = readFileSync(file, 'utf8').split('\n');
    return lines.find((line) => line.startsWith(`${username}=`))?.slice(username.length + 1);
  } catch {
    return undefined;
  }
}
