import { Acl as AclResource } from '@cdktf/provider-kafka/lib/acl';
import { Construct, type IConstruct } from 'constructs';
import { ADMIN } from '../core/labels';
import { reserveName } from '../core/unique-name';
import { escapeTemplate } from '../core/escape-template';
import { placed } from '../core/placed';
import { knownAs } from '../core/existing';
import { validateProps, preconditions } from '../core/properties';
import { toProblem, isRefused, validate, validateTree, type TreeProblems } from '../core/validation';
import {
  ACL_CLAIM,
  ACL_PROPERTIES,
  ACL_RULES,
  AUTHORIZER,
  DECISION_CLAIM,
  type AclFacts,
  type AclProps,
} from './acl-props';
import { orderAfterBrokers } from './after-brokers';
import type { IKafkaCluster } from './interfaces';
import { kafkaProvider } from './kafka-provider';

/**
 * An entry of a cluster's access control lists. What a {@link KafkaUser} reads and writes makes these by itself. Who has one
 * here has all of them here: `cdktf-streaming up` takes away what else was allowed by hand.
 * @see https://kafka.apache.org/39/documentation.html#security_authz
 */
export class Acl extends Construct {
  public readonly cluster: IKafkaCluster;

  /** What is broken is refused at synth, all of it together. */
  public constructor(scope: Construct, id: string, props: AclProps) {
    super(...placed(scope, id));
    const valid = validateProps(this, props, ACL_PROPERTIES);
    const { cluster } = valid;
    const facts: AclFacts = {
      ...valid,
      principalType: valid.principalType ?? 'User',
      patternType: valid.patternType ?? 'Literal',
      permission: valid.permission ?? 'Allow',
      host: valid.host ?? '*',
      superUsers: cluster.authorization ? [ADMIN, ...(cluster.authorization.superUsers ?? [])] : [],
    };
    validate(this, facts, ACL_RULES);
    this.cluster = cluster;
    const { permission } = facts;
    const resourceType = TYPES[facts.resourceType] ?? facts.resourceType;
    const what = wordsOf(facts);
    reserveName(this, cluster, ACL_CLAIM, `${permission} ${what}`);
    reserveName(this, cluster, DECISION_CLAIM, `${permission} ${what}`, what);
    validateTree(this, Acl.unasked);

    const precondition = preconditions(this, valid, ACL_PROPERTIES);
    const provider = kafkaProvider(this, cluster);
    const acl = new AclResource(this, 'Resource', {
      provider,
      ...escapeTemplate({
        resourceType,
        resourceName: facts.name,
        resourcePatternTypeFilter: facts.patternType,
        aclPrincipal: facts.principal,
        aclHost: facts.host,
        aclOperation: facts.operation,
        aclPermissionType: permission,
      }),
      ...(precondition.length > 0 && { lifecycle: { precondition } }),
    });
    knownAs(
      acl,
      [
        facts.principal,
        facts.host,
        facts.operation,
        permission,
        resourceType,
        facts.name,
        facts.patternType,
      ].join('|'),
    );
    orderAfterBrokers(acl, provider, cluster);
  }

  /** Said once for each cluster, however many ACLs it has. */
  private static readonly unasked: TreeProblems = (_, everything) => {
    const acls = everything.filter((each): each is Acl => each instanceof Acl && !isRefused(each));
    const ofCluster = new Map<IConstruct, Acl[]>();
    for (const acl of acls) {
      const { cluster } = acl;
      if (!cluster.platform || cluster.authorization) continue;
      ofCluster.set(cluster, [...(ofCluster.get(cluster) ?? []), acl]);
    }
    return [...ofCluster].flatMap(([cluster, [first, ...others]]) => {
      if (!first) return [];
      const all = others.length > 0 ? ` (and ${others.length} more)` : '';
      const sentence = `no broker of ${cluster.node.path} asks it${all}, because the cluster has no authorization: everybody may do everything; give the cluster one, or leave the ACLs out.`;
      return [toProblem(first, AUTHORIZER, sentence)];
    });
  };
}

/** Where the provider writes a type otherwise than Kafka does. */
const TYPES: Readonly<Record<string, string>> = { TransactionalId: 'TransactionalID' };

const wordsOf = ({ principal, operation, resourceType, patternType, name, host }: AclFacts): string =>
  `${principal} ${operation} ${resourceType} ${patternType === 'Prefixed' ? `${name}…` : name} from ${host}`;
