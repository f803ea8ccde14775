import { Connector as ConnectorResource } from '@cdktf/provider-kafka-connect/lib/connector';
import type { TerraformVariable } from 'cdktf';
import { Construct } from 'constructs';
import { claim } from '../core/claim';
import { literal } from '../core/literal';
import { orderAfter } from '../core/order';
import { show, validate } from '../core/validation';
import type { IKafkaTopic } from '../kafka/kafka-topic';
import type { Converter } from './converter';
import { CONNECTOR_RULES, namedTopics, type ConnectorFacts } from './connector-rules';
import type { IKafkaConnect } from './kafka-connect';
import { ensureKafkaConnectProvider } from './kafka-connect-provider';

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
   * Further settings by their name in Connect. A topic named here must be declared somewhere in the program.
   * @default - none
   * @see https://kafka.apache.org/39/documentation.html#connect_configuring
   */
  readonly config?: Readonly<Record<string, string | number | boolean>>;
  /**
   * Settings that nobody may read, each a sensitive variable of the stack, or its `stringValue`. They are in no plan and
   * in no synthesized file; Terraform's state holds them, and a change by hand is not seen.
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
export class Connector extends Construct {
  public readonly connectorName: string;

  /** @throws ValidationError naming every broken rule, not only the first */
  public constructor(scope: Construct, id: string, props: ConnectorProps) {
    super(scope, id);
    const { connect, reads = [], writes = [] } = props;
    const facts: ConnectorFacts = {
      ...props,
      scope: this,
      connectorName: props.connectorName ?? id,
      tasksMax: props.tasksMax ?? 1,
      reads,
      writes,
      config: props.config ?? {},
      secrets: props.secrets ?? {},
    };
    validate(this, facts, CONNECTOR_RULES);
    this.connectorName = facts.connectorName;

    claim(this, connect, 'connector', facts.connectorName);
    const connector = new ConnectorResource(this, 'Resource', {
      provider: ensureKafkaConnectProvider(this, connect),
      name: facts.connectorName,
      config: connectorConfig(facts),
      ...(Object.keys(facts.secrets).length > 0 && { configSensitive: secretValues(facts) }),
    });
    const converters = [props.keyConverter, props.valueConverter].flatMap((each) => each?.dependsOn ?? []);
    orderAfter(connector, [connect, ...reads, ...writes, ...converters]);
    this.node.addValidation({
      validate: () => [...unknownClass(this, facts), ...undeclaredTopics(this, facts)],
    });
  }
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
    ...facts.keyConverter?.settings('key.converter', facts.connect.pluginClasses),
    ...facts.valueConverter?.settings('value.converter', facts.connect.pluginClasses),
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
function unknownClass(scope: Construct, { connect, connectorClass }: ConnectorFacts): string[] {
  const known = connect.connectorClasses;
  const names = (known ?? []).flatMap((name) => {
    const simple = name.slice(name.lastIndexOf('.') + 1);
    return [name, simple, simple.replace(/Connector$/, '')];
  });
  if (!known || names.includes(connectorClass)) return [];
  return [
    `${scope.node.path}: the workers of ${connect.node.path} carry no connector class ${show(connectorClass)}, ` +
      `only ${known.join(', ')}; correct it, or add its plugin with addPlugin.`,
  ];
}

function undeclaredTopics(scope: Construct, { config }: ConnectorFacts): string[] {
  const declared = new Set(
    scope.node.root.node.findAll().map((each) => (each as Partial<IKafkaTopic>).topicName),
  );
  return namedTopics(config)
    .filter(([, topicName]) => !declared.has(topicName))
    .map(
      ([setting, topicName]) =>
        `${scope.node.path}: config: ${setting} names the topic ${show(topicName)}, which nobody declares; ` +
        `declare it as a KafkaTopic, or refer to one made elsewhere with KafkaTopic.fromTopicName.`,
    );
}
