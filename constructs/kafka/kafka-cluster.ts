import { Construct } from 'constructs';
import { Duration } from '../core/duration';
import { isResolved } from '../core/resolved';
import { BROKER_ENDPOINT, LABEL } from '../core/labels';
import { answersAt } from '../core/identity';
import { addAgent } from '../core/jmx-exporter';
import { jvmEnvironment } from '../core/jvm';
import type { IPlatform } from '../core/platform';
import { Service } from '../core/service';
import { numberOf, type Settings } from '../core/setting-rules';
import { reserveName } from '../core/unique-name';
import { placeBeside } from '../core/beside';
import { validateProps, withOwn } from '../core/properties';
import { holds, validate } from '../core/validation';
import { placed } from '../core/placed';
import { allowedUrls } from './allowed-urls';
import { answersApiVersions } from './answers-api-versions';
import { nodeMetrics } from './broker-metrics';
import {
  brokerEnvironment,
  clusterSettings,
  operatedSettings,
  topicDefaultLabels,
  type ClusterFacts,
} from './broker-environment';
import type { IKafkaCluster, SessionTimeouts } from './interfaces';
import { authorizerLabel, type Authorization } from './authorization';
import { askedOfClients, brokerListeners, brokerPorts, namesOfBroker, NETWORK_PORT } from './broker-doors';
import type { ClusterSecurity } from './cluster-security';
import { CERTIFICATE_RULES } from './certificate-rules';
import { certificateFiles } from './certificate-file';
import { withCertificates, type HostSecurity } from './certificates';
import { INSIDE_PORT, ofBrokers, usualListeners } from './kafka-listener-spec';
import { LISTENER_RULES } from './listener-rules';
import { askedByBrokers, ownTls } from './listener-settings';
import { controllerDoors } from './controller-doors';
import { doorLabels } from './door-labels';
import { kafkaOperatorOf } from './operator';
import { CheckInterval } from './check-interval';
import { withDefaults } from './cluster-defaults';
import { ExternalKafkaCluster, type ExternalKafkaClusterProps } from './external-kafka-cluster';
import { dataVolume } from './data-volume';
import {
  KAFKA_CLUSTER_PROPERTIES,
  KAFKA_CLUSTER_RULES,
  METADATA_CLAIM,
  type KafkaClusterProps,
} from './kafka-cluster-props';
import { kafkaMajorVersion, kafkaVersionLabel, lineBy } from '../core/kafka-version';
import { SETTINGS_OF_BROKERS } from './broker-settings';
import { KafkaTopic } from './kafka-topic';
import type { KafkaTopicOptions } from './kafka-topic-options';
import { clusterNameOf } from './kraft';
import { reachMetadata } from './metadata';
import { CleanupPolicy, Retention } from './retention';
import { segmentsOf } from './segments';
import { hasTieredStorage } from './tiered-storage';

/**
 * A broker set: `kafka1` to `kafkaN`, for each other and for the platform's services at port 19092 and up,
 * for clients on the host at localhost:9092 and up. Durable by default: what acks=all confirmed survives any one broker.
 */
export class KafkaCluster extends Construct implements IKafkaCluster {
  public readonly bootstrapServers: readonly string[];
  public readonly hostBootstrapServers: readonly string[];
  public readonly brokerCount: number;
  public readonly kafkaMajorVersion?: number;
  public readonly platform: IPlatform;
  public readonly security?: ClusterSecurity;
  /** @internal */
  public readonly hostSecurity?: HostSecurity;
  public readonly authentications?: readonly string[];
  public readonly authorization?: Authorization;
  public readonly defaultReplicationFactor: number;
  public readonly minInsyncReplicas: number;
  public readonly retention: Retention;
  public readonly cleanupPolicy: CleanupPolicy;
  public readonly segmentBytes?: number;
  public readonly tieredStorage: boolean;
  private readonly brokers: readonly Service[];
  private readonly settings: Settings;
  private readonly checkInterval: CheckInterval;

  /**
   * Refers to a cluster that this code does not run, such as a managed one. Renders nothing.
   * @param props `bootstrapServers`, and how its brokers want to be spoken to
   */
  public static fromBootstrapServers(
    scope: Construct,
    id: string,
    props: ExternalKafkaClusterProps,
  ): IKafkaCluster {
    return new ExternalKafkaCluster(scope, id, props);
  }

