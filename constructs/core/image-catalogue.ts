import { oneOf, text } from './checks';
import { ContainerImage, IMAGE, type ContainerImageOptions, type ImageNeeds } from './container-image';
import type { ImageCatalogue } from './platform';
import { mustBe } from './must-be';
import { required, type Properties } from './properties';
import { byLine, bySparkLine, TABLE_VERSIONS, type KafkaLine, type SparkLine } from './setting-tables';

/** What every image of a product asks of its containers, published or built: its scripts and folders are the same. */
const NEEDS: Readonly<Record<keyof ImageCatalogue, ImageNeeds>> = {
  zooKeeper: {
    user: 'appuser',
    uid: 1000,
    writablePaths: ['/etc/kafka', '/var/log/kafka'],
    declaredVolumes: {
      data: '/var/lib/zookeeper/data',
      log: '/var/lib/zookeeper/log',
      secrets: '/etc/zookeeper/secrets',
    },
  },
  kafka: {
    user: 'appuser',
    uid: 1000,
    writablePaths: ['/etc/kafka', '/var/log/kafka'],
    declaredVolumes: { data: '/var/lib/kafka/data', secrets: '/etc/kafka/secrets' },
  },
  kafkaConnect: {
    user: 'appuser',
    uid: 1000,
    writablePaths: ['/etc/kafka', '/etc/kafka-connect', '/var/log/kafka'],
    declaredVolumes: {
      jars: '/etc/kafka-connect/jars',
      secrets: '/etc/kafka-connect/secrets',
      'kafka-secrets': '/etc/kafka/secrets',
      'kafka-data': '/var/lib/kafka/data',
    },
  },
  // The first that Alpine gives to a system's user.
  kafkaUi: { user: 'kafkaui', uid: 100 },
  schemaRegistry: {
    user: 'appuser',
    uid: 1000,
    writablePaths: ['/etc/schema-registry'],
    declaredVolumes: { secrets: '/etc/schema-registry/secrets' },
  },
  // The user `spark`.
  spark: { user: '185' },
  prometheus: { user: 'nobody', uid: 65_534, declaredVolumes: { data: '/prometheus' } },
  grafana: { user: '472', writablePaths: ['/var/lib/grafana', '/var/log/grafana'] },
};

/** The catalogue, in which every image says what it asks of its containers. */
export function withNeeds(images: ImageCatalogue): ImageCatalogue {
  const { zooKeeper, kafka, kafkaConnect, kafkaUi, schemaRegistry, spark, prometheus, grafana } = images;
  return {
    zooKeeper: zooKeeper.withNeeds(NEEDS.zooKeeper),
    kafka: kafka.withNeeds(NEEDS.kafka),
    kafkaConnect: kafkaConnect.withNeeds(NEEDS.kafkaConnect),
    kafkaUi: kafkaUi.withNeeds(NEEDS.kafkaUi),
    schemaRegistry: schemaRegistry.withNeeds(NEEDS.schemaRegistry),
    spark: spark.withNeeds(NEEDS.spark),
    prometheus: prometheus.withNeeds(NEEDS.prometheus),
    ...(grafana && { grafana: grafana.withNeeds(NEEDS.grafana) }),
  };
}

/** The Scala that the images of a line of Spark are made with. */
const SCALA: Readonly<Record<SparkLine, string>> = { '3.5': '2.12', '4': '2.13' };

/** Spark's Kafka source and sink, of exactly the Spark and Scala version of the images below. */
export const SPARK_KAFKA_PACKAGES = bySparkLine(
  (line) => `org.apache.spark:spark-sql-kafka-0-10_${SCALA[line]}:${TABLE_VERSIONS.spark[line]}`,
);
/** That of the line that is taken where nobody says another. */
export const SPARK_KAFKA_PACKAGE = SPARK_KAFKA_PACKAGES['3.5'];

/** The connectors that Kafka's own distribution carries. */
export const CONNECTORS = [
  'org.apache.kafka.connect.file.FileStreamSinkConnector',
  'org.apache.kafka.connect.file.FileStreamSourceConnector',
  'org.apache.kafka.connect.mirror.MirrorCheckpointConnector',
  'org.apache.kafka.connect.mirror.MirrorHeartbeatConnector',
  'org.apache.kafka.connect.mirror.MirrorSourceConnector',
];

