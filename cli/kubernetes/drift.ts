import { isDeepStrictEqual } from 'node:util';
import { objectChanges, type KubernetesObject } from '../engine/kubernetes-objects';
import { isCreated, isDeleted, type Plan } from '../engine/plan';
import { asList, find, isSame, listed, type Namespace } from './namespaces';

/**
 * What the changes of a plan would change, by the addresses of what stays: Terraform's provider hides the values, and knows
 * only that they differ. The API itself is asked for what an apply would make of each, without making it.
 */
export async function differences(
  namespaces: readonly Namespace[],
  plan: Plan,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const changing = objectChanges([plan]).filter(
    ({ change, after }) =>
      after && change.change.actions.includes('update') && !isCreated(change) && !isDeleted(change),
  );
  const found = await Promise.all(
    namespaces.map(async ({ name, kubectl }) => {
      const own = changing.filter(({ after }) =>
        [after?.metadata.namespace, after?.metadata.name].includes(name),
      );
      if (own.length === 0) return [];
      const objects = own.flatMap(({ after }) => after ?? []);
      const dry = [
        'apply',
        '-f',
        '-',
        '--server-side',
        '--force-conflicts',
        '--dry-run=server',
        '-o',
        'json',
      ];
      const [now, then] = [await find(kubectl, objects), listed(await kubectl(dry, asList(objects)))];
      return own.map(({ change, after }): [string, readonly string[]] => {
        const of = (all: readonly KubernetesObject[]): KubernetesObject | undefined =>
          all.find((each) => after && isSame(each, after));
        return [change.address, fields(said(of(now)), said(of(then)))];
      });
    }),
  );
  return new Map(found.flat());
}

/** Without what the API notes for itself, and what others say of it. */
function said(object: KubernetesObject | undefined): unknown {
  if (!object) return undefined;
  const { metadata, ...rest } = object as KubernetesObject & { status?: unknown };
  delete rest.status;
  const { name, labels, annotations } = metadata;
  return { ...rest, metadata: { name, labels, annotations } };
}

/** `spec.partitions: 6 → 3`, for all that differs, at whatever depth. */
export function fields(now: unknown, then: unknown, path = ''): readonly string[] {
  if (isDeepStrictEqual(now, then)) return [];
  if (!isBranch(now) || !isBranch(then)) return [`${path || 'all'}: ${shown(now)} → ${shown(then)}`];
  const names = [...new Set([...Object.keys(now), ...Object.keys(then)])];
  return names.flatMap((name) => fields(now[name], then[name], path ? `${path}.${name}` : name));
}

const isBranch = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const LONGEST = 60;

function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
