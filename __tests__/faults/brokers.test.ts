import { setTimeout as sleep } from 'node:timers/promises';
import { allInSync, BROKERS, crash, cut, freeze, kill, start } from './support/platform';
import { scenario } from './support/scenario';

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
  '2. The broker that leads everything, and is the controller, is killed',
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

scenario('4. A broker is frozen for a minute', async () => {
  await freeze('kafka3', 60);
});

scenario('5. A broker is cut from the network for 40 seconds, and given back', async () => {
  await cut('kafka1', 40);
});

scenario(
  '5. The broker that leads everything, and is the controller, is cut from the network for 40 seconds',
  async ({ leader }) => {
    await cut(leader, 40);
  },
  { leader: 'controller' },
);
