import { TerraformStack } from 'cdktf';
import { ofPlatform } from '../core/mounts';
import { Construct, type IConstruct } from 'constructs';
import type { ConnectOperator } from '../connect/operator';
import { ContainerImage } from '../core/container-image';
import { addDependencies, addStackDependency } from '../core/dependencies';
import { Images, withNeeds } from '../core/image-catalogue';
import type {
  ContainerDescription,
  ImageCatalogue,
  IPlatform,
  IVolume,
  ServiceDescription,
  TaskDescription,
} from '../core/platform';
import { LABEL } from '../core/labels';
import { placed } from '../core/placed';
import { validateProps } from '../core/properties';
import { ensureProvider } from '../core/provider';
import type { SecretFiles } from '../core/secret-file';
import { Size } from '../core/size';
import { reserveName } from '../core/unique-name';
import { isRefused, reportProblem, validate, type TreeRule } from '../core/validation';
import type { KafkaOperator } from '../kafka/operator';
import { Claim } from './claim';
import { RESTRICTED } from './hardening';
import {
  KUBERNETES_PLATFORM_PROPERTIES,
  NAMESPACE_CLAIM,
  type KubernetesPlatformProps,
} from './kubernetes-platform-props';
import { KubectlProvider, Manifest, type KubernetesObject } from './manifest';
import { RUNS_ELSEWHERE, elsewhere, SERVICE_OBJECT, WORKLOAD_RULES } from './workload-rules';
import { configMap, deployment, job, networkPolicy, service as serviceObject } from './objects';
import { Relations } from './relations';
import { OPEN_DOOR, Strimzi } from './strimzi';
import { StrimziWorkers } from './strimzi-workers';
import { SparkApplications } from './spark-applications';
import { Workload } from './workload';

const KAFKA = '4.2.1';

/**
 * A namespace of Kubernetes: Strimzi's operator, which the cluster has already, runs brokers there; all else are Deployments,
 * as hardened as containers elsewhere. Only who works with something is let in to it.
 * @see https://strimzi.io/docs/operators/latest/deploying.html
 */
export class KubernetesPlatform extends Construct implements IPlatform {
  public readonly platformName: string;
  public readonly networkName: string;
  public readonly images: ImageCatalogue;
  public readonly patience: number;
  /** @internal */
  public readonly isKubernetes = true;
  /** @internal */
  public readonly kafkaOperator: KafkaOperator;
  /** @internal */
  public readonly connectOperator: ConnectOperator;
  /** @internal */
  public readonly sparkOperator: SparkApplications;
  private readonly props: KubernetesPlatformProps;
  private readonly strimzi: Strimzi;
  private readonly relations = new Relations();
  private readonly workloads = new Map<IConstruct, Workload>();

  /** What is broken is refused at synth, all of it together. */
  public constructor(scope: Construct, id: string, props: KubernetesPlatformProps = {}) {
    super(...placed(scope, id));
    this.props = validateProps(this, props, KUBERNETES_PLATFORM_PROPERTIES);
    const { namespace = 'streaming', kafkaVersion = KAFKA, images, patience = 1 } = this.props;
    this.platformName = namespace;
    this.networkName = namespace;
    this.patience = patience;
    this.images = catalogue(kafkaVersion, images);
    reserveName(this, this.node.root, NAMESPACE_CLAIM, namespace);
    this.strimzi = new Strimzi(
      this,
      { ...this.props, namespace, brokerStorage: this.props.brokerStorage ?? Size.gibibytes(20) },
      (...object) => this.make(...object),
    );
    this.kafkaOperator = this.strimzi;
    this.connectOperator = new StrimziWorkers(this, this.relations, (...object) => this.make(...object));
    const { sharedStorageClass } = this.props;
    const shared = (name: string): IVolume => this.claim(name, sharedStorageClass, true);
    this.sparkOperator = new SparkApplications(
      this,
      namespace,
      sharedStorageClass === undefined ? undefined : shared,
      (...object) => this.make(...object),
    );
    this.relations.name((other) => this.strimzi.nameOf(other));
    this.make(this, 'Resource', () => ({
      apiVersion: 'v1',
      kind: 'Namespace',
      // By which commands know whose it is, and all that is in it.
      metadata: { name: namespace, labels: RESTRICTED, annotations: { [LABEL.platform]: namespace } },
    }));
  }

  public containerName(serviceName: string): string {
    return serviceName;
  }

  /** Others find it by its name alone. @internal */
  public aliasesOf(): readonly string[] {
    return [];
  }

  /** That of `kubectl port-forward`: nothing is bound on a machine. */
  public hostPort(port: number): number {
    return port;
  }

  public volume(name: string): IVolume {
    return this.claim(name, this.props.storageClass);
  }

  public extendImage(scope: IConstruct): void {
    reportProblem(scope, NOTHING_BUILT, NOT_BUILT);
  }

  /** @internal */
  public addSecretFiles(
    scope: IConstruct,
    files: SecretFiles,
    labels: Readonly<Record<string, string>>,
  ): void {
    for (const [each, workload] of this.workloads)
      if (each.node.scopes.includes(scope)) workload.add(files, labels);
  }

