import { Construct } from 'constructs';
import type { Address } from '../core/address';
import { listOf, text } from '../core/checks';
import type { IPlatform } from '../core/platform';
import { validateProps, problemOf, type Properties } from '../core/properties';
import { isLoopback, platformOf } from '../core/reach';
import { relate } from '../core/relation';
import { SERVICE_NAME } from '../core/container-description';
import {
  platformReferenceIfAny,
  Service,
  SERVICE_PROPERTIES,
  type IService,
  type ServiceProps,
} from '../core/service';
import { isResolved } from '../core/resolved';
import { reportProblem, validate, type Rule } from '../core/validation';
import { placed } from '../core/placed';
import { inGroup } from '../kafka/acl-rule';
import { needsAcls } from '../kafka/acls-of';
import { allowedToClients } from '../kafka/allowed-urls';
import { KafkaClient } from '../kafka/kafka-client';
import {
  clusterReferenceIfAny,
  topicReference,
  type IConsumerGroupMember,
  type IKafkaCluster,
  type IKafkaTopic,
} from '../kafka/interfaces';
import { reachRegistry, registryReference, type ISchemaRegistry } from '../schema-registry/interfaces';

export interface ContainerAppProps extends Omit<ServiceProps, 'serviceName' | 'platform'> {
  /** What runs it. @default - what runs the brokers that it works with */
  readonly platform?: IPlatform;
  /** The DNS name in the platform's network; with the platform's prefix, the container's name. 1 to 63 of a-z, 0-9 and '-'. @default - the construct id */
  readonly serviceName?: string;
  /**
   * The brokers that it works with: it starts after them, and is told their addresses. Where they want TLS or a login, it is
   * told in `KAFKA_CLIENT_PROPERTIES` how, as the text of a file of properties, and the files that are named there are
   * mounted, if the cluster's security is of files.
   * @default - those of the first topic that it reads or writes
   */
  readonly kafka?: IKafkaCluster;
  /** The variable that tells it the brokers' addresses, as `host:port,host:port`. @default 'KAFKA_BOOTSTRAP_SERVERS' */
  readonly bootstrapVariable?: string;
  /** Topics that it reads, as {@link ContainerApp.reads} has it. @default - none */
  readonly reads?: readonly IKafkaTopic[];
  /** Topics that it writes, as {@link ContainerApp.writes} has it. @default - none */
  readonly writes?: readonly IKafkaTopic[];
  /** The consumer group as whose member it reads. It is declared here; the application itself must be told in its own way. @default - none */
  readonly consumerGroup?: string;
}

/** A service of your own on the platform: as hardened and supervised as every other, and after the topics that it needs. */
export class ContainerApp extends Construct implements IService, IConsumerGroupMember {
  public readonly serviceName: string;
  public readonly consumerGroup?: string;
  private readonly service: Service;
  private readonly client: KafkaClient;
  private isReader = false;

  /** What is broken is refused at synth, all of it together. */
  public constructor(scope: Construct, id: string, props: ContainerAppProps) {
    super(...placed(scope, id));
    const valid = validateProps(this, props, CONTAINER_APP_PROPERTIES, { serviceName: id });
    const { kafka, bootstrapVariable, reads = [], writes = [], consumerGroup, ...service } = valid;
    this.serviceName = valid.serviceName;
    this.consumerGroup = consumerGroup;
    const clusters = [kafka, ...[...reads, ...writes].map(({ cluster }) => cluster)];
    const platform = platformOf(this, props, valid.platform, clusters);
    validate(this, valid, CONTAINER_APP_RULES);
    const security = clusters.find((each) => each !== undefined)?.security;
    const environment = { ...allowedToClients(security), ...service.environment };
    this.service = new Service(this, 'service', { ...service, environment, platform });
    this.client = new KafkaClient(this, this.service, { bootstrapVariable });
    if (kafka) this.client.connectTo(kafka);
    if (consumerGroup !== undefined) {
      this.client.need(`the consumer group '${consumerGroup}'`);
      needsAcls(this, () => [inGroup(consumerGroup)]);
    }
    for (const topic of reads) this.reads(topic);
    for (const topic of writes) this.writes(topic);
  }

