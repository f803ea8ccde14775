import { tmpdir } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { endEarly, run } from '../../../../cli/engine/run';

const NAME = 'test of run';

test('what has no hope is asked to end, and fails for the reason that it was given', async () => {
  const endless = "trap 'exit 1' INT; while :; do sleep 0.05; done";
  const work = run(NAME, tmpdir(), 'sh', '-c', endless);
  // The shell must have set its trap.
  await sleep(300);
  endEarly('something else', 'no reason');
  endEarly(NAME, 'kafka1 has ended 4 times');
  await expect(work).rejects.toThrow(`${NAME} was ended early, for kafka1 has ended 4 times.`);
});

test('what has ended well by then has not failed', async () => {
  const work = run(NAME, tmpdir(), 'sh', '-c', "trap 'exit 0' INT; while :; do sleep 0.05; done");
  await sleep(300);
  endEarly(NAME, 'kafka1 has ended 4 times');
  await expect(work).resolves.toBeUndefined();
});
