import type { OperatedApplication } from '../spark/operator';
import type { Size } from '../core/size';
import type { KubernetesObject } from './manifest';
import { probesOf } from './objects';
import type { Workload } from './workload';

/** As whom drivers make executors. */
export const SPARK_ACCOUNT = 'spark';

/** A driver, which makes its executors, started again whenever it ends. */
export function sparkApplication(
  workload: Workload,
  facts: OperatedApplication,
  patience: number,
): KubernetesObject {
  const { name, namespace, commonLabels: labels, annotations, image } = workload;
  const [main = '', ...classes] = [...facts.code.submitted].reverse();
  const mainClass = classes[0];
  const packages = facts.packages();
  const { healthCheck } = facts;
  return {
    apiVersion: 'sparkoperator.k8s.io/v1beta2',
    kind: 'SparkApplication',
    metadata: { name, namespace, labels, annotations },
    spec: {
      ...(main.endsWith('.py') ? { type: 'Python', pythonVersion: '3' } : { type: 'Java', mainClass }),
      mode: 'cluster',
      image,
      imagePullPolicy: 'IfNotPresent',
      mainApplicationFile: `local://${main}`,
      arguments: someOrNone(facts.applicationArguments),
      sparkVersion: facts.sparkVersion,
      restartPolicy: {
        type: 'Always',
        onFailureRetryInterval: 10,
        onSubmissionFailureRetryInterval: 20,
      },
      sparkConf: facts.settings,
      ...(packages.length > 0 && { deps: { packages } }),
      driver: {
        cores: facts.driverCores,
        memory: inMebibytes(facts.driverMemory),
        memoryOverhead: inMebibytes(facts.driverOverhead),
        serviceAccount: SPARK_ACCOUNT,
        template: workload.sparkTemplate({
          name: 'spark-kubernetes-driver',
          ...(healthCheck && { readinessProbe: probesOf(healthCheck, patience) }),
        }),
      },
      executor: {
        instances: facts.executors,
        cores: facts.executorCores,
        memory: inMebibytes(facts.executorMemory),
        memoryOverhead: inMebibytes(facts.executorOverhead),
        template: workload.sparkTemplate({ name: 'spark-kubernetes-executor' }),
      },
    },
  };
}

/** What drivers need of the API, and nothing else. @see https://spark.apache.org/docs/latest/running-on-kubernetes.html#rbac */
export function sparkAccount(namespace: string): readonly KubernetesObject[] {
  const metadata = { name: SPARK_ACCOUNT, namespace };
  return [
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata, automountServiceAccountToken: false },
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'Role',
      metadata,
      rules: [
        {
          apiGroups: [''],
          resources: ['pods', 'services', 'configmaps', 'persistentvolumeclaims'],
          verbs: ['create', 'get', 'list', 'watch', 'update', 'patch', 'delete', 'deletecollection'],
        },
      ],
    },
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'RoleBinding',
      metadata,
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: SPARK_ACCOUNT },
      subjects: [{ kind: 'ServiceAccount', name: SPARK_ACCOUNT, namespace }],
    },
  ];
}

/** As Spark writes it. */
const inMebibytes = (size: Size): string => `${Math.ceil(size.toBytes() / 1024 ** 2)}m`;

const someOrNone = <Each>(all: readonly Each[]): readonly Each[] | undefined =>
  all.length > 0 ? all : undefined;
