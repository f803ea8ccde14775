import type { Partition, Reassignment } from './partitions';

export interface Broker {
  readonly id: number;
  readonly rack?: string;
}

interface Placed {
  readonly topic: string;
  readonly partition: number;
  replicas: number[];
}

/**
 * What must move so that each broker has its share: of every topic, and in all, of replicas as well as of partitions that
 * it leads. Where every broker says its rack, the replicas of a partition are in as many racks as there can be. Nothing
 * moves that need not, and every partition keeps its number of replicas.
 */
export function spread(all: readonly Partition[], brokers: readonly Broker[]): readonly Reassignment[] {
  const ids = brokers.map(({ id }) => id).sort((one, other) => one - other);
  const placed = all.map(({ topic, partition, replicas }) => ({ topic, partition, replicas: [...replicas] }));
  spreadReplicas(placed, ids, racksOf(brokers));
  spreadLeaders(placed, ids);
  return placed.filter(({ replicas }, index) => replicas.join() !== all[index]?.replicas.join());
}

function spreadReplicas(placed: readonly Placed[], ids: readonly number[], racks: Racks | undefined): void {
  const shares = new Shares(placed, ({ replicas }) => replicas);
  const move = (each: Placed, from: number, to: number): void => {
    each.replicas = each.replicas.map((id) => (id === from ? to : id));
    shares.shift(each.topic, from, to);
  };
  const mayMove = ({ replicas }: Placed, from: number, to: number): boolean =>
    replicas.includes(from) && !replicas.includes(to) && fits(replicas, from, to, racks);

  if (racks)
    for (const each of placed)
      for (const from of each.replicas.filter((id) => isCrowded(each.replicas, id, racks))) {
        const free = ids.filter((to) => racks.of.get(to) !== racks.of.get(from) && mayMove(each, from, to));
        const [to] = free.sort((one, other) => shares.compare(one, other, each.topic));
        if (to !== undefined && isCrowded(each.replicas, from, racks)) move(each, from, to);
      }
  shares.level(ids, mayMove, move);
}

function spreadLeaders(placed: readonly Placed[], ids: readonly number[]): void {
  const shares = new Shares(placed, ({ replicas }) => replicas.slice(0, 1));
  shares.level(
    ids,
    ({ replicas }, from, to) => replicas[0] === from && replicas.includes(to),
    (each, from, to) => {
      each.replicas = [to, ...each.replicas.filter((id) => id !== to)];
      shares.shift(each.topic, from, to);
    },
  );
}

type MayMove = (each: Placed, from: number, to: number) => boolean;
type Move = (each: Placed, from: number, to: number) => void;

/** How much each broker has, of a topic and in all. */
class Shares {
  private readonly inAll = new Map<number, number>();
  private readonly ofTopics = new Map<string, { load: Map<number, number>; placed: Placed[] }>();

  public constructor(
    private readonly placed: readonly Placed[],
    owners: (each: Placed) => readonly number[],
  ) {
    for (const each of placed) {
      const topic = this.ofTopics.get(each.topic) ?? { load: new Map<number, number>(), placed: [] };
      this.ofTopics.set(each.topic, topic);
      topic.placed.push(each);
      for (const id of owners(each)) add(id, 1, this.inAll, topic.load);
    }
  }

  public shift(topic: string, from: number, to: number): void {
    const { load } = this.ofTopics.get(topic) as { load: Map<number, number> };
    add(from, -1, this.inAll, load);
    add(to, 1, this.inAll, load);
  }

  /** Who has less comes first: of the topic, or in all. */
  public compare(one: number, other: number, topic?: string): number {
    return this.of(one, topic) - this.of(other, topic) || this.of(one) - this.of(other) || one - other;
  }

  /** Of every topic by itself, then in all without undoing that. */
  public level(ids: readonly number[], mayMove: MayMove, move: Move): void {
    for (const [topic, { placed }] of this.ofTopics) this.levelOut(ids, placed, mayMove, move, topic);
    const keepsTopic: MayMove = (each, from, to) =>
      this.of(from, each.topic) > this.of(to, each.topic) && mayMove(each, from, to);
    this.levelOut(ids, this.placed, keepsTopic, move);
  }

  /** From who has most to who has least, one by one and if need be by way of others, while one has two more than another. */
  private levelOut(
    ids: readonly number[],
    placed: readonly Placed[],
    mayMove: MayMove,
    move: Move,
    topic?: string,
  ): void {
    for (;;) {
      const steps = this.wayFromMost(ids, placed, mayMove, topic);
      if (steps.length === 0) return;
      // None of the steps is about the partition of another: who takes one over did not have it.
      for (const { each, from, to } of steps) move(each, from, to);
    }
  }

  private wayFromMost(
    ids: readonly number[],
    placed: readonly Placed[],
    mayMove: MayMove,
    topic?: string,
  ): readonly Step[] {
    const sorted = [...ids].sort((one, other) => this.compare(one, other, topic));
    for (const start of [...sorted].reverse()) {
      if (this.of(start, topic) < this.of(sorted[0] as number, topic) + 2) return [];
      const ways = new Map<number, readonly Step[]>([[start, []]]);
      for (const [from, way] of ways)
        for (const to of sorted.filter((id) => !ways.has(id))) {
          const each = placed.find((some) => mayMove(some, from, to));
          if (!each) continue;
          const longer = [...way, { each, from, to }];
          if (this.of(to, topic) + 2 <= this.of(start, topic)) return longer;
          // A map is walked through with what is added meanwhile.
          ways.set(to, longer);
        }
    }
    return [];
  }

  private of(id: number, topic?: string): number {
    return (topic === undefined ? this.inAll : this.ofTopics.get(topic)?.load)?.get(id) ?? 0;
  }
}

interface Step {
  readonly each: Placed;
  readonly from: number;
  readonly to: number;
}

function add(id: number, count: number, ...loads: readonly Map<number, number>[]): void {
  for (const load of loads) load.set(id, (load.get(id) ?? 0) + count);
}

interface Racks {
  readonly of: ReadonlyMap<number, string>;
  readonly count: number;
}

/** Undefined where not every broker says its own: Kafka itself spreads by racks only then. */
function racksOf(brokers: readonly Broker[]): Racks | undefined {
  const of = new Map(brokers.flatMap(({ id, rack }) => (rack === undefined ? [] : [[id, rack] as const])));
  return of.size === brokers.length ? { of, count: new Set(of.values()).size } : undefined;
}

const inRackOf = (id: number, replicas: readonly number[], { of }: Racks): number =>
  replicas.filter((each) => of.get(each) === of.get(id)).length;

const isCrowded = (replicas: readonly number[], id: number, racks: Racks): boolean =>
  inRackOf(id, replicas, racks) > Math.ceil(replicas.length / racks.count);

function fits(replicas: readonly number[], from: number, to: number, racks: Racks | undefined): boolean {
  if (!racks || racks.of.get(from) === racks.of.get(to)) return true;
  return inRackOf(to, replicas, racks) < Math.ceil(replicas.length / racks.count);
}
