import { setTimeout as sleep } from 'node:timers/promises';
import { AclOperationTypes, AclPermissionTypes, AclResourceTypes, ResourcePatternTypes } from 'kafkajs';
import { eventually } from '../support/eventually';
import { receive, type Received } from '../support/records';
import { allHealthy, client, crash, platform, security } from './support/platform';
import { ask, url } from './support/rest';
import { scenario } from './support/scenario';

/** How often a worker commits where its tasks are (`offset.flush.interval.ms`), and a little more. */
const COMMITTED = 65_000;

const numbers = (from: number, to: number): number[] =>
  Array.from({ length: to - from }, (_, index) => from + index);

/** Of a topic that the program does not declare, and so does not let it write. */
const connectWrites = (topic: string) => ({
  principal: 'User:kafka-connect',
  host: '*',
  operation: AclOperationTypes.WRITE,
  permissionType: AclPermissionTypes.ALLOW,
  resourceType: AclResourceTypes.TOPIC,
  resourceName: topic,
  resourcePatternType: ResourcePatternTypes.LITERAL,
});

scenario(
  '10. Kafka Connect is killed while a connector reads a file: every line arrives, in order',
  async () => {
    const name = `faults-lines-${Date.now()}`;
    const file = `/var/lib/kafka/data/${name}.txt`;
    const append = (from: number, to: number): Promise<string> =>
      platform.inContainer('kafka-connect', 'bash', '-c', `seq ${from} ${to - 1} >> ${file}`);
    const lines = async (count: number): Promise<readonly number[]> => {
      const different = new Set<string>();
      const isEnough = (records: readonly Received[]): boolean =>
        different.add(records.at(-1)!.value.toString()).size >= count;
      return (await receive(client, name, isEnough)).map(({ value }) => Number(value.toString()));
    };
    const admin = client.admin();
    await admin.connect();
    await admin.createTopics({ topics: [{ topic: name, numPartitions: 1, replicationFactor: 3 }] });
    if (security === 'secured') await admin.createAcls({ acl: [connectWrites(name)] });
    await admin.disconnect();
    await append(0, 5_000);
    await ask(url(8083, `/connectors/${name}/config`), 'PUT', {
      'connector.class': 'org.apache.kafka.connect.file.FileStreamSourceConnector',
      'key.converter': 'org.apache.kafka.connect.storage.StringConverter',
      'value.converter': 'org.apache.kafka.connect.storage.StringConverter',
      topic: name,
      file,
    });
    await lines(5_000);
    await sleep(COMMITTED);

    await append(5_000, 50_000);
    await crash('kafka-connect');
    await sleep(2_000);
    await allHealthy();
    await append(50_000, 60_000);

    const arrived = await lines(60_000);
    await ask(url(8083, `/connectors/${name}`), 'DELETE');
    // A line may come twice, but then behind all that came before it: the order is that of first arrivals.
    expect([...new Set(arrived)]).toEqual(numbers(0, 60_000));
    // What was committed before is not read again.
    expect(arrived.filter((line) => line < 5_000)).toHaveLength(5_000);
  },
);

scenario('11. The schema registry is killed: schemas are there, with their ids @quick', async () => {
  const subject = `faults-${Date.now()}-value`;
  const schema = (...fields: string[]): string =>
    JSON.stringify({
      type: 'record',
      name: 'Fault',
      fields: fields.map((name) => ({ name, type: 'int', default: 0 })),
    });
  const register = async (...fields: string[]): Promise<number> => {
    const body = { schema: schema(...fields) };
    return (await ask<{ id: number }>(url(8081, `/subjects/${subject}/versions`), 'POST', body)).id;
  };
  const first = await register('a');
  const second = await register('a', 'b');

  await crash('schema-registry');
  await allHealthy();

  expect(await ask(url(8081, `/subjects/${subject}/versions`))).toEqual([1, 2]);
  const found = await ask<{ schema: string }>(url(8081, `/schemas/ids/${second}`));
  expect(JSON.parse(found.schema)).toEqual(JSON.parse(schema('a', 'b')));
  expect(await register('a')).toBe(first);
  expect(await register('a', 'b', 'c')).toBeGreaterThan(second);
  await eventually(() => ask(url(8081, `/subjects/${subject}`), 'DELETE'));
});
