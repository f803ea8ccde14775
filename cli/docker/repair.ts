import type Docker from 'dockerode';
import { typed } from '../command-names';
import { ignore } from './answers';
import { LABEL, ROLE } from '../../constructs/core/labels';
import { containerIn, isA, isController } from '../engine/plan';
import { CommandError } from '../program';
import type { Resource, Stack } from '../engine/synthesis';

/**
 * Removes containers and networks that an interrupted run left: that carry the platform's label, are of one of the stacks
 * or in its way by their name, and that Terraform does not know. Also containers whose network somebody took away: Terraform
 * makes the network anew, and does not look who is in it. Volumes stay, for they hold data.
 * @param stacks all of the program
 * @param known the ids of what Terraform knows
 * @returns the names of what was removed
 */
export async function removeUnknown(
  docker: Docker,
  platform: string,
  stacks: readonly Pick<Stack, 'name' | 'resources'>[],
  known: ReadonlySet<string>,
): Promise<readonly string[]> {
  const [names, declared] = [stacks.map(({ name }) => name), declaredNames(stacks)];
  const filters = { label: [`${LABEL.platform}=${platform}`] };
  const joined = namedNetworks(stacks);
  const present = await docker.listNetworks();
  const isOwn = ({ Labels }: Docker.NetworkInspectInfo): boolean => Labels?.[LABEL.platform] === platform;
  const networks = present.filter((each) => isOwn(each) && !known.has(each.Id) && declared.has(each.Name));
  const staying = present
    .filter((each) => !networks.includes(each) && (isOwn(each) || joined.includes(each.Name)))
    .map(({ Id }) => Id);
  const isLeft = (container: Docker.ContainerInfo): boolean =>
    !known.has(container.Id) &&
    (names.includes(container.Labels[LABEL.stack] ?? '') || declared.has(nameOf(container)));
  const containers = (await docker.listContainers({ all: true, filters })).filter(
    (container) => isLeft(container) || !isIn(staying, container),
  );
  await Promise.all(containers.map(({ Id }) => removeContainer(docker, Id)));
  for (const { Id } of networks) await removeNetwork(docker, Id);
  return [...containers.map(nameOf), ...networks.map(({ Name }) => `network ${Name}`)];
}

const nameOf = ({ Names, Id }: Docker.ContainerInfo): string => Names[0]?.slice(1) ?? Id;

/** The names of what stacks declare: what else has one of them is in the way. */
function declaredNames(stacks: readonly Pick<Stack, 'resources'>[]): ReadonlySet<string> {
  const types = ['docker_container', 'docker_network'];
  const all = types.flatMap((type) => stacks.flatMap((stack) => stack.resources(type)));
  return new Set(all.map(({ attributes }) => String(attributes.name)));
}

/** Those that a program joins carry no label of it. */
function namedNetworks(stacks: readonly Pick<Stack, 'resources'>[]): string[] {
  const containers = stacks.flatMap((stack) => stack.resources('docker_container'));
  const networks = containers.flatMap(({ attributes }) => attributes.networks_advanced ?? []);
  return [...new Set((networks as { name: string }[]).map(({ name }) => name))];
}

/** The Engine gives a container that never ran a network without an id. */
function isIn(networkIds: readonly string[], { NetworkSettings }: Docker.ContainerInfo): boolean {
  return Object.values(NetworkSettings.Networks).some(
    ({ NetworkID }) => !NetworkID || networkIds.includes(NetworkID),
  );
}

/** Lets go on what somebody has paused. @returns the names of the containers */
export async function unpause(docker: Docker, platform: string): Promise<readonly string[]> {
  const filters = { label: [`${LABEL.platform}=${platform}`], status: ['paused'] };
  const paused = await docker.listContainers({ filters });
  await Promise.all(paused.map(({ Id }) => docker.getContainer(Id).unpause().catch(ignore(404, 409))));
  return paused.map(nameOf);
}

/** Removes every container of the platform, whether Terraform knows it or not. */
export async function removeContainers(docker: Docker, platform: string): Promise<void> {
  const filters = { label: [`${LABEL.platform}=${platform}`] };
  const containers = await docker.listContainers({ all: true, filters });
  await Promise.all(containers.map(({ Id }) => removeContainer(docker, Id)));
}

/**
 * Removes every volume of the platform: its data, which belongs together.
 * @param last those that others refer to: brokers without records join a cluster that is known, and none of their own
 * @throws CommandError naming what else uses one of them; then all are still there
 */
export async function removeVolumes(
  docker: Docker,
  platform: string,
  last: readonly string[] = [],
): Promise<readonly string[]> {
  const { Volumes } = await docker.listVolumes({ filters: { label: [`${LABEL.platform}=${platform}`] } });
  const names = Volumes.map(({ Name }) => Name).sort(
    (one, other) => Number(last.includes(one)) - Number(last.includes(other)),
  );
  if (names.length === 0) return [];
  const users = await docker.listContainers({ all: true, filters: { volume: names } });
  if (users.length > 0)
    throw new CommandError(
      `The volumes of the platform ${platform} are in use by ${users.map(nameOf).join(', ')}: none was removed. Remove these containers, and then \`${typed('down', '--volumes')}\` again.`,
    );
  for (const name of names) await docker.getVolume(name).remove().catch(ignore(404));
  return names;
}

/** The volumes of what keeps the cluster's metadata: ZooKeeper's nodes, and controllers that are no brokers. */
export function metadataVolumes(stacks: readonly Stack[]): readonly string[] {
  return stacks
    .flatMap((stack) => stack.resources('docker_container'))
    .filter(keepsMetadata)
    .flatMap(({ attributes }) => containerIn(attributes).volumes);
}

function keepsMetadata({ attributes }: Resource): boolean {
  const container = containerIn(attributes);
  return isController(container) || isA(ROLE.zooKeeper, container);
}

/** Stops and removes containers of a stack; first those who, when they stop, say so to what keeps the metadata. */
export async function takeAway(
  docker: Docker,
  stack: Pick<Stack, 'resources'>,
  containers: readonly { readonly address: string; readonly id: string }[],
): Promise<void> {
  const last = stack
    .resources('docker_container')
    .filter(keepsMetadata)
    .map(({ address }) => address);
  const isLast = ({ address }: { readonly address: string }): boolean => last.includes(address);
  for (const some of [containers.filter((each) => !isLast(each)), containers.filter(isLast)])
    await Promise.all(some.map(({ id }) => removeContainer(docker, id)));
}

async function removeContainer(docker: Docker, id: string): Promise<void> {
  const container = docker.getContainer(id);
  // Within its own grace period: it may be a broker at work. 304 says that it has stopped already.
  await container.stop().catch(ignore(304, 404));
  // 409: somebody else removes it already.
  await container.remove({ v: true, force: true }).catch(ignore(404, 409));
}

async function removeNetwork(docker: Docker, id: string): Promise<void> {
  const network = docker.getNetwork(id);
  const { Containers = {} } = (await network.inspect()) as { Containers?: Record<string, unknown> };
  for (const container of Object.keys(Containers))
    await network.disconnect({ Container: container, Force: true });
  await network.remove().catch(ignore(404));
}
