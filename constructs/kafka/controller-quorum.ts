import { Construct } from 'constructs';
import type { IZooKeeperEnsemble } from '../zookeeper/interfaces';
import { fileProvider } from '../core/config-provider';
import { instanceLike, majority, record, SETTING, text } from '../core/checks';
import type { ContainerImage } from '../core/container-image';
import { Duration } from '../core/duration';
import { addAgent, ONE_AGENT } from '../core/jmx-exporter';
import { heapBelowMemory, jvm, JVM_PROPERTIES, jvmEnvironment, type Jvm, type JvmOptions } from '../core/jvm';
import { LABEL } from '../core/labels';
import { METRICS_OPTIONS, type MetricsOptions } from '../core/metrics-endpoint';
import type { IPlatform } from '../core/platform';
import { problemOf, required, validateProps, type Properties } from '../core/properties';
import { NAME_PREFIX } from '../core/container-description';
import { platformReference, Service, type ServiceProps } from '../core/service';
import { SECRET_FILES, type SecretFiles } from '../core/secret-file';
import { settingsEnvironment } from '../core/settings-environment';
import { Size } from '../core/size';
import { reportProblem, validate, type Rule } from '../core/validation';
import { placed } from '../core/placed';
import { answersApiVersions } from './answers-api-versions';
import { authorizerLabel } from './authorization';
import { nodeMetrics } from './broker-metrics';
import { WRITTEN } from './broker-settings';
import { CERTIFICATE_RULES } from './certificate-rules';
import { certificateFiles } from './certificate-file';
import { CERTIFICATES, nodeTls, tlsSettings, withCertificates, type Certificates } from './certificates';
import type { IControllerQuorum } from './interfaces';
import { CONTROLLER_TLS } from './listener-settings';
import { INTERNAL_LISTENER, protocolMap } from './listeners';
import { controllerDoors } from './controller-doors';
import { doorLabels } from './door-labels';
import { kafkaMajorVersion, kafkaVersionLabel } from '../core/kafka-version';
import { dataVolume } from './data-volume';
import { reachMetadata } from './metadata';
import {
  clusterIdOf,
  clusterNameOf,
  CONTROLLER_LISTENER,
  kraftEnvironment,
  kraftLabels,
  migrationEnvironment,
  votersList,
  type Voter,
} from './kraft';

export interface ControllerQuorumProps extends JvmOptions, MetricsOptions {
  /** What runs it. */
  readonly platform: IPlatform;
  /** Put before the name of every controller; that of their brokers, where several clusters are on one platform. Up to 40 of a-z, 0-9 and '-'. @default - none */
  readonly namePrefix?: string;
  /** 1, 3 or 5: an even one more tolerates no further failure. Another number later is no ordinary edit. @default 3 */
  readonly controllers?: number;
  /**
   * The id of the cluster: 16 bytes as 22 of `[a-zA-Z0-9_-]`. A cluster that comes from ZooKeeper keeps the one that it has there.
   * @default - made of the platform's name and `namePrefix`
   */
  readonly clusterId?: string;
  /**
   * The ensemble that the cluster moves away from: the controllers take its metadata over once every broker has
   * {@link Metadata.migrating}, and keep the ensemble up to date as long as this is said.
   * @default - none
   * @see https://kafka.apache.org/39/documentation.html#kraft_zk_migration
   */
  readonly migratesFrom?: IZooKeeperEnsemble;
  /** By which controllers and brokers show each other who they are; the same as of the brokers. @default - none: plaintext for everybody in the platform's network */
  readonly certificates?: Certificates;
  /** Secrets that every controller reads; the settings of the brokers go to them, and may name them, by their absolute path in the container. @default - none */
  readonly secretFiles?: SecretFiles;
}

/** Brokers have ids up to 908, each a port from 9092 on. */
const FIRST_ID = 1001;

