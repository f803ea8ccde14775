import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { execa, type ExecaError } from 'execa';
import { CommandError } from '../program';

/** What the Engine passes on to a registry. */
export interface Login {
  readonly username?: string;
  readonly password?: string;
  readonly identitytoken?: string;
  readonly registrytoken?: string;
  readonly serveraddress: string;
}

export interface Credentials {
  /** None where nobody has logged in. */
  readonly login?: Login;
  /** Why there is none, though there may have been a login. */
  readonly trouble?: string;
}

/** @see https://docs.docker.com/reference/cli/docker/#docker-cli-configuration-file-configjson-properties */
interface DockerConfig {
  readonly auths?: Readonly<Record<string, Omit<Login, 'serveraddress'> & { readonly auth?: string }>>;
  readonly credsStore?: string;
  readonly credHelpers?: Readonly<Record<string, string>>;
}

/** @throws CommandError naming the file, if it cannot be read */
function dockerConfig(): DockerConfig {
  const file = join(process.env.DOCKER_CONFIG || join(homedir(), '.docker'), 'config.json');
  if (!existsSync(file)) return {};
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as DockerConfig;
  } catch (error) {
    throw new CommandError(`Docker's configuration ${file} cannot be read: ${(error as Error).message}`);
  }
}

/** A login at Docker Hub is kept under the address that it had first. */
const DOCKER_HUB = 'https://index.docker.io/v1/';

/** What `docker login` has left for a registry, in the file or with a credential helper. */
export async function credentials(registry: string): Promise<Credentials> {
  const { auths = {}, credsStore, credHelpers = {} } = dockerConfig();
  const serveraddress = registry === 'docker.io' ? DOCKER_HUB : registry;
  const helper = credHelpers[serveraddress] ?? credHelpers[registry] ?? credsStore;
  const kept = helper ? await fromHelper(helper, serveraddress) : {};
  if (kept.login) return kept;
  const [, entry] = Object.entries(auths).find(([name]) => hostOf(name) === hostOf(serveraddress)) ?? [];
  const { auth, ...rest } = entry ?? {};
  // A password may hold colons, a name may not.
  const [, username, password] = /^([^:]*):(.*)$/s.exec(Buffer.from(auth ?? '', 'base64').toString()) ?? [];
  const login = { ...rest, ...(username && { username, password }), serveraddress };
  return Object.keys(login).length > 1 ? { login } : kept;
}

const hostOf = (address: string): string => address.replace(/^https?:\/\//, '').replace(/\/.*$/, '');

/** @see https://github.com/docker/docker-credential-helpers#development */
async function fromHelper(helper: string, serveraddress: string): Promise<Credentials> {
  const command = `docker-credential-${helper}`;
  const signal = AbortSignal.timeout(30_000);
  const answer = await execa(command, ['get'], { input: serveraddress, reject: false, signal });
  const said = answer.stdout || answer.stderr || (answer as ExecaError).shortMessage;
  if (answer.failed) return /credentials not found/i.test(said) ? {} : { trouble: `${command}: ${said}` };
  try {
    const { Username: username, Secret: password } = JSON.parse(answer.stdout) as Record<string, string>;
    // So a helper says that it holds a token for a user, and not a password.
    const secret = username === '<token>' ? { identitytoken: password } : { username, password };
    return { login: { ...secret, serveraddress } };
  } catch {
    return { trouble: `${command} gave no credentials that can be read` };
  }
}
