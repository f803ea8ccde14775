import type { IncomingRecord } from './batches';
import type { Place } from './reader';

/** When somebody has seen enough. */
export interface Enough {
  /** How far each partition is read, as {@link RecordReader.from} keeps it. */
  readonly places: readonly Place[];
  /** What comes later is not wanted. @default - everything is */
  readonly ends?: readonly Readonly<Place>[];
  /** How many records. @default - all */
  readonly limit?: number;
  readonly signal: AbortSignal;
}

/** Of what comes, what is wanted. */
export async function* until(
  all: AsyncIterable<readonly IncomingRecord[]>,
  { places, ends, limit = Infinity, signal }: Enough,
): AsyncGenerator<readonly IncomingRecord[], void> {
  const endOf = ({ topic, partition }: Pick<Place, 'topic' | 'partition'>): bigint | undefined =>
    ends?.find((each) => each.topic === topic && each.partition === partition)?.offset;
  const isEnd = (): boolean =>
    signal.aborted || (ends !== undefined && places.every((place) => place.offset >= (endOf(place) ?? 0n)));
  let left = limit;
  if (isEnd()) return;
  for await (const records of all) {
    const wanted = records.filter((each) => ends === undefined || each.offset < (endOf(each) ?? 0n));
    const some = wanted.slice(0, left);
    if (some.length > 0) yield some;
    left -= some.length;
    if (left <= 0 || isEnd()) return;
  }
}