  /** What is broken is refused at synth, all of it together. */
  public constructor(scope: Construct, id: string, props: KafkaClusterProps) {
    super(...placed(scope, id));
    const line = lineBy(() => kafkaMajorVersion(props.platform.images.kafka));
    const properties = { ...KAFKA_CLUSTER_PROPERTIES, ...SETTINGS_OF_BROKERS[line] };
    const valid = validateProps(this, props, properties);
    const facts = withDefaults(valid);
    validate(this, facts, KAFKA_CLUSTER_RULES);
    const operator = kafkaOperatorOf(valid.platform);
    // An operator has listeners of its own, and says itself what it does not take.
    const isOpen = operator !== undefined || holds(facts, LISTENER_RULES);
    if (!operator) validate(this, facts, LISTENER_RULES);
    const doors = isOpen ? facts : { ...facts, listeners: usualListeners() };
    if (facts.certificates && !operator) {
      const names = Object.fromEntries(
        facts.brokerNames.map((name) => [name, namesOfBroker(doors.listeners, name)]),
      );
      validate(this, { certificateFiles: certificateFiles(facts.certificates, names) }, CERTIFICATE_RULES);
    }
    this.platform = valid.platform;
    this.settings = facts.settings;
    const asked = askedOfClients(doors);
    this.security = asked.security;
    this.hostSecurity = asked.hostSecurity;
    this.authentications = asked.authentications;
    this.authorization = facts.authorization;
    for (const each of facts.metadata.dependsOn) {
      reachMetadata(this, this.platform, each);
      reserveName(this, each, METADATA_CLAIM, each.node.path);
    }
    this.brokerCount = facts.brokerCount;
    this.kafkaMajorVersion = kafkaMajorVersion(facts.image);
    // More copies than there can be were refused above, and need not be refused for each topic again.
    this.defaultReplicationFactor = Math.min(facts.defaultReplicationFactor, facts.brokerCount);
    this.minInsyncReplicas = Math.min(facts.minInsyncReplicas, this.defaultReplicationFactor);
    this.retention = facts.retention;
    this.cleanupPolicy = facts.cleanupPolicy;
    this.tieredStorage = hasTieredStorage(facts.settings);
    const segment = facts.settings['log.segment.bytes'] ?? segmentsOf(facts.retention).bytes;
    if (segment !== undefined && isResolved(segment)) this.segmentBytes = Number(segment);

    this.brokers = operator ? [] : facts.brokerNames.map((_, index) => this.broker(index + 1, valid, doors));
    if (facts.metrics && !operator) addAgent(this, this.platform, facts.image);
    this.checkInterval = new CheckInterval(this.brokers, facts.settings);
    this.keep(facts.retention);
    if (operator) {
      const allSettings = (): Settings => ({ ...this.checkInterval.setting, ...operatedSettings(facts) });
      const namePrefix = valid.namePrefix ?? '';
      this.bootstrapServers = operator.runCluster(this, { ...facts, namePrefix, allSettings });
      this.hostBootstrapServers = this.bootstrapServers;
      answersAt(this, this.bootstrapServers);
      return;
    }
    facts.metadata.quorum?.addSettings(clusterSettings(facts));
    this.bootstrapServers = this.brokers.map((broker) => broker.internalAddress(NETWORK_PORT).toString());
    this.hostBootstrapServers = this.brokers.map((broker) => broker.hostAddress(BROKER_ENDPOINT).toString());
    answersAt(this, this.hostBootstrapServers);
  }

  /**
   * Makes a topic. It is put into the stack `topics` beside the brokers' own, because a plan asks the brokers for it: one of
   * yours if it is made before, else one that is made now. For another stack use `new KafkaTopic(stack, id, { cluster, … })`.
   * @param id also the topic's name
   */
  public addTopic(id: string, options: KafkaTopicOptions = {}): KafkaTopic {
    const place = placeBeside(this, 'topics', id);
    return new KafkaTopic(place, id, withOwn(place, id, options, { cluster: this }));
  }

  public get sessionTimeouts(): SessionTimeouts {
    const limit = (end: string): Duration | undefined => {
      const milliseconds = numberOf('broker', this.settings, `group.${end}.session.timeout.ms`);
      return milliseconds === undefined ? undefined : Duration.milliseconds(Math.max(0, milliseconds));
    };
    return { least: limit('min'), most: limit('max') };
  }

  /** @internal */
  public keep(retention: Retention): number {
    return this.checkInterval.keep(retention);
  }

  private broker(
    brokerId: number,
    { platform, namePrefix }: KafkaClusterProps,
    facts: ClusterFacts,
  ): Service {
    const { brokerNames, certificates } = facts;
    const clusterName = clusterNameOf(platform, namePrefix);
    const doors = controllerDoors(certificates);
    const member = { brokerId, brokerNames, clusterName, doors };
    const { environment, labels, listeners } = facts.metadata.roleOf(member);
    const serviceName = brokerNames[brokerId - 1] as string;
    const broker = { brokerId, serviceName };
    const ownListeners = brokerListeners(facts.listeners, broker, platform);
    const ports = brokerPorts(facts.listeners, broker);
    const internalPort = ports.find(({ name }) => name === NETWORK_PORT)?.port ?? INSIDE_PORT;
    return new Service(this, `kafka${brokerId}`, {
      platform,
      serviceName,
      labels: {
        ...labels,
        ...kafkaVersionLabel(platform.images.kafka),
        ...doorLabels(ownListeners, listeners, ofBrokers(facts.listeners)?.name),
        ...topicDefaultLabels(facts),
        ...authorizerLabel(clusterSettings(facts)),
        [LABEL.bootstrapServer]: `${serviceName}:${internalPort}`,
        ...(certificates && { [LABEL.certificateNames]: namesOfBroker(facts.listeners, serviceName).join() }),
      },
      image: platform.images.kafka,
      ...(facts.metrics && nodeMetrics(clusterName)),
      volumes: [dataVolume(platform, serviceName)],
      secretFiles: withCertificates(serviceName, facts),
      environment: {
        ...brokerEnvironment(facts, serviceName, {
          ...ownListeners,
          ...listeners,
        }),
        ...environment,
        ...(facts.racks.length === facts.brokerCount && { KAFKA_BROKER_RACK: facts.racks[brokerId - 1] }),
        ...jvmEnvironment('KAFKA', facts),
        ...allowedUrls(askedByBrokers(facts)),
      },
      ports,
      healthCheck: answersApiVersions(internalPort, ownTls(facts, serviceName)),
      memory: facts.memory,
      // A controlled shutdown hands over every partition first; the kill must come after it.
      stopGracePeriod: Duration.seconds(60),
      dependsOn: facts.metadata.dependsOn,
    });
  }
}
