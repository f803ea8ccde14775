import retry from 'async-retry';
import { emptyBrokers, removal, replaceInTurn, shortOfBrokers } from './brokers';
import { changesOf, containersOf, isDeleted, type Plan } from './plan';
import { dangers, refusal, word, type Danger } from './plan-gate';
import { answer } from './partitions';
import { Problem } from './program';
import { adoptTopics, reconcileConnectors } from './repair';
import { before, isOnVolumes, readState, type Stack } from './synthesis';
import { applyPlan, init, plan } from './terraform';

type Say = (step: string) => void;

/**
 * What a client of brokers meets while they come and go; and the first of these also where requests are the first on a
 * connection of the provider at once. The last: brokers with ZooKeeper tell nobody of a topic that they delete, and make
 * none of its name until it is gone.
 * @see https://github.com/IBM/sarama/blob/v1.46.1/errors.go
 */
const PASSING = new RegExp(
  [
    'broker not connected',
    'run out of available brokers',
    'controller is not available',
    'not the correct controller',
    'middle of a leadership election',
    'exceeded the user-specified time limit',
    '\\bEOF\\b',
    'i/o timeout',
    'Topic with this name already exists',
  ].join('|'),
);

/** Does it again where it met nothing worse than {@link PASSING}. */
function untilConnected<T>(work: (attempt: number) => Promise<T>): Promise<T> {
  return retry(
    async (giveUp, attempt) => {
      try {
        return await work(attempt);
      } catch (error) {
        if (!(error instanceof Problem && PASSING.test(error.details))) giveUp(error);
        throw error;
      }
    },
    { retries: 4, minTimeout: 1_000 },
  );
}

/** A plan was not carried out: nothing is broken. */
export class Refusal extends Problem {}

/**
 * One deploy of all stacks. Each is planned once, as early as that can be; nothing is applied before every plan that
 * there is was found harmless, unless nothing is there that could be lost; and what is applied is that very plan.
 */
export class Deployment {
  private readonly plans = new Map<Stack, Plan>();
  /** The plans that are made while others are applied. */
  private readonly ahead = new Map<Stack, Promise<void>>();
  /** The words of dangers that were allowed, or that this deploy averts. */
  private readonly passed: Set<string>;
  /** `host:port` of the brokers; none where no stack says. */
  private readonly servers: readonly string[];

  public constructor(
    private readonly stacks: readonly Stack[],
    private readonly allowed: readonly string[],
    private readonly say: Say,
  ) {
    this.passed = new Set(allowed);
    this.servers = stacks.find(({ kafkaServers }) => kafkaServers.length > 0)?.kafkaServers ?? [];
  }

  /** @throws Refusal naming everything that would be lost, before anything is applied */
  public async run(): Promise<void> {
    await Promise.all(this.stacks.map(init));
    if (this.stacks.every(isNew)) this.planAhead();
    else await this.planHarmless();
    await this.inOrder((stack) => this.deploy(stack));
  }

  /** The first stack alone, because all others wait for it. Brokers are not asked for a topic that is not there yet. */
  private planAhead(): void {
    let first: Promise<void> | undefined;
    for (const stack of this.stacks.filter((each) => !isOnVolumes(each) || holdsTopics(each))) {
      const planned = Promise.resolve(first).then(() => this.planAsItIs(stack));
      first ??= planned;
      this.ahead.set(stack, planned);
      // Who applies it hears of it.
      planned.catch(() => undefined);
    }
  }

  private async planHarmless(): Promise<void> {
    await Promise.all(this.stacks.filter((stack) => !isOnVolumes(stack)).map((stack) => this.plan(stack)));
    for (const stack of this.stacks) {
      const needed = this.before(stack);
      const runs = needed.every((each) => {
        const planned = this.plans.get(each);
        return planned && !startsContainers(planned);
      });
      if (runs && !this.plans.has(stack)) await this.plan(stack);
    }
    await this.gate();
    await this.makeRoom();
  }

  private async plan(stack: Stack): Promise<void> {
    await this.takeOver(stack);
    await this.planAsItIs(stack);
  }

  private async planAsItIs(stack: Stack): Promise<void> {
    this.say(`planning ${stack.name}`);
    this.plans.set(stack, await untilConnected(() => plan(stack)));
  }

  /** What is on the brokers' volumes already. @returns whether the state is another one now */
  private async takeOver(stack: Stack): Promise<boolean> {
    if (!isOnVolumes(stack)) return false;
    const adopted = await adoptTopics(stack);
    if (adopted.length > 0) this.say(`took over the topics ${adopted.join(', ')}`);
    const steps = await reconcileConnectors(stack);
    for (const step of steps) this.say(step);
    return adopted.length + steps.length > 0;
  }

