import { Construct } from 'constructs';
import type { ContainerImage } from '../core/container-image';
import { Duration } from '../core/duration';
import { HealthCheck } from '../core/health-check';
import { heapBelowMemory } from '../core/heap';
import type { IPlatform } from '../core/platform';
import { Size } from '../core/size';
import { show, validate, type ValidationRule } from '../core/validation';
import type { IKafkaCluster } from '../kafka/kafka-cluster';
import type { IKafkaTopic } from '../kafka/kafka-topic';
import { ContainerApp } from './container-app';

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
}

const PORT = 8080;

/**
 * The listener of `apps/listener`: receives averages from the first on, logs them, and serves the last one of each
 * window on `GET /windows`.
 * @see https://docs.spring.io/spring-kafka/reference/3.3/
 */
export class KafkaListener extends Construct {
  /** The container; its port is named `Listener`. */
  public readonly app: ContainerApp;

  /** @throws ValidationError naming every broken rule, not only the first */
  public constructor(scope: Construct, id: string, props: KafkaListenerProps) {
    super(scope, id);
    const { platform, image, kafka, source, deadLetters, consumerGroup = 'my-group' } = props;
    const heap = props.heap ?? Size.mebibytes(128);
    const memory = props.memory ?? heap.plus(Size.mebibytes(192));
    validate(this, { source, deadLetters, heap, memory }, RULES);

    this.app = new ContainerApp(this, 'app', {
      platform,
      serviceName: props.serviceName ?? 'listener',
      image,
      user: 'appuser',
      kafka,
      bootstrapVariable: 'SPRING_KAFKA_BOOTSTRAP_SERVERS',
      reads: [source],
      writes: [deadLetters],
      consumerGroup,
      environment: {
        SPRING_KAFKA_CONSUMER_GROUP_ID: consumerGroup,
        LISTENER_SOURCE: source.topicName,
        LISTENER_DEADLETTERS: deadLetters.topicName,
        JDK_JAVA_OPTIONS: [
          `-Xmx${heap.toJvmString()}`,
          ...(props.jvmOptions !== undefined ? [props.jvmOptions] : []),
        ].join(' '),
      },
      // 8080 to 8083 and up on the host belong to Kafka UI, Schema Registry and Connect, 8090 and up to Spark.
      ports: [{ name: 'Listener', port: PORT, hostPort: props.hostPort ?? 8070, scheme: 'http' }],
      healthCheck: HealthCheck.http(PORT, '/actuator/health/readiness'),
      memory,
      // The records in hand are finished and committed first.
      stopGracePeriod: Duration.seconds(30),
    });
  }
}

type Facts = Required<Pick<KafkaListenerProps, 'source' | 'deadLetters' | 'heap' | 'memory'>>;

const RULES: readonly ValidationRule<Facts>[] = [
  {
    fails: ({ source, deadLetters }) => source.topicName === deadLetters.topicName,
    message: ({ source }) =>
      `deadLetters must be another topic than source, or each dead letter makes the next; got ${show(source.topicName)} for both.`,
    source: 'policy',
  },
  heapBelowMemory('the listener'),
];
