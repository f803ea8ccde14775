import { join, resolve } from 'node:path';
import type { Node } from 'constructs';
import type { ContainerImage } from '../constructs/core/container-image';
import { Images } from '../constructs/core/image-catalogue';
import type { ImageCatalogue } from '../constructs/core/platform';
import { nearest } from '../constructs/core/nearest';
import { KAFKA_LINES, SPARK_LINES, type KafkaLine, type SparkLine } from '../constructs/core/setting-tables';
import { ValidationError } from '../constructs/core/validation-error';
import { localImageReference } from '../constructs/local-images/local-images';
import { applicationImage, localFamily } from '../constructs/local-images';
import { Certificates } from '../constructs/kafka/certificates';
import type { KubernetesPlatformProps } from '../constructs/kubernetes/kubernetes-platform-props';
import { onKubernetes, PROFILES, type Profile } from './profile';
import { problemsOnDocker, problemsOnKubernetes } from './target';

const METADATA_MODES = ['zookeeper', 'kraft'] as const;
export type MetadataMode = (typeof METADATA_MODES)[number];
const TARGETS = ['docker', 'kubernetes'] as const;
const SECURITIES = ['plain', 'secured'] as const;
const isLine = (text: string): text is KafkaLine => (KAFKA_LINES as readonly string[]).includes(text);
const isSparkLine = (text: string): text is SparkLine => (SPARK_LINES as readonly string[]).includes(text);

/** What a deploy is asked for, beside the code. */
export interface Settings {
  readonly platformName: string;
  readonly portOffset: number;
  /** How many times as long as usual everything may take. */
  readonly patience: number;
  readonly profile: Profile;
  readonly images: ImageCatalogue;
  /** Where Kafka keeps its metadata. */
  readonly metadata: MetadataMode;
  /** Of a secured platform, on which everybody shows one; a plain one has none. */
  readonly certificates?: Certificates;
  /** Where it runs on Kubernetes, and not on Docker. */
  readonly kubernetes?: Pick<KubernetesPlatformProps, 'sharedStorageClass'>;
  /** The project's own applications: built by the set-up, whatever the family of the other images. */
  readonly applications: { readonly listener: ContainerImage };
}

/** Where the project keeps what the settings need. */
export interface Folders {
  readonly images: string;
  /** In which each secured platform has a folder of its own. */
  readonly secrets: string;
}

export const foldersOf = (project: string): Folders => ({
  images: join(project, 'images'),
  secrets: join(project, '.secrets'),
});

export const DEFAULTS = {
  PLATFORM_TARGET: 'docker',
  PLATFORM_NAME: 'streaming',
  PLATFORM_PORT_OFFSET: '0',
  PLATFORM_PATIENCE: '1',
  PLATFORM_PROFILE: 'standard',
  PLATFORM_IMAGES: 'public',
  PLATFORM_IMAGE_REGISTRY: '',
  PLATFORM_KAFKA: '',
  PLATFORM_SPARK: '3.5',
  PLATFORM_METADATA: '',
  PLATFORM_SECURITY: 'plain',
  PLATFORM_SHARED_STORAGE_CLASS: '',
};
type Name = keyof typeof DEFAULTS;

/** Where metadata is, and which line of Kafka. Left out, each is what goes with the rest. */
export function kafkaOf(value: (name: Name) => string | undefined): {
  readonly mode: string;
  readonly kafka: string;
} {
  const isSecured = value('PLATFORM_SECURITY') === 'secured';
  const asked = value('PLATFORM_KAFKA');
  const isNewer = asked === '4' || value('PLATFORM_TARGET') === 'kubernetes';
  const mode = value('PLATFORM_METADATA') || (isSecured || isNewer ? 'kraft' : 'zookeeper');
  // No secured platform has run with 4 yet.
  return { mode, kafka: asked || (mode === 'kraft' && !isSecured ? '4' : '3.9') };
}

/**
 * Reads the settings from the environment, else from cdktf's context, else takes the defaults.
 * @throws ValidationError naming every setting that cannot be read
 */
