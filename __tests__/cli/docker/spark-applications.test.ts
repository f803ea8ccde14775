import { drivers, withoutExecutor, type MasterAnswer } from '../../../cli/docker/spark-applications';
import { SERVICE_LABEL, type Resource } from '../../../cli/engine/synthesis';

const container = (name: string, command?: string[]): Resource => ({
  address: name,
  attributes: { command, name, labels: [{ label: SERVICE_LABEL, value: name }] },
});
const SUBMIT = ['/opt/spark/bin/spark-submit', '--master', 'spark://spark-master:7077'];

test('only drivers of a cluster need executors at all times', () => {
  const resources = [
    container('kafka1'),
    container('driver', SUBMIT),
    container('local', ['/opt/spark/bin/spark-submit', '--master', 'local[2]']),
    container('dynamic', [...SUBMIT, '--conf', 'spark.dynamicAllocation.enabled=true']),
    container('hidden', [...SUBMIT, '--conf', 'spark.ui.enabled=false']),
  ];
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
