import { posix } from 'node:path';
import type { OperatedConnector, OperatedWorkers } from '../connect/operator';
import type { SecretFiles } from '../core/secret-file';
import { HARDENED_CONTAINER, HARDENED_POD } from './hardening';
import { jvmOf } from './jvm-options';
import type { KubernetesObject } from './manifest';
import { resourcesOf } from './quantities';
import { peersOf, reaching } from './reach-labels';
import { itemOf, volumeOf } from './secret-volumes';
import { OF_CLUSTER, STRIMZI } from './strimzi-cluster';

const REST_PORT = 8083;

/** Where the REST interface of workers is found in their namespace. */
export const restUrl = (name: string): string => `http://${name}-connect-api:${REST_PORT}`;

/** @param reached the names of what workers and their connectors work with */
export function kafkaConnect(
  facts: OperatedWorkers,
  {
    namespace,
    version,
    reached,
  }: { namespace: string; version: string | undefined; reached: readonly string[] },
): KubernetesObject {
  const { name, topics } = facts;
  const secrets = volumesOf(facts.secretFiles ?? {});
  const labels = reaching(reached);
  const plugins = facts.plugins().map(({ pluginName, image }) => ({
    name: pluginName,
    artifacts: [{ type: 'image', reference: image }],
  }));
  return {
    apiVersion: STRIMZI,
    kind: 'KafkaConnect',
    metadata: { name, namespace, annotations: { 'strimzi.io/use-connector-resources': 'true' } },
    spec: {
      version,
      replicas: facts.workers,
      bootstrapServers: facts.cluster.bootstrapServers.join(),
      groupId: facts.groupId,
      configStorageTopic: topics.configs.topicName,
      offsetStorageTopic: topics.offsets.topicName,
      statusStorageTopic: topics.statuses.topicName,
      config: facts.allSettings(),
      resources: resourcesOf(facts.memory),
      jvmOptions: jvmOf(facts.heap, facts.jvmOptions),
      ...(plugins.length > 0 && { plugins }),
      template: {
        pod: {
          ...(Object.keys(labels).length > 0 && { metadata: { labels } }),
          securityContext: HARDENED_POD,
          ...(secrets.length > 0 && { volumes: secrets.map(({ name, secret }) => ({ name, secret })) }),
        },
        connectContainer: {
          securityContext: HARDENED_CONTAINER,
          ...(secrets.length > 0 && {
            volumeMounts: secrets.flatMap(({ name, mounts }) => mounts.map((each) => ({ name, ...each }))),
          }),
        },
      },
    },
  };
}

/** Strimzi lets in to the REST interface its own operator alone; so may who works with the workers. */
export function restPolicy(name: string, namespace: string): KubernetesObject {
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: `${name}-clients`, namespace },
    spec: {
      podSelector: { matchLabels: { [OF_CLUSTER]: name, 'strimzi.io/kind': 'KafkaConnect' } },
      policyTypes: ['Ingress'],
      ingress: [{ from: peersOf(name), ports: [{ port: REST_PORT }] }],
    },
  };
}

export function kafkaConnector(
  facts: OperatedConnector,
  namespace: string,
  connect: string,
): KubernetesObject {
  return {
    apiVersion: STRIMZI,
    kind: 'KafkaConnector',
    metadata: { name: facts.connectorName, namespace, labels: { [OF_CLUSTER]: connect } },
    spec: { class: facts.connectorClass, tasksMax: facts.tasksMax, config: facts.config() },
  };
}

/** Strimzi mounts a Secret, and no more than one in a folder. */
function volumesOf(secretFiles: SecretFiles): readonly SecretVolume[] {
  const files = Object.entries(secretFiles);
  const folders = [...new Set(files.map(([path]) => posix.dirname(path)))];
  return folders.map((folder) => {
    const inFolder = files.filter(([path]) => posix.dirname(path) === folder);
    return {
      name: volumeOf('secrets', folder),
      secret: { secretName: inFolder[0]?.[1].source, defaultMode: 0o440, items: inFolder.map(itemOf) },
      mounts: [{ mountPath: folder, readOnly: true }],
    };
  });
}

interface SecretVolume {
  readonly name: string;
  readonly secret: object;
  readonly mounts: readonly object[];
}

/** Folders in which there would have to be several. */
export function foldersOfSeveral(secretFiles: SecretFiles): readonly string[] {
  const secrets = new Map<string, Set<string>>();
  for (const [path, { source }] of Object.entries(secretFiles)) {
    const folder = posix.dirname(path);
    secrets.set(folder, (secrets.get(folder) ?? new Set()).add(source));
  }
  return [...secrets].filter(([, all]) => all.size > 1).map(([folder]) => folder);
}

/** Where alone Strimzi mounts what is not its own. */
export const isMountable = (path: string): boolean => posix.normalize(path).startsWith('/mnt/');
