import { ContainerImage, type ContainerImageOptions } from '../constructs/core/container-image';
import { APICURIO_AVRO_CONVERTER, CONNECTORS, SPARK_KAFKA_PACKAGE } from '../constructs/core/image-catalogue';
import type { ImageCatalogue } from '../constructs/core/platform';
import { localImageReference } from '../images/local-images';

/**
 * The family `local`: images built from package registries only, with the same environment contracts as the public
 * ones, for engines that reach no image registry.
 * @param directory the folder of `images.json`, with one build context a product; its content decides the tags
 */
export function localFamily(directory: string): ImageCatalogue {
  const of = (product: string, options?: ContainerImageOptions): ContainerImage =>
    applicationImage(directory, product, options);
  return {
    zooKeeper: of('zookeeper'),
    kafka: of('kafka'),
    kafkaConnect: of('kafka-connect', {
      pluginClasses: [...CONNECTORS, APICURIO_AVRO_CONVERTER],
      fetcher: localImageReference(directory, 'builder'),
    }),
    kafkaUi: of('kafka-ui'),
    schemaRegistry: of('schema-registry'),
    spark: of('spark', { bundledPackages: [SPARK_KAFKA_PACKAGE] }),
  };
}

/**
 * The image of an application of the project's own. It is no member of a family: nobody publishes it, so the set-up
 * builds it whatever the family, and it is given to the construct that runs it.
 */
export function applicationImage(
  directory: string,
  product: string,
  options?: ContainerImageOptions,
): ContainerImage {
  return ContainerImage.of(localImageReference(directory, product), { readOnlyRoot: true, ...options });
}
