import { Connector as ConnectorResource } from '@cdktf/provider-kafka-connect/lib/connector';
import { Token, type TerraformVariable } from 'cdktf';
import { Construct } from 'constructs';
import type { IConsumerGroupMember } from '../apps/container-app';
import { claim } from '../core/claim';
import { literal } from '../core/literal';
import { orderAfter } from '../core/order';
import { checked, preconditions } from '../core/properties';
import { show } from '../core/show';
import { broken, validate, validateTree, type TreeProblems } from '../core/validation';
import type { IKafkaCluster } from '../kafka/kafka-cluster';
import type { IKafkaTopic } from '../kafka/kafka-topic';
import type { Converter } from './converter';
import {
  CONNECTOR_CLAIM,
  CONNECTOR_PROPERTIES,
  CONNECTOR_RULES,
  DECLARED_TOPICS,
  KNOWN_CLASS,
  namedTopics,
  type ConnectorFacts,
} from './connector-rules';
import type { IKafkaConnect } from './kafka-connect';
import { kafkaConnectProvider } from './kafka-connect-provider';

export interface ConnectorOptions {
  /** 1 to 249 of `[a-zA-Z0-9._-]`. A sink's consumer group is `connect-<name>`. @default - the construct id */
  readonly connectorName?: string;
  /** The full name, or without its package and the word `Connector`, as the workers list it. */
  readonly connectorClass: string;
  /** The most tasks that share the work; whole number, 1 or more. @default 1 */
  readonly tasksMax?: number;
  /** What a sink reads: its setting `topics`. @default - what `config` says */
  readonly reads?: readonly IKafkaTopic[];
  /** What a source writes to. One alone is its setting `topic`, unless `config` has a `topic.prefix`. @default - what `config` says */
  readonly writes?: readonly IKafkaTopic[];
  /** How records' keys are written. @default - as the workers do */
  readonly keyConverter?: Converter;
  /** How records' values are written. @default - as the workers do */
  readonly valueConverter?: Converter;
  /**
   * Further settings by their name in Connect. A topic named here must be declared somewhere in the program; a secret may
   * be a reference to a file that the workers have, `${file:/run/secrets/my.properties:key}`.
   * @default - none
   * @see https://kafka.apache.org/39/documentation.html#connect_configuring
   */
  readonly config?: Readonly<Record<string, string | number | boolean>>;
  /**
   * Settings that nobody may read, each a sensitive variable of the stack, or its `stringValue`; also an attribute that
   * Terraform reads of a resource or data source there. They are in no plan and in no synthesized file; Terraform's state
   * holds them, and a change by hand is not seen. What must not be there either is in a file of {@link KafkaConnectProps.secretFiles}.
   * @default - none
   */
  readonly secrets?: Readonly<Record<string, TerraformVariable | string>>;
}

export interface ConnectorProps extends ConnectorOptions {
  readonly connect: IKafkaConnect;
}

/**
 * A connector, in a stack after the workers' own. What is changed or deleted by hand, the next deploy puts right.
 * @see https://kafka.apache.org/39/documentation.html#connect
 */
export class Connector extends Construct implements IConsumerGroupMember {
  public readonly connectorName: string;
  private readonly facts: ConnectorFacts;

