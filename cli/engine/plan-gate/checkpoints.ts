import { LABEL } from '../../../constructs/core/labels';
import { objectChanges, type KubernetesObject } from '../kubernetes-objects';
import type { Labels } from '../labelled';
import { containersOf, type Plan, type PlannedContainer } from '../plan';
import type { DataLoss } from './danger';
import { isOlder } from './versions';

/** An application with a checkpoint, in a container or as the operator's object. */
interface Application {
  readonly name: string;
  readonly labels: Labels;
  readonly setting: (name: string) => string | undefined;
}

/** Applications of Spark that would no longer find where they were. */
export function lostCheckpoints(plans: readonly Plan[]): readonly DataLoss[] {
  return changed(plans).flatMap(([before, after]) => {
    const [old, made] = [before, after].map(({ labels }) => labels[LABEL.checkpoint]);
    if (old === made) return [];
    return {
      rule: 'checkpoint',
      name: before.name,
      sentence: `The application ${before.name} leaves its checkpoint ${old} for ${made}: it forgets its open windows, and reads its source from its configured start.`,
    };
  });
}

/**
 * What a checkpoint keeps from its first batch on: a driver that is told another value goes on with the one kept, or ends.
 * @see org.apache.spark.sql.execution.streaming.OffsetSeqMetadata, 3.5.7 and 4.2.0
 */
const KEPT = [
  'spark.sql.shuffle.partitions',
  'spark.sql.streaming.stateStore.providerClass',
  'spark.sql.streaming.stateStore.compression.codec',
  'spark.sql.streaming.stateStore.rocksdb.formatVersion',
  'spark.sql.streaming.stateStore.encodingFormat',
  'spark.sql.streaming.multipleWatermarkPolicy',
  'spark.sql.streaming.aggregation.stateFormatVersion',
  'spark.sql.streaming.flatMapGroupsWithState.stateFormatVersion',
  'spark.sql.streaming.join.stateFormatVersion',
];

/** Applications of Spark that are told other settings than their checkpoint keeps. */
export function keptSettings(plans: readonly Plan[]): readonly DataLoss[] {
  return sameCheckpoints(plans).flatMap(([before, after]) => {
    const kept = KEPT.flatMap((name) => {
      const [is, would = "Spark's own"] = [before, after].map(({ setting }) => setting(name));
      // Where nothing was said, the program may have said it by itself.
      return is === undefined || is === would ? [] : `${name} (${is}, not ${would})`;
    });
    if (kept.length === 0) return [];
    const sentence = `The checkpoint of ${before.name} keeps ${kept.join(', ')}: the change would have no effect, or end the application. Leave what was, or give another applicationName, which begins a checkpoint of its own.`;
    return { rule: 'checkpoint-settings', name: before.name, sentence } as const;
  });
}

/** Applications that would go on with a checkpoint of a newer Spark, which promises to read those of older ones only. */
export function olderSpark(plans: readonly Plan[]): readonly DataLoss[] {
  return sameCheckpoints(plans).flatMap(([before, after]) => {
    const [is, would] = [before, after].map(({ labels }) => labels[LABEL.sparkVersion]);
    if (!isOlder(would, is)) return [];
    const sentence = `${before.name} would go from Spark ${is} back to ${would}, which is not made to read the checkpoint of ${is}.`;
    return { rule: 'spark', name: 'older', sentence } as const;
  });
}

/** Those that have a checkpoint before and after. */
function changed(plans: readonly Plan[]): readonly (readonly [before: Application, after: Application])[] {
  return [
    ...containersOf(plans).map(({ before, after }) =>
      [before, after].map((each) => each && inContainer(each)),
    ),
    ...objectChanges(plans).map(({ before, after }) => [before, after].map((each) => each && asObject(each))),
  ].flatMap(([before, after]) =>
    before?.labels[LABEL.checkpoint] && after?.labels[LABEL.checkpoint] ? [[before, after] as const] : [],
  );
}

const sameCheckpoints: typeof changed = (plans) =>
  changed(plans).filter(([before, after]) => {
    const [old, made] = [before, after].map(({ labels }) => labels);
    return old?.[LABEL.checkpoint] === made?.[LABEL.checkpoint];
  });

const inContainer = (container: PlannedContainer): Application => ({
  name: container.name,
  labels: container.labels,
  setting: (name) => settingIn(container, name),
});

const asObject = ({ metadata, spec }: KubernetesObject): Application => ({
  name: metadata.name,
  labels: metadata.annotations ?? {},
  setting: (name) => (spec?.sparkConf as Readonly<Record<string, string>> | undefined)?.[name],
});

/** As the words of spark-submit have it; the last one counts. */
function settingIn({ command }: PlannedContainer, name: string): string | undefined {
  const words = command.filter(
    (word, index) => command[index - 1] === '--conf' && word.startsWith(`${name}=`),
  );
  return words.at(-1)?.slice(name.length + 1);
}