  /** @internal */
  public reaches(scope: IConstruct, other: IConstruct): void {
    this.relations.add(scope, other);
    const sentence = this.strimzi.closedTo(other);
    if (sentence !== undefined && !isRefused(scope)) reportProblem(scope, OPEN_DOOR, sentence);
  }

  public runService(scope: IConstruct, service: ServiceDescription): void {
    const instead = elsewhere(service);
    if (instead !== undefined) {
      // Said once of an ensemble, say, and not of each of its nodes.
      const whole = scope.node.scope ?? scope;
      if (!whole.node.metadata.some(({ data }) => data === instead))
        reportProblem(whole, RUNS_ELSEWHERE, instead);
      whole.node.addMetadata('cdktf-streaming/instead', instead);
    }
    const workload = this.workload(scope, service);
    const driver = this.sparkOperator.manifest(scope, workload, service, this.patience);
    if (driver) {
      this.order(scope, [driver], service);
      return;
    }
    const made = [
      this.make(scope, 'Resource', () => deployment(workload, service, this.patience)),
      ...(service.ports.length > 0
        ? [this.make(scope, 'service', () => serviceObject(workload, service))]
        : []),
      this.make(scope, 'policy', () => networkPolicy(workload, service)),
    ];
    this.order(scope, made, service);
  }

  public runTask(scope: IConstruct, task: TaskDescription): void {
    const workload = this.workload(scope, task);
    this.order(scope, [this.make(scope, 'Resource', () => job(workload))], task);
  }

  private workload(scope: IConstruct, description: ContainerDescription): Workload {
    validate(scope, { ...description, ports: portsOf(description) }, WORKLOAD_RULES);
    const { serviceName, dependsOn = [] } = description;
    reserveName(scope, this, SERVICE_OBJECT, serviceName);
    for (const other of dependsOn) this.relations.add(scope, other);
    this.relations.has(scope, serviceName);
    const workload = new Workload(this.platformName, description, () => this.relations.of(scope));
    this.workloads.set(scope, workload);
    return workload;
  }

  private order(scope: IConstruct, made: readonly Manifest[], description: ContainerDescription): void {
    const { volumes = [], files = {}, dependsOn = [] } = description;
    const workload = this.workloads.get(scope) as Workload;
    const configs =
      Object.keys(files).length > 0 ? [this.make(scope, 'files', () => configMap(workload))] : [];
    addStackDependency(scope, this);
    for (const each of made)
      addDependencies(each, [...configs, ...ofPlatform(volumes).map(({ volume }) => volume), ...dependsOn]);
  }

  private claim(name: string, storageClass: string | undefined, isShared = false): IVolume {
    const id = `volume-${name}`;
    const made = this.node.tryFindChild(id) as Claim | undefined;
    const size = this.props.volumeStorage ?? Size.gibibytes(1);
    const options = { namespace: this.platformName, size, storageClass, isShared };
    return made ?? new Claim(this, id, options, name, (...object) => this.make(...object));
  }

  private make(scope: IConstruct, id: string, object: () => KubernetesObject): Manifest {
    const { kubeConfig: configPath, kubeContext: configContext } = this.props;
    const config = { configPath, configContext };
    const provider = ensureProvider(
      scope,
      KubectlProvider,
      'kubectl',
      config,
      (each) => each.config.configPath === configPath && each.config.configContext === configContext,
    );
    const manifest = new Manifest(scope, id, provider, object);
    if (scope !== this) {
      addStackDependency(scope, this);
      const namespace = this.node.tryFindChild('Resource');
      if (namespace && TerraformStack.of(scope) === TerraformStack.of(this))
        addDependencies(manifest, [namespace]);
    }
    return manifest;
  }
}

/** Strimzi's own images run Kafka, of which the version is all that is said. */
function catalogue(kafkaVersion: string, images: KubernetesPlatformProps['images'] = {}): ImageCatalogue {
  const usual = Images.public(undefined, undefined, '4');
  const kafka = ContainerImage.of(`apache/kafka:${kafkaVersion}`);
  const all = withNeeds({ ...usual, ...images, kafka, kafkaConnect: kafka });
  return Object.fromEntries(
    Object.entries(all).map(([product, image]: [string, ContainerImage]) => [
      product,
      image.withoutVolumes(),
    ]),
  ) as unknown as ImageCatalogue;
}

const portsOf = (description: ContainerDescription): ServiceDescription['ports'] =>
  (description as Partial<ServiceDescription>).ports ?? [];

const NOTHING_BUILT: TreeRule = {
  requires: 'On Kubernetes no image is built: nodes take what is in a registry.',
  source: 'policy',
};
const NOT_BUILT =
  'what is added to its image must be in it already on Kubernetes, where no image is built; build one, push it to a registry that the nodes reach, and give ContainerImage.of(…) of it to the KubernetesPlatform as one of images.';
export const KUBERNETES_PLATFORM_TREE_RULES: readonly TreeRule[] = [NAMESPACE_CLAIM, NOTHING_BUILT];
