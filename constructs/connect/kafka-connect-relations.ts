import { valueObject } from '../core/checks';
import type { UniqueName } from '../core/unique-name';
import { problemOf } from '../core/properties';
import { formatValue } from '../core/format-value';
import type { TreeRule } from '../core/validation';
import { registryReference, type ISchemaRegistry } from '../schema-registry/interfaces';
import { CONSUMER_GROUPS, SINK_GROUPS } from './connect-groups';
import type { ConnectPlugin } from './connect-plugin';
import { CONNECT_CONFIGS } from './worker-settings';

export const GROUP_CLAIM: UniqueName = {
  kind: 'group of a Connect cluster',
  requires: 'Each Connect cluster of a Kafka cluster has a group of its own.',
  source: `${CONNECT_CONFIGS}_group.id`,
  cure: 'give one of them another groupId',
};
export const CONNECT_TOPIC_CLAIM: UniqueName = {
  kind: 'topic of a Connect cluster',
  requires: 'Each Connect cluster has topics of its own.',
  source: 'https://kafka.apache.org/39/documentation.html#connect_running',
  cure: 'give one of them ConnectTopics with another prefix',
};
export const REGISTRY_USED: TreeRule = {
  requires: 'Workers that write Avro without naming a registry use one.',
  source: 'policy',
};
export const WITHOUT_REGISTRY =
  'its converters name no registry; call uses(registry), or take Converter.avro(registry).';
export const ONE_REGISTRY: TreeRule = {
  requires: 'What workers use is a SchemaRegistry, and the only one.',
  source: 'policy',
};
export const PLUGINS_ADDED: TreeRule = {
  requires: 'What is added to workers is a ConnectPlugin, and none of the same name was added before.',
  source: 'policy',
};

export const KAFKA_CONNECT_TREE_RULES: readonly TreeRule[] = [
  GROUP_CLAIM,
  CONNECT_TOPIC_CLAIM,
  CONSUMER_GROUPS,
  SINK_GROUPS,
  REGISTRY_USED,
  ONE_REGISTRY,
  PLUGINS_ADDED,
];

const PLUGIN = valueObject(
  "a ConnectPlugin, such as ConnectPlugin.folder('plugins/mine')",
  'pluginName',
  'isMounted',
);

/** Why a plugin cannot be added to those that are there. @param areMounted whether the platform mounts plugins, and builds none in */
export function pluginProblem(
  plugin: ConnectPlugin,
  added: readonly ConnectPlugin[],
  areMounted: boolean,
): string | undefined {
  const wrong = problemOf(PLUGIN, plugin);
  if (wrong === undefined && plugin.isMounted !== areMounted)
    return areMounted
      ? `must be ConnectPlugin.image('registry.example.com/${plugin.pluginName.toLowerCase()}:1') on Kubernetes, where no image is built, and an image that holds the plugin's folder is mounted; push one`
      : 'must be ConnectPlugin.maven(…), archive(…) or folder(…) on an Engine, which mounts no image; take one of these';
  if (wrong !== undefined || !added.some(({ pluginName }) => pluginName === plugin.pluginName)) return wrong;
  return `must be another, for ${formatValue(plugin.pluginName)} was added before; add it once`;
}

/** Why a registry cannot be used beside the one that already is. */
export function registryProblem(
  registry: ISchemaRegistry,
  used: ISchemaRegistry | undefined,
): string | undefined {
  const wrong = problemOf(registryReference, registry);
  if (wrong !== undefined || used === undefined || used === registry) return wrong;
  return `must be the one that is used, ${used.node.path}; got ${registry.node.path}, name it where it is needed: Converter.avro(registry)`;
}
