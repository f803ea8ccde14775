import { Construct, type IConstruct } from 'constructs';
import type { Address } from '../core/address';
import { Service, type IService, type ServiceProps } from '../core/service';
import { show, validate, type ValidationRule } from '../core/validation';
import type { IKafkaCluster } from '../kafka/kafka-cluster';
import type { IKafkaTopic } from '../kafka/kafka-topic';

/** Something that takes part in a consumer group, and so must not share its id with what groups in another way. */
export interface IConsumerGroupMember extends IConstruct {
  /** The brokers on which the group is. */
  readonly kafka?: IKafkaCluster;
  /** The group's id; undefined where there is no group. */
  readonly consumerGroup?: string;
}

export interface ContainerAppProps extends Omit<ServiceProps, 'serviceName'> {
  /** The DNS name in the platform's network; with the platform's prefix, the container's name. @default - the construct id */
  readonly serviceName?: string;
  /** The brokers that it works with: it starts after them, and is told their addresses. @default - none */
  readonly kafka?: IKafkaCluster;
  /** The variable that tells it the brokers' addresses, as `host:port,host:port`. @default 'KAFKA_BOOTSTRAP_SERVERS' */
  readonly bootstrapVariable?: string;
  /** Topics that it reads: they are there before it starts. @default - none */
  readonly reads?: readonly IKafkaTopic[];
  /** Topics that it writes: they are there before it starts. @default - none */
  readonly writes?: readonly IKafkaTopic[];
  /** The consumer group as whose member it reads. It is declared here; the application itself must be told in its own way. @default - none */
  readonly consumerGroup?: string;
}

/** A service of your own on the platform: as hardened and supervised as every other, and after the topics that it needs. */
export class ContainerApp extends Construct implements IService, IConsumerGroupMember {
  public readonly serviceName: string;
  public readonly kafka?: IKafkaCluster;
  public readonly consumerGroup?: string;
  private readonly service: IService;

  /** @throws ValidationError naming every broken rule, not only the first */
  public constructor(scope: Construct, id: string, props: ContainerAppProps) {
    super(scope, id);
    const {
      kafka,
      bootstrapVariable = 'KAFKA_BOOTSTRAP_SERVERS',
      reads = [],
      writes = [],
      consumerGroup,
      environment = {},
      dependsOn = [],
      ...service
    } = props;
    validate(this, { kafka, bootstrapVariable, reads, writes, consumerGroup, environment }, RULES);
    this.serviceName = props.serviceName ?? id;
    this.kafka = kafka;
    this.consumerGroup = consumerGroup;
    this.service = new Service(this, 'service', {
      ...service,
      serviceName: this.serviceName,
      environment: {
        ...environment,
        ...(kafka && { [bootstrapVariable]: kafka.bootstrapServers.join(',') }),
      },
      dependsOn: [...(kafka ? [kafka] : []), ...reads, ...writes, ...dependsOn],
    });
  }

  public internalAddress(portName: string): Address {
    return this.service.internalAddress(portName);
  }

  /** @throws Error if the port is not published on the host */
  public hostAddress(portName: string): Address {
    return this.service.hostAddress(portName);
  }
}

type Facts = Required<Pick<ContainerAppProps, 'bootstrapVariable' | 'reads' | 'writes' | 'environment'>> &
  Pick<ContainerAppProps, 'kafka' | 'consumerGroup'>;

const RULES: readonly ValidationRule<Facts>[] = [
  {
    fails: ({ kafka, reads, writes, consumerGroup }) =>
      !kafka && (reads.length > 0 || writes.length > 0 || consumerGroup !== undefined),
    message: ({ reads, writes }) =>
      `kafka must be given with reads, writes or a consumerGroup: the brokers on which they are; got none for ` +
      `${[...reads, ...writes].map(({ topicName }) => show(topicName)).join(', ') || 'the group'}.`,
    source: 'policy',
  },
  {
    fails: ({ kafka, bootstrapVariable, environment }) =>
      kafka !== undefined && bootstrapVariable in environment,
    message: ({ bootstrapVariable, environment }) =>
      `environment must leave ${bootstrapVariable} to kafka, got ${show(environment[bootstrapVariable])}; leave it out, or name another bootstrapVariable.`,
    source: 'policy',
  },
  {
    fails: ({ consumerGroup }) => consumerGroup === '',
    message: () => `consumerGroup must not be empty, got ''; leave it out for a reader without a group.`,
    source: 'org.apache.kafka.common.errors.InvalidGroupIdException',
  },
];
