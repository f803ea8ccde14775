import type Dockerode from 'dockerode';
import { credentials } from './docker-config';

/** Whether an image can be had. */
export interface Answer {
  readonly has: boolean;
  /** Whether the registry, or the Engine, has said no; not so where nobody answers. */
  readonly refuses: boolean;
  /** The sentence for who wants the image. */
  readonly why: string;
}

/** A registry that answers does so in a second or two; where packets are dropped, waiting longer changes nothing. */
const ANSWER_WITHIN = 10_000;

/** `docker.io`, or the host that a reference begins with. */
export function registryOf(reference: string): string {
  const [first = '', ...rest] = reference.split('/');
  return rest.length > 0 && /[.:]|^localhost$/.test(first) ? first : 'docker.io';
}

/**
 * Asks the registry of a reference, through the Engine with its own mirrors and proxies, and with what `docker login`
 * has left, whether it has the image.
 * @param within milliseconds
 */
export async function ask(docker: Dockerode, reference: string, within = ANSWER_WITHIN): Promise<Answer> {
  const registry = registryOf(reference);
  const { login, trouble } = await credentials(registry);
  try {
    await dial(docker, `/distribution/${reference}/json`, login, within);
    return { has: true, refuses: false, why: '' };
  } catch (error) {
    const { statusCode = 0, message, json } = error as EngineError;
    if (!statusCode) {
      const late = /abort|timeout/i.test(message) ? `no answer within ${within / 1000} s` : message;
      return { has: false, refuses: false, why: `${registry}: ${late}` };
    }
    const said = (Buffer.isBuffer(json) ? json.toString() : (json?.message ?? message)).trim();
    const found = meaning(said, statusCode);
    const why = found?.refuses
      ? found.sentence(registry, reference, `${statusCode}, “${said}”`, Boolean(login))
      : `${registry}: ${said}`;
    const refuses = found?.refuses ?? statusCode < 500;
    return { has: false, refuses, why: trouble ? `${why} (${trouble})` : why };
  }
}

/** What an Engine's words about an image mean, and what can be done about it. */
export function explain(reference: string, said: string, isLoggedIn: boolean): string {
  const found = meaning(said);
  const sentence = found?.sentence(registryOf(reference), reference, `“${said}”`, isLoggedIn);
  return sentence ?? `the Engine says: ${said}`;
}

interface EngineError extends Error {
  readonly statusCode?: number;
  readonly json?: Buffer | { readonly message?: string };
}

/** The client's own call passes no signal on. */
function dial(
  docker: Dockerode,
  path: string,
  authconfig: object | undefined,
  within: number,
): Promise<void> {
  const modem = docker.modem as {
    dial(options: object, done: (error: Error | null) => void): void;
  };
  const abortSignal = AbortSignal.timeout(within);
  const options = { path, method: 'GET', statusCodes: { 200: true }, authconfig, abortSignal };
  return new Promise((resolve, reject) =>
    modem.dial(options, (error) => (error ? reject(error) : resolve())),
  );
}

interface Meaning {
  readonly status?: number;
  readonly words: RegExp;
  readonly refuses: boolean;
  sentence(registry: string, reference: string, said: string, isLoggedIn: boolean): string;
}

const login = (registry: string): string =>
  registry === 'docker.io' ? '`docker login`' : `\`docker login ${registry}\``;

/** The first that fits. Some Engines pass a registry's words on with a status of their own. */
const MEANINGS: readonly Meaning[] = [
  {
    status: 429,
    words: /toomanyrequests|too many requests|rate limit|HTTP 429/i,
    refuses: true,
    sentence: (registry, _, said, isLoggedIn) =>
      `${registry} allows no more image pulls for now (${said}): ${isLoggedIn ? '' : `${login(registry)} allows more, or `}try again in some hours, or take the images from a mirror (\`Images.public('mirror.example.com/hub')\`, or PLATFORM_IMAGE_REGISTRY where the program reads that)`,
  },
  {
    words:
      /manifest unknown|manifest for .* not found|name ?unknown|not known|HTTP 404|\S: not found$|no such image/i,
    refuses: true,
    sentence: (registry, reference, said) =>
      `${registry} has no ${reference} (${said}): ${process.env.PLATFORM_IMAGE_REGISTRY ? 'PLATFORM_IMAGE_REGISTRY must be what comes before the images’ own names' : 'what answers may be a mirror in the Engine’s configuration that lacks it'}`,
  },
  {
    status: 401,
    words:
      /unauthorized|authentication required|no basic auth|access to the resource is denied|pull access denied|HTTP 40[13]|unexpected status.* 40[13]\b/i,
    refuses: true,
    sentence: forbidden,
  },
  { status: 403, words: /^denied\b/i, refuses: true, sentence: forbidden },
  {
    words: /no matching manifest|no match for platform/i,
    refuses: true,
    sentence: (registry, reference, said) =>
      `${registry} has ${reference} only for processors of another kind than the Engine’s (${said})`,
  },
  {
    status: 404,
    words: /is not supported$/i,
    refuses: true,
    sentence: (_registry, _reference, said) =>
      `what answers at ${process.env.DOCKER_HOST ?? 'the Engine’s address'} cannot ask a registry: GET /distribution/<image>/json is answered by ${said}. Podman does so; this platform needs a Docker Engine: choose one with DOCKER_HOST or \`docker context use\``,
  },
  {
    words: /no space left|disk quota exceeded/i,
    refuses: false,
    sentence: (_registry, _reference, said) =>
      `the Engine’s disk is full (${said}): \`docker system df\` shows what takes it, \`docker system prune\` removes what nothing uses`,
  },
  {
    words: /x509|certificate/i,
    refuses: false,
    sentence: (registry, _, said) =>
      `the Engine does not trust the certificate of ${registry} (${said}): give its authority to the Engine’s machine, and restart the Engine`,
  },
  {
    words:
      /verification failed|unexpected digest|invalid checksum|failed to register layer|gzip: |archive\/tar/i,
    refuses: false,
    sentence: (registry, _, said) =>
      `what came from ${registry} is not what it announced (${said}): try again; if that does not help, something on the way changes downloads`,
  },
  {
    words: /EOF|connection reset|ECONNRESET|socket hang up|timeout|deadline exceeded|broken pipe|aborted/i,
    refuses: false,
    sentence: (registry, _, said) =>
      `the connection was lost, to ${registry} or to the Engine (${said}): try again, what has come is kept`,
  },
];

function forbidden(registry: string, reference: string, said: string, isLoggedIn: boolean): string {
  const whom = isLoggedIn ? 'not for the login that Docker has for it' : 'only with a login';
  return `${registry} has ${reference} ${whom}, or not at all (${said}): ${login(registry)}`;
}

function meaning(said: string, status?: number): Meaning | undefined {
  return (
    MEANINGS.find(({ words }) => words.test(said)) ??
    MEANINGS.find((each) => status !== undefined && each.status === status)
  );
}
