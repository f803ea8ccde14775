import { eventually } from '../support/eventually';
import { receive, send, type Received } from '../support/records';
import { Events } from './support/events';
import { allHealthy, client, crash, empty, kill, platform, start } from './support/platform';
import { scenario } from './support/scenario';

for (const service of ['spark-worker-1', 'spark-master', 'kafka-spark-app']) {
  scenario(`12. ${service} is killed: every window comes out with its right value`, async () => {
    const events = await Events.afterAllOthers();
    await events.send(0);
    await events.send(1, 0, 0.5);
    await crash(service);
    await events.send(1, 0.5, 1);
    await events.send(2);
    await allHealthy();
    await events.send(3);
    await events.areAveraged();
  });
}

scenario(
  '13. The topic of the checkpoint was made anew: the application says so, and averages nothing',
  async () => {
    const before = await Events.afterAllOthers();
    await before.send(0);
    await before.areAveraged();
    const offsets = await totalOffset('user_events');
    await kill('kafka-spark-app');
    const averages = await totalOffset('aggregated_data');

    const admin = client.admin();
    await admin.connect();
    await admin.deleteTopics({ topics: ['user_events'] });
    const configEntries = [{ name: 'message.timestamp.type', value: 'LogAppendTime' }];
    const topic = { topic: 'user_events', numPartitions: 3, replicationFactor: 3, configEntries };
    // Not made as long as the old one is being deleted, and said to be there already where the answer came too late.
    await eventually(async () => {
      await admin.createTopics({ topics: [topic] });
      expect(await totalOffset('user_events')).toBe(0);
    });
    await admin.disconnect();
    // Beyond every offset of the checkpoint: Spark by itself would read on from there.
    const events = await Events.afterAllOthers();
    for (let window = 0; (await totalOffset('user_events')) <= 2 * offsets; window++)
      await events.send(window, 0, 1, 1_000);

    await start('kafka-spark-app');
    await eventually(async () => {
      const logs = await platform.container('kafka-spark-app').logs({ stdout: true, stderr: true, tail: 50 });
      expect(logs.toString()).toMatch(
        /user_events was made anew: .*give another --checkpoint-location, or remove/,
      );
    });
    expect(await totalOffset('aggregated_data')).toBe(averages);

    await kill('kafka-spark-app');
    await empty('kafka-spark-app', 'spark-work', 'checkpoints/KafkaSparkApp');
    await start('kafka-spark-app');
    await events.areAveraged();
  },
);

scenario(
  '14. One record in a hundred is poison: the windows are right, and each is a dead letter',
  async () => {
    const now = new Date().toISOString();
    const key = `poison-${now}`;
    const poison: [reason: string | undefined, value: string | Buffer | null][] = [
      ['invalid_json', '{"name": "broken'],
      ['invalid_json', 'x'.repeat(900_000)],
      ['invalid_json', Buffer.from([0xff, 0xfe, 0x00])],
      ['invalid_json', null],
      ['missing_age', JSON.stringify({ name: 'Ada', timestamp: now })],
      ['timestamp_in_future', JSON.stringify({ name: 'Ada', age: 99, timestamp: '9999-12-31T23:59:59Z' })],
      // Later than any window is open for, which is no fault of its form: dropped.
      [undefined, JSON.stringify({ name: 'Ada', age: 99, timestamp: '1970-01-01T00:00:00Z' })],
    ];
    const events = await Events.afterAllOthers();
    for (const window of [0, 1, 2]) {
      await events.send(window, 0, 0.5, 350);
      const values = poison.map(([, value]) => value);
      await send(client, 'user_events', values, key);
      await events.send(window, 0.5, 1, 350);
    }
    await events.areAveraged();

    const expected = [0, 1, 2].flatMap(() => poison.flatMap(([reason]) => reason ?? []));
    const isOurs = (record: Received): boolean => record.key === key;
    const letters = await receive(
      client,
      'user_events_dead_letter',
      (all) => all.filter(isOurs).length >= expected.length,
    );
    const reasons = letters
      .filter(isOurs)
      .map(({ value }) => (JSON.parse(value.toString()) as { reason: string }).reason);
    expect(reasons.sort()).toEqual(expected.sort());
  },
);

/** The ends of all partitions together. */
async function totalOffset(topic: string): Promise<number> {
  const admin = client.admin();
  await admin.connect();
  const offsets = await admin.fetchTopicOffsets(topic);
  await admin.disconnect();
  return offsets.reduce((sum, { high }) => sum + Number(high), 0);
}
