import { objectChanges, type KubernetesObject, type ObjectChange } from '../kubernetes-objects';
import { isDeleted, type Plan } from '../plan';
import type { DataLoss } from './danger';

/** Objects whose end is that of records: Kubernetes asks nobody back. */
export function lostObjects(plans: readonly Plan[]): readonly DataLoss[] {
  return objectChanges(plans).flatMap(({ change, before }) => {
    if (!before || !isDeleted(change)) return [];
    const { kind, metadata } = before;
    const lost = LOST[kind];
    return lost ? [{ rule: lost.rule, name: metadata.name, sentence: lost.sentence(metadata.name) }] : [];
  });
}

/** By the kind of what is deleted, with another one in its place or not. */
const LOST: Readonly<
  Record<string, { readonly rule: DataLoss['rule']; sentence: (name: string) => string } | undefined>
> = {
  Namespace: {
    rule: 'namespace',
    sentence: (name) =>
      `The namespace ${name} is deleted with everything in it, also what is not of this program: brokers, claims and their records.`,
  },
  PersistentVolumeClaim: {
    rule: 'volume',
    sentence: (name) => `The claim ${name} is deleted with everything on it.`,
  },
  Kafka: {
    rule: 'broker',
    sentence: (name) =>
      `The brokers of ${name} are deleted: their claims stay, but brokers that are made anew are another cluster and would not start on them.`,
  },
  KafkaNodePool: {
    rule: 'broker',
    sentence: (name) =>
      `The brokers of the node pool ${name} are removed for good: replicas of partitions that are still on them are lost.`,
  },
};

/** What stays and would be smaller, or on nothing that lasts; which its operator, or Kubernetes, refuses or obeys. */
export function smallerClaims(plans: readonly Plan[]): readonly DataLoss[] {
  return objectChanges(plans).flatMap((each) => {
    if (!each.before || !each.after || isDeleted(each.change)) return [];
    const { kind } = each.before;
    if (kind === 'PersistentVolumeClaim') return shrunkClaim(each.before, each.after);
    return kind === 'KafkaNodePool' ? [...fewerBrokers(each), ...shrunkPool(each)] : [];
  });
}

function shrunkClaim(before: KubernetesObject, after: KubernetesObject): readonly DataLoss[] {
  const [from, to] = [before, after].map(
    ({ spec }) => (spec as unknown as ClaimSpec).resources.requests.storage,
  );
  if (!isLess(to, from)) return [];
  const { name } = before.metadata;
  const sentence = `The claim ${name} would have ${to} instead of ${from}: storage never shrinks, and Kubernetes refuses it. Move what is on it to another claim.`;
  return [{ rule: 'volume', name, sentence }];
}

function fewerBrokers({ before, after }: ObjectChange): readonly DataLoss[] {
  const [from, to] = [poolIn(before).replicas, poolIn(after).replicas];
  if (to >= from) return [];
  const name = before?.metadata.name ?? '';
  const sentence = `The node pool ${name} would have ${to} brokers instead of ${from}: replicas of partitions that are still on the last ones are lost. Move these first; Strimzi refuses the change until then.`;
  return [{ rule: 'broker', name, sentence }];
}

function shrunkPool({ before, after }: ObjectChange): readonly DataLoss[] {
  const name = before?.metadata.name ?? '';
  const danger = (sentence: string): DataLoss => ({ rule: 'volume', name, sentence });
  const now = poolIn(after).storage.volumes ?? [];
  return (poolIn(before).storage.volumes ?? []).flatMap((old) => {
    const made = now.find(({ id }) => id === old.id);
    if (made?.type !== old.type)
      return danger(
        `The brokers of the node pool ${name} leave their volume ${old.id} with all records on it.`,
      );
    if (isLess(made.size, old.size))
      return danger(
        `The brokers of the node pool ${name} would have ${made.size} instead of ${old.size} each: storage never shrinks, and Strimzi leaves it as it is. Add brokers in another pool instead.`,
      );
    return made.deleteClaim === true && old.deleteClaim !== true
      ? danger(`The claims of the node pool ${name} would go with its brokers, and with them all records.`)
      : [];
  });
}

const poolIn = (object: KubernetesObject | undefined): PoolSpec => object?.spec as unknown as PoolSpec;

interface ClaimSpec {
  readonly resources: { readonly requests: { readonly storage: string } };
}
interface PoolSpec {
  readonly replicas: number;
  readonly storage: {
    readonly volumes?: readonly {
      readonly id: number;
      readonly type: string;
      readonly size?: string;
      readonly deleteClaim?: boolean;
    }[];
  };
}

/** Of quantities as the library writes them, and as people do. */
const BYTES: Readonly<Record<string, number>> = {
  '': 1,
  ...{ Ki: 2 ** 10, Mi: 2 ** 20, Gi: 2 ** 30, Ti: 2 ** 40 },
  ...{ k: 1e3, M: 1e6, G: 1e9, T: 1e12 },
};

function bytesOf(quantity: string | undefined): number | undefined {
  const [, amount, unit = ''] = /^([\d.]+)([KMGT]i|[kMGT])?$/.exec(quantity ?? '') ?? [];
  return amount === undefined ? undefined : Number(amount) * (BYTES[unit] ?? 1);
}

function isLess(one: string | undefined, other: string | undefined): boolean {
  const [first, second] = [bytesOf(one), bytesOf(other)];
  return first !== undefined && second !== undefined && first < second;
}