  /** What is broken is refused at synth, all of it together. */
  public constructor(scope: Construct, id: string, given: ConnectorProps) {
    super(scope, id);
    const props = checked(this, { connectorName: id, ...given }, CONNECTOR_PROPERTIES);
    const { connect, reads = [], writes = [] } = props;
    this.connectorName = props.connectorName ?? id;
    this.facts = {
      ...props,
      scope: this,
      connectorName: this.connectorName,
      tasksMax: props.tasksMax ?? 1,
      reads,
      writes,
      config: props.config ?? {},
      secrets: props.secrets ?? {},
    };
    validate(this, this.facts, CONNECTOR_RULES);
    claim(this, connect, CONNECTOR_CLAIM, this.connectorName);
    validateTree(this, Connector.problems);

    const precondition = preconditions(this, props, CONNECTOR_PROPERTIES);
    const connector = new ConnectorResource(this, 'Resource', {
      provider: kafkaConnectProvider(this, connect),
      name: this.connectorName,
      config: connectorConfig(this.facts),
      ...(Object.keys(this.facts.secrets).length > 0 && { configSensitive: secretValues(this.facts) }),
      ...(precondition.length > 0 && { lifecycle: { precondition } }),
    });
    const converters = [props.keyConverter, props.valueConverter].flatMap((each) => each?.dependsOn ?? []);
    orderAfter(connector, [connect, ...reads, ...writes, ...converters]);
  }

  /** The brokers on which a sink's consumer group is. */
  public get kafka(): IKafkaCluster {
    return this.facts.connect.cluster;
  }

  /** A sink's; undefined for a source. */
  public get consumerGroup(): string | undefined {
    const { reads, config } = this.facts;
    const isSink = reads.length > 0 || 'topics' in config || 'topics.regex' in config;
    return isSink
      ? String(config['consumer.override.group.id'] ?? `connect-${this.connectorName}`)
      : undefined;
  }

  /** What only a complete tree tells, in one pass over it, however many connectors there are. */
  private static readonly problems: TreeProblems = (root) => {
    const all = root.node.findAll();
    const declared = new Set(all.map((each) => (each as Partial<IKafkaTopic>).topicName));
    return all
      .filter((each) => each instanceof Connector)
      .flatMap((each) => [
        ...unknownClass(each.facts).map((sentence) => broken(each, KNOWN_CLASS, sentence)),
        ...undeclaredTopics(each.facts, declared).map((sentence) => broken(each, DECLARED_TOPICS, sentence)),
      ]);
  };
}

function connectorConfig(facts: ConnectorFacts): Record<string, string> {
  const { reads, writes, config } = facts;
  const [written] = writes;
  const all = {
    name: facts.connectorName,
    'connector.class': facts.connectorClass,
    'tasks.max': facts.tasksMax,
    ...(reads.length > 0 && { topics: reads.map(({ topicName }) => topicName).join(',') }),
    ...(written && writes.length === 1 && !('topic.prefix' in config) && { topic: written.topicName }),
    ...facts.keyConverter?.settings('key.converter', facts.connect),
    ...facts.valueConverter?.settings('value.converter', facts.connect),
    ...config,
  };
  return Object.fromEntries(Object.entries(all).map(([name, value]) => [name, literal(String(value))]));
}

function secretValues({ secrets }: ConnectorFacts): Record<string, string> {
  return Object.fromEntries(
    Object.entries(secrets).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : value.stringValue,
    ]),
  );
}

/** Only known when every plugin has been added. Workers also take a class by a shorter name. */
function unknownClass({ connect, connectorClass }: ConnectorFacts): string[] {
  const known = connect.connectorClasses;
  const names = (known ?? []).flatMap((name) => {
    const simple = name.slice(name.lastIndexOf('.') + 1);
    return [name, simple, simple.replace(/Connector$/, '')];
  });
  if (!known || Token.isUnresolved(connectorClass) || names.includes(connectorClass)) return [];
  return [
    `connectorClass must be one that the workers of ${connect.node.path} carry, ${known.join(', ')}; ` +
      `got ${show(connectorClass)}, correct it, or add its plugin with addPlugin.`,
  ];
}

function undeclaredTopics({ config }: ConnectorFacts, declared: ReadonlySet<unknown>): string[] {
  return namedTopics(config)
    .filter(([, topicName]) => !declared.has(topicName))
    .map(
      ([setting, topicName]) =>
        `config: ${setting} names the topic ${show(topicName)}, which nobody declares; declare it as a KafkaTopic, ` +
        `or refer to one made elsewhere with KafkaTopic.fromTopicName.`,
    );
}
