import type { ComposeService, Variable } from './service';
import { brokerVariable } from './listeners';
import { durationOf, sizeOf } from './quantities';
import { settingName } from './settings';
import { heapIn, memoryOf } from './usual';
import type { Writer } from './writer';

/** What has a property of its own. */
export function typedSettings(
  writer: Writer,
  brokers: readonly ComposeService[],
): Record<string, string | undefined> {
  const { notes } = writer;
  const said = (...names: readonly string[]): string | undefined =>
    names.map((name) => ofAll(writer, brokers, name)).find((value) => value !== undefined);
  const usual = Math.min(3, brokers.length);
  const replicas = said('DEFAULT_REPLICATION_FACTOR', ...FACTORS);
  const inSync = said('MIN_INSYNC_REPLICAS', 'TRANSACTION_STATE_LOG_MIN_ISR');
  const copies = Math.min(Number(replicas ?? usual) || usual, brokers.length);
  const least = Math.min(Number(inSync ?? 0), copies);
  for (const [names, number] of [
    [['DEFAULT_REPLICATION_FACTOR', ...FACTORS], copies] as const,
    [['MIN_INSYNC_REPLICAS', 'TRANSACTION_STATE_LOG_MIN_ISR'], least] as const,
  ])
    for (const name of names) {
      const given = brokers[0] && brokerVariable(brokers[0], name);
      if (given && Number(given.value) !== number)
        notes.changed(
          given.entry,
          `it is ${number}: one number for every topic, and no more than there are brokers.`,
        );
    }
  const retention = retentionOf(said);
  const cleanup = cleanupOf(said('LOG_CLEANUP_POLICY'));
  const { heap, rest } = heapIn(said('HEAP_OPTS') ?? '');
  const ofHeap = brokers[0] && brokerVariable(brokers[0], 'HEAP_OPTS')?.entry;
  if (ofHeap && rest !== '') notes.changed(ofHeap, `${rest} is left out; jvmOptions has options of the JVM.`);
  const memory = brokers.map(memoryOf)[0];
  if (retention?.includes('Duration')) writer.use('Duration');
  if (retention?.includes('Size') || heap !== undefined || memory !== undefined) writer.use('Size');
  if (retention !== undefined) writer.use('Retention');
  if (cleanup !== undefined) writer.use('CleanupPolicy');
  return {
    defaultReplicationFactor: copies === usual ? undefined : String(copies),
    minInsyncReplicas: least === 0 || least === (copies >= 3 ? 2 : 1) ? undefined : String(least),
    retention,
    cleanupPolicy: cleanup && `CleanupPolicy.${cleanup}`,
    heap,
    memory,
  };
}

/** What the first broker has, which all have then. */
function ofAll({ notes }: Writer, brokers: readonly ComposeService[], name: string): string | undefined {
  const [first, ...others] = brokers.map((each) => brokerVariable(each, name));
  for (const other of others)
    if (other && other.value !== first?.value) notes.leftOut(other.entry, ALIKE);
    else other?.entry.done();
  first?.entry.done();
  return first?.value.trim();
}

const ALIKE =
  'it is not that of the first broker: all brokers are set up alike; give it in the properties if all are to have it.';

/** One number for all of them: that of the library's property. */
const FACTORS = ['OFFSETS_TOPIC_REPLICATION_FACTOR', 'TRANSACTION_STATE_LOG_REPLICATION_FACTOR'];

function cleanupOf(given = ''): string | undefined {
  const all = given
    .toLowerCase()
    .split(',')
    .map((each) => each.trim());
  if (all.includes('compact')) return all.includes('delete') ? 'COMPACT_AND_DELETE' : 'COMPACT';
  return all.includes('delete') ? 'DELETE' : undefined;
}

function retentionOf(said: (...names: readonly string[]) => string | undefined): string | undefined {
  const times = [
    ['LOG_RETENTION_MS', 1],
    ['LOG_RETENTION_MINUTES', 60_000],
    ['LOG_RETENTION_HOURS', 3_600_000],
  ] as const;
  const [age] = times.flatMap(([name, unit]) => {
    const amount = Number(said(name) ?? NaN);
    return Number.isNaN(amount) ? [] : [amount < 0 ? -1 : amount * unit];
  });
  const bytes = Number(said('LOG_RETENTION_BYTES') ?? -1);
  const size = bytes > 0 ? sizeOf(bytes) : undefined;
  if (age === undefined && size === undefined) return undefined;
  if (age === -1) return size === undefined ? 'Retention.forever()' : `Retention.upToSize(${size})`;
  const time = durationOf(age ?? 604_800_000);
  return `Retention.upTo(${size === undefined ? time : `${time}, ${size}`})`;
}

/** Settings that nobody has asked for: those of the first broker, for all brokers are set up alike. */
export function remaining(
  { notes }: Writer,
  brokers: readonly ComposeService[],
): (readonly [name: string, variable: string, Variable])[] {
  const of = (broker: ComposeService): [string, string, Variable][] =>
    [...broker.environment].flatMap(([name, variable]): [string, string, Variable][] => {
      const prefix = /\bbitnami\w*\//.test(broker.image ?? '') ? 'KAFKA_CFG_' : 'KAFKA_';
      return name.startsWith(prefix) && variable.entry.leftOver().length > 0
        ? [[settingName(name.replace(/^KAFKA_(CFG_)?/, '')), name, variable]]
        : [];
    });
  const [first = [], ...others] = brokers.map(of);
  for (const [name, , { value, entry }] of others.flat()) {
    const same = first.find(([each]) => each === name)?.[2].value === value;
    if (same) entry.done();
    else notes.leftOut(entry, ALIKE);
  }
  return first;
}
