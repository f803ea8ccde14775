import { Construct } from 'constructs';
import {
  ContainerApp,
  Duration,
  HealthCheck,
  Size,
  springEnvironment,
  validate,
  type ContainerImage,
  type IKafkaCluster,
  type IKafkaTopic,
  type IPlatform,
  type Rule,
} from '../../constructs';

export interface ListenerAppProps {
  readonly platform: IPlatform;
  /** That of this folder. */
  readonly image: ContainerImage;
  readonly kafka: IKafkaCluster;
  /** Averages, as the application beside it writes them. */
  readonly source: IKafkaTopic;
  /** What cannot be read, byte for byte, with the reason and where it came from in headers; of 4 MiB a record at least. */
  readonly deadLetters: IKafkaTopic;
  /** Whose offsets say where it goes on after a restart; a new group begins with the oldest record. */
  readonly consumerGroup: string;
  /** JVM heap. @default Size.mebibytes(128) */
  readonly heap?: Size;
  /** Memory limit; more than the heap. @default - the heap and 192 MiB, for what the JVM needs beside it */
  readonly memory?: Size;
  /** Further options of the JVM. @default - the image's */
  readonly jvmOptions?: string;
}

const PORT = 8080;
/** Of what Spring's Actuator says: how far behind it is, what it does, and whether it has enough. */
const SERIES = [
  'kafka_consumer_fetch_manager_records_lag(_max)?',
  'spring_kafka_listener_seconds_(count|sum|max)',
  'http_server_requests_seconds_(count|sum|max)',
  'process_(cpu_usage|files_open_files)',
  'jvm_memory_(used|max)_bytes',
  'jvm_gc_pause_seconds_(count|sum)',
].map((from) => ({ from }));

/** As `application.yaml` says it. */
const SESSION = Duration.seconds(10);

/**
 * The listener: receives averages from the first on, logs them, and serves the last one of each window on
 * `GET /windows`, on localhost:8070.
 * @see https://docs.spring.io/spring-kafka/reference/3.3/
 */
export class ListenerApp extends Construct {
  /** The container; its port is named `Listener`. */
  public readonly app: ContainerApp;

  public constructor(scope: Construct, id: string, props: ListenerAppProps) {
    super(scope, id);
    const { platform, image, kafka, source, deadLetters, consumerGroup, jvmOptions } = props;
    const heap = props.heap ?? Size.mebibytes(128);
    const memory = props.memory ?? heap.plus(Size.mebibytes(192));
    validate(this, { kafka, source, deadLetters, heap, memory }, RULES);

    this.app = new ContainerApp(this, 'app', {
      platform,
      serviceName: 'listener',
      image,
      kafka,
      bootstrapVariable: 'SPRING_KAFKA_BOOTSTRAP_SERVERS',
      consumerGroup,
      environment: {
        SPRING_KAFKA_CONSUMER_GROUP_ID: consumerGroup,
        ...springEnvironment('SPRING_KAFKA_PROPERTIES', kafka.security),
        // The application by itself sends dead letters of 4 MiB at most.
        ...(deadLetters.maxMessageSize &&
          deadLetters.maxMessageSize.toBytes() > Size.mebibytes(4).toBytes() && {
            SPRING_KAFKA_PRODUCER_PROPERTIES_MAX_REQUEST_SIZE: String(deadLetters.maxMessageSize.toBytes()),
          }),
        JDK_JAVA_OPTIONS: [`-Xmx${heap.toJvmString()}`, jvmOptions].filter(Boolean).join(' '),
      },
      // 8080 to 8083 and up on the host belong to Kafka UI, Schema Registry and Connect, 8090 and up to Spark.
      ports: [{ name: 'Listener', port: PORT, hostPort: 8070, scheme: 'http' }],
      healthCheck: HealthCheck.http(PORT, '/actuator/health/readiness'),
      // Which costs nothing until somebody asks.
      metrics: [{ job: 'listener', port: PORT, path: '/actuator/prometheus', series: SERIES }],
      memory,
      // The records in hand are finished and committed first.
      stopGracePeriod: Duration.seconds(30),
    });
    this.app.reads(source, 'LISTENER_SOURCE');
    this.app.writes(deadLetters, 'LISTENER_DEADLETTERS');
  }
}

type Facts = Required<Pick<ListenerAppProps, 'kafka' | 'source' | 'deadLetters' | 'heap' | 'memory'>>;

const RULES: readonly Rule<Facts>[] = [
  {
    requires: 'The brokers ask their clients for nothing, or for what files tell.',
    fails: ({ kafka }) => kafka.security?.unfitForServices !== undefined,
    message: ({ kafka }) => `kafka ${kafka.security?.unfitForServices}.`,
    source: 'policy',
  },
  {
    requires:
      'The brokers let a member with a session of 10 s into its group, as far as they are declared here.',
    fails: ({ kafka }) => !isSession(kafka),
    message: ({ kafka: { node } }) =>
      `kafka must take the listener's session of ${SESSION.toString()} (${SESSION.toMilliseconds()} ms), or its brokers let it into no group; make group.min.session.timeout.ms and group.max.session.timeout.ms of ${node.path} include it.`,
    source: 'org.apache.kafka.common.errors.InvalidSessionTimeoutException',
  },
  {
    requires: 'deadLetters is another topic than source.',
    fails: ({ source, deadLetters }) => source.topicName === deadLetters.topicName,
    message: ({ source }) =>
      `deadLetters must be another topic than source, or each dead letter makes the next; got '${source.topicName}' for both.`,
    source: 'policy',
  },
  {
    requires: 'heap is less than memory.',
    fails: ({ heap, memory }) => heap.toBytes() >= memory.toBytes(),
    message: ({ heap, memory }) =>
      `heap must be less than memory, or the listener is killed when the heap fills; got ${heap.toString()} of ${memory.toString()}, raise memory or lower heap.`,
    source: 'policy',
  },
];

function isSession({ sessionTimeouts: { least = SESSION, most = SESSION } = {} }: IKafkaCluster): boolean {
  const session = SESSION.toMilliseconds();
  return least.toMilliseconds() <= session && session <= most.toMilliseconds();
}
