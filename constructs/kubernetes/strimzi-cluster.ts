import type { OperatedCluster } from '../kafka/operator';
import type { Size } from '../core/size';
import type { KubernetesObject } from './manifest';
import { HARDENED_CONTAINER, HARDENED_POD } from './hardening';
import { jvmOf } from './jvm-options';
import { inMebibytes, resourcesOf } from './quantities';
import { peersOf } from './reach-labels';

/** What the platform says of brokers. */
export interface StrimziOptions {
  readonly namespace: string;
  readonly brokerStorage: Size;
  readonly storageClass?: string;
  readonly zoneLabel?: string;
}

export const STRIMZI = 'kafka.strimzi.io/v1';
/** By which Strimzi knows what belongs to a cluster of brokers, or to workers of Connect. */
export const OF_CLUSTER = 'strimzi.io/cluster';

/** The name of a cluster's objects. */
export const clusterName = (namePrefix: string, namespace: string): string => `${namePrefix}${namespace}`;

/** How Strimzi calls a door. */
export const listenerName = (name: string): string => name.toLowerCase();

/** Where clients in the cluster find its brokers: the first door is that of services. */
export function bootstrapServer({ namePrefix, listeners }: OperatedCluster, namespace: string): string {
  const port = listeners.find(({ reach }) => reach.isInside)?.port ?? 9092;
  return `${clusterName(namePrefix, namespace)}-kafka-bootstrap:${port}`;
}

/**
 * The brokers: up to three of them are controllers, too, as on a small platform elsewhere. Those beyond have a pool of their
 * own, so that brokers can be added.
 */
export function nodePools(facts: OperatedCluster, options: StrimziOptions): readonly KubernetesObject[] {
  const controllers = facts.brokerCount < 3 ? 1 : 3;
  const more = facts.brokerCount - controllers;
  return [
    nodePool('dual-role', ['controller', 'broker'], controllers, facts, options),
    ...(more > 0 ? [nodePool('broker', ['broker'], more, facts, options)] : []),
  ];
}

function nodePool(
  name: string,
  roles: readonly string[],
  replicas: number,
  { namePrefix, heap, memory, jvmOptions }: OperatedCluster,
  { namespace, brokerStorage, storageClass }: StrimziOptions,
): KubernetesObject {
  return {
    apiVersion: STRIMZI,
    kind: 'KafkaNodePool',
    metadata: {
      name: `${namePrefix}${name}`,
      namespace,
      labels: { [OF_CLUSTER]: clusterName(namePrefix, namespace) },
    },
    spec: {
      replicas,
      roles,
      storage: {
        type: 'jbod',
        volumes: [
          {
            id: 0,
            type: 'persistent-claim',
            size: inMebibytes(brokerStorage),
            class: storageClass,
            // What is in the brokers outlives them, as a volume does elsewhere.
            deleteClaim: false,
            kraftMetadata: 'shared',
          },
        ],
      },
      resources: resourcesOf(memory),
      jvmOptions: jvmOf(heap, jvmOptions),
      template: {
        pod: { securityContext: HARDENED_POD },
        kafkaContainer: { securityContext: HARDENED_CONTAINER },
      },
    },
  };
}

/** What waits for `Ready`, and has all settings. */
export function kafka(facts: OperatedCluster, options: StrimziOptions): KubernetesObject {
  const { namespace, zoneLabel } = options;
  const name = clusterName(facts.namePrefix, namespace);
  const container = { securityContext: HARDENED_CONTAINER };
  return {
    apiVersion: STRIMZI,
    kind: 'Kafka',
    metadata: { name, namespace },
    spec: {
      kafka: {
        version: facts.image.version,
        listeners: insideOf(facts).map(({ name: door, port, tls, authentication }) => ({
          name: listenerName(door),
          port,
          type: 'internal',
          tls,
          ...authenticationOf(authentication.kind),
          networkPolicyPeers: peersOf(name),
        })),
        ...(facts.authorization && {
          authorization: { type: 'simple', superUsers: someOrNone(facts.authorization.superUsers) },
        }),
        ...(zoneLabel !== undefined && { rack: { type: 'topology-label', topologyKey: zoneLabel } }),
        config: facts.allSettings(),
      },
      entityOperator: {
        topicOperator: {},
        userOperator: {},
        template: {
          pod: { securityContext: HARDENED_POD },
          topicOperatorContainer: container,
          userOperatorContainer: container,
        },
      },
    },
  };
}

/** At `localhost` of a machine nobody finds a broker here: that door is left out. */
const insideOf = ({ listeners }: OperatedCluster): OperatedCluster['listeners'] =>
  listeners.filter(({ reach }) => reach.isInside);

/** How Strimzi calls what clients show; nothing where they show nothing. */
export const AUTHENTICATIONS: Readonly<Record<string, string>> = {
  'mutual TLS': 'tls',
  'SCRAM-SHA-512': 'scram-sha-512',
};
const authenticationOf = (kind: string): object =>
  kind in AUTHENTICATIONS ? { authentication: { type: AUTHENTICATIONS[kind] } } : {};

const someOrNone = (all: readonly string[]): readonly string[] | undefined =>
  all.length > 0 ? all : undefined;
