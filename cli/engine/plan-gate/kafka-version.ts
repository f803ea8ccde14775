import { LABEL } from '../../../constructs/core/labels';
import { containersOf, type Plan, type PlannedContainer } from '../plan';
import type { DataLoss } from './danger';
import { isOlder } from './versions';

/**
 * Brokers and controllers that would be of an older Kafka than they are. Nobody undoes that a feature was finalized: what
 * does not know it ends as soon as it reads its metadata, again and again.
 */
export function olderKafka(plans: readonly Plan[]): readonly DataLoss[] {
  const older = containersOf(plans).flatMap(({ before, after }) =>
    before && after && isOlder(versionOf(after), versionOf(before)) ? [{ before, after }] : [],
  );
  const [first] = older;
  if (!first) return [];
  const names = older.map(({ before }) => before.name).join(', ');
  const [is, would] = [versionOf(first.before), versionOf(first.after)];
  const sentence =
    `${names} would go from Kafka ${is} back to ${would}, and never start again if the features of ${is} have been finalized; ` +
    `\`kafka-features --bootstrap-server … describe\` in one of them says what has.`;
  return [{ rule: 'kafka', name: 'older', sentence }];
}

const versionOf = ({ labels }: PlannedContainer): string | undefined => labels[LABEL.kafkaVersion];
