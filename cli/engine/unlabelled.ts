import { KEEPS_LABEL, KEPT, LABEL, METADATA, ROLE, TOPIC_DEFAULT_LABEL } from '../../constructs/core/labels';

/** The labels whose values containers were told by variables before they said them by labels. */
const VARIABLES: Readonly<Record<string, string>> = {
  KAFKA_CONTROLLER_QUORUM_VOTERS: LABEL.controllers,
  CLUSTER_ID: LABEL.cluster,
  KAFKA_ZOOKEEPER_CONNECT: LABEL.ensemble,
  KAFKA_LOG_CLEANUP_POLICY: `${TOPIC_DEFAULT_LABEL}cleanup.policy`,
  KAFKA_LOG_RETENTION_MS: `${TOPIC_DEFAULT_LABEL}retention.ms`,
  KAFKA_LOG_RETENTION_BYTES: `${TOPIC_DEFAULT_LABEL}retention.bytes`,
  KAFKA_MIN_INSYNC_REPLICAS: `${TOPIC_DEFAULT_LABEL}min.insync.replicas`,
  CONNECT_CONFIG_STORAGE_TOPIC: KEEPS_LABEL + KEPT.configs,
  CONNECT_OFFSET_STORAGE_TOPIC: KEEPS_LABEL + KEPT.offsets,
  CONNECT_STATUS_STORAGE_TOPIC: KEEPS_LABEL + KEPT.statuses,
  SCHEMA_REGISTRY_KAFKASTORE_TOPIC: KEEPS_LABEL + KEPT.schemas,
};

const CHECKPOINT_OPTION = '--checkpoint-location';

/**
 * The labels that a container of an older version, which said nothing by them, would have: who upgrades may remove a
 * broker in the same deploy, and must be told what that loses. To be deleted once nobody comes from there.
 */
export function unlabelled(attributes: Readonly<Record<string, unknown>>): Record<string, string> {
  const { env, command } = attributes as {
    env?: readonly string[] | null;
    command?: readonly string[] | null;
  };
  const variables = Object.fromEntries(
    (env ?? []).map((pair) => [pair.replace(/=.*/s, ''), pair.replace(/^[^=]*=?/, '')]),
  ) as Record<string, string | undefined>;
  const labels = {
    ...Object.fromEntries(Object.entries(VARIABLES).map(([name, label]) => [label, variables[name]])),
    ...member(variables),
    [LABEL.checkpoint]: wordAfter(CHECKPOINT_OPTION, command ?? []),
  };
  return Object.fromEntries(Object.entries(labels).filter(([, value]) => value !== undefined)) as Record<
    string,
    string
  >;
}

/** What it is, and where it keeps the metadata. */
function member(variables: Record<string, string | undefined>): Record<string, string | undefined> {
  const { KAFKA_PROCESS_ROLES: roles, KAFKA_ZOOKEEPER_CONNECT: ensemble, ZOOKEEPER_SERVER_ID } = variables;
  if (ZOOKEEPER_SERVER_ID !== undefined)
    return { [LABEL.role]: ROLE.zooKeeper, [LABEL.nodeId]: ZOOKEEPER_SERVER_ID };
  const id = variables.KAFKA_NODE_ID ?? variables.KAFKA_BROKER_ID;
  if (id === undefined) return {};
  const metadata =
    roles !== undefined ? METADATA.kraft : ensemble !== undefined ? METADATA.zooKeeper : undefined;
  return { [LABEL.role]: roles ?? ROLE.broker, [LABEL.nodeId]: id, [LABEL.metadata]: metadata };
}

function wordAfter(option: string, words: readonly string[]): string | undefined {
  const at = words.indexOf(option);
  return at < 0 ? undefined : words[at + 1];
}
