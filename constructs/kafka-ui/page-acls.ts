import { onCluster, onTopic, type AclRule } from '../kafka/acl-rule';

/**
 * It shows everything, and changes nothing.
 * @see https://github.com/provectus/kafka-ui/issues/2043
 */
const LOOKS: readonly AclRule[] = [
  onCluster('Describe'),
  onCluster('DescribeConfigs'),
  onTopic('*', 'Read'),
  onTopic('*', 'DescribeConfigs'),
  { resourceType: 'Group', name: '*', patternType: 'Literal', operation: 'Describe' },
];

/** Records, and the offsets of groups, which to Kafka are those of a reader. */
const MANAGES: readonly AclRule[] = [
  onTopic('*', 'Write'),
  { resourceType: 'Group', name: '*', patternType: 'Literal', operation: 'Read' },
];

/** What a page must be allowed: no more than to look, unless it manages. */
export const aclsOfPage = (clusters: readonly { readonly manages?: boolean }[]): readonly AclRule[] =>
  clusters.some(({ manages }) => manages) ? [...LOOKS, ...MANAGES] : LOOKS;
