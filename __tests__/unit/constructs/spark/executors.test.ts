import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Testing } from 'cdktf';
import { Size } from '../../../../constructs/core/size';
import { SparkApplication } from '../../../../constructs/spark/spark-application';
import type { SparkApplicationOptions } from '../../../../constructs/spark/spark-application-options';
import { SparkCluster, type SparkClusterProps } from '../../../../constructs/spark/spark-cluster';
import { SparkCode } from '../../../../constructs/spark/spark-code';
import { accepted, newPlatform, newStack } from '../../../support/synth';

const pythonFile = join(mkdtempSync(join(tmpdir(), 'executors-')), 'main.py');
writeFileSync(pythonFile, '');

const cores = (executorCores: number, totalExecutorCores = executorCores, memory = 1) => ({
  executorCores,
  totalExecutorCores,
  executorMemory: Size.gibibytes(memory),
});

/** What a synth says of applications, each in a stack of its own, on 2 workers of 2 cores and 4 GiB unless told otherwise. */
function refusal(workers: Partial<SparkClusterProps>, ...applications: SparkApplicationOptions[]): string {
  const app = Testing.app();
  const platform = newPlatform(newStack('platform', app));
  const cluster = new SparkCluster(newStack('streaming', app), 'spark', { platform, ...workers });
  applications.forEach((options, index) => {
    const stack = newStack(`stack-${index}`, app);
    const own = { serviceName: `job-${index}`, hostPort: 4040 + index };
    new SparkApplication(stack, 'job', { cluster, code: SparkCode.python(pythonFile), ...own, ...options });
  });
  try {
    accepted(cluster);
    return '';
  } catch (error) {
    return (error as Error).message;
  }
}

test.each<[string, Partial<SparkClusterProps>, SparkApplicationOptions[]]>([
  ['one with all defaults', {}, [{}]],
  ['two with all defaults', {}, [{}, {}]],
  ['one that wants more than there is', {}, [cores(2, 100)]],
  ['four that take a core each', {}, [cores(1), cores(1), cores(1), cores(1)]],
  ['two that share the memory of a worker', { workers: 1 }, [cores(1, 1, 2), cores(1, 1, 2)]],
  ['one of three cores that goes first or last beside one', { workerCores: 4 }, [cores(3), cores(1)]],
])('takes %s', (_, workers, applications) => {
  expect(refusal(workers, ...applications)).toBe('');
});

test.each<[string, Partial<SparkClusterProps>, SparkApplicationOptions[]]>([
  ['three with all defaults', {}, [{}, {}, {}]],
  ['a second one where the first takes all cores', {}, [cores(2, 4), cores(1)]],
  ['a second one where the first may take more than there is', {}, [cores(1, 100), cores(1)]],
  ['the first one where the second, started before it, leaves no core', {}, [cores(1), cores(2, 4)]],
  ['two whose memory does not fit, though their cores do', { workers: 1 }, [cores(1, 1, 3), cores(1, 1, 2)]],
  ['one that fits in all, but beside the other on no worker', { workerCores: 4 }, [cores(3), cores(1, 4)]],
])('refuses %s', (_, workers, applications) => {
  expect(refusal(workers, ...applications)).toContain('it waits for an executor forever once the other');
});

test('says once, with figures and what to do, which application waits for which', () => {
  const path = /(.*)stack-(\d)\/job cannot be made/g;
  const message = refusal({ workers: 1 }, cores(2), cores(1, 2, 2));
  expect(message).toBe(
    'stack-1/job cannot be made:\n  - it waits for an executor forever once the other applications of streaming/spark have theirs: ' +
      'it wants 2 executors of 1 core and 2 GiB each, beside stack-0/job (an executor of 2 cores and 1 GiB); ' +
      'there is 1 worker with 2 cores and 4 GiB. Lower executorCores, totalExecutorCores or executorMemory of one, or raise workers to 3. ' +
      '[org.apache.spark.deploy.master.Master#scheduleExecutorsOnWorkers]',
  );
  expect(refusal({}, {}, {}, {}, {}).match(path)).toHaveLength(1);
});

test('leaves an application that fits on no worker to the rule that says so', () => {
  const message = refusal({}, cores(3), cores(1));
  expect(message).toContain('executorCores must be at most 2');
  expect(message).not.toContain('waits for an executor forever once');
});
