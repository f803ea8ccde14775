/** A record that a writer sent: its place in the order of its partition. */
export interface Sent {
  readonly partition: number;
  /** 0, 1, 2, … in each partition. */
  readonly sequence: number;
}

/** A record at its offset: as the brokers acknowledged it, as a poll gave it, or as it is in the log. */
export interface Placed extends Sent {
  readonly offset: number;
}

/** What a consumer was given at once of one partition. */
export interface Poll {
  /** Counts how often the consumer was assigned partitions: only then it may go back, to its committed offset. */
  readonly assignment: number;
  readonly partition: number;
  readonly records: readonly Placed[];
}

/** Everything that clients saw, and what is there in the end. */
export interface History {
  readonly sent: readonly Sent[];
  readonly acknowledged: readonly Placed[];
  readonly polls: readonly Poll[];
  /** Every partition from its first to its last offset, read after all writers had ended. */
  readonly log: readonly Placed[];
}

/**
 * What must not be, by its kind; nothing where all is well.
 * @see https://github.com/jepsen-io/redpanda/blob/main/src/jepsen/redpanda/workload/queue.clj
 */
export interface Anomalies {
  /** Acknowledged, and not in the log. */
  readonly lost: readonly string[];
  /** In the log or in a poll, and never sent. */
  readonly invented: readonly string[];
  /** More than once in the log. */
  readonly duplicated: readonly string[];
  /** Later in the log than a record that was sent after it. */
  readonly reordered: readonly string[];
  /** One offset with two records: acknowledged or polled as one, in the log as another or not at all. */
  readonly contradicted: readonly string[];
  /** Offsets between two that a consumer was given, left out. */
  readonly skipped: readonly string[];
  /** Offsets that a consumer was given again, though nothing had been assigned anew. */
  readonly rewound: readonly string[];
  /** In the log, and in no poll. */
  readonly unread: readonly string[];
}

const nameOf = ({ partition, sequence }: Sent): string => `record ${sequence} of partition ${partition}`;
const placeOf = ({ partition, offset }: Placed): string => `offset ${offset} of partition ${partition}`;

/** Compares what clients were told with what is in the log. */
export function anomalies(history: History): Anomalies {
  const { sent, acknowledged, polls, log } = history;
  const polled = polls.flatMap(({ records }) => records);
  const sentNames = new Set(sent.map(nameOf));
  const logNames = new Set(log.map(nameOf));
  const logByPlace = new Map(log.map((record) => [placeOf(record), nameOf(record)]));
  const polledPlaces = new Set(polled.map(placeOf));
  return {
    lost: acknowledged.filter((record) => !logNames.has(nameOf(record))).map(nameOf),
    invented: unique([...log, ...polled].map(nameOf).filter((name) => !sentNames.has(name))),
    duplicated: repeated(log.map(nameOf)),
    reordered: reordered(log),
    contradicted: unique(
      [...acknowledged, ...polled]
        .filter((record) => logByPlace.get(placeOf(record)) !== nameOf(record))
        .map((record) => `${nameOf(record)} at ${placeOf(record)}, now ${logByPlace.get(placeOf(record))}`),
    ),
    ...jumps(polls),
    unread: log.map(placeOf).filter((place) => !polledPlaces.has(place)),
  };
}

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}

function repeated(values: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return values.filter((value) => seen.has(value) || !seen.add(value));
}

function reordered(log: readonly Placed[]): readonly string[] {
  const found: string[] = [];
  const highest = new Map<number, number>();
  const seen = new Set<string>();
  for (const record of [...log].sort((one, other) => one.offset - other.offset)) {
    const before = highest.get(record.partition) ?? -1;
    // A second copy is a duplicate, wherever it is.
    if (record.sequence < before && !seen.has(nameOf(record)))
      found.push(`${nameOf(record)} at ${placeOf(record)}, after record ${before}`);
    seen.add(nameOf(record));
    highest.set(record.partition, Math.max(before, record.sequence));
  }
  return found;
}

function jumps(polls: readonly Poll[]): Pick<Anomalies, 'skipped' | 'rewound'> {
  const skipped: string[] = [];
  const rewound: string[] = [];
  const last = new Map<number, { assignment: number; offset: number }>();
  for (const { partition, assignment, records } of polls) {
    for (const { offset } of records) {
      const before = last.get(partition) ?? { assignment, offset: -1 };
      const jump = `partition ${partition} from offset ${before.offset} to ${offset}`;
      if (offset > before.offset + 1) skipped.push(jump);
      if (offset <= before.offset && assignment === before.assignment) rewound.push(jump);
      last.set(partition, { assignment, offset });
    }
  }
  return { skipped, rewound };
}
