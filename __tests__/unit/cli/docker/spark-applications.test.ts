import { drivers, withoutExecutor, type MasterAnswer } from '../../../../cli/docker/spark-applications';
import type { Resource } from '../../../../cli/engine/synthesis';
import { LABEL } from '../../../../constructs/core/labels';

const container = (name: string, labels: Record<string, string> = {}): Resource => ({
  address: name,
  attributes: {
    name,
    labels: Object.entries({ [LABEL.service]: name, ...labels }).map(([label, value]) => ({ label, value })),
  },
});

test('only drivers that say so need executors at all times', () => {
  const resources = [container('kafka1'), container('driver', { [LABEL.executors]: 'required' })];
  expect(drivers([{ resources: () => resources }])).toEqual(['driver']);
});

const DRIVER = { id: 'driver', isActive: true };
const master = (state = 'ALIVE'): MasterAnswer => ({
  workers: [{ host: 'spark-worker-1', state, coresfree: 0, memoryfree: 256 }],
  activeapps: [{ id: 'app-1', memoryperexecutor: 512 }],
});

test('an application with an executor works', () => {
  expect(withoutExecutor('app', 'app-1', [DRIVER, { id: '0', isActive: true }])).toBeUndefined();
});

test.each([
  [
    'says what it takes and what is free',
    'app-1',
    master(),
    /takes 512 MiB.*spark-worker-1 0 cores and 256 MiB/,
  ],
  ['says that the master does not know it', 'app-2', master(), /the master does not know it/],
  ['says that no worker is alive', 'app-1', master('DEAD'), /no worker of the cluster is alive/],
  [
    'says that much where no master answers',
    'app-1',
    undefined,
    /^The Spark application of app has no executor\.$/,
  ],
])('an application whose executor is gone %s', (_, id, answer, says) => {
  expect(withoutExecutor('app', id, [DRIVER, { id: '0', isActive: false }], answer)).toMatch(says);
});
