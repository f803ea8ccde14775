import { Connector as ConnectorResource } from '@cdktf/provider-kafka-connect/lib/connector';
import { Construct, type IConstruct } from 'constructs';
import type { IConsumerGroupMember, IKafkaCluster, IKafkaTopic } from '../kafka/interfaces';
import { reserveName } from '../core/unique-name';
import { asText } from '../core/resolved';
import { escapeTemplate } from '../core/escape-template';
import { without } from '../core/without';
import { addDependencies } from '../core/dependencies';
import { knownAs } from '../core/existing';
import { validateProps, preconditions } from '../core/properties';
import { toProblem, isRefused, validate, validateTree, type TreeProblems } from '../core/validation';
import { placed } from '../core/placed';
import type { AclRule } from '../kafka/acl-rule';
import { needsAcls } from '../kafka/acls-of';
import { reachRegistry } from '../schema-registry/interfaces';
import { aclsOfConnector } from './connect-acls';
import { groupsOfConsumers } from './connect-groups';
import { classProblems } from './connector-classes';
import {
  CONNECTOR_CLAIM,
  CONNECTOR_PROPERTIES,
  CONNECTOR_RULES,
  type ConnectorFacts,
  type ConnectorProps,
} from './connector-props';
import { CONNECTOR_SETTINGS_RULES } from './connector-settings-rules';
import { isSink, producerSettings, topicProblems, type ConnectorConfig } from './connector-topics';
import { kafkaConnectProvider } from './kafka-connect-provider';
import { connectOperatorOf } from './operator';

/**
 * A connector, in a stack after the workers' own. What is changed or deleted by hand, the next deploy puts right.
 * @see https://kafka.apache.org/39/documentation.html#connect
 */
export class Connector extends Construct implements IConsumerGroupMember {
  /** As the workers know it. */
  public readonly connectorName: string;
  private readonly facts: ConnectorFacts;

  /** What is broken is refused at synth, all of it together. */
  public constructor(scope: Construct, id: string, props: ConnectorProps) {
    super(...placed(scope, id));
    const valid = validateProps(this, props, CONNECTOR_PROPERTIES, { connectorName: id });
    const { connect, reads = [], writes = [] } = valid;
    this.connectorName = valid.connectorName;
    this.facts = {
      ...valid,
      scope: this,
      tasksMax: valid.tasksMax ?? (connect.cluster.onlyGivenSettings ? undefined : 1),
      reads,
      writes,
      config: valid.config ?? {},
      secrets: valid.secrets ?? {},
    };
    validate(this, this.facts, [...CONNECTOR_RULES, ...CONNECTOR_SETTINGS_RULES]);
    reserveName(this, connect, CONNECTOR_CLAIM, this.connectorName);
    validateTree(this, Connector.problems);
    validateTree(this, groupsOfConsumers);
    // Its clients are the workers', which log in once.
    for (const principal of [this, connect]) needsAcls(principal, () => this.acls());

    const converters = [valid.keyConverter, valid.valueConverter].flatMap((each) => each?.dependsOn ?? []);
    const dependsOn = [connect, ...reads, ...writes, ...converters];
    if (connect.platform)
      for (const registry of new Set(converters))
        reachRegistry(this, connect.platform, registry, registry === connect.registry);
    const operator = connectOperatorOf(connect.platform);
    if (operator) {
      const { connectorName, connectorClass, tasksMax, secrets } = this.facts;
      const config = (): ConnectorConfig =>
        without(plainConfig(this.facts), ['name', 'connector.class', 'tasks.max']);
      const facts = {
        connectorName,
        connectorClass,
        tasksMax,
        config,
        secrets: Object.keys(secrets),
        dependsOn,
      };
      operator.makeConnector(this, connect, facts);
      return;
    }
    const precondition = preconditions(this, valid, CONNECTOR_PROPERTIES);
    const connector = new ConnectorResource(this, 'Resource', {
      provider: kafkaConnectProvider(this, connect),
      name: this.connectorName,
      config: connectorConfig(this.facts),
      ...(Object.keys(this.facts.secrets).length > 0 && { configSensitive: secretValues(this.facts) }),
      ...(precondition.length > 0 && { lifecycle: { precondition } }),
    });
    // The provider would take what is secret for a setting of the other kind.
    if (Object.keys(this.facts.secrets).length === 0) knownAs(connector, this.connectorName);
    addDependencies(connector, dependsOn);
  }

  /** The brokers on which a sink's consumer group is. */
  public get kafka(): IKafkaCluster {
    return this.facts.connect.cluster;
  }

  /** A sink's; undefined for a source. */
  public get consumerGroup(): string | undefined {
    const { connectorClass, reads, config } = this.facts;
    return reads.length > 0 || isSink(connectorClass, config)
      ? String(config['consumer.override.group.id'] ?? `connect-${this.connectorName}`)
      : undefined;
  }

  private acls(): readonly AclRule[] {
    const declared = (): string[] =>
      topicsAmong(this.node.root.node.findAll()).map(({ topicName }) => topicName);
    return aclsOfConnector(this.facts, plainConfig(this.facts), this.consumerGroup, declared);
  }

  /** What only a complete tree tells, in one pass over it, however many connectors there are. */
  private static readonly problems: TreeProblems = (_, all) => {
    const declared = new Map(topicsAmong(all).map((topic) => [topic.topicName, topic]));
    return all
      .filter((each) => each instanceof Connector)
      .filter((each) => !isRefused(each))
      .flatMap((each) => {
        const config = plainConfig(each.facts);
        return [...classProblems(each.facts, config), ...topicProblems(each.facts, config, declared)].map(
          ([rule, sentence]) => toProblem(each, rule, sentence),
        );
      });
  };
}

const topicsAmong = (all: readonly IConstruct[]): IKafkaTopic[] =>
  all.filter((each): each is IKafkaTopic => 'topicName' in each);

function plainConfig(facts: ConnectorFacts): ConnectorConfig {
  const { reads, writes, config } = facts;
  const [written] = writes;
  return {
    name: facts.connectorName,
    'connector.class': facts.connectorClass,
    ...(facts.tasksMax !== undefined && { 'tasks.max': facts.tasksMax }),
    ...(reads.length > 0 && { topics: reads.map(({ topicName }) => topicName).join(',') }),
    ...(written && writes.length === 1 && !('topic.prefix' in config) && { topic: written.topicName }),
    ...facts.keyConverter?.settings('key.converter', facts.connect),
    ...facts.valueConverter?.settings('value.converter', facts.connect),
    ...producerSettings(facts),
    ...config,
  };
}

function connectorConfig(facts: ConnectorFacts): Record<string, string> {
  const all = plainConfig(facts);
  return escapeTemplate(
    Object.fromEntries(Object.entries(all).map(([name, value]) => [name, asText(value)])),
  );
}

function secretValues({ secrets }: ConnectorFacts): Record<string, string> {
  return Object.fromEntries(
    Object.entries(secrets).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : value.stringValue,
    ]),
  );
}