/** Stands in for Confluent's where an image carries it: the same bytes, by way of the registry's own interface. */
const APICURIO_AVRO = 'io.apicurio.registry.utils.converter.AvroConverter';

/** Published on GitHub's registry; a mirror has it by this name. */
const KAFKA_UI = 'kafbat/kafka-ui:v1.5.0';

/** Confluent's, which go with each other, by the line of Kafka in them. */
const CONFLUENT: Readonly<Record<KafkaLine, string>> = { '3.9': '7.9.6', '4': '8.3.2' };

/** The images that are published. They are taken as a whole; single ones are replaced by spreading: `{ ...Images.public(), kafka }`. */
export class Images {
  /**
   * The images that Kafka's and Spark's users know.
   * @param registry prefix of a mirror, such as `mirror.example.com/hub`. @default - the Engine's default registry
   * @param fetcher image that downloads what is added to these, such as Connect's plugins. @default - each image itself
   * @param kafka the line of Kafka: the last with ZooKeeper, or the one without. @default '3.9'
   * @param spark the line of Spark. @default '3.5'
   */
  public static public(
    registry?: string,
    fetcher?: string,
    kafka: KafkaLine = '3.9',
    spark: SparkLine = '3.5',
  ): ImageCatalogue {
    if (registry !== undefined && registry !== '') mustBe('Images.public', 'registry', REGISTRY, registry);
    const of = (reference: string, options?: ContainerImageOptions): ContainerImage =>
      ContainerImage.of(inRegistry(reference, registry), {
        ...(fetcher !== undefined && { fetcher }),
        ...options,
      });
    mustBeLines('Images.public', kafka, spark);
    const version = CONFLUENT[kafka];
    return withNeeds({
      // Nothing of the line without one runs it.
      zooKeeper: of(`confluentinc/cp-zookeeper:${CONFLUENT['3.9']}`),
      kafka: of(`confluentinc/cp-kafka:${version}`),
      kafkaConnect: of(`confluentinc/cp-kafka-connect:${version}`, {
        pluginClasses: [
          ...CONNECTORS,
          'io.confluent.connect.avro.AvroConverter',
          'io.confluent.connect.json.JsonSchemaConverter',
          'io.confluent.connect.protobuf.ProtobufConverter',
        ],
      }),
      kafkaUi: registry ? of(KAFKA_UI) : ContainerImage.of(`ghcr.io/${KAFKA_UI}`),
      schemaRegistry: of(`confluentinc/cp-schema-registry:${version}`),
      // Java 17 is what the local ones have.
      spark: of(`apache/spark:${TABLE_VERSIONS.spark[spark]}-scala${SCALA[spark]}-java17-python3-ubuntu`),
      prometheus: of('prom/prometheus:v2.53.5'),
      grafana: of('grafana/grafana:12.4.10'),
    });
  }

  private constructor() {}
}

/** An image by its name in a registry; by its own name where none is given. */
export const inRegistry = (reference: string, registry: string | undefined): string =>
  registry ? `${registry.replace(/\/+$/, '')}/${reference}` : reference;

/** @throws ValidationError if there is no such line of Kafka, or of Spark */
export function mustBeLines(factory: string, kafka: unknown, spark: unknown): void {
  mustBe(factory, 'kafka', KAFKA_LINE, kafka);
  mustBe(factory, 'spark', SPARK_LINE, spark);
}

const REGISTRY = text(
  'https://docs.docker.com/reference/cli/docker/image/tag/',
  "the host of a registry, with a path or not, such as 'mirror.example.com/hub'",
  /^[\w.-]+(:\d+)?(\/[\w.-]+)*\/*$/,
);

const KAFKA_LINE = oneOf(
  'policy',
  byLine((line) => line),
);
const SPARK_LINE = oneOf(
  'policy',
  bySparkLine((line) => line),
);

const image = required(IMAGE);

export const IMAGE_CATALOGUE_PROPERTIES: Properties<ImageCatalogue> = {
  zooKeeper: image,
  kafka: image,
  kafkaConnect: image,
  kafkaUi: image,
  schemaRegistry: image,
  spark: image,
  prometheus: image,
  grafana: IMAGE,
};

export { APICURIO_AVRO as APICURIO_AVRO_CONVERTER };