/**
 * Controllers `kafka-controller1` to `kafka-controllerN`, for each other and for brokers at port 29093, or 29094
 * with certificates; nothing of them is on the host.
 * @see https://kafka.apache.org/39/documentation.html#kraft_voter
 */
export class ControllerQuorum extends Construct implements IControllerQuorum {
  public readonly clusterId: string;
  public readonly voters: string;
  public readonly migratesFrom?: IZooKeeperEnsemble;
  public readonly certificates?: Certificates;
  public readonly secretFiles?: SecretFiles;
  public readonly platform: IPlatform;
  private readonly controllers: readonly Service[];

  /** What is broken is refused at synth, all of it together. */
  public constructor(scope: Construct, id: string, props: ControllerQuorumProps) {
    super(...placed(scope, id));
    const valid = validateProps(this, props, CONTROLLER_QUORUM_PROPERTIES);
    const java = jvm(valid, Size.mebibytes(512));
    this.platform = valid.platform;
    this.migratesFrom = valid.migratesFrom;
    this.certificates = valid.certificates;
    this.secretFiles = valid.secretFiles;
    if (this.migratesFrom) reachMetadata(this, this.platform, this.migratesFrom);
    const image = valid.platform.images.kafka;
    const { metrics = false } = valid;
    validate(
      this,
      { ...java, image, metrics, migrates: this.migratesFrom !== undefined, certificates: this.certificates },
      CONTROLLER_QUORUM_RULES,
    );

    const voters = Array.from({ length: valid.controllers ?? 3 }, (_, index) => ({
      id: FIRST_ID + index,
      host: `${valid.namePrefix ?? ''}kafka-controller${index + 1}`,
    }));
    this.clusterId = valid.clusterId ?? clusterIdOf(clusterNameOf(valid.platform, valid.namePrefix));
    this.voters = votersList(voters);
    if (this.certificates) {
      const names = Object.fromEntries(voters.map(({ host }) => [host, [host]]));
      validate(this, { certificateFiles: certificateFiles(this.certificates, names) }, CERTIFICATE_RULES);
    }
    const said = metrics ? nodeMetrics(clusterNameOf(valid.platform, valid.namePrefix)) : {};
    this.controllers = voters.map((voter) => this.controller(voter, valid.platform, java, said));
    if (metrics) addAgent(this, this.platform, image);
  }

  public addSettings(settings: Readonly<Record<string, string | number | boolean>>): void {
    const problem = problemOf(QUORUM_SETTINGS_PROPERTIES.settings, settings);
    if (problem !== undefined) {
      reportProblem(this, SETTINGS, `settings ${problem}.`);
      return;
    }
    for (const controller of this.controllers) {
      controller.addSecretFiles({}, authorizerLabel(settings));
      for (const [name, value] of Object.entries(settingsEnvironment('KAFKA', settings)))
        controller.addEnvironment(name, value);
    }
  }

  private controller(
    { id: nodeId, host: serviceName }: Voter,
    platform: IPlatform,
    java: Jvm,
    metrics: Pick<ServiceProps, 'command' | 'metrics'>,
  ): Service {
    const { clusterId, voters, certificates } = this;
    const doors = controllerDoors(certificates);
    const member = { nodeId, roles: 'controller', clusterId, voters, doors } as const;
    const { port } = doors.find(({ protocol }) => protocol === 'SSL') ?? doors[0];
    const listeners = Object.fromEntries(doors.map((door) => [door.name, door]));
    return new Service(this, `kafka-controller${nodeId - FIRST_ID + 1}`, {
      platform,
      serviceName,
      labels: {
        ...kraftLabels(member),
        ...kafkaVersionLabel(platform.images.kafka),
        ...doorLabels({}, listeners),
        ...(certificates && { [LABEL.certificateNames]: serviceName }),
        ...(this.migratesFrom && { [LABEL.ensemble]: this.migratesFrom.connectString }),
      },
      image: platform.images.kafka,
      ...metrics,
      volumes: [dataVolume(platform, serviceName)],
      secretFiles: withCertificates(serviceName, this),
      environment: {
        ...kraftEnvironment(member),
        KAFKA_LISTENERS: doors.map((door) => `${door.name}://0.0.0.0:${door.port}`).join(),
        KAFKA_LISTENER_SECURITY_PROTOCOL_MAP: protocolMap(listeners),
        ...(certificates && settingsEnvironment('KAFKA', { ...tlsSettings(serviceName), ...CONTROLLER_TLS })),
        ...this.migration(),
        ...settingsEnvironment('KAFKA', fileProvider({}, this.secretFiles)),
        ...jvmEnvironment('KAFKA', java),
      },
      ports: [{ name: 'network', port }],
      // It answers before there is a majority, which none of them could wait for; brokers answer only once there is one.
      healthCheck: answersApiVersions(port, certificates && nodeTls(serviceName)),
      memory: java.memory,
      stopGracePeriod: Duration.seconds(60),
      dependsOn: this.migratesFrom && [this.migratesFrom],
    });
  }

