import { allOf, check, object, size, text, wholeNumber } from '../core/checks';
import { IMAGE } from '../core/container-image';
import type { ImageCatalogue } from '../core/platform';
import type { Properties } from '../core/properties';
import type { Size } from '../core/size';
import type { UniqueName } from '../core/unique-name';

/** What runs beside Kafka, whose images are Strimzi's own. */
export type KubernetesImages = Pick<ImageCatalogue, 'kafkaUi' | 'schemaRegistry' | 'spark'>;

export interface KubernetesPlatformProps {
  /** Where everything is, and what Kafka and Spark are called. 1 to 40 of a-z, 0-9 and '-', beginning with a letter; made by the deploy. @default 'streaming' */
  readonly namespace?: string;
  /**
   * What brokers and workers of Connect run: a version that the cluster's Strimzi knows, 4.2.0 or later.
   * @default '4.2.1'
   * @see https://strimzi.io/downloads/
   */
  readonly kafkaVersion?: string;
  /** Of registry, page and Spark, each in a registry that the nodes reach. @default - those of Images.public() */
  readonly images?: Partial<KubernetesImages>;
  /** Storage that each broker claims; it may grow where its class allows that, and never shrink. @default Size.gibibytes(20) */
  readonly brokerStorage?: Size;
  /** Storage that each other volume claims. @default Size.gibibytes(1) */
  readonly volumeStorage?: Size;
  /** The class of all claims. @default - the cluster's own default */
  readonly storageClass?: string;
  /** The class of volumes that pods on several nodes write, such as the checkpoints of Spark. @default - none: there can be no such volume */
  readonly sharedStorageClass?: string;
  /** The label of nodes that says in which zone they are: brokers are spread over zones, and so are the replicas of partitions. @default - zones are not heeded */
  readonly zoneLabel?: string;
  /** How many times as long everything may take, for slow clusters. A whole number from 1 to 10. @default 1 */
  readonly patience?: number;
  /** Where Terraform finds the cluster: a file as kubectl has it. @default - as kubectl finds it */
  readonly kubeConfig?: string;
  /** Which of that file's contexts. @default - the current one */
  readonly kubeContext?: string;
}

const NAMES = 'https://kubernetes.io/docs/concepts/overview/working-with-objects/names/';
const LABELS = 'https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/';
const CONFIG = 'https://kubernetes.io/docs/concepts/configuration/organize-cluster-access-kubeconfig/';

/** Namespaces that every cluster has. */
const ITS_OWN = /^(default|kube-.*)$/;
const CLASS = text(NAMES, 'the name of a StorageClass', /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/);

export const KUBERNETES_IMAGES_PROPERTIES: Properties<Partial<KubernetesImages>> = {
  kafkaUi: IMAGE,
  schemaRegistry: IMAGE,
  spark: IMAGE,
};

export const KUBERNETES_PLATFORM_PROPERTIES: Properties<KubernetesPlatformProps> = {
  namespace: allOf(
    text(
      NAMES,
      "1 to 40 of a-z, 0-9 and '-', beginning with a letter, not ending with '-'",
      /^[a-z]([a-z0-9-]{0,38}[a-z0-9])?$/,
    ),
    check(NAMES, "none of Kubernetes' own, default and kube-…", (name) => !ITS_OWN.test(String(name))),
  ),
  kafkaVersion: text(
    'https://github.com/strimzi/strimzi-kafka-operator/blob/1.0.0/CHANGELOG.md',
    "a version of Kafka of three numbers, 4.2.0 or later, because Strimzi 1 runs no other; such as '4.2.1'",
    /^(4\.([2-9]|\d{2,})|([5-9]|\d{2,})\.\d+)\.\d+$/,
  ),
  images: object(KUBERNETES_IMAGES_PROPERTIES),
  brokerStorage: size('https://strimzi.io/docs/operators/latest/configuring.html'),
  volumeStorage: size('https://kubernetes.io/docs/concepts/storage/persistent-volumes/'),
  storageClass: CLASS,
  sharedStorageClass: CLASS,
  zoneLabel: text(
    LABELS,
    "the key of a label, such as 'topology.kubernetes.io/zone'",
    /^([a-z0-9]([a-z0-9.-]*[a-z0-9])?\/)?[a-zA-Z0-9]([\w.-]{0,61}[a-zA-Z0-9])?$/,
  ),
  patience: wholeNumber('policy', 1, 10),
  kubeConfig: text(CONFIG, 'the path of a file'),
  kubeContext: text(CONFIG, 'the name of a context'),
};

export const NAMESPACE_CLAIM: UniqueName = {
  kind: 'namespace',
  requires: 'Platforms on Kubernetes have different namespaces.',
  source: NAMES,
};
