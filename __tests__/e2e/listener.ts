import { HOST_PORTS, kafka, receive } from './support/platform';
import { Listener } from './support/listener-run';
import { MINUTE, windowsIn } from './support/windows';

const TOPICS = { source: 'listener_source', deadLetters: 'listener_source_dead_letter' };
const GROUP = 'e2e-listener';

const start = (minute: number): string => new Date(Date.UTC(2026, 0, 1) + minute * MINUTE).toISOString();
const average = (minute: number, age: number): string =>
  JSON.stringify({ window: { start: start(minute), end: start(minute + 1) }, average_age: age });

/** One by one, each only after the one before has been confirmed. */
async function sendTo(
  topic: string,
  records: readonly (readonly [partition: number, value: string | Buffer])[],
) {
  const producer = kafka(...HOST_PORTS).producer();
  await producer.connect();
  for (const [partition, value] of records)
    await producer.send({ topic, acks: -1, messages: [{ key: 'e2e', partition, value }] });
  await producer.disconnect();
}

/** What is promised of the listener, on a platform that is deployed; with topics and groups of its own. */
export function listenerTests(): void {
  const listeners: Listener[] = [];
  const startListener = async (group: string, topics = TOPICS): Promise<Listener> => {
    const listener = await Listener.start(group, topics);
    listeners.push(listener);
    return listener;
  };
  const createTopics = async (...topics: string[]): Promise<void> => {
    const admin = kafka(...HOST_PORTS).admin();
    await admin.connect();
    await admin.createTopics({
      topics: topics.map((topic) => ({ topic, numPartitions: 2, replicationFactor: 3 })),
    });
    await admin.disconnect();
  };
  let listener: Listener;

  beforeAll(async () => {
    await createTopics(...Object.values(TOPICS));
    await sendTo(TOPICS.source, [
      [0, average(1, 10)],
      [1, average(2, 20)],
      [0, average(1, 11)],
    ]);
    listener = await startListener(GROUP);
  });

  afterAll(async () => {
    await Promise.all(listeners.map((each) => each.remove()));
    const admin = kafka(...HOST_PORTS).admin();
    await admin.connect();
    const topics = (await admin.listTopics()).filter((topic) => topic.startsWith('listener_'));
    await admin.deleteTopics({ topics });
    await admin.disconnect();
  });

  test('shows the windows that the streaming application has written', async () => {
    const shown = await Listener.deployed().windows((windows) => Object.keys(windows).length > 0);
    expect(await windowsIn('aggregated_data', shown)).toEqual(shown);
  });

  test('receives what was there before it, and keeps the last value of each window', async () => {
    expect((await listener.logged(3)).map((each) => each.average).sort()).toEqual([10, 11, 20]);
    expect(await listener.windows()).toEqual({ [start(1)]: 11, [start(2)]: 20 });
  });

  test('what it cannot read becomes a dead letter, byte for byte and with its reason, and it goes on', async () => {
    const bad = Buffer.from([0x7b, 0xff, 0x00]);
    await sendTo(TOPICS.source, [
      [0, bad],
      [0, JSON.stringify({ average_age: 1 })],
      [0, average(3, 30)],
    ]);
    await listener.windows((windows) => windows[start(3)] === 30);

    const letters = await receive(TOPICS.deadLetters, (all) => all.length === 2);
    const about = letters.map(({ key, value, headers }) => ({
      key,
      value: value.toString('hex'),
      from: `${String(headers['kafka_dlt-original-topic'])}-${(headers['kafka_dlt-original-partition'] as Buffer).readInt32BE()}`,
      offset: Number((headers['kafka_dlt-original-offset'] as Buffer).readBigInt64BE()),
      reason: String(headers['kafka_dlt-exception-message']),
    }));
    expect(about.sort((one, other) => one.offset - other.offset)).toEqual([
      {
        key: 'e2e',
        value: bad.toString('hex'),
        from: 'listener_source-0',
        offset: 2,
        reason: 'Invalid UTF-8 start byte 0xff',
      },
      {
        key: 'e2e',
        value: Buffer.from('{"average_age":1}').toString('hex'),
        from: 'listener_source-0',
        offset: 3,
        reason: 'window is missing',
      },
    ]);
  });

  test('restarted, it goes on where its group has committed, and still shows every window', async () => {
    const before = await listener.windows();
    await listener.stop();
    await sendTo(TOPICS.source, [[1, average(4, 40)]]);
    await listener.restart();
    expect(await listener.windows((windows) => start(4) in windows)).toEqual({ ...before, [start(4)]: 40 });
    expect((await listener.logged()).map((each) => each.average)).toEqual([40]);
  });

  test('a group of its own begins with the oldest record, whatever others have committed', async () => {
    const other = await startListener(`${GROUP}-other`);
    const averages = (await other.logged(5)).map((each) => each.average);
    expect(averages.sort((one, another) => one - another)).toEqual([10, 11, 20, 30, 40]);
  });

  test('order is kept within a partition, and not between partitions', async () => {
    const topics = { ...TOPICS, source: 'listener_order' };
    await createTopics(topics.source);
    const sent = Array.from({ length: 100 }, (_, index) => ({ partition: index % 2, age: index }));
    await sendTo(
      topics.source,
      sent.map(({ partition, age }) => [partition, average(age, age)] as const),
    );
    const received = await (await startListener(`${GROUP}-order`, topics)).logged(sent.length);

    for (const partition of [0, 1])
      expect(received.filter((each) => each.partition === partition).map((each) => each.average)).toEqual(
        sent.filter((each) => each.partition === partition).map(({ age }) => age),
      );
    expect(received.map((each) => each.average)).not.toEqual(sent.map(({ age }) => age));
  });
}
