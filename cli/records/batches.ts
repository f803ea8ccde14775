import type { RecordsBatch } from '@platformatic/kafka';

/** A record as brokers have it. */
export interface IncomingRecord {
  readonly topic: string;
  readonly partition: number;
  readonly offset: bigint;
  /** Milliseconds since 1970. */
  readonly timestamp: number;
  readonly key?: Buffer;
  /** Undefined in a tombstone. */
  readonly value?: Buffer;
}

/** The records of batches from an offset on, which may be amid one; and where the next begins. */
export function recordsIn(
  batches: readonly Omit<RecordsBatch, 'crc'>[],
  { topic, partition, offset: from }: Pick<IncomingRecord, 'topic' | 'partition' | 'offset'>,
): { readonly records: readonly IncomingRecord[]; readonly next: bigint } {
  const last = batches.at(-1);
  const records = batches
    .filter((batch) => !isControl(batch))
    .flatMap((batch) =>
      batch.records.map(({ offsetDelta, timestampDelta, key, value }) => ({
        topic,
        partition,
        offset: batch.firstOffset + BigInt(offsetDelta),
        timestamp: Number(
          isLogAppendTime(batch) ? batch.maxTimestamp : batch.firstTimestamp + timestampDelta,
        ),
        key: key ?? undefined,
        value: value ?? undefined,
      })),
    );
  return {
    records: records.filter(({ offset }) => offset >= from),
    next: last ? last.firstOffset + BigInt(last.lastOffsetDelta) + 1n : from,
  };
}

/** The marker of a transaction's end, which no consumer sees. */
const isControl = ({ attributes }: Pick<RecordsBatch, 'attributes'>): boolean =>
  (attributes & 0b10_0000) !== 0;

const isLogAppendTime = ({ attributes }: Pick<RecordsBatch, 'attributes'>): boolean =>
  (attributes & 0b1000) !== 0;