export function readSettings(
  environment: Readonly<Record<string, string | undefined>>,
  context: Pick<Node, 'tryGetContext' | 'getAllContext'>,
  folders: Folders,
): Settings {
  const value = (name: Name): string => {
    const given: unknown = environment[name] || (context.tryGetContext(name) ?? DEFAULTS[name]);
    return typeof given === 'string' ? given : JSON.stringify(given);
  };
  const platformName = value('PLATFORM_NAME');
  const target = value('PLATFORM_TARGET');
  const isOnKubernetes = target === 'kubernetes';
  const profile = value('PLATFORM_PROFILE');
  const family = value('PLATFORM_IMAGES');
  const security = value('PLATFORM_SECURITY');
  const isSecured = security === 'secured';
  const { mode, kafka } = kafkaOf(value);
  const spark = value('PLATFORM_SPARK');
  const metadata = METADATA_MODES.find((each) => each === mode);
  const portOffset = value('PLATFORM_PORT_OFFSET');
  const patience = value('PLATFORM_PATIENCE');
  const known = Object.keys(PROFILES);
  const problems = [
    ...misspelt([...Object.keys(environment), ...Object.keys(context.getAllContext() as object)]),
    ...(isOnKubernetes ? problemsOnKubernetes(value) : problemsOnDocker(value)),
    ...(known.includes(profile)
      ? []
      : [`PLATFORM_PROFILE must be one of ${known.join(', ')}, got '${profile}'.`]),
    ...(['public', 'local'].includes(family)
      ? []
      : [`PLATFORM_IMAGES must be public or local, got '${family}'.`]),
    ...(/^\d{1,5}$/.test(portOffset) && Number(portOffset) <= 50_000
      ? []
      : [`PLATFORM_PORT_OFFSET must be a whole number from 0 to 50000, got '${portOffset}'.`]),
    ...(/^([1-9]|10)$/.test(patience)
      ? []
      : [`PLATFORM_PATIENCE must be a whole number from 1 to 10, got '${patience}'.`]),
    ...(isLine(kafka) ? [] : [`PLATFORM_KAFKA must be ${KAFKA_LINES.join(' or ')}, got '${kafka}'.`]),
    ...(isSparkLine(spark) ? [] : [`PLATFORM_SPARK must be ${SPARK_LINES.join(' or ')}, got '${spark}'.`]),
    ...(kafka === '4' && !isOnKubernetes && metadata === 'zookeeper'
      ? [
          'PLATFORM_KAFKA must not be 4 while PLATFORM_METADATA is zookeeper, which ended with Kafka 3.9; set PLATFORM_METADATA=kraft, where a platform that runs has to move first, or leave PLATFORM_KAFKA out.',
        ]
      : []),
    ...(metadata ? [] : [`PLATFORM_METADATA must be ${METADATA_MODES.join(' or ')}, got '${mode}'.`]),
    ...((TARGETS as readonly string[]).includes(target)
      ? []
      : [`PLATFORM_TARGET must be ${TARGETS.join(' or ')}, got '${target}'.`]),
    ...((SECURITIES as readonly string[]).includes(security)
      ? []
      : [`PLATFORM_SECURITY must be ${SECURITIES.join(' or ')}, got '${security}'.`]),
    ...(isSecured && !isOnKubernetes && metadata === 'zookeeper'
      ? [
          'PLATFORM_SECURITY must not be secured while PLATFORM_METADATA is zookeeper, because whoever reaches that makes themselves every user and right; set PLATFORM_METADATA=kraft, or leave it out.',
        ]
      : []),
  ];
  if (!metadata || !isLine(kafka) || !isSparkLine(spark) || problems.length > 0)
    throw ValidationError.of('settings', problems);
  const registry = value('PLATFORM_IMAGE_REGISTRY') || undefined;
  // An Engine has its own images by their own names; nodes take them from where they were pushed to.
  const pushedTo = isOnKubernetes ? registry : undefined;
  const chosen: Profile = PROFILES[profile as keyof typeof PROFILES];
  const listener = { user: 'appuser', uid: 1000 };
  return {
    platformName,
    portOffset: Number(portOffset),
    patience: Number(patience),
    profile: isOnKubernetes ? onKubernetes(chosen) : chosen,
    images:
      family === 'local'
        ? localFamily(folders.images, kafka, spark, pushedTo)
        : // Of all images, only the builder has the certificate authorities of the host.
          Images.public(registry, localImageReference(folders.images, 'builder'), kafka, spark),
    metadata,
    ...(isSecured && { certificates: Certificates.folder(resolve(join(folders.secrets, platformName))) }),
    ...(isOnKubernetes && { kubernetes: { sharedStorageClass: value('PLATFORM_SHARED_STORAGE_CLASS') } }),
    applications: { listener: applicationImage(folders.images, 'listener', listener, pushedTo) },
  };
}

/** What looks like a setting and is none would have no effect, and nobody would know. */
function misspelt(given: readonly string[]): string[] {
  const names = Object.keys(DEFAULTS);
  return [...new Set(given)]
    .filter((name) => name.startsWith('PLATFORM_') && !names.includes(name))
    .map(
      (name) =>
        `${name} is not a setting; did you mean ${nearest(name, names)}? There are ${names.join(', ')}.`,
    );
}
