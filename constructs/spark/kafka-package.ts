import { join } from 'node:path';
import type { ContainerImage } from '../core/container-image';
import { SPARK_KAFKA_PACKAGES } from '../core/image-catalogue';
import type { ImageBuild } from '../core/image-build';
import { sparkVersions } from './spark-versions';

const KAFKA_PACKAGE = /^org\.apache\.spark:spark-sql-kafka-0-10(_[\d.]+)?:/;

export const isKafkaPackage = (coordinates: string): boolean => KAFKA_PACKAGE.test(coordinates);

/** The package with Spark's Kafka source and sink that fits the Spark of an image; undefined where nobody knows. */
export function kafkaPackage(image: ContainerImage): string | undefined {
  const { spark, scala } = sparkVersions(image) ?? {};
  return spark && `org.apache.spark:spark-sql-kafka-0-10_${scala}:${spark}`;
}

/** A jar of Maven Central. */
interface Jar {
  readonly coordinates: string;
  readonly sha256: string;
}

/**
 * What a package needs, itself included, that the Spark of its version does not carry: few and small, so that they are
 * put into the driver's image instead of being fetched by the running driver, which knows no proxy.
 * @see https://repo1.maven.org/maven2/org/apache/spark/spark-sql-kafka-0-10_2.12/3.5.7/spark-sql-kafka-0-10_2.12-3.5.7.pom
 */
const JARS: Readonly<Record<string, readonly Jar[]>> = {
  [SPARK_KAFKA_PACKAGES['3.5']]: [
    {
      coordinates: SPARK_KAFKA_PACKAGES['3.5'],
      sha256: '184f8bd4a3cd22299c49090d88b894f81fd7546b4ee64879519a0d76a685dbb8',
    },
    {
      coordinates: 'org.apache.spark:spark-token-provider-kafka-0-10_2.12:3.5.7',
      sha256: '9701914db5c6d09628b58d2d2c1ccd2c9ea28f32f83dd6cb21f98b8237531ff4',
    },
    {
      coordinates: 'org.apache.kafka:kafka-clients:3.4.1',
      sha256: '9d0a9058c8ede79db6e54ae378ed16fe8d1bead2894635a4aa6aa0b7981668c6',
    },
    {
      coordinates: 'org.apache.commons:commons-pool2:2.11.1',
      sha256: 'ea0505ee7515e58b1ac0e686e4d1a5d9f7d808e251a61bc371aa0595b9963f83',
    },
  ],
  [SPARK_KAFKA_PACKAGES['4']]: [
    {
      coordinates: SPARK_KAFKA_PACKAGES['4'],
      sha256: '64539c45e5d39f7ddb747312c239f38f5208d08c1a0ddf7d70beb2fbd9373705',
    },
    {
      coordinates: 'org.apache.spark:spark-token-provider-kafka-0-10_2.13:4.2.0',
      sha256: '641c7947afc8aa1189e433b7c2d305293993c8691bc1c2062d6d4f513b12518c',
    },
    {
      coordinates: 'org.apache.kafka:kafka-clients:3.9.2',
      sha256: '014b4ef36884478a932641818b080c36a8f8e2e92dc771e800c9d2694f4f83d8',
    },
    {
      coordinates: 'org.apache.commons:commons-pool2:2.13.1',
      sha256: 'f77a5060d6936a9144023584232f9de3f2248f1abfe156e9d31795f18770674f',
    },
  ],
};

/** Where a package's jars are in an image that was made by {@link jarsBuild}; undefined where it is fetched as a whole. */
export function jarsOf(coordinates: string): readonly string[] | undefined {
  return JARS[coordinates]?.map((jar) => `/opt/spark/added-jars/${fileOf(jar)}`);
}

/** How the jars of a package get into an image of Spark. */
export function jarsBuild(coordinates: string, { fetcher }: ContainerImage): ImageBuild {
  const jars = JARS[coordinates] ?? [];
  return {
    name: 'kafka',
    files: { Dockerfile: join(__dirname, 'images', 'jars.Dockerfile') },
    arguments: { FETCHER: fetcher, JARS: jars.map((jar) => `${jar.sha256}=${addressOf(jar)}`).join(' ') },
  };
}

function fileOf({ coordinates }: Jar): string {
  const [, artifact, version] = coordinates.split(':');
  return `${artifact}-${version}.jar`;
}

function addressOf(jar: Jar): string {
  const [group = '', artifact, version] = jar.coordinates.split(':');
  return ['https://repo1.maven.org/maven2', ...group.split('.'), artifact, version, fileOf(jar)].join('/');
}
