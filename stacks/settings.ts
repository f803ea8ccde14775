import type { Node } from 'constructs';
import type { ContainerImage } from '../constructs/core/container-image';
import { Images } from '../constructs/core/image-catalogue';
import type { ImageCatalogue } from '../constructs/core/platform';
import { DOCKER_PLATFORM_PROPERTIES } from '../constructs/core/docker-platform-props';
import { nearest } from '../constructs/core/nearest';
import { problemOf } from '../constructs/core/properties';
import { ValidationError } from '../constructs/core/validation-error';
import { localImageReference } from '../constructs/local-images/local-images';
import { applicationImage, localFamily } from '../constructs/local-images';
import { PROFILES, type Profile } from './profile';

const METADATA_MODES = ['zookeeper', 'kraft'] as const;
export type MetadataMode = (typeof METADATA_MODES)[number];

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
  /** The project's own applications: built by the set-up, whatever the family of the other images. */
  readonly applications: { readonly listener: ContainerImage };
}

const DEFAULTS = {
  PLATFORM_NAME: 'streaming',
  PLATFORM_PORT_OFFSET: '0',
  PLATFORM_PATIENCE: '1',
  PLATFORM_PROFILE: 'standard',
  PLATFORM_IMAGES: 'public',
  PLATFORM_IMAGE_REGISTRY: '',
  PLATFORM_METADATA: 'zookeeper',
};

/**
 * Reads the settings from the environment, else from cdktf's context, else takes the defaults.
 * @throws ValidationError naming every setting that cannot be read
 */
export function readSettings(
  environment: Readonly<Record<string, string | undefined>>,
  context: Pick<Node, 'tryGetContext' | 'getAllContext'>,
  imagesFolder: string,
): Settings {
  const value = (name: keyof typeof DEFAULTS): string => {
    const given: unknown = environment[name] || (context.tryGetContext(name) ?? DEFAULTS[name]);
    return typeof given === 'string' ? given : JSON.stringify(given);
  };
  const platformName = value('PLATFORM_NAME');
  const misnamed = problemOf(DOCKER_PLATFORM_PROPERTIES.platformName, platformName);
  const profile = value('PLATFORM_PROFILE');
  const family = value('PLATFORM_IMAGES');
  const mode = value('PLATFORM_METADATA');
  const metadata = METADATA_MODES.find((each) => each === mode);
  const portOffset = value('PLATFORM_PORT_OFFSET');
  const patience = value('PLATFORM_PATIENCE');
  const known = Object.keys(PROFILES);
  const problems = [
    ...misspelt([...Object.keys(environment), ...Object.keys(context.getAllContext() as object)]),
    ...(misnamed === undefined ? [] : [`PLATFORM_NAME ${misnamed}.`]),
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
    ...(metadata ? [] : [`PLATFORM_METADATA must be ${METADATA_MODES.join(' or ')}, got '${mode}'.`]),
  ];
  if (!metadata || problems.length > 0) throw ValidationError.of('settings', problems);
  return {
    platformName,
    portOffset: Number(portOffset),
    patience: Number(patience),
    profile: PROFILES[profile as keyof typeof PROFILES],
    images:
      family === 'local'
        ? localFamily(imagesFolder)
        : // Of all images, only the builder has the certificate authorities of the host.
          Images.public(
            value('PLATFORM_IMAGE_REGISTRY') || undefined,
            localImageReference(imagesFolder, 'builder'),
          ),
    metadata,
    applications: { listener: applicationImage(imagesFolder, 'listener', { user: 'appuser' }) },
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
