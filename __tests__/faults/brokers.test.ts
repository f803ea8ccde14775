import { setTimeout as sleep } from 'node:timers/promises';
import { eventually } from '../support/eventually';
import {
  allInSync,
  BROKERS,
  crash,
  cut,
  empty,
  everyCopyInSync,
  freeze,
  kill,
  metadata,
  platform,
  start,
} from './support/platform';
import { scenario } from './support/scenario';
import { onSmallDisk } from './support/small-disk';

/** Where controllers are beside the brokers, no broker is one. */
const LEADER = `The broker that leads everything${metadata === 'controllers' ? '' : ', and is the controller,'}`;

scenario('1. A broker is killed @quick', async () => {
  await crash('kafka2');
});

scenario('1. Each broker in turn is killed', async () => {
  for (const broker of BROKERS) {
    await allInSync();
    await crash(broker);
  }
});

scenario(
  `2. ${LEADER} is killed`,
  async ({ leader }) => {
    await crash(leader);
  },
  { leader: 'controller' },
);

scenario(
  '3. Two of three brokers are killed: nothing is acknowledged until one is back @quick',
  async ({ load }) => {
    await kill('kafka1', 'kafka2');
    // What was acknowledged before may still be under way.
    await sleep(2_000);
    const before = load.acknowledged;
    await sleep(10_000);
    expect(load.acknowledged).toBe(before);
    await start('kafka1');
    await load.flows();
    await start('kafka2');
  },
);

scenario('3. All brokers are killed at once', async () => {
  await kill(...BROKERS);
  await start(...BROKERS);
});

scenario('4. A broker is frozen for a minute', async () => {
  await freeze('kafka3', 60);
});

scenario('5. A broker is cut from the network for 40 seconds, and given back', async () => {
  await cut('kafka1', 40);
});

scenario(
  `5. ${LEADER} is cut from the network for 40 seconds`,
  async ({ leader }) => {
    await cut(leader, 40);
  },
  { leader: 'controller' },
);

scenario(
  '8. The disk of a broker is lost: with an empty one it fetches everything from the others',
  async () => {
    await everyCopyInSync();
    await kill('kafka2');
    await empty('kafka2', 'kafka2-data');
    await start('kafka2');
  },
);

scenario('8. The disk of a broker is full: it gives up, and is back when there is room', async ({ load }) => {
  await onSmallDisk('kafka3', '/var/lib/kafka/data', async (disk) => {
    await everyCopyInSync();
    await disk.fill();
    const restarts = async (): Promise<number> => (await platform.container('kafka3').inspect()).RestartCount;
    await eventually(async () => expect(await restarts()).toBeGreaterThan(0));
    await load.flows();
    await disk.free();
    await everyCopyInSync();
  });
});
