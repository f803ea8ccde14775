import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { Containers, type Container } from '../support/containers';
import { openBrowser } from './support/browser';
import { localFamily } from '../../constructs/local-images';

const ROOT = join(__dirname, '../..');
const images = localFamily(join(ROOT, 'images'));

const BROKERS = [1, 2, 3];
const SERVERS = BROKERS.map((id) => `kafka${id}:19092`);
const ENVIRONMENT = {
  KAFKA_CLUSTERS_0_NAME: 'local',
  KAFKA_CLUSTERS_0_BOOTSTRAPSERVERS: SERVERS.join(','),
  // Nobody is there.
  KAFKA_CLUSTERS_0_SCHEMAREGISTRY: 'http://registry:8081',
  KAFKA_CLUSTERS_0_KAFKACONNECT_0_NAME: 'files',
  KAFKA_CLUSTERS_0_KAFKACONNECT_0_ADDRESS: 'http://connect:8083',
};

const containers = new Containers();
const brokers: Container[] = [];
let ui: Container;
/** Has Node and a Kafka client, and is in the network. */
let client: Container;
let browser: Browser;
let page: Page;
let address: string;
const complaints: string[] = [];

beforeAll(async () => {
  execFileSync('npx', ['tsx', 'tools/images.ts'], { cwd: ROOT });
  for (const id of BROKERS) {
    brokers.push(
      await containers.start(`kafka${id}`, images.kafka, {
        environment: brokerEnvironment(id),
        writable: ['/etc/kafka', '/var/log/kafka'],
      }),
    );
  }
  ui = await containers.start('ui', images.kafkaUi, { environment: ENVIRONMENT });
  client = await containers.start('client', images.kafkaUi, { command: ['sleep', 'infinity'] });
  await brokers[0]!.until(
    `[ "$(kafka-broker-api-versions --bootstrap-server ${SERVERS.join()} | grep -c '^kafka.*id')" = 3 ]`,
  );
  address = `http://${await ui.exec('hostname', '-i')}:8080`;

  browser = await openBrowser();
  page = await browser.newPage();
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('dialog', (dialog) => {
    complaints.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });

  await inNetwork(`
    const admin = new Admin(options);
    await admin.createTopics({ topics: ['events', 'aggregated_data', 'compressed'], partitions: 3, replicas: 3 });
    await send('events', [
      ['a', '{"id":12345678901234567890,"name":"Ann"}'], ['b', '<script>alert(1)</script><img src=x onerror=alert(2)>'],
      ['c', Buffer.from([0xff, 0xfe, 0x00, 0x41])], ['d', null], ['e', 'x'.repeat(200_000)],
      ['f', Buffer.from([0, 0, 0, 0, 7, 2, 65])],
    ]);
    for (const compression of ['none', 'gzip', 'snappy', 'lz4', 'zstd']) await send('compressed', [[compression, 'by ' + compression]], compression);
    await send('aggregated_data', Array.from({ length: 5 }, (_, i) => ['w' + i, windowOf(i)]));
  `);
}, 240_000);

afterAll(async () => {
  await browser.close();
  await containers.remove();
});

describe('the image', () => {
  test('runs as kafkaui and says that it is up, in the way that the health check asks', async () => {
    expect(await ui.exec('id', '-un')).toBe('kafkaui');
    expect(await ui.exec('wget', '-q', '-O', '-', 'http://127.0.0.1:8080/actuator/health')).toBe(
      '{"status":"UP"}',
    );
  });

  test('is up without Kafka, and its page says that Kafka is away within seconds', async () => {
    const alone = await containers.start('alone', images.kafkaUi, {
      environment: {
        KAFKA_CLUSTERS_0_NAME: 'x',
        KAFKA_CLUSTERS_0_BOOTSTRAPSERVERS: 'nobody:9092,192.0.2.1:9092',
        SERVER_PORT: '9090',
      },
    });
    await alone.until('wget -q -O /dev/null http://127.0.0.1:9090/actuator/health');
    const started = Date.now();
    expect(await alone.exec('wget', '-q', '-O', '-', 'http://127.0.0.1:9090/clusters/x')).toContain(
      'Kafka can’t be reached',
    );
    expect(Date.now() - started).toBeLessThan(8_000);
    const stopped = Date.now();
    expect([0, 143]).toContain(await alone.stop());
    expect(Date.now() - stopped).toBeLessThan(5_000);
  });

  test('does not start without a cluster, and names the variables', async () => {
    const { exitCode, output } = await (await containers.start('none', images.kafkaUi, {})).end();
    expect(exitCode).toBe(1);
    expect(output).toContain('KAFKA_CLUSTERS_0_NAME');
  });
});

