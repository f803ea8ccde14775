import { setTimeout as sleep } from 'node:timers/promises';
import type Docker from 'dockerode';
import type { Kafka } from 'kafkajs';
import type { ClientTls } from '../../../cli/engine/client-certificates';
import type { MetadataMode } from '../../../tools/lib/survival';
import { DeployedPlatform, docker, type Security } from '../../support/deployed-platform';
import { eventually } from '../../support/eventually';
import { StartedProgram } from '../../support/started-program';

export const security = (process.env.PLATFORM_SECURITY ?? 'plain') as Security;

export const platform = new DeployedPlatform(
  process.env.PLATFORM_NAME ?? 'faults',
  Number(process.env.PLATFORM_PORT_OFFSET ?? 15_000),
  security,
);

/** Where this platform keeps its metadata. */
export const metadata = (process.env.FAULTS_METADATA ?? 'zookeeper') as MetadataMode;

/** In Kafka itself, whoever the controllers are. */
export const isKraft = metadata === 'kraft' || metadata === 'controllers';

/** Its program, where that isn't the project's own: one that has nothing but brokers and what keeps their metadata. */
export const program = ['ensemble', 'controllers'].includes(metadata)
  ? new StartedProgram('faults/program.ts', platform.name, platform.portOffset)
  : undefined;

/** In the environment of that program. */
export const programSettings = {
  METADATA: metadata,
  PLATFORM_NAME: platform.name,
  PORT_OFFSET: String(platform.portOffset),
};

export const BROKERS = ['kafka1', 'kafka2', 'kafka3'] as const;

/** A client that looks for another broker soon, as one with short time-outs does. */
export function clientOf(ports: readonly number[], ssl?: ClientTls): Kafka {
  return platform.kafka(ports, {
    ssl,
    connectionTimeout: 2_000,
    requestTimeout: 5_000,
    retry: { retries: 5, initialRetryTime: 100, maxRetryTime: 1_000, factor: 0.2, multiplier: 2 },
  });
}

export const client = clientOf(platform.hostPorts, platform.tls());

/**
 * A signal from the host, as the kernel gives it, of which the Engine knows nothing. Ends once every service is as it
 * should be then.
 */
async function signal(
  name: 'KILL' | 'STOP',
  services: readonly string[],
  isDone: (now: Docker.ContainerInspectInfo, before: Docker.ContainerInspectInfo) => boolean,
  seconds: number,
): Promise<void> {
  const inspect = (): Promise<Docker.ContainerInspectInfo[]> =>
    Promise.all(services.map((service) => platform.container(service).inspect()));
  const before = await inspect();
  const pids = await Promise.all(
    services.map(async (service, index) =>
      // A shell that is stopped would leave what it has started at work.
      name === 'STOP' ? processesOf(service, before[index]!.State.Pid) : [before[index]!.State.Pid],
    ),
  );
  const rights = ['--pid', 'host', '--user', '0', '--cap-drop', 'ALL', '--cap-add', 'KILL'];
  const command = ['--entrypoint', 'bash', before[0]!.Config.Image];
  const ends = ['-c', `kill -${name} ${pids.flat().join(' ')}`];
  await platform.run('docker', 'run', '--rm', '--network', 'none', ...rights, ...command, ...ends);
  await eventually(async () => {
    const left = (await inspect()).filter((now, index) => !isDone(now, before[index]!));
    if (left.length > 0)
      throw new Error(`SIG${name} has not done its work on ${left.map(({ Name }) => Name).join(', ')}`);
  }, seconds);
}

/** The numbers on the host of the first and what it started; what the Engine started besides is a health check. */
async function processesOf(service: string, first: number): Promise<readonly string[]> {
  const { Processes } = (await platform.container(service).top({ ps_args: '-o pid,ppid' })) as {
    Processes: [pid: string, parent: string][];
  };
  const startedBy = (pid: string): string[] => [
    pid,
    ...Processes.flatMap(([each, parent]) => (parent === pid ? startedBy(each) : [])),
  ];
  return startedBy(String(first));
}

/**
 * As to a process that takes too much memory. The Engine takes its own kill for somebody's wish that the container stay
 * away, and would not start it again. Ends when it has.
 */
export async function crash(...services: string[]): Promise<void> {
  const isBack = ({ State }: Docker.ContainerInspectInfo, before: Docker.ContainerInspectInfo): boolean =>
    State.Running && State.StartedAt !== before.State.StartedAt;
  await signal('KILL', services, isBack, 60);
}

/** Its processes no longer answer, and nobody ends them. Ends when the Engine has noticed. */
export async function hang(...services: string[]): Promise<void> {
  await signal('STOP', services, ({ State }) => State.Health?.Status === 'unhealthy', 240);
}

