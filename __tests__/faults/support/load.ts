import { setTimeout as sleep } from 'node:timers/promises';
import type { Admin, Kafka } from 'kafkajs';
import { eventually } from '../../support/eventually';
import type { History, Placed } from './history';
import { Reader } from './reader';
import { Writer } from './writer';

const PARTITIONS = [0, 1, 2];

/** Milliseconds: more than a writer waits for its last answer. */
const LONGEST_END = 200_000;

/** Acknowledged and read in every partition, before the load counts as flowing. */
const FLOW = 25;

/** A topic with a writer to each of its partitions and a group that reads it, all the time. */
export class Load {
  /** @param leader the broker that leads every partition; else each broker leads one */
  public static async start(kafka: Kafka, topic: string, leader?: number): Promise<Load> {
    const admin = kafka.admin();
    await admin.connect();
    const brokers = (await admin.describeCluster()).brokers.map(({ nodeId }) => nodeId).sort();
    const replicaAssignment = PARTITIONS.map((partition) => {
      const first = leader ?? brokers[partition % brokers.length]!;
      return { partition, replicas: [first, ...brokers.filter((broker) => broker !== first)] };
    });
    const load = new Load(kafka, topic, admin);
    try {
      await admin.createTopics({ topics: [{ topic, replicaAssignment }], waitForLeaders: false });
      await eventually(() => admin.fetchTopicMetadata({ topics: [topic] }), 30);
      load.reader = await Reader.start(kafka, topic, topic);
      for (const partition of PARTITIONS) load.writers.push(await Writer.start(kafka, topic, partition));
      await load.flows();
      return load;
    } catch (error) {
      await load.remove();
      throw error;
    }
  }

  private readonly writers: Writer[] = [];
  private reader: Reader | undefined;

  private constructor(
    private readonly kafka: Kafka,
    private readonly topic: string,
    private readonly admin: Admin,
  ) {}

  /** The longest that any writer waited from one answer to the next, in milliseconds. */
  public get longestPause(): number {
    return Math.max(...this.writers.map(({ longestPause }) => longestPause));
  }

  public get acknowledged(): number {
    return this.writers.reduce((sum, { acknowledged }) => sum + acknowledged.length, 0);
  }

  /** Waits until further records have been acknowledged and read in every partition. */
  public async flows(): Promise<void> {
    const before = this.writers.map(({ acknowledged }) => acknowledged.length);
    await eventually(() => {
      const stuck = this.writers.filter((writer, i) => writer.acknowledged.length < before[i]! + FLOW);
      const partitions = stuck.map(({ partition }) => partition).join(', ');
      return stuck.length > 0
        ? Promise.reject(new Error(`No record is acknowledged in the partitions ${partitions}`))
        : Promise.resolve();
    }, 180);
    await this.reader?.reaches(this.ends());
  }

  /** Ends the writers, lets the reader come to the end, and reads the whole log with another. */
  public async end(): Promise<History> {
    await Promise.all(this.writers.map((writer) => writer.stop()));
    const failures = this.writers.flatMap((writer) => writer.failures);
    if (failures.length > 0) throw new Error(`The brokers refused producers: ${failures.join('; ')}`);
    const offsets = await this.admin.fetchTopicOffsets(this.topic);
    const ends = new Map(offsets.map(({ partition, high }) => [partition, Number(high)]));
    await this.reader?.reaches(ends);
    return {
      sent: this.writers.flatMap(({ sent }) => sent),
      acknowledged: this.writers.flatMap(({ acknowledged }) => acknowledged),
      polls: this.reader?.polls ?? [],
      log: await this.log(ends),
    };
  }

  /** Leaves nothing behind, however far it came. A client that lost its brokers may never come to its end. */
  public async remove(): Promise<void> {
    const clients = [...this.writers, ...(this.reader ? [this.reader] : [])].map((each) => each.stop());
    await Promise.race([Promise.allSettled(clients), sleep(LONGEST_END, undefined, { ref: false })]);
    await this.admin.deleteTopics({ topics: [this.topic] }).catch(() => undefined);
    await this.admin.disconnect();
  }

  private async log(ends: ReadonlyMap<number, number>): Promise<readonly Placed[]> {
    const reader = await Reader.start(this.kafka, this.topic, `${this.topic}-log`);
    try {
      await reader.reaches(ends);
      const records = reader.polls.flatMap((poll) => poll.records);
      // A reader that had to start again has seen some of them twice.
      return [...new Map(records.map((each) => [`${each.partition}:${each.offset}`, each])).values()];
    } finally {
      await reader.stop();
    }
  }

  /** The offsets after the last acknowledged records. */
  private ends(): ReadonlyMap<number, number> {
    return new Map(
      this.writers.map(({ partition, acknowledged }) => [partition, (acknowledged.at(-1)?.offset ?? -1) + 1]),
    );
  }
}
