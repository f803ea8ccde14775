import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type Dockerode from 'dockerode';
import { execa, type ExecaError } from 'execa';
import { localImages, type LocalImage } from '../../constructs/local-images/local-images';
import { fingerprint, hostAuthorities, putAuthorities } from './certificates';
import type { DeclaredBuild } from './declared-builds';
import { debianImage, hasImage } from './debian-image';
import { CommandError, tail } from '../program';
import { retryWhile } from '../engine/passing';
import { proxyOptions, proxyVariables } from '../proxies';

/** Called with each step of an image's build. */
export type ReportBuild = (product: string, message: string) => void;

/** How much of a failed build's output is worth reading: the failing step and what it printed. */
const LINES_OF_A_FAILURE = 30;

/** The images that services can run on, all that no other is made from; and the one that a deploy builds with. */
export function serviceImages(imagesDirectory: string): readonly LocalImage[] {
  const images = localImages(imagesDirectory);
  const parents = new Set(images.flatMap((image) => Object.values(image.parents)));
  return images.filter((image) => !parents.has(image) || image.product === 'builder');
}

/** Those that the Engine does not have yet. */
export async function missingImages(
  docker: Dockerode,
  images: readonly LocalImage[],
): Promise<readonly LocalImage[]> {
  const present = await Promise.all(images.map((image) => isBuilt(docker, image)));
  return images.filter((_, index) => !present[index]);
}

/** Of the authorities that a builder trusts. They are no part of its reference, which is the same on every machine. */
const AUTHORITIES = 'cdktf-streaming.authorities';

async function isBuilt(docker: Dockerode, { product, reference }: LocalImage): Promise<boolean> {
  if (!(await hasImage(docker, reference))) return false;
  if (product !== 'builder') return true;
  const { Config } = await docker.getImage(reference).inspect();
  const labels = Config.Labels as Readonly<Record<string, string>> | null;
  return (labels?.[AUTHORITIES] ?? '') === fingerprint(await hostAuthorities());
}

/**
 * Builds those images that are missing, and what they are made from; independent ones side by side.
 *
 * A reference is only there once its build is complete, so an interrupted call is taken up by the next.
 * @throws CommandError with the end of the output of the build that failed
 */
export async function buildImages(
  docker: Dockerode,
  images: readonly LocalImage[],
  report: ReportBuild,
): Promise<void> {
  const builds = new Map<LocalImage, Promise<string>>();
  const failure = new AbortController();
  const environment = await builderEnvironment();

  const ensure = (image: LocalImage): Promise<string> => {
    const build = builds.get(image) ?? make(image);
    builds.set(image, build);
    return build;
  };

  const make = async (image: LocalImage): Promise<string> => {
    if (await isBuilt(docker, image)) return image.reference;
    const parents = await Promise.all(
      Object.entries(image.parents).map(async ([argument, parent]) => `${argument}=${await ensure(parent)}`),
    );
    if (image.debian !== undefined)
      parents.push(`BASE=${await debianImage(docker, image.debian, (step) => report(image.product, step))}`);
    const told = Object.entries(image.arguments ?? {}).map(([argument, value]) => `${argument}=${value}`);
    const options = [...parents, ...told].flatMap((each) => ['--build-arg', each]);
    if (image.product === 'builder') {
      const authorities = await hostAuthorities();
      await putAuthorities(join(image.context, 'ca'), authorities);
      options.push('--label', `${AUTHORITIES}=${fingerprint(authorities)}`);
    }
    await dockerBuild(image, options, environment, failure.signal, report);
    return image.reference;
  };

  const missing = await missingImages(docker, images);
  // Without the signal the other builds would go on, unseen, after the first has failed.
  await Promise.all(missing.map((image) => ensure(image).catch((error: unknown) => failure.abort(error))));
  failure.signal.throwIfAborted();
}

/**
 * Does a deploy's own builds before it, where the environment names the proxy that leads out: Terraform's provider tells
 * a build only of those in Docker's configuration. It builds again, and finds each step done, if its builder is the
 * client's: so it is where the client has buildx.
 * @throws CommandError with the end of the output of the build that failed
 */
export async function buildBehindProxies(
  docker: Dockerode,
  builds: readonly DeclaredBuild[],
  report: ReportBuild,
): Promise<void> {
  if (proxyOptions(proxyVariables()).length === 0) return;
  const environment = await builderEnvironment();
  for (const build of builds)
    if (!(await hasImage(docker, build.reference)))
      await dockerBuild(build, build.options, environment, new AbortController().signal, report);
}

/**
 * Downloads that broke off on their way. Maven, pip, Go and apt ask again for what did not begin, and not for what did not
 * end; a build that is made again goes on with the step that failed.
 */
const BROKE_OFF = new RegExp(
  [
    'Premature end of (Content-Length|chunk coded)',
    'SSL peer shut down incorrectly|Remote host terminated the handshake|Read timed out',
    'IncompleteRead|Connection broken|ReadTimeoutError|Remote end closed connection',
    'unexpected EOF(?! while)|TLS handshake timeout|i/o timeout',
    'Connection (reset|timed out)|File has unexpected size|transfer closed with|ECONNRESET',
  ].join('|'),
  'i',
);

async function dockerBuild(
  image: Pick<LocalImage, 'product' | 'reference' | 'context'>,
  options: readonly string[],
  environment: Record<string, string>,
  signal: AbortSignal,
  report: ReportBuild,
): Promise<void> {
  const started = Date.now();
  await retryWhile(BROKE_OFF, async (attempt) => {
    if (attempt > 1) report(image.product, 'a download broke off: building again');
    const build = execa(
      'docker',
      [
        ...['build', '--force-rm', '--tag', image.reference, ...proxyOptions(proxyVariables())],
        ...options,
        image.context,
      ],
      // BuildKit's progress is for terminals unless told otherwise.
      { env: { BUILDKIT_PROGRESS: 'plain', ...environment }, all: true, signal },
    );
    createInterface({ input: build.all as NodeJS.ReadableStream }).on('line', (line) => {
      if (/^(Step \d+\/\d+ : |#\d+ \[)/.test(line)) report(image.product, line.slice(0, 100));
    });
    try {
      await build;
    } catch (error) {
      const { all, shortMessage } = error as ExecaError;
      throw new CommandError(
        `The image ${image.reference} could not be built.`,
        tail(all || shortMessage, LINES_OF_A_FAILURE),
      );
    }
  });
  report(image.product, `built in ${Math.round((Date.now() - started) / 1000)} s`);
}

/**
 * A client without buildx has only the classic builder, and some versions refuse to take it unless told. With buildx,
 * any other builder than the Engine's own finds no image of this Engine, and leaves none there.
 */
async function builderEnvironment(): Promise<Record<string, string>> {
  const buildx = await execa('docker', ['buildx', 'version'], { reject: false });
  return buildx.failed ? { DOCKER_BUILDKIT: '0' } : { BUILDX_BUILDER: 'default' };
}
