import { beforeOptions } from '../command-names';
import { puttingRight } from './access/put-right';
import { adoptExisting } from './adoption';
import { remainingLoss } from './averted';
import { rollingReplace } from './brokers';
import { askedAt, clustersOf, holdsBrokers, isBroker, type Cluster } from './clusters';
import { conditionsOf, servicesThatAre, waitUntilReady } from './conditions';
import { allEnded, inOrder } from './in-order';
import { retryTransient } from './passing';
import { changesOf, containersOf, isDeleted, isEmpty, type Plan } from './plan';
import { areReachable } from './partitions';
import { dataLosses, refusal, allowKey, mayPause, type DataLoss } from './plan-gate';
import { CommandError } from '../program';
import { emptyLeaving } from './removal';
import type { Condition, Runtime } from './runtime';
import { readState, type StateResource } from './state';
import { holdsTopics, upstreamOf, livesOnBrokers, type Resource, type Stack } from './synthesis';
import { applyPlan, init, plan, untaint } from './terraform';
import type { Progress } from './waiting';

/** A plan was not carried out: nothing is broken. */
export class Refusal extends CommandError {}

/**
 * One deploy of all stacks. Each is planned once, as early as that can be; nothing is applied before every plan that
 * there is was found harmless, unless nothing is there that could be lost; and what is applied is that very plan.
 */
export class Deployment {
  private readonly plans = new Map<Stack, Plan>();
  /** Of what cannot be asked yet, without asking: for the gate alone. */
  private readonly provisional = new Map<Stack, Plan>();
  /** The plans that are made while others are applied. */
  private readonly ahead = new Map<Stack, Promise<void>>();
  /** The words of dangers that were allowed, or that this deploy averts. */
  private readonly allowedKeys: Set<string>;
  private readonly putRight: ReturnType<typeof puttingRight>;
  private readonly notes: string[] = [];

  public constructor(
    private readonly stacks: readonly Stack[],
    private readonly runtime: Runtime,
    private readonly allowed: readonly string[],
    private readonly say: Progress,
  ) {
    this.allowedKeys = new Set(allowed);
    this.putRight = puttingRight(stacks, allowed, say);
  }

  /**
   * @returns what somebody may want to know
   * @throws Refusal naming everything that would be lost, before anything is applied
   */
  public async run(): Promise<readonly string[]> {
    await allEnded(this.stacks.map(init));
    const states = await Promise.all(this.stacks.map(readState));
    await allEnded(this.stacks.map((stack, index) => this.keepHalfMade(stack, states[index] ?? [])));
    try {
      if (states.every(({ length }) => length === 0)) this.planAhead();
      else await this.planAndGate();
      await inOrder(this.stacks, (stack) => this.deploy(stack));
      return this.notes;
    } finally {
      await Promise.allSettled(this.ahead.values());
    }
  }

  /**
   * What Terraform counts as half made it would make anew, and a topic or volume with everything in it. It is there, so
   * what it lacks shows in the next plan. A container that came to work too late for its deploy need not go either.
   */
  private async keepHalfMade(stack: Stack, state: readonly StateResource[]): Promise<void> {
    const halfMade = state.filter(({ isTainted }) => isTainted);
    if (halfMade.length === 0) return;
    const broken = (await waitUntilReady(this.runtime, stack, this.say)).map(({ address }) => address);
    for (const { address } of halfMade) if (!broken.includes(address)) await untaint(stack, address);
  }

  /** The first stack alone, because all others wait for it. Brokers are not asked for a topic that is not there yet. */
  private planAhead(): void {
    let first: Promise<void> | undefined;
    for (const stack of this.stacks.filter(
      (each) => !livesOnBrokers(each) || (holdsTopics(each) && !holdsBrokers(each)),
    )) {
      const planned = Promise.resolve(first).then(() => this.planAsItIs(stack));
      first ??= planned;
      this.ahead.set(stack, planned);
      // Who applies it hears of it.
      planned.catch(() => undefined);
    }
  }

  private async planAndGate(): Promise<void> {
    await allEnded(this.stacks.filter((stack) => !livesOnBrokers(stack)).map((stack) => this.plan(stack)));
    for (const stack of this.stacks.filter(livesOnBrokers))
      await ((await this.canBeAsked(stack)) ? this.plan(stack) : this.planUnasked(stack));
    await this.gate();
    await this.drainBeforeRemoval();
  }

  /** Whether everything works that a stack needs: brokers that are down, or still elsewhere, say nothing of their topics. */
  private async canBeAsked(stack: Stack): Promise<boolean> {
    for (const each of [...this.before(stack), stack])
      if ((await servicesThatAre(this.runtime, each, 'starting', 'failing', 'away')).length > 0) return false;
    return (await Promise.all(askedAt(stack, this.clusters()).map(areReachable))).every(Boolean);
  }

  private async planUnasked(stack: Stack): Promise<void> {
    if ((await readState(stack)).length === 0) return;
    this.say(`planning ${stack.name} as it was last seen`);
    // Some changes cannot be planned so; they are gated once they can.
    const planned = await plan(stack, '-refresh=false').catch(() => undefined);
    if (planned) this.provisional.set(stack, planned);
  }

  private async plan(stack: Stack): Promise<void> {
    await retryTransient(() => adoptExisting(stack, this.say));
    await this.planAsItIs(stack);
  }