  private async gate(): Promise<void> {
    const plans = [...this.plans.values()];
    const found: Danger[] = [];
    for (const danger of dangers(plans)) {
      if (this.passed.has(word(danger))) continue;
      const left = await this.unlessAverted(danger, plans);
      if (left) found.push(left);
      else this.passed.add(word(danger));
    }
    const refused = refusal(found, [], 'npm start --');
    if (refused) throw new Refusal('Stopped before anything was lost:', refused);
  }

  /** Brokers are replaced one by one, and emptied before they go. */
  private async unlessAverted(danger: Danger, plans: readonly Plan[]): Promise<Danger | undefined> {
    if (this.servers.length === 0) return danger;
    if (danger.rule === 'brokers') return undefined;
    const removed = danger.rule === 'broker' ? removal(plans) : undefined;
    if (!removed || !(await answer(this.servers))) return danger;
    const short = await shortOfBrokers(removed, this.servers);
    if (short.length === 0) return undefined;
    const topics = [...new Set(short.map(({ topic }) => topic))].join(', ');
    const sentence = `The broker ${danger.name} is removed for good, and ${removed.staying.length} brokers are too few for the replicas of ${topics}: lower their replication factor first, or they lose a replica.`;
    return { ...danger, sentence };
  }

  /** What uses a volume that goes must go before it, the last deployed first: the Engine removes no volume in use. */
  private async makeRoom(): Promise<void> {
    const plans = [...this.plans.values()];
    const removed = removal(plans);
    if (removed && (await answer(this.servers))) await emptyBrokers(removed, this.servers, this.say);
    const doomed = changesOf(plans, 'docker_volume')
      .filter(isDeleted)
      .map(({ change }) => String(change.before?.name));
    // Without its users a volume no longer looks like a broker's that was emptied.
    for (const name of doomed) this.passed.add(`volume:${name}`);
    for (const stack of [...this.stacks].reverse()) {
      const users = containersOf([this.plans.get(stack) ?? {}]).filter(({ before }) =>
        before?.volumes.some((name) => doomed.includes(name)),
      );
      if (users.length === 0) continue;
      this.say(`removing ${users.map((each) => each.before?.name).join(', ')}`);
      const targets = users.map(({ address }) => `-target=${address}`);
      // What has left the program is destroyed by any plan; told to destroy, Terraform takes away also what once used it.
      const stays = users.some(({ after }) => after);
      await plan(stack, ...(stays ? ['-destroy'] : []), ...targets);
      await applyPlan(stack);
      this.plans.delete(stack);
    }
  }

  private async deploy(stack: Stack): Promise<void> {
    await this.ahead.get(stack);
    if (this.ahead.has(stack) && (await this.takeOver(stack))) this.plans.delete(stack);
    if (!this.plans.has(stack)) {
      await this.plan(stack);
      await this.gate();
    }
    if (this.servers.length > 0 && !this.allowed.includes('brokers:at-once')) {
      const replaced = await replaceInTurn(stack, this.planned(stack), this.servers, this.say);
      if (replaced) await this.plan(stack);
    }
    if (!changes(this.planned(stack))) return;
    await this.apply(stack);
  }

  /** What was not done for want of a connection is planned and done again; a plan is good for once only. */
  private apply(stack: Stack): Promise<void> {
    return untilConnected(async (attempt) => {
      if (attempt > 1) await this.plan(stack).then(() => this.gate());
      this.say(`applying ${stack.name}`);
      await applyPlan(stack);
    });
  }

  private planned(stack: Stack): Plan {
    return this.plans.get(stack) ?? {};
  }

  private before({ name }: Stack): readonly Stack[] {
    const names = before(name, this.stacks);
    return this.stacks.filter((stack) => names.includes(stack.name));
  }

  /** Independent stacks side by side. Ends when the last one has ended, also after a failure. */
  private async inOrder(work: (stack: Stack) => Promise<void>): Promise<void> {
    const running = new Map<string, Promise<void>>();
    for (const stack of this.stacks) {
      const needed = stack.dependencies.flatMap((name) => running.get(name) ?? []);
      running.set(
        stack.name,
        Promise.all(needed).then(() => work(stack)),
      );
    }
    const ended = await Promise.allSettled(running.values());
    const failed = ended.find((each) => each.status === 'rejected');
    if (failed) throw failed.reason;
  }
}

const isNew = ({ stateFile }: Stack): boolean => readState(stateFile).length === 0;

const holdsTopics = (stack: Stack): boolean => stack.resources('kafka_topic').length > 0;

const startsContainers = (planned: Plan): boolean =>
  containersOf([planned]).some(({ before, after }) => !before && after);

const changes = ({ resource_changes = [] }: Plan): boolean =>
  resource_changes.some(({ change }) =>
    change.actions.some((action) => action !== 'no-op' && action !== 'read'),
  );
