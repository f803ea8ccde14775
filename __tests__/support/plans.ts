import { LABEL, ROLE, TOPIC_DEFAULT_LABEL } from '../../constructs/core/labels';
import type { Change, Plan } from '../../cli/engine/plan';

type Attributes = Record<string, unknown>;

/** A plan of one stack, as far as the gate reads it. */
export function plan(...changes: Change[]): Plan {
  return { format_version: '1.2', resource_changes: changes };
}

/** `before` and `after` decide what is done; to replace is said, because only the provider knows. */
export function change(
  type: string,
  before: Attributes | null,
  after: Attributes | null,
  replace = false,
): Change {
  const actions = replace
    ? ['delete', 'create']
    : !before
      ? ['create']
      : !after
        ? ['delete']
        : JSON.stringify(before) === JSON.stringify(after)
          ? ['no-op']
          : ['update'];
  return { address: `${type}.it`, mode: 'managed', type, change: { actions, before, after } };
}

export function topic(attributes: Attributes = {}): Attributes {
  return { name: 'orders', partitions: 3, replication_factor: 3, config: {}, ...attributes };
}

export function container(
  name: string,
  labels: Record<string, string> = {},
  rest: Attributes = {},
): Attributes {
  const own = { [LABEL.platform]: 'streaming', [LABEL.service]: name, ...labels };
  return {
    name,
    labels: Object.entries(own).map(([label, value]) => ({ label, value })),
    volumes: [],
    ...rest,
  };
}

export function broker(id: number, labels: Record<string, string> = {}): Attributes {
  const volumes = [{ volume_name: `kafka${id}-data`, container_path: '/var/lib/kafka/data' }];
  const own = { [LABEL.role]: ROLE.broker, [LABEL.nodeId]: String(id) };
  return container(`kafka${id}`, { ...own, ...labels }, { volumes });
}

/** What brokers say of the topics that don't say themselves. */
export function topicDefaults(settings: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(settings).map(([name, value]) => [TOPIC_DEFAULT_LABEL + name, value]),
  );
}

/** An object of Kubernetes, as a plan has it. */
export const manifest = (
  kind: string,
  name: string,
  spec: Attributes = {},
  annotations: Record<string, string> = {},
): Attributes => ({
  yaml_body: JSON.stringify({ apiVersion: 'any/v1', kind, metadata: { name, annotations }, spec }),
});
