import { Construct, type IConstruct } from 'constructs';
import type { IConsumerGroupMember } from '../apps/container-app';
import { claim } from '../core/claim';
import { Duration } from '../core/duration';
import { HealthCheck } from '../core/health-check';
import { stackBeside } from '../core/order';
import type { IPlatform } from '../core/platform';
import { Service, type IService } from '../core/service';
import { Size } from '../core/size';
import { validate } from '../core/validation';
import type { IKafkaCluster } from '../kafka/kafka-cluster';
import type { ConnectPlugin } from './connect-plugin';
import type { IConnectTopics } from './connect-topics';
import { Connector, type ConnectorOptions } from './connector';
import { Converter } from './converter';
import { CONNECT_RULES, type ConnectFacts } from './kafka-connect-rules';
import { workerEnvironment } from './worker-environment';

/** A Connect cluster, defined here or elsewhere. */
export interface IKafkaConnect extends IConstruct {
  readonly cluster: IKafkaCluster;
  readonly groupId: string;
  /** `http://host:port` of the first worker inside the platform's network. */
  readonly restUrl: string;
  /** `http://host:port` of the first worker on the host, for people and for the Connect provider. */
  readonly hostRestUrl: string;
  /** Full names of the connectors' classes that the workers carry; undefined where nobody knows. */
  readonly connectorClasses?: readonly string[];
  /** Full names of all plugins' classes in the workers' image; undefined where nobody knows. */
  readonly pluginClasses?: readonly string[];
}

export interface KafkaConnectProps {
  readonly platform: IPlatform;
  readonly cluster: IKafkaCluster;
  /** Of this Connect cluster alone. */
  readonly topics: IConnectTopics;
  /** How many workers; 1 to 100. @default 1 */
  readonly workers?: number;
  /** The name of the first worker; further ones are `<name>-2` and so on. @default 'kafka-connect' */
  readonly serviceName?: string;
  /** Port of the first worker's REST interface on the host; further ones take the next. @default 8083 */
  readonly hostPort?: number;
  /** What makes workers one cluster; must not be the id of a consumer group. @default 'compose-connect-group' */
  readonly groupId?: string;
  /** How records' keys are written, where a connector doesn't say. @default Converter.json() */
  readonly keyConverter?: Converter;
  /** How records' values are written, where a connector doesn't say. @default Converter.json() */
  readonly valueConverter?: Converter;
  /** Folders to look for plugins in, beside those of the image and of {@link KafkaConnect.addPlugin}. @default - none */
  readonly pluginPath?: readonly string[];
  /**
   * Whether source connectors may write each record exactly once. To be turned on while no worker runs, or after a
   * deploy with `settings: { 'exactly.once.source.support': 'preparing' }`.
   * @default false
   * @see https://kafka.apache.org/39/documentation.html#connect_exactlyoncesource
   */
  readonly exactlyOnceSource?: boolean;
  /** JVM heap of a worker. @default Size.gibibytes(1) */
  readonly heap?: Size;
  /** Memory limit of a worker; more than the heap. @default - twice the heap */
  readonly memory?: Size;
  /** Further options of the JVM. @default - the image's */
  readonly jvmOptions?: string;
  /**
   * Further settings by their name in Connect, the same for every worker.
   * @default - none
   * @see https://kafka.apache.org/39/documentation.html#connectconfigs
   */
  readonly settings?: Readonly<Record<string, string | number | boolean>>;
}

const REST_PORT = 8083;
const REST = 'Kafka Connect REST';

/**
 * Distributed workers, `kafka-connect` and further ones, with their REST interface on localhost:8083 and up.
 * @see https://kafka.apache.org/39/documentation.html#connect
 */
export class KafkaConnect extends Construct implements IKafkaConnect {
  public readonly cluster: IKafkaCluster;
  public readonly groupId: string;
  public readonly restUrl: string;
  public readonly hostRestUrl: string;
  private readonly platform: IPlatform;
  private readonly hasFurtherFolders: boolean;
  private readonly plugins: ConnectPlugin[] = [];

