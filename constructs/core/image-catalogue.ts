import { statSync } from 'node:fs';
import { join } from 'node:path';
import { check, text } from './checks';
import { ContainerImage, type ContainerImageOptions } from './container-image';
import { localImageReference } from './local-image';
import { problemOf, type Check, type Properties } from './properties';
import { RUNNABLE_PROPERTIES } from './runnable';
import { refusal } from './validation';

/** One image a product. */
export interface ImageCatalogue {
  readonly zooKeeper: ContainerImage;
  readonly kafka: ContainerImage;
  readonly kafkaConnect: ContainerImage;
  readonly kafkaUi: ContainerImage;
  readonly schemaRegistry: ContainerImage;
  readonly spark: ContainerImage;
}

/** Spark's Kafka source and sink, of exactly the Spark and Scala version of the images below. */
const SPARK_KAFKA = 'org.apache.spark:spark-sql-kafka-0-10_2.12:3.5.7';

/** The connectors that both families carry. */
const CONNECTORS = [
  'org.apache.kafka.connect.file.FileStreamSinkConnector',
  'org.apache.kafka.connect.file.FileStreamSourceConnector',
  'org.apache.kafka.connect.mirror.MirrorCheckpointConnector',
  'org.apache.kafka.connect.mirror.MirrorHeartbeatConnector',
  'org.apache.kafka.connect.mirror.MirrorSourceConnector',
];

/** Stands in for Confluent's in the local family: the same bytes, by way of the registry's own interface. */
const APICURIO_AVRO = 'io.apicurio.registry.utils.converter.AvroConverter';

/** Published on GitHub's registry; a mirror has it by this name. */
const KAFKA_UI = 'kafbat/kafka-ui:v1.5.0';

/** The families of images. A family is taken as a whole; single images are replaced by spreading: `{ ...Images.public(), kafka }`. */
export class Images {
  /**
   * The images that Kafka's and Spark's users know.
   * @param registry prefix of a mirror, such as `mirror.example.com/hub`. @default - the Engine's default registry
   * @param fetcher image that downloads what is added to these, such as Connect's plugins. @default - each image itself
   */
  public static public(registry?: string, fetcher?: string): ImageCatalogue {
    if (registry !== undefined && registry !== '') mustBe('Images.public', 'registry', REGISTRY, registry);
    const of = (reference: string, options?: ContainerImageOptions): ContainerImage =>
      ContainerImage.of(registry ? `${registry.replace(/\/+$/, '')}/${reference}` : reference, {
        ...(fetcher !== undefined && { fetcher }),
        ...options,
      });
    return {
      zooKeeper: of('confluentinc/cp-zookeeper:7.9.6'),
      kafka: of('confluentinc/cp-kafka:7.9.6'),
      kafkaConnect: of('confluentinc/cp-kafka-connect:7.9.6', {
        pluginClasses: [
          ...CONNECTORS,
          'io.confluent.connect.avro.AvroConverter',
          'io.confluent.connect.json.JsonSchemaConverter',
          'io.confluent.connect.protobuf.ProtobufConverter',
        ],
      }),
      kafkaUi: registry ? of(KAFKA_UI) : ContainerImage.of(`ghcr.io/${KAFKA_UI}`),
      schemaRegistry: of('confluentinc/cp-schema-registry:7.9.6'),
      spark: of('apache/spark:3.5.7-scala2.12-java17-python3-ubuntu'),
    };
  }

  /**
   * Images built from package registries only, with the same environment contracts, for engines that reach no image registry.
   * @param directory the folder with one build context a product; its content decides the tags
   * @throws ValidationError if it has no images.json that can be read
   */
  public static local(directory: string): ImageCatalogue {
    mustBe('Images.local', 'directory', DIRECTORY, directory);
    const of = (product: string, options?: ContainerImageOptions): ContainerImage =>
      ContainerImage.of(localImageReference(directory, product), { readOnlyRoot: true, ...options });
    return {
      zooKeeper: of('zookeeper'),
      kafka: of('kafka'),
      kafkaConnect: of('kafka-connect', {
        pluginClasses: [...CONNECTORS, APICURIO_AVRO],
        fetcher: localImageReference(directory, 'builder'),
      }),
      kafkaUi: of('kafka-ui'),
      schemaRegistry: of('schema-registry'),
      spark: of('spark', { bundledPackages: [SPARK_KAFKA] }),
    };
  }

  /**
   * The image of an application of the project's own. It is no member of a family: nobody publishes it, so the set-up
   * builds it whatever the family, and it is given to the construct that runs it.
   * @param directory the folder of `images.json`
   * @param product its name there
   * @throws ValidationError if there is no `images.json` that can be read, or no such product in it
   */
  public static application(directory: string, product: string): ContainerImage {
    mustBe('Images.application', 'directory', DIRECTORY, directory);
    return ContainerImage.of(localImageReference(directory, product), { readOnlyRoot: true });
  }

  private constructor() {}
}

/** Before there is an image that a construct could refuse. */
function mustBe(factory: string, name: string, check: Check, value: unknown): void {
  const problem = problemOf(check, value);
  if (problem !== undefined) throw refusal(factory, check, `${name} ${problem}.`);
}

const REGISTRY = text(
  'https://docs.docker.com/reference/cli/docker/image/tag/',
  "the host of a registry, with a path or not, such as 'mirror.example.com/hub'",
  /^[\w.-]+(:\d+)?(\/[\w.-]+)*\/*$/,
);

const DIRECTORY = check(
  'policy',
  'a folder with an images.json that can be read',
  (directory) => typeof directory === 'string' && isFile(join(directory, 'images.json')),
);
const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

const { image } = RUNNABLE_PROPERTIES;

export const IMAGE_CATALOGUE_PROPERTIES: Properties<ImageCatalogue> = {
  zooKeeper: image,
  kafka: image,
  kafkaConnect: image,
  kafkaUi: image,
  schemaRegistry: image,
  spark: image,
};

export { APICURIO_AVRO as APICURIO_AVRO_CONVERTER, SPARK_KAFKA as SPARK_KAFKA_PACKAGE };
