import { Construct, type IConstruct } from 'constructs';
import type { IVolume, ServiceDescription } from '../core/platform';
import { reportProblem, validate, type Rule, type TreeRule } from '../core/validation';
import type { OperatedApplication, SparkOperator } from '../spark/operator';
import type { MakeObject, Manifest } from './manifest';
import { sparkAccount, sparkApplication } from './spark-operator';
import type { Workload } from './workload';

const SPARK = 'https://spark.apache.org/docs/latest/running-on-kubernetes.html';

export const SPARK_OPERATOR_RULES: readonly Rule<OperatedApplication>[] = [
  {
    requires: 'On Kubernetes the code of an application is Python files, or in the image.',
    fails: ({ code }) => code.build !== undefined,
    message: ({ code }) =>
      `code must be in the image already on Kubernetes, where no image is built; push one that has it, and give SparkCode.inImage('/opt/app/${code.submitted.length > 1 ? "app.jar', 'com.example.Main" : 'main.py'}').`,
    source: 'policy',
  },
  {
    requires: 'On Kubernetes it is known which Spark an image has.',
    fails: ({ sparkVersion }) => sparkVersion === undefined,
    message: () =>
      "the version of Spark in its image must be known on Kubernetes; give the KubernetesPlatform images: { spark: ContainerImage.of(…, { version: '3.5.7' }) }.",
    source: 'https://www.kubeflow.org/docs/components/spark-operator/',
  },
];
export const CHECKPOINT_SHARED: TreeRule = {
  requires: 'On Kubernetes checkpoints are where pods on several nodes write.',
  source: `${SPARK}#using-kubernetes-volumes; policy`,
};
const NOT_SHARED =
  "its checkpoint must be where its driver and executors write on whatever node they are; give the SparkCluster checkpointFolder: 's3a://bucket/checkpoints', or the KubernetesPlatform a sharedStorageClass, whose claims several nodes may write.";
export const SPARK_OPERATOR_TREE_RULES: readonly TreeRule[] = [CHECKPOINT_SHARED];

/** Has applications on Spark run by its operator, which the cluster has already. */
export class SparkApplications implements SparkOperator {
  private readonly operated = new Map<IConstruct, OperatedApplication>();
  private account?: readonly Manifest[];

  /** @param shared makes a claim that several nodes write; undefined where there can be none */
  public constructor(
    private readonly platform: Construct,
    private readonly namespace: string,
    private readonly shared: ((name: string) => IVolume) | undefined,
    private readonly make: MakeObject,
  ) {}

  public runApplication(application: Construct, facts: OperatedApplication): void {
    validate(application, facts, SPARK_OPERATOR_RULES);
    this.operated.set(application, facts);
    this.account ??= sparkAccount(this.namespace).map((object) =>
      this.make(this.platform, `spark ${object.kind}`, () => object),
    );
  }

  public sharedVolume(cluster: Construct, name: string): IVolume {
    return this.shared?.(name) ?? new NoVolume(cluster, 'no volume', name);
  }

  /** What a service is, that is a driver; undefined for any other. */
  public manifest(
    scope: IConstruct,
    workload: Workload,
    { volumes = [] }: ServiceDescription,
    patience: number,
  ): Manifest | undefined {
    const application = scope.node.scope;
    const facts = application && this.operated.get(application);
    if (!facts) return undefined;
    if (volumes.some(({ volume }) => volume instanceof NoVolume))
      reportProblem(application, CHECKPOINT_SHARED, NOT_SHARED);
    return this.make(scope, 'Resource', () => sparkApplication(workload, facts, patience));
  }
}

/** Stands for storage that there is not, until somebody wants it. */
class NoVolume extends Construct implements IVolume {
  public constructor(
    scope: Construct,
    id: string,
    public readonly volumeName: string,
  ) {
    super(scope, id);
  }
}
