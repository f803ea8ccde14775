import { DOCKER_PLATFORM_PROPERTIES } from '../constructs/core/docker-platform-props';
import { problemOf } from '../constructs/core/properties';
import { KUBERNETES_PLATFORM_PROPERTIES } from '../constructs/kubernetes/kubernetes-platform-props';

/** What a setting says; nothing where it is left out. */
type Value = (
  name:
    | 'PLATFORM_NAME'
    | 'PLATFORM_PORT_OFFSET'
    | 'PLATFORM_IMAGE_REGISTRY'
    | 'PLATFORM_KAFKA'
    | 'PLATFORM_METADATA'
    | 'PLATFORM_SECURITY'
    | 'PLATFORM_SHARED_STORAGE_CLASS',
) => string;

/** Settings that an Engine of Docker cannot take, each in a sentence. */
export function problemsOnDocker(value: Value): readonly string[] {
  const misnamed = problemOf(DOCKER_PLATFORM_PROPERTIES.platformName, value('PLATFORM_NAME'));
  return [
    ...(misnamed === undefined ? [] : [`PLATFORM_NAME ${misnamed}.`]),
    ...(value('PLATFORM_SHARED_STORAGE_CLASS') === ''
      ? []
      : [
          'PLATFORM_SHARED_STORAGE_CLASS must not be given on Docker, whose volumes all containers write; leave it out, or set PLATFORM_TARGET=kubernetes.',
        ]),
  ];
}

/** Settings that a cluster of Kubernetes cannot take, or lacks, each in a sentence. */
export function problemsOnKubernetes(value: Value): readonly string[] {
  const misnamed = problemOf(KUBERNETES_PLATFORM_PROPERTIES.namespace, value('PLATFORM_NAME'));
  const storageClass = value('PLATFORM_SHARED_STORAGE_CLASS');
  const noClass =
    storageClass === ''
      ? "must be given on Kubernetes: the name of a StorageClass whose volumes several nodes may write, for the checkpoints of Spark; `kubectl get storageclass` shows the cluster's"
      : problemOf(KUBERNETES_PLATFORM_PROPERTIES.sharedStorageClass, storageClass);
  const registry = value('PLATFORM_IMAGE_REGISTRY');
  return [
    ...(misnamed === undefined ? [] : [`PLATFORM_NAME ${misnamed}; on Kubernetes it is the namespace.`]),
    ...(value('PLATFORM_METADATA') === 'zookeeper'
      ? [
          'PLATFORM_METADATA must not be zookeeper on Kubernetes, where Strimzi runs Kafka with its metadata in KRaft alone; leave it out.',
        ]
      : []),
    ...(value('PLATFORM_KAFKA') === '3.9'
      ? [
          'PLATFORM_KAFKA must not be 3.9 on Kubernetes, where Strimzi 1 runs Kafka 4.2 or later; leave it out.',
        ]
      : []),
    ...(value('PLATFORM_SECURITY') === 'secured'
      ? [
          'PLATFORM_SECURITY must not be secured on Kubernetes, where Strimzi makes the certificates and services are not told them yet; leave it out: only what works with the brokers is let in to them.',
        ]
      : []),
    ...(Number(value('PLATFORM_PORT_OFFSET')) > 0
      ? [
          'PLATFORM_PORT_OFFSET must not be given on Kubernetes, where no port is bound on a machine; leave it out.',
        ]
      : []),
    ...(registry === ''
      ? [
          'PLATFORM_IMAGE_REGISTRY must be given on Kubernetes: a registry that the nodes reach, such as registry.example.com/team, to which the images of this project were pushed; see docs/guide/from-laptop-to-cluster.md.',
        ]
      : []),
    ...(noClass === undefined ? [] : [`PLATFORM_SHARED_STORAGE_CLASS ${noClass}.`]),
  ];
}
