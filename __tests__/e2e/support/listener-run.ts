import { setTimeout as sleep } from 'node:timers/promises';
import type Docker from 'dockerode';
import { container, docker } from './platform';
import { MINUTE, type Averages } from './windows';

/** A record that was logged, so received by the group. */
export interface Logged {
  readonly start: string;
  readonly average: number;
  readonly partition: number;
  readonly offset: number;
}

/** A listener in a container, the deployed one or one of a test's own. */
export class Listener {
  public static deployed(): Listener {
    return new Listener(container('listener'));
  }

  /** The deployed listener once more, as it is but for its group and its topics. */
  public static async start(
    group: string,
    topics: { source: string; deadLetters: string },
  ): Promise<Listener> {
    const deployed = await container('listener').inspect();
    const own: Record<string, string> = {
      SPRING_KAFKA_CONSUMER_GROUP_ID: group,
      LISTENER_SOURCE: topics.source,
      LISTENER_DEADLETTERS: topics.deadLetters,
    };
    const given = deployed.Config.Env.filter((pair) => !((pair.split('=')[0] ?? '') in own));
    const made = await docker.createContainer({
      Image: deployed.Config.Image,
      User: deployed.Config.User,
      Env: [...given, ...Object.entries(own).map((pair) => pair.join('='))],
      Labels: { 'cdktf-streaming.test': group },
      HostConfig: {
        NetworkMode: Object.keys(deployed.NetworkSettings.Networks)[0],
        Memory: deployed.HostConfig.Memory,
        ReadonlyRootfs: deployed.HostConfig.ReadonlyRootfs,
        Tmpfs: deployed.HostConfig.Tmpfs,
        PortBindings: { '8080/tcp': [{ HostIp: '127.0.0.1', HostPort: '' }] },
      },
    });
    await made.start();
    const listener = new Listener(made);
    await listener.ready();
    return listener;
  }

  private constructor(private readonly container: Docker.Container) {}

  public async stop(): Promise<void> {
    await this.container.stop({ t: 30 });
  }

  /** Asked to stop, and started again. */
  public async restart(): Promise<void> {
    await this.container.restart({ t: 30 });
    await this.ready();
  }

  public async remove(): Promise<void> {
    await this.container.remove({ force: true });
  }

  /** What `GET /windows` shows, as soon as it is enough. */
  public async windows(isEnough: (shown: Averages) => boolean = () => true): Promise<Averages> {
    return this.until(async () => {
      const body = (await (await this.get('/windows')).json()) as {
        window: { start: string };
        average_age: number;
      }[];
      const shown = Object.fromEntries(
        body.map(({ window, average_age }) => [new Date(window.start).toISOString(), average_age]),
      );
      return { value: shown, isEnough: isEnough(shown) };
    });
  }

  /** What it logged since its last start, once there are so many records. */
  public async logged(count = 0): Promise<readonly Logged[]> {
    return this.until(async () => {
      const { State } = await this.container.inspect();
      const since = Date.parse(State.StartedAt) / 1000;
      const output = await this.container.logs({ stdout: true, stderr: true, since });
      const records = [
        ...output.toString().matchAll(/ (\S+) to \S+: average age (\S+) \(partition (\d+), offset (\d+)\)/g),
      ].map(([, start = '', ...figures]): Logged => {
        const [average = NaN, partition = NaN, offset = NaN] = figures.map(Number);
        return { start: new Date(start).toISOString(), average, partition, offset };
      });
      return { value: records, isEnough: records.length >= count };
    });
  }

  private async ready(): Promise<void> {
    await this.until(async () => {
      const { ok } = await this.get('/actuator/health/readiness');
      return { value: undefined, isEnough: ok };
    });
  }

  private async get(path: string): Promise<Response> {
    const { NetworkSettings } = await this.container.inspect();
    // A connection that the Engine takes for a container that does not listen yet is never answered.
    const signal = AbortSignal.timeout(5_000);
    return fetch(`http://127.0.0.1:${NetworkSettings.Ports['8080/tcp']?.[0]?.HostPort}${path}`, { signal });
  }

  private async until<T>(ask: () => Promise<{ value: T; isEnough: boolean }>): Promise<T> {
    const end = Date.now() + MINUTE;
    for (;;) {
      const answer = await ask().catch((error: unknown) => ({ value: error as T, isEnough: false }));
      if (answer.isEnough) return answer.value;
      if (Date.now() > end) throw new Error('Not enough within a minute', { cause: answer.value });
      await sleep(250);
    }
  }
}