  public get kafka(): IKafkaCluster | undefined {
    return this.client.kafka;
  }

  /**
   * Declares that it reads a topic: that is there before it starts, and must be of its brokers.
   * @param variable what tells it the topic's name. @default - `KAFKA_TOPIC_` and the id of the topic's construct
   */
  public reads(topic: IKafkaTopic, variable?: string): void {
    this.client.use('reads', topic, variable);
    if (!this.isReader) validate(this, this, READER_RULES);
    this.isReader = true;
  }

  /**
   * Declares that it writes a topic: that is there before it starts, and must be of its brokers.
   * @param variable what tells it the topic's name. @default - `KAFKA_TOPIC_` and the id of the topic's construct
   */
  public writes(topic: IKafkaTopic, variable?: string): void {
    this.client.use('writes', topic, variable);
  }

  /**
   * Declares that its serializers use a registry: that is there before it starts.
   * @param variable what tells it the registry's address in the platform's network
   */
  public uses(registry: ISchemaRegistry, variable = 'SCHEMA_REGISTRY_URL'): void {
    const problem = problemOf(registryReference, registry);
    if (problem !== undefined) {
      reportProblem(this, registryReference, `what it uses ${problem}.`);
      return;
    }
    reachRegistry(this, this.service.platform, registry);
    this.service.addEnvironment(variable, registry.url);
    relate(this, this.service, { verb: 'uses the registry', other: registry, name: registry.node.id });
  }

  public internalAddress(portName: string): Address {
    return this.service.internalAddress(portName);
  }

  public hostAddress(portName: string): Address {
    return this.service.hostAddress(portName);
  }
}

type Facts = Pick<ContainerAppProps, 'environment'>;

/** Variables that send it to its own container for its brokers. */
const ofItself = ({ environment = {} }: Facts): string[] =>
  Object.entries(environment).flatMap(([name, value]) =>
    /(BOOTSTRAP_?SERVERS?|BROKERS?(_?LIST)?)$/i.test(name) &&
    isResolved(value) &&
    value.split(',').some((server) => isLoopback(server.trim()))
      ? name
      : [],
  );

export const CONTAINER_APP_RULES: readonly Rule<Facts>[] = [
  {
    requires: 'No variable that names brokers names the container itself.',
    severity: 'warning',
    fails: (facts) => ofItself(facts).length > 0,
    message: (facts) =>
      `environment: ${ofItself(facts).join(', ')} names localhost, and that is, inside a container, the container itself; leave it out, and give kafka, with the variable's name as bootstrapVariable.`,
    source: 'policy',
  },
];

export const READER_RULES: readonly Rule<Pick<ContainerApp, 'kafka' | 'consumerGroup'>>[] = [
  {
    requires: 'On brokers with authorization, an application that reads says in which group.',
    severity: 'warning',
    fails: ({ kafka, consumerGroup }) => kafka?.authorization !== undefined && consumerGroup === undefined,
    message: ({ kafka }) =>
      `consumerGroup is not given, and ${kafka?.node.path} has authorization: it may read in no group; give one, unless it assigns itself partitions.`,
    source: 'https://kafka.apache.org/39/documentation.html#operations_resources_and_protocols',
  },
];

export const CONSUMER_GROUP = text(
  'org.apache.kafka.common.errors.InvalidGroupIdException',
  'the id of a group, not empty',
);

export const CONTAINER_APP_PROPERTIES: Properties<ContainerAppProps> = {
  ...SERVICE_PROPERTIES,
  platform: platformReferenceIfAny,
  serviceName: SERVICE_NAME,
  kafka: clusterReferenceIfAny,
  bootstrapVariable: text('POSIX.1-2017 8.1', 'the name of a variable', /^[A-Za-z_][A-Za-z0-9_]*$/),
  reads: listOf(topicReference),
  writes: listOf(topicReference),
  consumerGroup: CONSUMER_GROUP,
};
