import type { ContainerImage } from './container-image';
import { nameOf } from './image-reference';
import { LABEL } from './labels';
import type { KafkaLine } from './setting-tables';

/** Kafka's major version; undefined where the image does not tell. */
export const kafkaMajorVersion = (image: ContainerImage): number | undefined =>
  major(image.version, image.reference);

/** The same, where only the tag of somebody else's image looks so. */
export const likelyMajorVersion = (image: ContainerImage): number | undefined =>
  major(image.likelyVersion, image.reference);

/** Kafka's version, without that of a patch: `3.9`; nothing where the image does not tell. As a label says it. */
export function kafkaVersionLabel({ version, reference }: ContainerImage): Record<string, string> {
  const [, minor] = version?.split('.') ?? [];
  return minor === undefined ? {} : { [LABEL.kafkaVersion]: `${major(version, reference)}.${minor}` };
}

/** The line of a major version; the former one where nobody knows. */
export const lineOf = (major: number | undefined): KafkaLine => ((major ?? 3) >= 4 ? '4' : '3.9');

/** The same by properties that nobody has checked yet: they may be anything. */
export function lineBy(major: () => number | undefined): KafkaLine {
  try {
    return lineOf(major());
  } catch {
    return lineOf(undefined);
  }
}

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
