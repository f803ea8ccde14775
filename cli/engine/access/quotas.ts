import { array, float64, int8, joined, text, type Answer, type Part } from './encoding';
import type { Entry, FoundEntry } from './entry';
import { assertNoError, send } from './protocol';

/** Of whom a quota is: each kind of what is asked with its name, which is undefined where it is the default. */
type Entity = Readonly<Record<string, string | undefined>>;

interface Quota {
  readonly entity: Entity;
  readonly limits: Readonly<Record<string, number>>;
}

/** Every quota of a cluster: of users, client ids, both together, and addresses. */
export async function quotasAt(servers: readonly string[], timeout?: number): Promise<readonly FoundEntry[]> {
  const quotas = await send(servers, DESCRIBE_CLIENT_QUOTAS, timeout);
  return quotas.map(({ entity, limits }) => {
    const shown = Object.entries(limits).map(([name, value]) => `${name} ${value}`);
    return {
      ...entry(entity),
      what: `the quota of ${whose(entity)}: ${shown.join(', ')}`,
      remove: () => send(servers, alterClientQuotas(entity, Object.keys(limits))),
    };
  });
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

/** All of them: the filter has no component, and is not strict. */
const DESCRIBE_CLIENT_QUOTAS = {
  key: 48,
  isFlexible: false,
  body: joined([array([]), int8(0)]),
  read: (answer: Answer): readonly Quota[] => {
    answer.int32();
    assertNoError(answer.int16(), answer.text());
    return answer.array(() => ({
      entity: Object.fromEntries(answer.array(() => [answer.text() ?? '', answer.text()] as const)),
      limits: Object.fromEntries(answer.array(() => [answer.text() ?? '', answer.float64()] as const)),
    }));
  },
};

/** Takes limits away. */
function alterClientQuotas(entity: Entity, limits: readonly string[]) {
  const who = Object.entries(entity).map(([type, name]): Part => joined([text(type), text(name)]));
  const gone = limits.map((name): Part => joined([text(name), float64(0), int8(1)]));
  return {
    key: 49,
    isFlexible: false,
    body: joined([array([joined([array(who), array(gone)])]), int8(0)]),
    read: (answer: Answer): void => {
      answer.int32();
      answer.array(() => {
        assertNoError(answer.int16(), answer.text());
        answer.array(() => [answer.text(), answer.text()]);
      });
    },
  };
}
