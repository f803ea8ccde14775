import type Dockerode from 'dockerode';
import { hasImage } from './debian-image';
import { credentials } from './docker-config';
import { CommandError } from '../program';
import { explain, registryOf } from './registry';
import type { Stack } from '../engine/synthesis';

/** Called with each tenth of an image that has come. */
export type ReportPull = (reference: string, progress: string) => void;

/** What the stacks take from registries: neither what a deploy builds, nor these, which the set-up does. */
export function publishedImages(
  stacks: readonly Pick<Stack, 'resources'>[],
  builtHere: readonly string[],
): readonly string[] {
  const images = stacks.flatMap((stack) => stack.resources('docker_image'));
  const [built, declared] = [true, false].map((isBuilt) =>
    images
      .filter(({ attributes }) => (attributes.build !== undefined) === isBuilt)
      .map(({ attributes }) => String(attributes.name)),
  ) as [string[], string[]];
  // A container of the user's own may name an image that no resource declares.
  const run = stacks
    .flatMap((stack) => stack.resources('docker_container'))
    .map(({ attributes }) => String(attributes.image));
  return [...new Set([...declared, ...run])].filter(
    (reference) =>
      ![...builtHere, ...built].includes(reference) && !/\$\{|^(sha256:)?[0-9a-f]{12,64}$/.test(reference),
  );
}

/**
 * Takes images side by side, because Terraform's provider does so without the logins of Docker and without a reason
 * where it fails; it takes what is there. What has come of an interrupted pull is kept by the Engine.
 * @throws CommandError saying why the first that failed cannot be had, and what to do
 */
export async function pullImages(
  docker: Dockerode,
  references: readonly string[],
  report: ReportPull,
): Promise<void> {
  const failure = new AbortController();
  const pulls = references.map((reference) => pull(docker, reference, failure.signal, report));
  await Promise.all(pulls.map((each) => each.catch((error: unknown) => failure.abort(error))));
  failure.signal.throwIfAborted();
}

async function pull(
  docker: Dockerode,
  reference: string,
  abortSignal: AbortSignal,
  report: ReportPull,
): Promise<void> {
  const { login, trouble } = await credentials(registryOf(reference));
  const refuse = (said: string): CommandError => {
    const why = explain(reference, said.trim(), Boolean(login));
    return new CommandError(
      `The image ${reference} could not be pulled: ${why}${trouble ? ` (${trouble})` : ''}.`,
    );
  };
  try {
    const stream = await docker.pull(reference, { authconfig: login, abortSignal });
    await follow(docker, stream, (progress) => report(reference, progress));
  } catch (error) {
    throw refuse((error as Error).message);
  }
  // A stream that breaks off may look like one that ends.
  if (!(await hasImage(docker, reference))) throw refuse('unexpected EOF');
}

interface PullEvent {
  readonly id?: string;
  readonly status?: string;
  readonly error?: string;
  readonly progressDetail?: { readonly current?: number; readonly total?: number };
}

/** An Engine that has begun to answer says only in the stream what went wrong. */
function follow(
  docker: Dockerode,
  stream: NodeJS.ReadableStream,
  say: (progress: string) => void,
): Promise<void> {
  const layers = new Map<string, { current: number; total: number }>();
  let last = 0;
  let error: string | undefined;
  const progress = (event: PullEvent): void => {
    error ??= event.error;
    const { current = 0, total = 0 } = event.progressDetail ?? {};
    if (event.status !== 'Downloading' || !event.id || !total) return;
    layers.set(event.id, { current, total });
    const sum = (of: 'current' | 'total'): number =>
      [...layers.values()].reduce((bytes, layer) => bytes + layer[of], 0);
    const tenths = Math.floor((10 * sum('current')) / sum('total'));
    if (tenths <= last) return;
    last = tenths;
    say(`${tenths}0 % of ${Math.round(sum('total') / 1e6)} MB`);
  };
  return new Promise((resolve, reject) => {
    const done = (broken: Error | null): void => {
      if (broken ?? error) reject(broken ?? new Error(error));
      else resolve();
    };
    docker.modem.followProgress(stream, done, progress);
  });
}
