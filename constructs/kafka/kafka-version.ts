import type { ContainerImage } from '../core/container-image';
import { nameOf } from '../core/image-reference';

/** Kafka's major version; undefined where the image does not tell. */
export const kafkaMajorVersion = (image: ContainerImage): number | undefined =>
  major(image.version, image.reference);

/** The same, where only the tag of somebody else's image looks so. */
export const likelyMajorVersion = (image: ContainerImage): number | undefined =>
  major(image.likelyVersion, image.reference);

/** Confluent Platform is 4 ahead of the Kafka in it, and Kafka itself has no 5 yet. */
function major(version: string | undefined, reference: string): number | undefined {
  if (version === undefined) return undefined;
  const first = parseInt(version, 10);
  const ofPlatform = nameOf(reference).startsWith('cp-') || (first > 4 && first < 10);
  return ofPlatform ? first - 4 : first;
}

/** Whether brokers of an image cannot keep their metadata themselves, as far as it tells what it is. */
export function isBeforeKraft({ version, reference }: ContainerImage): boolean {
  const [major = Infinity, minor = Infinity] = (version ?? '').split('.').filter(Boolean).map(Number);
  const [first, second] = nameOf(reference).startsWith('cp-') ? [7, 4] : [3, 3];
  return major < first || (major === first && minor < second);
}
