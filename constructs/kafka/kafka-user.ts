import { Quota } from '@cdktf/provider-kafka/lib/quota';
import { UserScramCredential } from '@cdktf/provider-kafka/lib/user-scram-credential';
import { TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { reserveName } from '../core/unique-name';
import { isSame } from '../core/identity';
import { isResolved } from '../core/resolved';
import { escapeTemplate } from '../core/escape-template';
import { placed } from '../core/placed';
import { validateProps, validateOptions, preconditions, problemOf } from '../core/properties';
import { keepInNoPlan, secretText } from '../core/secret';
import { formatValue } from '../core/format-value';
import { needWriteOnly } from '../core/terraform-version';
import { reportProblem, validate } from '../core/validation';
import { Acl } from './acl';
import { ALLOWED, inGroup, inTransactions, onTopic, type AclRule } from './acl-rule';
import { keyOf } from './acls-of';
import { orderAfterBrokers } from './after-brokers';
import { topicReference, type IKafkaCluster, type IKafkaTopic } from './interfaces';
import { kafkaProvider } from './kafka-provider';
import { kafkaOperatorOf } from './operator';
import {
  KAFKA_USER_PROPERTIES,
  KAFKA_USER_RULES,
  USER_CLAIM,
  USER_ALLOWED_PROPERTIES,
  USER_READS_PROPERTIES,
  USER_RELATION,
  USER_WRITES_PROPERTIES,
  type KafkaUserProps,
  type UserReads,
  type UserWrites,
} from './kafka-user-props';
import type { ScramOptions } from './user-authentication';
import { quotaConfig } from './user-quota';

/**
 * Somebody who works with a cluster: how it shows who it is, how much it may take, and what it may do, which is nothing but
 * what is said here. It belongs into a stack after the brokers' own, because a plan asks the brokers for it.
 * @see https://kafka.apache.org/39/documentation.html#security
 */
export class KafkaUser extends Construct {
  public readonly cluster: IKafkaCluster;
  public readonly userName: string;
  /** As ACLs and brokers have it: `User:` and the name. */
  public readonly principal: string;
  private readonly allowed = new Map<string, AclRule>();

  /** What is broken is refused at synth, all of it together. */
  public constructor(scope: Construct, id: string, props: KafkaUserProps) {
    super(...placed(scope, id));
    const valid = validateProps(this, props, KAFKA_USER_PROPERTIES, { userName: id });
    const { cluster, userName, authentication, quota } = valid;
    validate(this, { scope: this, cluster, authentication }, KAFKA_USER_RULES);
    reserveName(this, cluster, USER_CLAIM, userName);
    this.cluster = cluster;
    this.userName = userName;
    this.principal = `User:${userName}`;

    const operator = kafkaOperatorOf(cluster.platform);
    if (operator) {
      operator.makeUser(this, cluster, {
        userName,
        authentication,
        quota,
        acls: () => [...this.allowed.values()],
      });
      return;
    }
    const provider = kafkaProvider(this, cluster);
    const precondition = preconditions(this, valid, KAFKA_USER_PROPERTIES);
    const common = { provider, ...(precondition.length > 0 && { lifecycle: { precondition } }) };
    const { scram } = authentication;
    const made = [
      ...(scram
        ? [new UserScramCredential(this, 'Credential', { ...common, ...this.credential(scram) })]
        : []),
      ...(quota
        ? [
            new Quota(this, 'Quota', {
              ...common,
              entityType: 'user',
              entityName: escapeTemplate(userName),
              config: quotaConfig(quota),
            }),
          ]
        : []),
    ];
    for (const each of made) orderAfterBrokers(each, provider, cluster);
  }

  /** Lets it read a topic, and keep its offsets in a consumer group. */
  public reads(topic: IKafkaTopic, options: UserReads = {}): void {
    const { right, problem } = validateOptions('what it reads with', USER_READS_PROPERTIES, {}, options);
    if (!this.isRight('reads', topic, problem)) return;
    this.allow(
      onTopic(topic.topicName, 'Read'),
      ...(right.group === undefined ? [] : [inGroup(right.group)]),
      ...(right.groupPrefix === undefined ? [] : [inGroup(right.groupPrefix, 'Prefixed')]),
    );
  }

  /** Lets it write a topic, and do so in transactions. */
  public writes(topic: IKafkaTopic, options: UserWrites = {}): void {
    const { right, problem } = validateOptions('what it writes with', USER_WRITES_PROPERTIES, {}, options);
    if (!this.isRight('writes', topic, problem)) return;
    const { transactionalId, transactionalIdPrefix } = right;
    this.allow(
      onTopic(topic.topicName, 'Write'),
      ...(transactionalId === undefined ? [] : [inTransactions(transactionalId)]),
      ...(transactionalIdPrefix === undefined ? [] : [inTransactions(transactionalIdPrefix, 'Prefixed')]),
    );
  }

  /**
   * Lets it do more, such as what a service needs: `allow(...aclsOf(connect))`. What it may do already is left as it is. The
   * provider lists all ACLs of the cluster for each one that it makes, so that many take their square in time.
   */
  public allow(...rules: readonly AclRule[]): void {
    for (const rule of rules) {
      const problem = problemOf(USER_ALLOWED_PROPERTIES.rule, rule);
      if (problem !== undefined) {
        reportProblem(this, ALLOWED, `what it is allowed ${problem}.`);
        continue;
      }
      const key = keyOf(rule);
      if (this.allowed.has(key)) continue;
      this.allowed.set(key, rule);
      if (!kafkaOperatorOf(this.cluster.platform))
        new Acl(this, this.idOf(rule), { ...rule, cluster: this.cluster, principal: this.principal });
    }
  }

  private credential({ password, version }: Required<ScramOptions>): {
    readonly username: string;
    readonly scramMechanism: string;
    readonly passwordWo: string;
    readonly passwordWoVersion: string;
  } {
    keepInNoPlan(password);
    needWriteOnly(TerraformStack.of(this));
    return {
      username: escapeTemplate(this.userName),
      scramMechanism: 'SCRAM-SHA-512',
      passwordWo: secretText(password),
      passwordWoVersion: String(version),
    };
  }

  private isRight(verb: string, topic: IKafkaTopic, problem: string | undefined): boolean {
    const wrong = problemOf(topicReference, topic);
    if (wrong !== undefined) reportProblem(this, USER_RELATION, `what it ${verb} ${wrong}.`);
    else if (topic.cluster && !isSame(topic.cluster, this.cluster))
      reportProblem(
        this,
        USER_RELATION,
        `it ${verb} the topic ${formatValue(topic.topicName)} of ${topic.cluster.node.path}, but is a user of ${this.cluster.node.path}; give it a topic of that.`,
      );
    if (problem !== undefined) reportProblem(this, USER_RELATION, `${verb}: it ${problem}.`);
    return wrong === undefined && problem === undefined;
  }

  /** A name that Terraform alone knows is in no id. */
  private idOf({ operation, resourceType, patternType, name }: AclRule): string {
    const shown = isResolved(name) ? name : `#${this.allowed.size}`;
    return [operation, resourceType, ...(patternType === 'Prefixed' ? ['prefix'] : []), shown].join(' ');
  }
}