describe('the page', () => {
  test('shows of a topic what kafka-topics shows', async () => {
    const described = await kafka('kafka-topics', '--describe', '--topic', 'events');
    const expected = [
      ...described.matchAll(/Partition: (\d+)\s+Leader: (\d+)\s+Replicas: (\S+)\s+Isr: (\S+)/g),
    ].map((m) => m.slice(1));
    expect(expected).toHaveLength(3);
    await open('/topics/events');
    const rows = await cells('section[aria-labelledby=partitions]');
    expect(
      rows.map((row) => [
        row.Partition,
        row.Leader,
        row.Replicas?.replaceAll(' ', ''),
        row['In sync']?.replaceAll(' ', ''),
      ]),
    ).toEqual(expected);
  });

  test('shows of a group the lag that kafka-consumer-groups shows', async () => {
    // A consumer that ends after two records may not have asked yet where it is in the other partitions.
    const group = ['--group', 'readers'];
    const first = ['--topic', 'events', '--reset-offsets', '--to-offset', '1', '--execute'];
    await kafka('kafka-consumer-groups', ...group, ...first);
    const described = await kafka('kafka-consumer-groups', '--describe', ...group);
    const expected = [...described.matchAll(/^readers\s+(\S+)\s+(\d+)\s+(\d+)\s+(\d+)\s+(\d+)/gm)].map((m) =>
      m.slice(1),
    );
    const total = expected.reduce((sum, [, , , , lag]) => sum + Number(lag), 0);
    expect(total).toBeGreaterThan(0);

    await open('/groups');
    expect(await cells('main')).toMatchObject([{ Group: 'readers', State: 'empty', Lag: String(total) }]);
    await open('/groups/readers');
    const rows = await cells('section[aria-labelledby=positions]');
    expect(rows.map((row) => [row.Partition, row.Committed, row['Next offset'], row.Lag]).sort()).toEqual(
      expected.map(([topic, partition, ...offsets]) => [`${topic} ${partition}`, ...offsets]).sort(),
    );
  });

  test('shows records as JSON, text, bytes and tombstones, whatever they hold', async () => {
    await open('/topics/events');
    const records = await page.locator('.records li').allInnerTexts();
    expect(records).toHaveLength(6);
    const record = (key: string): string | undefined => records.find((text) => text.includes(`key ${key}`));
    expect(record('a')).toContain('"id": 12345678901234567890,\n');
    expect(record('b')).toContain('<script>alert(1)</script><img src=x onerror=alert(2)>');
    expect(record('c')).toMatch(/0000 {2}ff fe 00 41/);
    expect(record('d')).toMatch(/tombstone/i);
    expect(record('e')).toContain('cut; 195.3 KiB in all');
    expect(record('f')).toMatch(/schema 7 can't be read: .*registry/);
  });

  test.each(['none', 'gzip', 'snappy', 'lz4', 'zstd'])(
    'reads records with the compression %s',
    async (compression) => {
      await open('/topics/compressed');
      expect(await page.locator('.records').innerText()).toContain(`by ${compression}`);
    },
  );

  test('shows the windows as points that move by themselves, with the same figures in a table', async () => {
    await open('/windows');
    expect(await page.locator('circle').count()).toBe(5);
    expect(await cells('main')).toHaveLength(5);
    await inNetwork(`await send('aggregated_data', [['w5', windowOf(5)]]);`);
    await page.locator('circle').nth(5).waitFor({ timeout: 20_000 });
  });

  test('says where the registry or a Connect is away, and shows the rest', async () => {
    await open('/subjects');
    expect(await page.locator('.notice').innerText()).toContain(
      'The registry at http://registry:8081 can’t be reached.',
    );
    await open('/connectors');
    expect(await page.locator('.notice').innerText()).toContain(
      'Connect at http://connect:8083 can’t be reached.',
    );
    await open('');
    expect((await cells('section[aria-labelledby=services]')).map(({ State }) => State)).toEqual([
      expect.stringMatching(/^unreachable/),
      expect.stringMatching(/^unreachable/),
    ]);
    expect((await cells('section[aria-labelledby=brokers]')).map(({ State }) => State)).toEqual([
      'up',
      'up',
      'up',
    ]);
  });

  test('shows a broker that stopped and what it leaves under-replicated, and by itself that it is back', async () => {
    await open('');
    expect(await figure('Under-replicated partitions')).toBe('0');
    await brokers[2]!.stop();
    await shows('Brokers', '2 of 3');
    const described = await kafka('kafka-topics', '--describe', '--under-replicated-partitions');
    await open('');
    expect(await figure('Under-replicated partitions')).toBe(String(described.match(/Partition: /g)?.length));
    expect((await cells('section[aria-labelledby=brokers]')).map(({ State }) => State)).toEqual([
      'up',
      'up',
      'away',
    ]);
    await open('/topics/events');
    expect(await page.locator('.records li').count()).toBe(6);

    await open('');
    await brokers[2]!.startAgain();
    await shows('Under-replicated partitions', '0');
  });

  test('produces a record and sets the offsets of a stopped group, where its cluster is managed', async () => {
    const managing = await containers.start('managing', images.kafkaUi, {
      environment: { ...ENVIRONMENT, KAFKA_CLUSTERS_0_READONLY: 'false' },
    });
    const cluster = `http://${await managing.exec('hostname', '-i')}:8080/clusters/local`;
    await managing.until('wget -q -O /dev/null http://127.0.0.1:8080/actuator/health');
    await page.goto(`${cluster}/topics/events`);
    await page.getByRole('link', { name: 'Produce a record' }).click();
    await page.getByLabel('Key', { exact: true }).fill('from-the-page');
    await page.getByLabel('Value', { exact: true }).fill('{"id":7}');
    await page.getByLabel('The record stays').check();
    await page.getByRole('button', { name: 'Produce' }).click();
    await page.waitForURL(`${cluster}/topics/events`);
    expect(await page.locator('.records li').first().innerText()).toContain('key from-the-page');

    await page.goto(`${cluster}/groups/readers`);
    await page.getByRole('link', { name: 'Set its offsets' }).click();
    await page.getByLabel('To', { exact: true }).selectOption('first');
    await page.getByLabel('readers reads again').check();
    await page.getByRole('button', { name: 'Set the offsets' }).click();
    await page.waitForURL(`${cluster}/groups/readers`);
    const described = await kafka('kafka-consumer-groups', '--describe', '--group', 'readers');
    const committed = [...described.matchAll(/^readers\s+events\s+\d+\s+(\d+)/gm)].map(
      ([, offset]) => offset,
    );
    expect(committed).toEqual(['0', '0', '0']);
  });

  test('is quick with a thousand topics, and finds one of them', async () => {
    await inNetwork(`
      const admin = new Admin(options);
      for (let i = 0; i < 10; i++)
        await admin.createTopics({ topics: Array.from({ length: 100 }, (_, k) => 'many.' + String(i * 100 + k).padStart(4, '0')), partitions: 1, replicas: 3 });
    `);
    await open('/topics');
    // A broker learns of new topics some moments after the controller has made them.
    for (
      let tries = 0;
      tries < 60 && !(await page.locator('.count').innerText()).startsWith('1,003');
      tries++
    )
      await open('/topics');
    const times: number[] = [];
    for (let i = 0; i < 5; i++) {
      const started = Date.now();
      await open('/topics');
      times.push(Date.now() - started);
    }
    console.log(`The topics page with 1,003 topics took ${times.join(', ')} ms`);
    expect(Math.min(...times)).toBeLessThan(1_000);
    expect(await page.locator('.count').innerText()).toBe('1,003 topics, page 1 of 21');
    await page.getByLabel('Name contains').fill('MANY.0777');
    await page.keyboard.press('Enter');
    await page.waitForURL(/search=MANY/);
    expect((await cells('main')).map(({ Topic }) => Topic)).toEqual(['many.0777']);
    expect((await cells('main'))[0]).toMatchObject({
      Partitions: '1',
      Replication: '3',
      'Keeps records': '7 days',
      'Clean-up': 'delete',
    });

    const [, anonymous] = /RssAnon:\s+(\d+)/.exec(await ui.sh('cat /proc/$(pgrep -P 1)/status')) ?? [];
    expect(Number(anonymous)).toBeLessThan(100 * 1024);
  });

  test.each([
    '',
    '/topics',
    '/topics/events',
    '/groups',
    '/groups/readers',
    '/connectors',
    '/subjects',
    '/windows',
  ])('fits a phone on %p, without a sideways scroll', async (path) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await open(path);
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  test('can be used by keyboard alone', async () => {
    await open('/topics');
    const focused = page.locator(':focus');
    await page.keyboard.press('Tab');
    expect(await focused.textContent()).toBe('Skip to content');
    await page.keyboard.press('Enter');
    expect(await focused.getAttribute('id')).toBe('main');
    await page.keyboard.press('Tab');
    expect(await focused.getAttribute('id')).toBe('search');
  });

  test('has run no script but its own, and broken none of its own rules', () => {
    expect(complaints).toEqual([]);
  });
});

function brokerEnvironment(id: number): Record<string, string> {
  return {
    CLUSTER_ID: 'MkU3OEVBNTcwNTJENDM2Qg',
    KAFKA_PROCESS_ROLES: 'broker,controller',
    KAFKA_NODE_ID: String(id),
    KAFKA_CONTROLLER_QUORUM_VOTERS: BROKERS.map((each) => `${each}@kafka${each}:9093`).join(),
    KAFKA_LISTENERS: 'INTERNAL://:19092,CONTROLLER://:9093',
    KAFKA_ADVERTISED_LISTENERS: `INTERNAL://kafka${id}:19092`,
    KAFKA_LISTENER_SECURITY_PROTOCOL_MAP: 'INTERNAL:PLAINTEXT,CONTROLLER:PLAINTEXT',
    KAFKA_INTER_BROKER_LISTENER_NAME: 'INTERNAL',
    KAFKA_CONTROLLER_LISTENER_NAMES: 'CONTROLLER',
    KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS: '3',
    KAFKA_AUTO_CREATE_TOPICS_ENABLE: 'false',
    KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS: '0',
    KAFKA_LOG_CLEANER_DEDUPE_BUFFER_SIZE: '20000000',
    KAFKA_HEAP_OPTS: '-Xmx320M -Xms128M',
    KAFKA_JVM_PERFORMANCE_OPTS: '-XX:+UseSerialGC -XX:TieredStopAtLevel=1',
  };
}

/** Runs one of Kafka's own tools. */
async function kafka(tool: string, ...args: string[]): Promise<string> {
  return brokers[0]!.exec(tool, '--bootstrap-server', 'kafka1:19092,kafka2:19092', ...args);
}

/** Runs a script with a Kafka client within the network. */
async function inNetwork(script: string): Promise<string> {
  return client.exec(
    ...['node', '--input-type=module', '--eval'],
    `import { Admin, Producer } from '@platformatic/kafka';
     const options = { clientId: 'e2e', bootstrapBrokers: ${JSON.stringify(SERVERS)} };
     const windowOf = (i) => JSON.stringify({ window: { start: '2024-05-01T10:0' + i + ':00.000Z', end: '2024-05-01T10:0' + (i + 1) + ':00.000Z' }, average_age: 30 + i / 2 });
     async function send(topic, records, compression = 'none') {
       const producer = new Producer({ ...options, compression });
       await producer.send({ messages: records.map(([key, value]) => ({ topic, key: Buffer.from(key), value: value === null ? undefined : Buffer.from(value) })), acks: -1 });
       await producer.close();
     }
     ${script}
     process.exit();`,
  );
}

async function open(path: string): Promise<void> {
  await page.goto(`${address}/clusters/local${path}`);
}

/** The rows of a table by the heads of its columns. */
async function cells(part: string): Promise<Record<string, string>[]> {
  const heads = await page.locator(`${part} thead th`).allTextContents();
  const rows = await page.locator(`${part} tbody tr`).all();
  return Promise.all(
    rows.map(async (row) => {
      const texts = await row.locator('th, td').allTextContents();
      return Object.fromEntries(
        texts.map((text, index) => [heads[index]!.trim(), text.replace(/\s+/g, ' ').trim()]),
      );
    }),
  );
}

/** Waits until the page, which nobody reads again, shows this figure. */
async function shows(name: string, value: string): Promise<void> {
  const holder = page.locator('.figures > div', { hasText: name });
  await holder.locator('dd', { hasText: new RegExp(`^${value}$`) }).waitFor({ timeout: 90_000 });
}

async function figure(name: string): Promise<string> {
  return page.locator('.figures > div', { hasText: name }).locator('dd').innerText();
}
