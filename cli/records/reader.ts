import { setTimeout as sleep } from 'node:timers/promises';
import type { Consumer } from '@platformatic/kafka';
import { forPlatformatic } from '../engine/broker-access';
import { patiently } from '../patience';
import { CommandError, said } from '../program';
import { recordsIn, type IncomingRecord } from './batches';

/** Where the reading of a partition goes on. */
export interface Place {
  readonly topic: string;
  readonly partition: number;
  offset: bigint;
}

/** Kafka's words for an offset that nobody knows yet, or a time in milliseconds. */
export const EARLIEST = -2;
export const LATEST = -1;

/** What a broker has nothing new for it answers after so long, in milliseconds. */
const WAIT = 250;

/** How long brokers may be away, or electing, in milliseconds. */
const AWAY = 60_000;

/** Kafka's number of an offset that retention has taken away, or that another topic of the name had. */
const OUT_OF_RANGE = 1;

/**
 * Reads topics, and leaves no trace on the brokers: it belongs to no group. By the client that knows all of Kafka's
 * compressions.
 */
export class RecordReader {
  private constructor(
    private readonly servers: readonly string[],
    private readonly consumer: Consumer,
  ) {}

  /** @param user as who it shows itself where that is by a certificate. @default - as Terraform */
  public static async open(servers: readonly string[], user?: string): Promise<RecordReader> {
    const { Consumer } = await import('@platformatic/kafka');
    const clientId = user ?? 'cdktf-streaming';
    const consumer = new Consumer({
      ...forPlatformatic(servers, user),
      clientId,
      // It asks for one, and does not join it.
      groupId: clientId,
      retries: 0,
    });
    return new RecordReader(servers, consumer);
  }

  /** The first record of each partition at that time or later. @returns -1 where there is none */
  public async places(topics: readonly string[], at: number): Promise<Place[]> {
    const timestamp = BigInt(at);
    const offsets = await this.patiently(() => this.consumer.listOffsets({ topics: [...topics], timestamp }));
    return [...offsets].flatMap(([topic, all]) =>
      all.map((offset, partition) => ({ topic, partition, offset })),
    );
  }

  /**
   * What comes, until somebody has enough; an empty list where nothing came in a while.
   * @param places where to begin; where it is
   * @throws CommandError where brokers do not answer for longer than they may take to come back
   */
  public async *from(places: readonly Place[]): AsyncGenerator<readonly IncomingRecord[], void> {
    const topics = [...new Set(places.map(({ topic }) => topic))];
    for (;;) {
      const records: IncomingRecord[] = [];
      await this.patiently(async () => {
        const failure = await this.fetchAll(topics, places, records);
        // What others have sent is shown, while one is away.
        if (failure !== undefined && records.length === 0) throw failure as Error;
      });
      yield records;
    }
  }

  public async close(): Promise<void> {
    await this.consumer.close();
  }

  /** Asks all leaders at once, each for all that it leads. @returns why one of them did not answer */
  private async fetchAll(
    topics: string[],
    places: readonly Place[],
    records: IncomingRecord[],
  ): Promise<unknown> {
    const metadata = await this.consumer.metadata({ topics, autocreateTopics: false });
    const leaders = new Map<number, Place[]>();
    for (const place of places) {
      const leader = metadata.topics.get(place.topic)?.partitions[place.partition]?.leader;
      if (leader === undefined) throw new CommandError(`There is no topic ${place.topic} any more.`);
      leaders.set(leader, [...(leaders.get(leader) ?? []), place]);
    }
    const names = new Map([...metadata.topics].map(([name, topic]) => [topic.id, name]));
    const answers = await Promise.allSettled(
      [...leaders].map(async ([node, led]) => {
        const asked = topics.map((topic) => ({
          topicId: metadata.topics.get(topic)?.id ?? '',
          partitions: led
            .filter((each) => each.topic === topic)
            .map(({ partition, offset: fetchOffset }) => ({
              ...{ partition, fetchOffset, partitionMaxBytes: 1_048_576 },
              ...{ currentLeaderEpoch: -1, lastFetchedEpoch: -1 },
            })),
        }));
        const some = asked.filter(({ partitions }) => partitions.length > 0);
        const answer = await this.consumer
          .fetch({ node, topics: some, maxWaitTime: WAIT, isolationLevel: 0 })
          .catch(partOf);
        for (const { topicId, partitions } of answer.responses)
          for (const each of partitions) {
            const isIt = ({ topic, partition }: Place): boolean =>
              topic === names.get(topicId) && partition === each.partitionIndex;
            const place = led.find(isIt);
            if (!place) continue;
            if (each.errorCode === OUT_OF_RANGE) place.offset = await this.firstOf(place);
            else if (each.errorCode !== 0) this.consumer.clearMetadata();
            const { next, records: found } = recordsIn(each.records ?? [], place);
            records.push(...found);
            place.offset = next;
          }
      }),
    );
    const failure = answers.find((each) => each.status === 'rejected');
    if (failure) this.consumer.clearMetadata();
    return failure?.reason;
  }

  private async firstOf({ topic, partition }: Place): Promise<bigint> {
    const first = await this.places([topic], EARLIEST);
    return first.find((each) => each.partition === partition)?.offset ?? 0n;
  }

  /** Brokers come back, and partitions get new leaders. */
  private async patiently<T>(ask: () => Promise<T>): Promise<T> {
    const end = Date.now() + patiently(AWAY);
    for (;;) {
      try {
        return await ask();
      } catch (error) {
        const why = reasons(error);
        const whom = `The brokers at ${this.servers.join(', ')}`;
        if (error instanceof CommandError) throw error;
        if (FINAL.test(why)) throw new CommandError(`${whom} refused: ${why}`);
        if (Date.now() > end) throw new CommandError(`${whom} do not answer: ${why}`);
        this.consumer.clearMetadata();
        await sleep(500);
      }
    }
  }
}

type Answer = Awaited<ReturnType<Consumer['fetch']>>;

/** What no time mends, in Kafka's words. */
const FINAL = /authoriz|authenticat|certificate|SASL|Unknown topic/i;

/** Where one partition has an error, the answer for the others is with it. */
function partOf(error: unknown): Answer {
  const { response } = error as { readonly response?: Answer };
  if (response === undefined) throw error;
  return response;
}

/** Of an error of several, what each says. */
function reasons(error: unknown): string {
  const { errors, cause } = error as { readonly errors?: readonly unknown[]; readonly cause?: unknown };
  const parts = [...(errors ?? []), ...(cause === undefined ? [] : [cause])];
  return parts.length > 0 ? [...new Set(parts.map(reasons))].join(' ') : said(error);
}
