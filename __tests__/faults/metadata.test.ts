import { setTimeout as sleep } from 'node:timers/promises';
import { crash, kill, start } from './support/platform';
import { scenario } from './support/scenario';

/** Longer than the session of a broker, which is 18 s unless a setting says otherwise. */
const LONGER_THAN_SESSION = 30_000;

scenario('6. ZooKeeper is killed, and comes back by itself', async () => {
  await crash('zoo1');
});

scenario('6. ZooKeeper is away for longer than the sessions of the brokers', async () => {
  await kill('zoo1');
  await sleep(LONGER_THAN_SESSION);
  await start('zoo1');
});

scenario('6. ZooKeeper is away for longer than the sessions, and a broker is killed meanwhile', async () => {
  await kill('zoo1');
  await sleep(LONGER_THAN_SESSION);
  await crash('kafka2');
  await sleep(5_000);
  await start('zoo1');
});
