import { bring } from './support/break';
import { platform } from './support/platform';
import { scenario } from './support/scenario';
import { ALL, nameOf, PAIRWISE } from './support/states';

const STATES = process.env.FAULTS_WHOLE ? ALL : PAIRWISE;

/** Of those that ended in an error before every start healed: everything is down, and two brokers of three. */
const QUICK = PAIRWISE.slice(0, 2).map(nameOf);

for (const state of STATES) {
  const name = nameOf(state);
  scenario(QUICK.includes(name) ? `${name} @quick` : name, async () => {
    await bring(state);
    await platform.npm('start');
  });
}

scenario('20. Started with more patience while brokers are unhealthy', async () => {
  await bring({ how: 'unhealthy', which: 'some', topics: 'all', stacks: 'all' });
  await platform.run('env', 'PLATFORM_PATIENCE=2', 'npm', 'start');
});
