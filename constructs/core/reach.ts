import type { IConstruct } from 'constructs';
import type { IPlatform } from './platform';
import { throwReported, reportProblem, type TreeRule } from './validation';

/** What containers speak to. */
export interface Reached extends IConstruct {
  /** What runs it. Undefined where this code does not. */
  readonly platform?: IPlatform;
}

const ONE_NETWORK: TreeRule = {
  requires: 'What works together is in one network: on one platform, or on platforms that join the same one.',
  source: 'https://docs.docker.com/engine/network/#user-defined-networks',
};
const NOT_ITSELF: TreeRule = {
  requires: 'Containers are not given an address of the host, such as localhost, to connect to.',
  source: 'https://docs.docker.com/engine/network/',
};
const PLATFORM_SAID: TreeRule = {
  requires: 'What works with nothing that runs on a platform names the platform that runs it.',
  source: 'policy',
};
export const REACH_TREE_RULES: readonly TreeRule[] = [ONE_NETWORK, NOT_ITSELF, PLATFORM_SAID];

/**
 * What runs `scope`: the platform that its properties name, else that of what it works with.
 * @param given the properties as they were given, in which a wrong platform was refused before
 * @throws ValidationError if there is none
 */
export function platformOf(
  scope: IConstruct,
  given: { readonly platform?: IPlatform },
  platform: IPlatform | undefined,
  others: readonly (Reached | undefined)[],
): IPlatform {
  const found = platform ?? others.find((other) => other?.platform)?.platform;
  if (found) return found;
  const paths = others.flatMap((other) => other?.node.path ?? []);
  const why = paths.length > 0 ? `, because nothing here runs ${[...new Set(paths)].join(' and ')}` : '';
  if (given.platform === undefined)
    reportProblem(
      scope,
      PLATFORM_SAID,
      `platform must be a DockerPlatform or a KubernetesPlatform${why}; got undefined, give one.`,
    );
  throwReported(scope);
}

/**
 * Refuses at synth that `scope`, which runs on `platform`, works with what its containers cannot reach.
 * @param addresses those that they are told
 * @param cure what to do about one that is the container itself
 */
export function reach(
  scope: IConstruct,
  platform: IPlatform,
  other: Reached,
  addresses: readonly string[],
  cure: string,
): void {
  if (other.platform && !together(platform, other.platform)) {
    reportProblem(
      scope,
      ONE_NETWORK,
      `it runs on ${platform.node.path} and works with ${other.node.path} on ${other.platform.node.path}: ` +
        `no container reaches into the network of another platform; give both the same one.`,
    );
    return;
  }
  platform.reaches?.(scope, other);
  const own = addresses.filter((address) => isLoopback(address));
  if (own.length > 0) {
    reportProblem(
      scope,
      NOT_ITSELF,
      `it works with ${other.node.path} at ${own.join(', ')}, and that is, inside a container, the container itself; ${cure}.`,
    );
  }
}

function together(one: IPlatform, other: IPlatform): boolean {
  const isSameKind = (one.isKubernetes === true) === (other.isKubernetes === true);
  return one === other || (isSameKind && one.networkName === other.networkName);
}

/** Whether an address, of `host:port` or with a scheme before it, is of whoever asks. */
export function isLoopback(address: string): boolean {
  const host = /^(?:[\w+-]+:\/\/)?(\[[^\]]*\]|[^:/]*)/.exec(address)?.[1] ?? '';
  return /^(localhost|.+\.localhost|127(\.\d+){1,3}|0\.0\.0\.0|\[(::1?|(0+:){7}0*1|::ffff:127\..*)\])\.?$/i.test(
    host,
  );
}
