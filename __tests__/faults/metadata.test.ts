import { setTimeout as sleep } from 'node:timers/promises';
import { allInSync, controller, crash, freeze, isKraft, kill, metadata, start } from './support/platform';
import { scenario } from './support/scenario';

/** Longer than the session of a broker, which is 18 s unless a setting says otherwise. */
const LONGER_THAN_SESSION = 30_000;

async function crashInTurn(services: readonly string[]): Promise<void> {
  for (const service of services) {
    await crash(service);
    await allInSync();
  }
}

if (metadata === 'zookeeper') {
  scenario('6. ZooKeeper is killed, and comes back by itself', async () => {
    await crash('zoo1');
  });

  scenario('6. ZooKeeper is away for longer than the sessions of the brokers', async () => {
    await kill('zoo1');
    await sleep(LONGER_THAN_SESSION);
    await start('zoo1');
  });

  scenario(
    '6. ZooKeeper is away for longer than the sessions, and a broker is killed meanwhile',
    async () => {
      await kill('zoo1');
      await sleep(LONGER_THAN_SESSION);
      await crash('kafka2');
      await sleep(5_000);
      await start('zoo1');
    },
  );
}

if (metadata === 'ensemble') {
  scenario('6. Each of three ZooKeeper nodes in turn is killed', () => crashInTurn(['zoo1', 'zoo2', 'zoo3']));

  scenario(
    '6. One of three ZooKeeper nodes is away for longer than the sessions, and a broker is killed meanwhile',
    async () => {
      await kill('zoo2');
      await sleep(LONGER_THAN_SESSION);
      await crash('kafka2');
      // Without waiting for the third node: the other two are a majority.
      await allInSync();
      await start('zoo2');
    },
  );

  scenario('6. Two of three ZooKeeper nodes are away for longer than the sessions', async () => {
    await kill('zoo1', 'zoo3');
    await sleep(LONGER_THAN_SESSION);
    await start('zoo1', 'zoo3');
  });
}

if (isKraft) {
  scenario('7. The active controller is killed, and then its successor @quick', async () => {
    const first = await controller();
    await crash(first);
    await allInSync();
    await crash(await controller());
  });

  scenario('7. The active controller is frozen for 40 seconds', async () => {
    await freeze(await controller(), 40);
  });
}

if (metadata === 'controllers') {
  scenario('7. Two of three controllers are away, and a broker is killed meanwhile', async () => {
    await kill('kafka-controller1', 'kafka-controller2');
    await sleep(10_000);
    await crash('kafka2');
    await sleep(5_000);
    await start('kafka-controller1', 'kafka-controller2');
  });

  scenario('7. All controllers are away for a minute', async () => {
    const all = ['kafka-controller1', 'kafka-controller2', 'kafka-controller3'];
    await kill(...all);
    await sleep(60_000);
    await start(...all);
  });
}
