import type Docker from 'dockerode';
import { typed } from '../command-names';
import { ignore } from './answers';
import { withAdmin } from '../engine/partitions';
import { containerIn, isController } from '../engine/plan';
import { Problem } from '../program';
import { readState, stateFiles, stateFolder } from '../engine/state';
import { PLATFORM_LABEL, type Stack } from '../engine/synthesis';
import { terraform } from '../engine/terraform';

/**
 * Removes containers and networks that carry the platform's label and that Terraform does not know: an interrupted
 * run left them, and their names are in the way of the next. Also containers whose network somebody took away: Terraform
 * makes the network anew, and does not look who is in it. Volumes stay, for they hold data.
 * @param stacks all of the program
 * @returns the names of what was removed
 */
export async function removeUnknown(
  docker: Docker,
  platform: string,
  stacks: readonly Stack[],
): Promise<readonly string[]> {
  const isKnown = knownBy(stacks);
  const filters = { label: [`${PLATFORM_LABEL}=${platform}`] };
  const joined = namedNetworks(stacks);
  const present = await docker.listNetworks();
  const isOwn = ({ Labels }: Docker.NetworkInspectInfo): boolean => Labels?.[PLATFORM_LABEL] === platform;
  const networks = present.filter((each) => isOwn(each) && !isKnown(each.Id, each.Name));
  const staying = present
    .filter((each) => !networks.includes(each) && (isOwn(each) || joined.includes(each.Name)))
    .map(({ Id }) => Id);
  const containers = (await docker.listContainers({ all: true, filters })).filter(
    (container) => !isKnown(container.Id, nameOf(container)) || !isIn(staying, container),
  );
  await Promise.all(containers.map(({ Id }) => removeContainer(docker, Id)));
  for (const { Id } of networks) await removeNetwork(docker, Id);
  return [...containers.map(nameOf), ...networks.map(({ Name }) => `network ${Name}`)];
}

const nameOf = ({ Names, Id }: Docker.ContainerInfo): string => Names[0]?.slice(1) ?? Id;

/** Those that a program joins carry no label of it. */
function namedNetworks(stacks: readonly Stack[]): string[] {
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
  const filters = { label: [`${PLATFORM_LABEL}=${platform}`], status: ['paused'] };
  const paused = await docker.listContainers({ filters });
  await Promise.all(paused.map(({ Id }) => docker.getContainer(Id).unpause().catch(ignore(404, 409))));
  return paused.map(nameOf);
}

/** Removes every container of the platform, whether Terraform knows it or not. */
export async function removeContainers(docker: Docker, platform: string): Promise<void> {
  const filters = { label: [`${PLATFORM_LABEL}=${platform}`] };
  const containers = await docker.listContainers({ all: true, filters });
  await Promise.all(containers.map(({ Id }) => removeContainer(docker, Id)));
}

/**
 * Removes every volume of the platform: its data, which belongs together.
 * @param last those that others refer to: brokers without records join a cluster that is known, and none of their own
 * @throws Problem naming what else uses one of them; then all are still there
 */
export async function removeVolumes(
  docker: Docker,
  platform: string,
  last: readonly string[] = [],
): Promise<readonly string[]> {
  const { Volumes } = await docker.listVolumes({ filters: { label: [`${PLATFORM_LABEL}=${platform}`] } });
  const names = Volumes.map(({ Name }) => Name).sort(
    (one, other) => Number(last.includes(one)) - Number(last.includes(other)),
  );
  if (names.length === 0) return [];
  const users = await docker.listContainers({ all: true, filters: { volume: names } });
  if (users.length > 0)
    throw new Problem(
      `The volumes of the platform ${platform} are in use by ${users.map(nameOf).join(', ')}: none was removed. Remove these containers, and then \`${typed('down', '--volumes')}\` again.`,
    );
  for (const name of names) await docker.getVolume(name).remove().catch(ignore(404));
  return names;
}

