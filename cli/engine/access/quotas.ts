import type { alterClientQuotasV1 } from '@platformatic/kafka';
import type { Entry, FoundEntry } from './entry';
import { send } from './requests';

/** Of whom a quota is: each kind of what is asked with its name, which is undefined where it is the default. */
type Entity = Readonly<Record<string, string | undefined>>;

interface FoundQuota extends FoundEntry {
  /** By Kafka's names of them. */
  readonly limits: Readonly<Record<string, number>>;
}

/** Every quota of a cluster: of users, client ids, both together, and addresses. */
export async function quotasAt(servers: readonly string[], timeout?: number): Promise<readonly FoundQuota[]> {
  // A filter without components, which is not strict, lets all through.
  const { entries } = await send(
    servers,
    ({ describeClientQuotasV0 }, connection) => describeClientQuotasV0.api.async(connection, [], false),
    timeout,
  );
  return entries.map(({ entity: parts, values }) => {
    const entity = Object.fromEntries(parts.map((each) => [each.entityType, each.entityName ?? undefined]));
    const shown = values.map(({ key, value }) => `${key} ${value}`);
    return {
      ...entry(entity),
      what: `the quota of ${whose(entity)}: ${shown.join(', ')}`,
      limits: Object.fromEntries(values.map(({ key, value }) => [key, value])),
      remove: () => remove(servers, parts, values),
    };
  });
}

/** Limit by limit. */
async function remove(
  servers: readonly string[],
  entities: readonly object[],
  values: readonly { readonly key: string }[],
): Promise<void> {
  const ops = values.map(({ key }) => ({ key, remove: true }));
  // The client's types know fewer limits, and nobody by address, than its request takes.
  const gone = { entities, ops } as alterClientQuotasV1.AlterClientQuotasRequestEntry;
  await send(servers, ({ alterClientQuotasV1 }, connection) =>
    alterClientQuotasV1.api.async(connection, [gone], false),
  );
}

/** One of the program. What it sets, Terraform compares. */
export function declaredQuota(attributes: Readonly<Record<string, unknown>>): Entry {
  const { entity_type: type, entity_name: name } = attributes as {
    readonly entity_type: string;
    readonly entity_name?: string;
  };
  return entry({ [type]: name === '' ? undefined : name });
}

function entry(entity: Entity): Entry {
  const of = whose(entity);
  const user = Object.keys(entity).length === 1 ? entity.user : undefined;
  return { kind: 'quota', of, user, fields: [], what: `the quota of ${of}` };
}

/** As `user=billing,client-id=web`, with the default as Kafka's tools write it. */
const whose = (entity: Entity): string =>
  Object.entries(entity)
    .sort(([one], [other]) => other.localeCompare(one))
    .map(([type, name = '<default>']) => `${type}=${name}`)
    .join();
