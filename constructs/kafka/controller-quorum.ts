import { Construct, type IConstruct } from 'constructs';
import { check } from '../core/checks';
import { Duration } from '../core/duration';
import { HEAP, heapBelowMemory, JVM_OPTIONS } from '../core/heap';
import type { IPlatform } from '../core/platform';
import { checked, type Properties } from '../core/properties';
import { MEMORY } from '../core/runnable';
import { PLATFORM, Service } from '../core/service';
import { settingsEnvironment } from '../core/settings-environment';
import { Size } from '../core/size';
import { validate, type Rule } from '../core/validation';
import { answersApiVersions } from './answers-api-versions';
import { clusterIdOf, CONTROLLER_LISTENER, CONTROLLER_PORT, kraftEnvironment, votersList } from './kraft';

/** The controllers of a cluster in KRaft, beside its brokers. */
export interface IControllerQuorum extends IConstruct {
  /** The id of the cluster that they are controllers of. */
  readonly clusterId: string;
  /** `id@host:port` of every controller, comma-separated, as `controller.quorum.voters` takes it. */
  readonly voters: string;

  /**
   * Tells every controller how the brokers are set: it is the controllers that place replicas and choose leaders.
   * @param settings by their name in `server.properties`
   */
  addSettings(settings: Readonly<Record<string, string | number | boolean>>): void;
}

export interface ControllerQuorumProps {
  readonly platform: IPlatform;
  /** 1, 3 or 5: an even one more tolerates no further failure. Another number later is no ordinary edit. @default 3 */
  readonly controllers?: number;
  /** JVM heap of a controller. @default Size.mebibytes(512) */
  readonly heap?: Size;
  /** Memory limit of a controller; more than the heap. @default - twice the heap */
  readonly memory?: Size;
  /** Further options of the JVM. @default - the image's */
  readonly jvmOptions?: string;
}

/** Brokers have ids up to 908, each a port from 9092 on. */
const FIRST_ID = 1001;

/**
 * Controllers `kafka-controller1` to `kafka-controllerN`, for each other and for brokers at port 29093; nothing of them is
 * on the host.
 * @see https://kafka.apache.org/39/documentation.html#kraft_voter
 */
export class ControllerQuorum extends Construct implements IControllerQuorum {
  public readonly clusterId: string;
  public readonly voters: string;
  private readonly controllers: readonly Service[];

  /** What is broken is refused at synth, all of it together. */
  public constructor(scope: Construct, id: string, given: ControllerQuorumProps) {
    super(scope, id);
    const props = checked(this, given, CONTROLLER_QUORUM_PROPERTIES);
    const heap = props.heap ?? Size.mebibytes(512);
    const memory = props.memory ?? heap.times(2);
    validate(this, { heap, memory }, CONTROLLER_QUORUM_RULES);

    const voters = Array.from({ length: props.controllers ?? 3 }, (_, index) => ({
      id: FIRST_ID + index,
      host: `kafka-controller${index + 1}`,
    }));
    this.clusterId = clusterIdOf(props.platform.platformName);
    this.voters = votersList(voters);
    this.controllers = voters.map(({ id: nodeId, host: serviceName }) => {
      const { platform, jvmOptions } = props;
      return new Service(this, serviceName, {
        platform,
        serviceName,
        image: platform.images.kafka,
        user: 'appuser',
        environment: {
          ...kraftEnvironment({
            clusterId: this.clusterId,
            voters: this.voters,
            nodeId,
            roles: 'controller',
          }),
          KAFKA_LISTENERS: `${CONTROLLER_LISTENER}://0.0.0.0:${CONTROLLER_PORT}`,
          KAFKA_LISTENER_SECURITY_PROTOCOL_MAP: `${CONTROLLER_LISTENER}:PLAINTEXT`,
          KAFKA_HEAP_OPTS: `-Xms${heap.toJvmString()} -Xmx${heap.toJvmString()}`,
          ...(jvmOptions !== undefined && { KAFKA_JVM_PERFORMANCE_OPTS: jvmOptions }),
        },
        ports: [{ name: 'network', port: CONTROLLER_PORT }],
        volumes: [
          { volume: platform.volume(`${serviceName}-data`), path: '/var/lib/kafka/data' },
          // Unused, but the image declares it, and the Engine would make a volume without a name at each start.
          { volume: platform.volume(`${serviceName}-secrets`), path: '/etc/kafka/secrets' },
        ],
        writablePaths: ['/etc/kafka', '/var/log/kafka'],
        // It answers before there is a majority, which none of them could wait for; brokers answer only once there is one.
        healthCheck: answersApiVersions(CONTROLLER_PORT),
        memory,
        stopGracePeriod: Duration.seconds(60),
      });
    });
  }

  public addSettings(settings: Readonly<Record<string, string | number | boolean>>): void {
    for (const [name, value] of Object.entries(settingsEnvironment('KAFKA', settings)))
      for (const controller of this.controllers) controller.addEnvironment(name, value);
  }
}

export const CONTROLLER_QUORUM_PROPERTIES: Properties<ControllerQuorumProps> = {
  platform: PLATFORM,
  controllers: check(
    'https://kafka.apache.org/39/documentation.html#kraft_voter; policy',
    '1, 3 or 5, because a majority must be left when one fails',
    (controllers) => [1, 3, 5].includes(controllers as number),
  ),
  heap: HEAP,
  memory: MEMORY,
  jvmOptions: JVM_OPTIONS,
};

export const CONTROLLER_QUORUM_RULES: readonly Rule<{ readonly heap: Size; readonly memory: Size }>[] = [
  heapBelowMemory('a controller'),
];