  private async planAsItIs(stack: Stack): Promise<void> {
    this.say(`planning ${stack.name}`);
    const failing = await servicesThatAre(this.runtime, stack, 'failing');
    this.provisional.delete(stack);
    const planAnew = (...some: readonly Pick<Resource, 'address'>[]): Promise<Plan> =>
      retryTransient(() => plan(stack, ...some.map(anew)));
    const planned = await planAnew(...failing);
    const drifted = await this.runtime.drifted(planned);
    for (const { name, attributes } of drifted)
      this.say(`${name} is not as declared: ${attributes.join(', ')}`);
    this.plans.set(stack, drifted.length > 0 ? await planAnew(...failing, ...drifted) : planned);
  }

  private async gate(): Promise<void> {
    const [plans, clusters] = [[...this.plans.values(), ...this.provisional.values()], this.clusters()];
    const found: DataLoss[] = [];
    for (const danger of dataLosses(plans)) {
      if (this.allowedKeys.has(allowKey(danger))) continue;
      const left = await remainingLoss(danger, plans, clusters);
      if (left) found.push(left);
      // That one cluster can be replaced in turn says nothing of another.
      else if (danger.rule !== 'brokers') this.allowedKeys.add(allowKey(danger));
    }
    const refused = refusal(found, [], beforeOptions('up'));
    if (refused) throw new Refusal('Stopped before anything was lost:', refused);
  }

  /** The Engine removes no volume in use, and has no name twice: what is in the way goes before, last deployed first. */
  private async drainBeforeRemoval(): Promise<void> {
    const plans = [...this.plans.values()];
    await emptyLeaving(plans, this.clusters(), this.say);
    const doomed = changesOf(plans, 'docker_volume')
      .filter(isDeleted)
      .map(({ change }) => String(change.before?.name));
    // Without its users a volume no longer looks like a broker's that was emptied.
    for (const name of doomed) this.allowedKeys.add(`volume:${name}`);
    const made = containersOf(plans).flatMap(({ before, after }) => (before ? [] : (after?.name ?? [])));
    for (const stack of [...this.stacks].reverse()) {
      const users = containersOf([this.plans.get(stack) ?? {}]).filter(
        ({ before, after }) =>
          before?.volumes.some((name) => doomed.includes(name)) ||
          (before && !after && made.includes(before.name)),
      );
      if (users.length === 0) continue;
      this.say(`removing ${users.map((each) => each.before?.name).join(', ')}`);
      const targets = users.map(target);
      // What has left the program is destroyed by any plan; told to destroy, Terraform takes away also what once used it.
      const stays = users.some(({ after }) => after);
      await plan(stack, ...(stays ? ['-destroy'] : []), ...targets);
      await applyPlan(stack);
      this.plans.delete(stack);
    }
  }

  private async deploy(stack: Stack): Promise<void> {
    await this.ahead.get(stack);
    if (livesOnBrokers(stack)) await this.bringUpBrokers(stack);
    if (this.ahead.has(stack) && (await retryTransient(() => adoptExisting(stack, this.say))))
      this.plans.delete(stack);
    if (!this.plans.has(stack)) {
      await this.plan(stack);
      await this.gate();
    }
    if (!mayPause(this.allowed)) {
      const downNow = () => servicesThatAre(this.runtime, stack, 'failing', 'away');
      for (const each of this.clusters())
        if (await rollingReplace(stack, this.planned(stack), each, downNow, this.say)) await this.plan(stack);
    }
    if (!isEmpty(this.planned(stack))) await this.apply(stack);
    await this.heal(stack);
    this.notes.push(...(await this.putRight(stack)));
  }

  /** A stack of topics may hold their brokers too: these first, for of topics nothing can be planned without. */
  private async bringUpBrokers(stack: Stack): Promise<void> {
    const conditions = await conditionsOf(this.runtime, stack);
    const brokersThatAre = (...some: readonly Condition[]): readonly Resource[] =>
      [...conditions].flatMap(([each, is]) => (isBroker(each) && some.includes(is) ? each : []));
    const [down, failing] = [brokersThatAre('failing', 'away'), brokersThatAre('failing')];
    if (down.length === 0) return;
    this.say(`starting ${down.map(({ attributes }) => String(attributes.name)).join(', ')}`);
    this.plans.set(stack, await plan(stack, ...down.map(target), ...failing.map(anew)));
    await this.gate();
    await applyPlan(stack);
    this.plans.delete(stack);
  }

  /** What a plan left alone may still not work: the provider waits only for what it makes. */
  private async heal(stack: Stack): Promise<void> {
    const broken = await this.runtime.settle(stack, this.say);
    if (broken.length === 0) return;
    this.say(`recreating ${broken.map(({ attributes }) => String(attributes.name)).join(', ')}`);
    await plan(stack, ...broken.map(anew));
    await applyPlan(stack);
  }

  /** What was not done for want of a connection is planned and done again; a plan is good for once only. */
  private apply(stack: Stack): Promise<void> {
    return retryTransient(async (attempt) => {
      if (attempt > 1) await this.plan(stack).then(() => this.gate());
      this.say(`applying ${stack.name}`);
      await applyPlan(stack);
    });
  }

  private clusters(): readonly Cluster[] {
    return clustersOf([...this.plans.values(), ...this.provisional.values()], this.stacks);
  }

  private planned(stack: Stack): Plan {
    return this.plans.get(stack) ?? {};
  }

  private before({ name }: Stack): readonly Stack[] {
    const names = upstreamOf(name, this.stacks);
    return this.stacks.filter((stack) => names.includes(stack.name));
  }
}

const anew = ({ address }: Pick<Resource, 'address'>): string => `-replace=${address}`;
const target = ({ address }: Pick<Resource, 'address'>): string => `-target=${address}`;
