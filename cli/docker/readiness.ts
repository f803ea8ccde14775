import { setTimeout as sleep } from 'node:timers/promises';
import type Docker from 'dockerode';
import {
  activeTopics,
  askConnectors,
  connectorFindings,
  hasFailed,
  isUnpredictable,
  restart,
  type Connectors,
  type Findings,
} from './connectors';
import { asText } from './answers';
import { ROLE } from '../../constructs/core/labels';
import { withoutFrames } from './logs';
import { withAdmin } from '../engine/partitions';
import { patiently } from '../patience';
import { isPage, type Service } from './services';
import { askDriver, askMaster, drivers, withoutExecutor, type MasterAnswer } from './spark-applications';
import { asksOpenly, openClusters, type Stack } from '../engine/synthesis';

const PAUSE = 1_000;

/** For a connector that has just begun to look for its topics; in milliseconds. */
const BEGINNING = 10_000;

/** What connectors looked for longer ago they may have found since. */
const LOGS_SECONDS = 300;

/** Whether what runs also works: connectors with all their tasks and topics, Spark applications with executors. */
export class Readiness {
  /** Each once: what fails again is not mended. */
  private readonly restarted = new Set<string>();
  /** Whether a connector may still turn out to look for topics that are not there. */
  private isUncertain = false;

  public constructor(
    private readonly docker: Docker,
    private readonly stacks: readonly Stack[],
    private readonly running: readonly Service[],
    private readonly say: (step: string) => void,
  ) {}

  /** @param signal ends the wait, whatever was found @returns the last findings */
  public async wait(signal: AbortSignal): Promise<Findings> {
    const begun = Date.now() + patiently(BEGINNING);
    let before = '';
    for (;;) {
      const found = await this.look();
      const isOver = !this.isUncertain || Date.now() > begun;
      if ((found.problems.length === 0 && isOver) || signal.aborted) return found;
      const waiting = found.problems.map((each) => each.split('\n')[0]).join(' ');
      if (waiting !== before) this.say((before = waiting));
      await sleep(PAUSE, undefined, { signal }).catch(() => undefined);
    }
  }

  private async look(): Promise<Findings> {
    const all = await Promise.all([this.connectors(), this.applications()]);
    return {
      problems: [...new Set(all.flatMap(({ problems }) => problems))],
      notes: [...new Set(all.flatMap(({ notes }) => notes))],
    };
  }

  private async connectors(): Promise<Findings> {
    const declared = this.stacks.flatMap(({ connectUrl }) => connectUrl ?? []);
    const urls = new Set([...declared, ...this.endpoints(ROLE.connect)]);
    const answers = await Promise.all(
      [...urls].map(async (url) => ({ url, answer: await askConnectors(url).catch(asText) })),
    );
    const notes = answers.flatMap(({ url, answer }) =>
      typeof answer === 'string'
        ? [`Kafka Connect at ${url} could not be asked for its connectors: ${answer}.`]
        : [],
    );
    const asked = answers.filter(
      (each): each is { url: string; answer: Connectors } => typeof each.answer !== 'string',
    );
    if (asked.every(({ answer }) => Object.keys(answer).length === 0)) return { problems: [], notes };

    for (const { url, answer } of asked) await this.restartFailed(url, answer);
    const [topics, logs] = await Promise.all([this.topics(), this.workerLogs()]);
    this.isUncertain = topics !== undefined && (await this.areBeginning(asked));
    const found = asked.map(({ url, answer }) => connectorFindings(url, answer, topics, logs));
    return {
      problems: found.flatMap(({ problems }) => problems),
      notes: [...notes, ...found.flatMap((each) => each.notes)],
    };
  }

  private async restartFailed(url: string, connectors: Connectors): Promise<void> {
    for (const [name, connector] of Object.entries(connectors)) {
      if (!hasFailed(connector) || this.restarted.has(name)) continue;
      this.restarted.add(name);
      this.say(`restarting what has failed in the connector ${name}`);
      await restart(url, name).catch(() => undefined);
    }
  }

  private async areBeginning(asked: readonly { url: string; answer: Connectors }[]): Promise<boolean> {
    const used = asked.flatMap(({ url, answer }) =>
      Object.entries(answer)
        .filter(([, connector]) => isUnpredictable(connector))
        .map(([name]) => activeTopics(url, name).catch(() => ['unknown'])),
    );
    return (await Promise.all(used)).some((topics) => topics.length === 0);
  }

  /** Undefined unless every cluster says which it has. */
  private async topics(): Promise<ReadonlySet<string> | undefined> {
    const clusters = openClusters(this.stacks);
    const unknown = this.stacks.some(
      (stack) => stack.resources('kafka_topic').length > 0 && !asksOpenly(stack),
    );
    if (clusters.length === 0 || unknown) return undefined;
    const lists = clusters.map((servers) => withAdmin(servers, (admin) => admin.listTopics()));
    return Promise.all(lists).then(
      (all) => new Set(all.flat()),
      () => undefined,
    );
  }

  private async workerLogs(): Promise<string> {
    const workers = this.running.filter(({ role }) => role === ROLE.connect);
    const since = Math.floor(Date.now() / 1000) - LOGS_SECONDS;
    const logs = workers.map(({ containerId }) =>
      this.docker.getContainer(containerId).logs({ stdout: true, stderr: true, since }).then(withoutFrames),
    );
    return (await Promise.all(logs)).join('\n');
  }

  private async applications(): Promise<Findings> {
    const names = drivers(this.stacks);
    const services = this.running.filter(({ name }) => names.includes(name));
    const found = await Promise.all(services.map((service) => this.application(service)));
    return { problems: found.flatMap((each) => each ?? []), notes: [] };
  }

  private async application({ name, endpoints }: Service): Promise<string | undefined> {
    const page = endpoints.find(({ address }) => isPage(address))?.address;
    if (!page) return undefined;
    const driver = await askDriver(page).catch(asText);
    if (typeof driver === 'string')
      return `The Spark application of ${name} does not say how it is: ${driver}.`;
    if (!withoutExecutor(name, driver.id, driver.executors)) return undefined;
    return withoutExecutor(name, driver.id, driver.executors, await this.master(driver.id));
  }

  /** Of several, the one that knows the application; the only one also where it does not. */
  private async master(application: string): Promise<MasterAnswer | undefined> {
    const masters = await Promise.all(
      this.endpoints(ROLE.sparkMaster).map((url) => askMaster(url).catch(() => undefined)),
    );
    const knows = (each?: MasterAnswer): boolean =>
      each?.activeapps.some(({ id }) => id === application) ?? false;
    return masters.find(knows) ?? (masters.length === 1 ? masters[0] : undefined);
  }

  /** The pages of the services of a role. */
  private endpoints(role: string): readonly string[] {
    return this.running
      .filter((each) => each.role === role)
      .flatMap(({ endpoints }) => endpoints.flatMap(({ address }) => (isPage(address) ? address : [])));
  }
}