  private migration(): Record<string, string> {
    if (!this.migratesFrom) return {};
    return {
      ...migrationEnvironment(this.migratesFrom),
      // By this they speak to brokers that still listen to the controller of ZooKeeper's time.
      KAFKA_INTER_BROKER_LISTENER_NAME: INTERNAL_LISTENER,
      KAFKA_LISTENER_SECURITY_PROTOCOL_MAP: `${CONTROLLER_LISTENER}:PLAINTEXT,${INTERNAL_LISTENER}:PLAINTEXT`,
    };
  }
}

export const CONTROLLER_QUORUM_PROPERTIES: Properties<ControllerQuorumProps> = {
  platform: platformReference,
  namePrefix: NAME_PREFIX,
  controllers: majority('https://kafka.apache.org/39/documentation.html#kraft_voter; policy'),
  clusterId: text(
    'org.apache.kafka.common.Uuid#fromString',
    "22 of a-z, A-Z, 0-9, '-' and '_', 16 bytes in base64url",
    /^[\w-]{22}$/,
  ),
  migratesFrom: instanceLike('a ZooKeeperEnsemble', 'connectString', 'node'),
  certificates: CERTIFICATES,
  secretFiles: SECRET_FILES,
  ...JVM_PROPERTIES,
  ...METRICS_OPTIONS,
};

const SETTINGS = record(
  'https://kafka.apache.org/39/documentation.html#brokerconfigs',
  "of settings, such as 'num.io.threads'",
  WRITTEN,
  SETTING,
);

/** What is added to it later. */
export const QUORUM_SETTINGS_PROPERTIES: Properties<{ readonly settings: object }> = {
  settings: required(SETTINGS),
};

interface QuorumFacts extends Jvm {
  readonly metrics: boolean;
  readonly image: ContainerImage;
  readonly migrates: boolean;
  readonly certificates?: Certificates;
}

export const CONTROLLER_QUORUM_RULES: readonly Rule<QuorumFacts>[] = [
  heapBelowMemory('a controller'),
  ONE_AGENT,
  {
    requires:
      'A cluster moves away from ZooKeeper only with images up to Kafka 3.9 and Confluent Platform 7.9.',
    fails: ({ migrates, image }) => migrates && (kafkaMajorVersion(image) ?? 3) >= 4,
    message: ({ image }) =>
      `migratesFrom must not be given with ${image.reference}, which knows nothing of ZooKeeper; finish the move with an image of Kafka 3.9 or Confluent Platform 7.9 first.`,
    source: 'https://kafka.apache.org/40/documentation/zk2kraft.html',
  },
  {
    requires: 'Controllers have certificates only once their cluster has left ZooKeeper.',
    fails: ({ migrates, certificates }) => migrates && certificates !== undefined,
    message: () =>
      'certificates must not be given with migratesFrom, because brokers are in plaintext as long as there is a ZooKeeper; finish the move first.',
    source: 'policy',
  },
];