  /** @throws ValidationError naming every broken rule, not only the first */
  public constructor(scope: Construct, id: string, props: KafkaConnectProps) {
    super(scope, id);
    const { platform, cluster, topics } = props;
    const heap = props.heap ?? Size.gibibytes(1);
    const facts: ConnectFacts = {
      cluster,
      topics,
      groupId: props.groupId ?? 'compose-connect-group',
      workers: props.workers ?? 1,
      pluginClasses: platform.images.kafkaConnect.pluginClasses,
      keyConverter: props.keyConverter ?? Converter.json(),
      valueConverter: props.valueConverter ?? Converter.json(),
      pluginPath: props.pluginPath ?? [],
      exactlyOnceSource: props.exactlyOnceSource ?? false,
      heap,
      memory: props.memory ?? heap.times(2),
      settings: props.settings ?? {},
    };
    validate(this, facts, CONNECT_RULES);
    this.platform = platform;
    this.cluster = cluster;
    this.groupId = facts.groupId;
    this.hasFurtherFolders = facts.pluginPath.length > 0;

    claim(this, cluster, 'group of a Connect cluster', facts.groupId);
    this.node.addValidation({ validate: () => this.membersOfItsGroup() });
    const { configs, offsets, statuses } = topics;
    for (const { topicName } of [configs, offsets, statuses])
      claim(this, cluster, 'topic of a Connect cluster', topicName);

    const name = props.serviceName ?? 'kafka-connect';
    const first = this.worker(name, 0, props, facts);
    for (let index = 1; index < facts.workers; index++)
      this.worker(`${name}-${index + 1}`, index, props, facts);
    this.restUrl = `http://${first.internalAddress(REST).toString()}`;
    this.hostRestUrl = `http://${first.hostAddress(REST).toString()}`;
  }

  public get pluginClasses(): readonly string[] | undefined {
    return this.platform.images.kafkaConnect.pluginClasses;
  }

  /** Undefined where the image, a plugin or a further folder of the plugin path may hold others. */
  public get connectorClasses(): readonly string[] | undefined {
    const carried = [this.pluginClasses, ...this.plugins.map((plugin) => plugin.connectorClasses)];
    const known = carried.filter((classes) => classes !== undefined);
    if (this.hasFurtherFolders || known.length < carried.length) return undefined;
    return known.flat().filter((name) => name.endsWith('Connector'));
  }

  /**
   * Puts a plugin into the image that the workers run. It is there before any of them starts.
   * @throws Error if a plugin of this name was added before
   */
  public addPlugin(plugin: ConnectPlugin): void {
    if (this.plugins.some(({ pluginName }) => pluginName === plugin.pluginName))
      throw new Error(`${this.node.path}: the plugin '${plugin.pluginName}' was added before; add it once.`);
    this.plugins.push(plugin);
    this.platform.extendImage(this, plugin.build(this.platform.images.kafkaConnect));
  }

  /**
   * Runs a connector. It is put into the stack `connectors` beside the workers' own, because a plan asks the workers
   * for it; for another stack use `new Connector(stack, id, { connect, … })`.
   * @param id also the connector's name, unless `connectorName` says otherwise
   * @throws ValidationError naming every broken rule, not only the first
   */
  public addConnector(id: string, options: ConnectorOptions): Connector {
    return new Connector(stackBeside(this, 'connectors'), id, { ...options, connect: this });
  }

  /** Workers and consumers of one group id would be asked to share out each other's work. */
  private membersOfItsGroup(): string[] {
    return this.node.root.node
      .findAll()
      .map((each) => each as IConstruct & Partial<IConsumerGroupMember>)
      .filter(({ kafka, consumerGroup }) => kafka === this.cluster && consumerGroup === this.groupId)
      .map(
        ({ node }) =>
          `${this.node.path}: groupId must not be the id of a consumer group, got '${this.groupId}', which is that of ${node.path}; give one of them another.`,
      );
  }

  private worker(
    serviceName: string,
    index: number,
    props: KafkaConnectProps,
    facts: ConnectFacts,
  ): IService {
    const { platform, topics } = props;
    const hostPort = (props.hostPort ?? REST_PORT) + index;
    return new Service(this, serviceName, {
      platform,
      serviceName,
      image: platform.images.kafkaConnect,
      user: 'appuser',
      environment: {
        ...workerEnvironment(facts, serviceName),
        ...(props.jvmOptions !== undefined && { KAFKA_JVM_PERFORMANCE_OPTS: props.jvmOptions }),
      },
      ports: [{ name: REST, port: REST_PORT, hostPort, scheme: 'http' }],
      // Unused, but the image declares them, and the Engine would make volumes without names at each start.
      volumes: Object.entries({
        jars: '/etc/kafka-connect/jars',
        secrets: '/etc/kafka-connect/secrets',
        'kafka-secrets': '/etc/kafka/secrets',
        'kafka-data': '/var/lib/kafka/data',
      }).map(([name, path]) => ({ volume: platform.volume(`${serviceName}-${name}`), path })),
      writablePaths: ['/etc/kafka', '/etc/kafka-connect', '/var/log/kafka'],
      // The public image's own check asks port 80 unless told. Connectors are listed once the worker is in its group.
      healthCheck: HealthCheck.http(REST_PORT, '/connectors'),
      memory: facts.memory,
      // Tasks commit what they have done, and the group shares out their work anew.
      stopGracePeriod: Duration.seconds(30),
      dependsOn: [
        facts.cluster,
        ...[topics, topics.configs, topics.offsets, topics.statuses],
        ...facts.keyConverter.dependsOn,
        ...facts.valueConverter.dependsOn,
      ],
    });
  }
}