/** SIGKILL to all at once, and away until they are started. */
export async function kill(...services: string[]): Promise<void> {
  await Promise.all(services.map((service) => platform.container(service).kill()));
}

export async function start(...services: string[]): Promise<void> {
  await Promise.all(services.map((service) => platform.container(service).start()));
}

/** Removes what is in a folder of one of its volumes, while it is away. */
export async function empty(service: string, volume: string, folder = '.'): Promise<void> {
  const { Image } = (await platform.container(service).inspect()).Config;
  const options = ['--network', 'none', '--volume', `${platform.name}-${volume}:/volume`];
  const command = ['--entrypoint', 'find', Image, `/volume/${folder}`, '-mindepth', '1', '-delete'];
  await platform.run('docker', 'run', '--rm', ...options, ...command);
}

/** No process of it goes on, and none of its connections is closed. */
export async function freeze(service: string, seconds: number): Promise<void> {
  await platform.container(service).pause();
  await sleep(seconds * 1000);
  await platform.container(service).unpause();
}

/** Away from the network for a while: its packets go nowhere, and it goes on. */
export async function cut(service: string, seconds: number): Promise<void> {
  const network = docker.getNetwork(platform.name);
  const { Id } = await platform.container(service).inspect();
  await network.disconnect({ Container: Id });
  await sleep(seconds * 1000);
  await network.connect({ Container: Id, EndpointConfig: { Aliases: [service] } });
}

/** The service that moves leaders about. */
export async function controller(): Promise<string> {
  return isKraft ? eventually(activeController, 60) : `kafka${await electedBroker()}`;
}

/** Of KRaft; brokers have small ids, controllers of their own begin at 1001. */
async function activeController(): Promise<string> {
  const status = await platform.kafkaTool('kafka-metadata-quorum', 'describe', '--status');
  const [, id] = /^LeaderId:\s+(\d+)$/m.exec(status) ?? [];
  if (id === undefined) throw new Error(`No controller is active:\n${status}`);
  return Number(id) > 1000 ? `kafka-controller${Number(id) - 1000}` : `kafka${id}`;
}

/** Of ZooKeeper. */
async function electedBroker(): Promise<number> {
  const admin = client.admin();
  await admin.connect();
  try {
    const { controller: id } = await admin.describeCluster();
    if (id === null) throw new Error('No broker is the controller');
    return id;
  } finally {
    await admin.disconnect();
  }
}

const ITS_OWN = { label: [`cdktf-streaming.platform=${platform.name}`] };

/** What a scenario that failed has left away is not the fault of the next. */
export async function startStopped(): Promise<void> {
  const stopped = await docker.listContainers({ all: true, filters: { ...ITS_OWN, status: ['exited'] } });
  await Promise.all(stopped.map(({ Id }) => docker.getContainer(Id).start()));
}

/** Waits until every service is healthy. */
export async function allHealthy(isMeant: (service: string) => boolean = () => true): Promise<void> {
  await eventually(async () => {
    const all = await docker.listContainers({ all: true, filters: ITS_OWN });
    const containers = all.filter(({ Labels }) => isMeant(Labels['cdktf-streaming.service'] ?? ''));
    const failing = containers.filter(({ Status }) => !Status.includes('(healthy)'));
    if (containers.length > 0 && failing.length === 0) return;
    throw new Error(
      failing.map(({ Names, Status }) => `${Names[0]} is ${Status}`).join(', ') || 'Nothing runs',
    );
  }, 300);
}

/** Waits until every broker is there and well, and every copy of every partition is in sync. */
export async function allInSync(asked = client): Promise<void> {
  // Until a broker is back, the others may not have noticed that it was away.
  await allHealthy((service) => (BROKERS as readonly string[]).includes(service));
  await everyCopyInSync(asked);
}

/** Waits until as many brokers as there should be say that every copy of every partition is in sync. */
export async function everyCopyInSync(asked = client): Promise<void> {
  await eventually(async () => {
    const admin = asked.admin();
    await admin.connect();
    try {
      const { brokers } = await admin.describeCluster();
      const { topics } = await admin.fetchTopicMetadata();
      const behind = topics.flatMap(({ name, partitions }) =>
        partitions
          .filter(({ isr, replicas }) => isr.length < replicas.length)
          .map(({ partitionId }) => `${name}-${partitionId}`),
      );
      if (brokers.length === BROKERS.length && behind.length === 0) return;
      throw new Error(`${brokers.length} brokers, and these are not in sync: ${behind.join(', ')}`);
    } finally {
      await admin.disconnect();
    }
  }, 300);
}
