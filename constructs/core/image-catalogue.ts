import { ContainerImage } from './container-image';
import { localImageReference } from './local-image';

/** One image a product. */
export interface ImageCatalogue {
  readonly zooKeeper: ContainerImage;
  readonly kafka: ContainerImage;
  readonly kafkaUi: ContainerImage;
  readonly spark: ContainerImage;
}

/** Spark's Kafka source and sink, of exactly the Spark and Scala version of the images below. */
const SPARK_KAFKA = 'org.apache.spark:spark-sql-kafka-0-10_2.12:3.5.7';

/** Published on GitHub's registry; a mirror has it by this name. */
const KAFKA_UI = 'kafbat/kafka-ui:v1.5.0';

/** The families of images. A family is taken as a whole; single images are replaced by spreading: `{ ...Images.public(), kafka }`. */
export class Images {
  /**
   * The images that Kafka's and Spark's users know.
   * @param registry prefix of a mirror, such as `mirror.example.com/hub`. @default - the Engine's default registry
   */
  public static public(registry?: string): ImageCatalogue {
    const of = (reference: string): ContainerImage =>
      ContainerImage.of(registry ? `${registry.replace(/\/+$/, '')}/${reference}` : reference);
    return {
      zooKeeper: of('confluentinc/cp-zookeeper:7.9.6'),
      kafka: of('confluentinc/cp-kafka:7.9.6'),
      kafkaUi: registry ? of(KAFKA_UI) : ContainerImage.of(`ghcr.io/${KAFKA_UI}`),
      spark: of('apache/spark:3.5.7-scala2.12-java17-python3-ubuntu'),
    };
  }

  /**
   * Images built from package registries only, with the same environment contracts, for engines that reach no image registry.
   * @param directory the folder with one build context a product; its content decides the tags
   */
  public static local(directory: string): ImageCatalogue {
    const of = (product: string, bundledPackages: readonly string[] = []): ContainerImage =>
      ContainerImage.of(localImageReference(directory, product), { readOnlyRoot: true, bundledPackages });
    return {
      zooKeeper: of('zookeeper'),
      kafka: of('kafka'),
      kafkaUi: of('kafka-ui'),
      spark: of('spark', [SPARK_KAFKA]),
    };
  }

  private constructor() {}
}

export { SPARK_KAFKA as SPARK_KAFKA_PACKAGE };
