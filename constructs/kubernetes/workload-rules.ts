import { formatValue } from '../core/format-value';
import type { HealthCheck } from '../core/health-check';
import { HostPath } from '../core/host-path';
import { LABEL, ROLE } from '../core/labels';
import type { ContainerDescription, ServiceDescription, ServicePort } from '../core/platform';
import type { UniqueName } from '../core/unique-name';
import type { Rule, TreeRule } from '../core/validation';
import { hostNameOf } from '../core/service-port';
import { numbersOf } from './workload';

export interface WorkloadFacts extends ContainerDescription {
  readonly ports: readonly ServicePort[];
  readonly healthCheck?: HealthCheck;
}

const SECURITY = 'https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted';
const SECRETS = 'https://kubernetes.io/docs/concepts/configuration/secret/';
const IMAGES = 'https://kubernetes.io/docs/concepts/containers/images/';
const CONFIG_MAPS = 'https://kubernetes.io/docs/concepts/configuration/configmap/';
/** The most that one holds. */
const MEBIBYTE = 1024 ** 2;

const ofMachines = ({ secretFiles = {} }: WorkloadFacts): string[] =>
  Object.keys(secretFiles).filter((path) => secretFiles[path]?.type !== 'secret');

const bytesOf = ({ files = {} }: WorkloadFacts): number =>
  Object.values(files).reduce((sum, content) => sum + Buffer.byteLength(content), 0);

const bound = ({ ports }: WorkloadFacts): string[] =>
  ports
    .filter((port) => port.hostPort !== undefined && hostNameOf(port) !== 'localhost')
    .map(({ name }) => name);

/** Names of Services are narrower than those of other objects. */
const unnamed = ({ serviceName, ports }: WorkloadFacts): boolean =>
  ports.length > 0 && !/^[a-z]/.test(serviceName);

const loosened = ({ volumes = [], dangerouslyAs, dangerouslyVisible }: WorkloadFacts): string[] => [
  ...(volumes.some(({ volume }) => volume instanceof HostPath) ? ['volumes of HostPath'] : []),
  ...(dangerouslyAs === undefined ? [] : ['dangerouslyAs']),
  ...(dangerouslyVisible === undefined ? [] : ['dangerouslyVisible']),
];

export const WORKLOAD_RULES: readonly Rule<WorkloadFacts>[] = [
  {
    requires: 'On Kubernetes pods are restricted, and no machine is theirs.',
    fails: (facts) => loosened(facts).length > 0,
    message: (facts) =>
      `${loosened(facts).join(' and ')} must be left out on Kubernetes, where pods are restricted; take an image that runs as a user, platform.volume(…), and SecretFile.fromSecret(…).`,
    source: SECURITY,
  },
  {
    requires: 'On Kubernetes a container runs as a user of a known number.',
    fails: (facts) => facts.user !== undefined && numbersOf(facts).user === undefined,
    message: ({ user, image }) =>
      `user must be a number on Kubernetes, which does not look into an image for who somebody is; got ${formatValue(user)}, give the number, or for all containers of the image ContainerImage.of(${formatValue(image.reference)}, { user: ${formatValue(user)}, uid: 1000 }).`,
    source: SECURITY,
  },
  {
    requires: 'On Kubernetes images are in a registry, and none of the local family.',
    fails: ({ image }) => image.reference.startsWith('cdktf-streaming/'),
    message: ({ image }) =>
      `image must be in a registry that the nodes reach; got ${formatValue(image.reference)}, which is on the Engine of one machine: push it to a registry, and give ContainerImage.of('registry.example.com/${image.reference}').`,
    source: IMAGES,
  },
  {
    requires: 'On Kubernetes secret files are values of Secrets.',
    fails: (facts) => ofMachines(facts).length > 0,
    message: (facts) =>
      `secretFiles: ${ofMachines(facts).map(formatValue).join(', ')} must be SecretFile.fromSecret('a-secret', 'its-key') on Kubernetes, where no file is on the machine of every pod; make a Secret of it.`,
    source: SECRETS,
  },
  {
    requires: 'On Kubernetes the files of a container have up to 1 MiB together.',
    fails: (facts) => bytesOf(facts) > MEBIBYTE,
    message: (facts) =>
      `files must be at most ${MEBIBYTE} bytes together on Kubernetes, where they are a ConfigMap; got ${bytesOf(facts)}, put them into the image.`,
    source: CONFIG_MAPS,
  },
  {
    requires: 'On Kubernetes the name of a service with ports begins with a letter.',
    fails: unnamed,
    message: ({ serviceName }) =>
      `serviceName must begin with a letter on Kubernetes, where a Service has it; got ${formatValue(serviceName)}, take another.`,
    source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#rfc-1035-label-names',
  },
  {
    requires: 'On Kubernetes the check that an image declares is not made.',
    severity: 'warning',
    fails: ({ healthCheck }) => healthCheck?.test.length === 0,
    message: () =>
      'healthCheck is HealthCheck.ofImage(), and Kubernetes makes no check that an image declares: it counts as healthy while it runs; give HealthCheck.command([…]) of the same words.',
    source: 'https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/',
  },
  {
    requires: 'On Kubernetes no port is bound on a machine.',
    fails: (facts) => bound(facts).length > 0,
    message: (facts) =>
      `ports: ${bound(facts).map(formatValue).join(', ')} must have no hostAddress and no hostName on Kubernetes, where nothing is bound on a machine; leave them out, and take kubectl port-forward, or an Ingress of your own.`,
    source: 'https://kubernetes.io/docs/concepts/services-networking/service/',
  },
];

/** What runs in another way on Kubernetes, by its role. */
const INSTEAD: Readonly<Record<string, string>> = {
  [ROLE.zooKeeper]:
    'it must not be on Kubernetes, where Strimzi runs Kafka with its metadata in KRaft alone; leave the ensemble out, and take Metadata.kraft().',
  [ROLE.controller]:
    'it must not be on Kubernetes, where the first brokers are controllers; leave the quorum out, and take Metadata.kraft().',
};

/** Why a service is none on Kubernetes; undefined where it is one. */
export const elsewhere = ({ labels = {} }: ServiceDescription): string | undefined =>
  INSTEAD[labels[LABEL.role] ?? ''];

export const RUNS_ELSEWHERE: TreeRule = {
  requires: 'ZooKeeper and controllers of their own are not on Kubernetes.',
  source: 'https://github.com/strimzi/strimzi-kafka-operator/blob/0.46.0/CHANGELOG.md; policy',
};
export const SERVICE_OBJECT: UniqueName = {
  kind: 'service',
  requires: 'Services in one namespace have different names.',
  source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/names/',
  cure: 'give one of them another serviceName',
};
export const WORKLOAD_TREE_RULES: readonly TreeRule[] = [RUNS_ELSEWHERE, SERVICE_OBJECT];
