import type { Plan } from '../../../../cli/engine/plan';
import type { Drift } from '../../../../cli/engine/runtime';
import { CommandError } from '../../../../cli/program';
import { askDrift, whatDrifted } from '../../../../cli/status/drift';
import { change, container, plan, topic } from '../../../support/plans';
import { synthesized } from '../../../support/synthesized';

let planned: Plan | CommandError;

jest.mock('../../../../cli/engine/terraform', () => ({
  init: () => Promise.resolve(),
  plan: () => (planned instanceof CommandError ? Promise.reject(planned) : Promise.resolve(planned)),
}));

const ask = (drifted: readonly Drift[] = []) =>
  askDrift([synthesized('all', {})], {
    conditions: () => Promise.resolve(new Map()),
    drifted: () => Promise.resolve(drifted),
    execute: () => Promise.resolve(''),
    settle: () => Promise.resolve([]),
    differences: () => Promise.resolve(new Map()),
  });

test('what a plan would do is drift, and what it leaves as it is is none', async () => {
  planned = plan(change('kafka_topic', topic(), topic({ partitions: 6 })), change('null_resource', {}, {}));
  await expect(ask()).resolves.toEqual([
    {
      status: { stack: 'all', changes: [{ address: 'kafka_topic.it', actions: ['update'] }] },
      unknown: [],
      notes: [],
    },
  ]);
});

test('a container that Terraform takes for unchanged, and that is another one, is replaced', async () => {
  planned = plan(change('docker_container', container('web'), container('web')));
  const drift = { address: 'docker_container.it', name: 'web', attributes: ['env'] };
  const [found] = await ask([drift]);
  expect(found!.status.changes).toEqual([
    { address: 'docker_container.it', actions: ['delete', 'create'], attributes: ['env'] },
  ]);
  expect(whatDrifted(found!.status)).toBe(
    'The stack all is not as declared. A deploy would\n  delete and create docker_container.it (env)',
  );
});

test('what cannot be planned is unknown, with its reason', async () => {
  planned = new CommandError('terraform plan all failed', 'Error: no such host\n  with provider.x');
  await expect(ask()).resolves.toEqual([
    { status: { stack: 'all' }, unknown: ['terraform plan all failed: Error: no such host.'], notes: [] },
  ]);
});

test('no change is no sentence, and of many the first are shown', () => {
  expect(whatDrifted({ stack: 'all', changes: [] })).toBeUndefined();
  const changes = Array.from({ length: 12 }, (_, index) => ({ address: `a.${index}`, actions: ['create'] }));
  expect(whatDrifted({ stack: 'all', changes })).toMatch(/create a\.9\n {2}and 2 more$/);
});