/** The volumes of what keeps the cluster's metadata: ZooKeeper's nodes, and controllers that are no brokers. */
export function metadataVolumes(stacks: readonly Stack[]): readonly string[] {
  return stacks
    .flatMap((stack) => stack.resources('docker_container'))
    .map(({ attributes }) => containerIn(attributes))
    .filter((each) => isController(each) || each.environment.ZOOKEEPER_SERVER_ID !== undefined)
    .flatMap(({ volumes }) => volumes);
}

/**
 * What a state knows. Of what only the state of a stack knows that has left the program, nothing that a stack declares by
 * the same name now: it would be in its way for ever.
 */
function knownBy(stacks: readonly Stack[]): (id: string, name: string) => boolean {
  const files = stacks.map(({ stateFile }) => stateFile);
  const left = stateFiles(stateFolder(stacks)).filter((file) => !files.includes(file));
  const idsIn = (some: readonly string[]): ReadonlySet<string> =>
    new Set(some.flatMap(readState).map(({ id }) => id));
  const [known, knownOnce] = [idsIn(files), idsIn(left)];
  const declared = ['docker_container', 'docker_network']
    .flatMap((type) => stacks.flatMap((stack) => stack.resources(type)))
    .map(({ attributes }) => attributes.name);
  return (id, name) => known.has(id) || (knownOnce.has(id) && !declared.includes(name));
}

export async function removeContainer(docker: Docker, id: string): Promise<void> {
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

/** The topics that a stack declares and its state does not have. */
export function undeployedTopics(stack: Stack): ReadonlyMap<string, string> {
  const known = new Set(
    readState(stack.stateFile)
      .filter(({ type }) => type === 'kafka_topic')
      .map(({ id }) => id),
  );
  const declared = stack
    .resources('kafka_topic')
    .map(({ address, attributes }) => [String(attributes.name), address] as const);
  return new Map(declared.filter(([name]) => !known.has(name)));
}

/**
 * Takes topics that are on the brokers already into the state, where creating them would fail as "already exists".
 * @returns the names of the topics
 */
export async function adoptTopics(stack: Stack): Promise<readonly string[]> {
  const missing = undeployedTopics(stack);
  if (missing.size === 0 || stack.kafkaServers.length === 0) return [];
  const topics = await withAdmin(stack.kafkaServers, (admin) => admin.listTopics());
  const existing = topics.filter((name) => missing.has(name));
  for (const name of existing)
    await terraform(stack.directory, 'import', '-input=false', missing.get(name) ?? '', name);
  return existing;
}

const CONNECTOR = 'kafka-connect_connector';

/**
 * Brings a stack's state in line with the connectors that run: making one that is there already fails, and so does
 * destroying one that somebody deleted. Does nothing while the workers are away.
 * @returns what was done, connector by connector
 */
export async function reconcileConnectors(stack: Stack): Promise<readonly string[]> {
  const running = stack.connectUrl && (await connectorsOnWorkers(stack.connectUrl));
  if (!running) return [];
  const known = readState(stack.stateFile).filter(({ type }) => type === CONNECTOR);
  const deleted = known.filter(({ id }) => !running.includes(id));
  const unknown = stack
    .resources(CONNECTOR)
    .map(({ address, attributes }) => ({ address, id: String(attributes.name) }))
    .filter(({ id }) => running.includes(id) && !known.some((each) => each.id === id));
  if (deleted.length + unknown.length === 0) return [];

  for (const { address } of deleted) await terraform(stack.directory, 'state', 'rm', address);
  for (const { address, id } of unknown)
    await terraform(stack.directory, 'import', '-input=false', address, id);
  return [
    ...deleted.map(({ id }) => `the connector ${id} was deleted by hand`),
    ...unknown.map(({ id }) => `took over the connector ${id}`),
  ];
}

/** Undefined where no worker answers. */
async function connectorsOnWorkers(url: string): Promise<readonly string[] | undefined> {
  try {
    const answer = await fetch(`${url}/connectors`, { signal: AbortSignal.timeout(5_000) });
    return answer.ok ? ((await answer.json()) as string[]) : undefined;
  } catch {
    return undefined;
  }
}
