import { Construct } from 'constructs';
import type { ContainerImage } from '../core/container-image';
import { Duration } from '../core/duration';
import { HealthCheck } from '../core/health-check';
import { HEAP, heapBelowMemory, JVM_OPTIONS } from '../core/heap';
import type { IPlatform } from '../core/platform';
import { checked, type Properties } from '../core/properties';
import { MEMORY, RUNNABLE_PROPERTIES, SERVICE_NAME } from '../core/runnable';
import { PLATFORM, PORT } from '../core/service';
import { SECRET_FILES, type SecretFiles } from '../core/secret-file';
import { show } from '../core/show';
import { Size } from '../core/size';
import { validate, type Rule } from '../core/validation';
import { placed } from '../core/placed';
import type { IKafkaCluster } from '../kafka/kafka-cluster';
import type { IKafkaTopic } from '../kafka/kafka-topic';
import { PLAINTEXT_CLUSTER, TOPIC } from '../kafka/references';
import { CONSUMER_GROUP, ContainerApp } from './container-app';

export interface KafkaListenerProps {
  readonly platform: IPlatform;
  /** The application `apps/listener`: `Images.application(imagesFolder, 'listener')`. */
  readonly image: ContainerImage;
  readonly kafka: IKafkaCluster;
  /** Averages, as {@link KafkaSparkApp} writes them. */
  readonly source: IKafkaTopic;
  /** What cannot be read, byte for byte, with the reason and where it came from in headers; of 4 MiB a record at least. */
  readonly deadLetters: IKafkaTopic;
  /** Whose offsets say where it goes on after a restart; a new group begins with the oldest record. @default 'my-group' */
  readonly consumerGroup?: string;
  /** Name of the service, and of the container. @default 'listener' */
  readonly serviceName?: string;
  /** Where `/windows` and `/actuator` are on the host, before the platform's port offset. 1 to 65535. @default 8070 */
  readonly hostPort?: number;
  /** JVM heap. @default Size.mebibytes(128) */
  readonly heap?: Size;
  /** Memory limit; more than the heap. @default - the heap and 192 MiB, for what the JVM needs beside it */
  readonly memory?: Size;
  /** Further options of the JVM. @default - the image's */
  readonly jvmOptions?: string;
  /** Secrets that it reads, by their absolute path in the container. @default - none */
  readonly secretFiles?: SecretFiles;
}

const LISTENER_PORT = 8080;

/**
 * The listener of `apps/listener`: receives averages from the first on, logs them, and serves the last one of each
 * window on `GET /windows`.
 * @see https://docs.spring.io/spring-kafka/reference/3.3/
 */
export class KafkaListener extends Construct {
  /** The container; its port is named `Listener`. */
  public readonly app: ContainerApp;

  /** What is broken is refused at synth, all of it together. */
  public constructor(scope: Construct, id: string, given: KafkaListenerProps) {
    super(...placed(scope, id));
    const props = checked(this, given, KAFKA_LISTENER_PROPERTIES);
    const { platform, image, kafka, source, deadLetters, consumerGroup = 'my-group' } = props;
    const heap = props.heap ?? Size.mebibytes(128);
    const memory = props.memory ?? heap.plus(Size.mebibytes(192));
    validate(this, { source, deadLetters, heap, memory }, KAFKA_LISTENER_RULES);

    this.app = new ContainerApp(this, 'app', {
      platform,
      serviceName: props.serviceName ?? 'listener',
      image,
      user: 'appuser',
      kafka,
      bootstrapVariable: 'SPRING_KAFKA_BOOTSTRAP_SERVERS',
      consumerGroup,
      environment: {
        SPRING_KAFKA_CONSUMER_GROUP_ID: consumerGroup,
        // The application by itself sends dead letters of 4 MiB at most.
        ...(deadLetters.maxMessageSize &&
          deadLetters.maxMessageSize.toBytes() > Size.mebibytes(4).toBytes() && {
            SPRING_KAFKA_PRODUCER_PROPERTIES_MAX_REQUEST_SIZE: String(deadLetters.maxMessageSize.toBytes()),
          }),
        JDK_JAVA_OPTIONS: [
          `-Xmx${heap.toJvmString()}`,
          ...(props.jvmOptions !== undefined ? [props.jvmOptions] : []),
        ].join(' '),
      },
      // 8080 to 8083 and up on the host belong to Kafka UI, Schema Registry and Connect, 8090 and up to Spark.
      secretFiles: props.secretFiles,
      ports: [{ name: 'Listener', port: LISTENER_PORT, hostPort: props.hostPort ?? 8070, scheme: 'http' }],
      healthCheck: HealthCheck.http(LISTENER_PORT, '/actuator/health/readiness'),
      memory,
      // The records in hand are finished and committed first.
      stopGracePeriod: Duration.seconds(30),
    });
    this.app.reads(source, 'LISTENER_SOURCE');
    this.app.writes(deadLetters, 'LISTENER_DEADLETTERS');
  }
}

type Facts = Required<Pick<KafkaListenerProps, 'source' | 'deadLetters' | 'heap' | 'memory'>>;

export const KAFKA_LISTENER_PROPERTIES: Properties<KafkaListenerProps> = {
  platform: PLATFORM,
  image: RUNNABLE_PROPERTIES.image,
  kafka: PLAINTEXT_CLUSTER,
  source: TOPIC,
  deadLetters: TOPIC,
  consumerGroup: CONSUMER_GROUP,
  serviceName: SERVICE_NAME,
  hostPort: PORT,
  heap: HEAP,
  memory: MEMORY,
  jvmOptions: JVM_OPTIONS,
  secretFiles: SECRET_FILES,
};

export const KAFKA_LISTENER_RULES: readonly Rule<Facts>[] = [
  {
    requires: 'deadLetters is another topic than source.',
    fails: ({ source, deadLetters }) => source.topicName === deadLetters.topicName,
    message: ({ source }) =>
      `deadLetters must be another topic than source, or each dead letter makes the next; got ${show(source.topicName)} for both.`,
    source: 'policy',
  },
  heapBelowMemory('the listener'),
];
