import { join } from 'node:path';
import { ContainerImage, type ContainerImageOptions } from '../core/container-image';
import {
  APICURIO_AVRO_CONVERTER,
  CONNECTORS,
  inRegistry,
  mustBeLines,
  SPARK_KAFKA_PACKAGES,
} from '../core/image-catalogue';
import type { ImageCatalogue } from '../core/platform';
import type { KafkaLine, SparkLine } from '../core/setting-tables';
import { localImageReference, localImages, referenceAmong } from './local-images';

/** Where the package has its Dockerfiles. */
const PACKAGED = join(__dirname, '..', 'images');

/** The image of its line of Spark, by its name in `images.json`. */
const SPARK: Readonly<Record<SparkLine, string>> = { '3.5': 'spark', '4': 'spark-4' };

/** The images of its line of Kafka, by their names in `images.json`. */
const OF_LINE: Readonly<Record<KafkaLine, { readonly kafka: string; readonly kafkaConnect: string }>> = {
  '3.9': { kafka: 'kafka', kafkaConnect: 'kafka-connect' },
  '4': { kafka: 'kafka-4', kafkaConnect: 'kafka-connect-4' },
};

/**
 * The family `local`: images that `cdktf-streaming setup` builds from package registries only, with the same environment
 * contracts as the public ones, for Engines that reach no image registry.
 * @param directory the folder of `images.json`, with one build context a product; its content decides the tags.
 * @default - that of this package
 * @param kafka the line of Kafka: the last with ZooKeeper, or the one without. @default '3.9'
 * @param spark the line of Spark. @default '3.5'
 * @param registry prefix of the one that the images were pushed to, such as `registry.example.com/team`, where no Engine of
 * one machine runs them. @default - none
 * @throws ValidationError if `images.json` names none of these, or there is no such line
 */
export function localFamily(
  directory = PACKAGED,
  kafka: KafkaLine = '3.9',
  spark: SparkLine = '3.5',
  registry?: string,
): ImageCatalogue {
  mustBeLines('localFamily', kafka, spark);
  const images = localImages(directory);
  const of = (product: string, options?: ContainerImageOptions): ContainerImage =>
    builtImage(inRegistry(referenceAmong(images, product), registry), options);
  return {
    zooKeeper: of('zookeeper', { jmxExporter: true }),
    kafka: of(OF_LINE[kafka].kafka, { jmxExporter: true }),
    kafkaConnect: of(OF_LINE[kafka].kafkaConnect, {
      jmxExporter: true,
      pluginClasses: [...CONNECTORS, APICURIO_AVRO_CONVERTER],
      fetcher: referenceAmong(images, 'builder'),
    }),
    kafkaUi: of('kafka-ui', { uid: 999 }),
    schemaRegistry: of('schema-registry', { groupPerStart: true, metricsPath: '/metrics' }),
    spark: of(SPARK[spark], { bundledPackages: [SPARK_KAFKA_PACKAGES[spark]] }),
    prometheus: of('prometheus'),
  };
}

/**
 * The image of an application of the project's own. It is no member of a family: nobody publishes it, so the set-up
 * builds it whatever the family, and it is given to the construct that runs it.
 * @param directory the folder of `images.json`
 * @param product its name there
 * @param registry prefix of the one that it was pushed to. @default - none
 * @throws ValidationError if `images.json` does not name it
 */
export function applicationImage(
  directory: string,
  product: string,
  options?: ContainerImageOptions,
  registry?: string,
): ContainerImage {
  return builtImage(inRegistry(localImageReference(directory, product), registry), options);
}

function builtImage(reference: string, options?: ContainerImageOptions): ContainerImage {
  return ContainerImage.of(reference, { readOnlyRoot: true, ...options });
}
