import type { OperatedConnector, OperatedWorkers } from '../connect/operator';
import { formatValue } from '../core/format-value';
import type { UniqueName } from '../core/unique-name';
import type { Rule } from '../core/validation';
import { OBJECT_NAME } from './object-name';
import { otherOptions } from './jvm-options';
import { foldersOfSeveral, isMountable } from './strimzi-connect';

const STRIMZI = 'https://strimzi.io/docs/operators/latest/configuring.html';

/** What Strimzi sets itself, and refuses to be told. @see io.strimzi.api.kafka.model.connect.KafkaConnectSpec#FORBIDDEN_PREFIXES */
const FORBIDDEN =
  /^(ssl\.(?!endpoint\.identification\.algorithm|cipher\.suites|protocol|enabled\.protocols)|sasl\.|security\.|listeners|rest\.|(consumer|producer)\.interceptor\.classes|prometheus\.metrics\.reporter\.)/;

const strimzis = ({ settings }: OperatedWorkers): string[] =>
  Object.keys(settings).filter((name) => FORBIDDEN.test(name));

const unmountable = ({ secretFiles = {} }: OperatedWorkers): string[] =>
  Object.entries(secretFiles).flatMap(([path, { type }]) =>
    type === 'secret' && isMountable(path) ? [] : path,
  );

export const STRIMZI_CONNECT_RULES: readonly Rule<OperatedWorkers>[] = [
  {
    requires: 'On Kubernetes, workers are not asked how they are by this library.',
    fails: ({ metrics }) => metrics,
    message: () =>
      'metrics must not be true on Kubernetes, where Strimzi has its own (metricsConfig) and the operator of Prometheus finds them; leave it out.',
    source: `${STRIMZI}#type-JmxPrometheusExporterMetrics-reference`,
  },
  {
    requires: 'Workers on Kubernetes have plugins by addPlugin alone.',
    fails: ({ pluginPath }) => pluginPath.length > 0,
    message: () =>
      "pluginPath must not be given on Kubernetes, where Strimzi's own image runs; leave it out, and take addPlugin(ConnectPlugin.image('registry.example.com/my-plugin:1')).",
    source: `${STRIMZI}#type-KafkaConnectSpec-reference`,
  },
  {
    requires: 'Workers on Kubernetes are set to nothing that Strimzi sets.',
    fails: (facts) => strimzis(facts).length > 0,
    message: (facts) =>
      `settings must not have ${strimzis(facts).join(', ')} on Kubernetes, where Strimzi sets that; leave it out.`,
    source: `${STRIMZI}#type-KafkaConnectSpec-reference`,
  },
  {
    requires: 'Secret files of workers on Kubernetes are values of Secrets, below /mnt.',
    fails: (facts) => unmountable(facts).length > 0,
    message: (facts) =>
      `secretFiles: ${unmountable(facts).map(formatValue).join(', ')} must be SecretFile.fromSecret('a-secret', 'its-key') and below /mnt/ on Kubernetes, where alone Strimzi mounts what is not its own; make a Secret of it, and name it so.`,
    source: `${STRIMZI}#type-AdditionalVolume-reference`,
  },
  {
    requires: 'Secret files of workers on Kubernetes that are in one folder are of one Secret.',
    fails: ({ secretFiles = {} }) => foldersOfSeveral(secretFiles).length > 0,
    message: ({ secretFiles = {} }) =>
      `secretFiles: what is in ${foldersOfSeveral(secretFiles).map(formatValue).join(', ')} must be of one Secret on Kubernetes; give each Secret a folder of its own.`,
    source: `${STRIMZI}#type-AdditionalVolume-reference`,
  },
  {
    requires:
      'The REST interface of workers on Kubernetes asks for no login: only who works with them is let in.',
    fails: ({ asksForLogin }) => asksForLogin,
    message: () =>
      'login must not be given on Kubernetes, where Strimzi knows none and only what works with the workers is let in to them; leave it out.',
    source: 'policy',
  },
  {
    requires: 'Brokers of others that want TLS or a login are not yet those of workers on Kubernetes.',
    fails: ({ security }) => security !== undefined,
    message: ({ cluster }) =>
      `cluster must be one without security on Kubernetes; got ${cluster.node.path}, take brokers on the same KubernetesPlatform.`,
    source: 'policy',
  },
  {
    requires: 'The JVM of workers on Kubernetes has options that begin with -XX: and no others.',
    fails: (facts) => otherOptions(facts).length > 0,
    message: (facts) =>
      `jvmOptions must begin with -XX: on Kubernetes, got ${otherOptions(facts).map(formatValue).join(', ')}; leave it out.`,
    source: `${STRIMZI}#type-JvmOptions-reference`,
  },
];

export const STRIMZI_CONNECTOR_RULES: readonly Rule<OperatedConnector>[] = [
  {
    requires: 'A connector on Kubernetes has a name that an object may have.',
    fails: ({ connectorName }) => !OBJECT_NAME.test(connectorName),
    message: ({ connectorName }) =>
      `connectorName must be 1 to 249 of a-z, 0-9, '-' and '.', not '-' or '.' at either end, on Kubernetes, where an object has it; got ${formatValue(connectorName)}, take another.`,
    source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/names/',
  },
  {
    requires: 'Secrets of a connector on Kubernetes are in files of the workers.',
    fails: ({ secrets }) => secrets.length > 0,
    message: ({ secrets }) =>
      `secrets: ${secrets.join(', ')} must not be given on Kubernetes, where a manifest is in plain sight; give the workers secretFiles: { '/mnt/secrets/my.properties': SecretFile.fromSecret('a-secret') }, and name it in config as \${file:/mnt/secrets/my.properties:key}.`,
    source: 'policy',
  },
];

export const WORKERS_OBJECT: UniqueName = {
  kind: 'name of workers',
  requires: 'Connect clusters in one namespace have different names.',
  source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/names/',
  cure: 'give one of them another serviceName',
};
export const CONNECTOR_OBJECT: UniqueName = {
  kind: 'connector of a namespace',
  requires: 'Connectors of all Connect clusters in one namespace have different names.',
  source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/names/',
  cure: 'give one of them another connectorName',
};
export const STRIMZI_CONNECT_TREE_RULES: readonly UniqueName[] = [WORKERS_OBJECT, CONNECTOR_OBJECT];
