import { Size } from '../../../../constructs/core/size';
import { SparkCluster, type SparkClusterProps } from '../../../../constructs/spark/spark-cluster';
import { accepted, container, environment, newPlatform, newStack, resources } from '../../../support/synth';

function cluster(props: Partial<SparkClusterProps> = {}, stack = newStack()): SparkCluster {
  return accepted(new SparkCluster(stack, 'spark', { platform: newPlatform(stack), ...props }));
}

test('is a master and two workers, with UIs on host ports that Kafka UI, the registry and Connect leave free', () => {
  const stack = newStack();
  expect(cluster({}, stack).masterUrl).toBe('spark://spark-master:7077');
  expect(resources(stack, 'docker_container')).toHaveLength(3);
  expect(container(stack, 'spark-master').ports).toEqual([
    { internal: 8080, external: 8090, ip: '127.0.0.1' },
  ]);
  expect(container(stack, 'spark-worker-1').ports).toEqual([
    { internal: 8081, external: 8091, ip: '127.0.0.1' },
  ]);
  expect(container(stack, 'spark-worker-2').ports).toEqual([
    { internal: 8081, external: 8092, ip: '127.0.0.1' },
  ]);
});

test('a worker offers its cores and memory to the master by its own name', () => {
  const stack = newStack();
  cluster({ workerCores: 3, workerMemory: Size.gibibytes(2) }, stack);
  expect(container(stack, 'spark-worker-1').command?.slice(2).join(' ')).toBe(
    '--host spark-worker-1 --cores 3 --memory 2g spark://spark-master:7077',
  );
});

test('all workers share the storage that checkpoints need, and work in folders of their own', () => {
  const stack = newStack();
  cluster({}, stack);
  expect(container(stack, 'spark-worker-2').volumes).toEqual([
    { volume_name: 'streaming-spark-work', container_path: '/opt/spark/work-dir' },
  ]);
  expect(environment(stack, 'spark-worker-2')).toMatchObject({
    SPARK_WORKER_DIR: '/opt/spark/work-dir/workers/spark-worker-2',
    SPARK_LOCAL_DIRS: '/opt/spark/work-dir/local/spark-worker-2',
  });
});

test('a worker may use what its daemon and its executors take, with the overhead of each', () => {
  const stack = newStack();
  cluster({ workerMemory: Size.gibibytes(4), daemonMemory: Size.mebibytes(256) }, stack);
  expect(container(stack, 'spark-master').memory).toBe(256 + 384);
  expect(container(stack, 'spark-worker-1').memory).toBe(256 + 384 + Math.ceil(4096 * 1.1));
  expect(environment(stack, 'spark-master').SPARK_DAEMON_MEMORY).toBe('256m');
});

test('a master that was killed knows its applications and workers again, from the storage that outlives it', () => {
  const stack = newStack();
  cluster({}, stack);
  expect(environment(stack, 'spark-master').SPARK_MASTER_OPTS).toBe(
    '-Dspark.master.rest.enabled=false -Dspark.deploy.recoveryMode=FILESYSTEM -Dspark.deploy.recoveryDirectory=/opt/spark/work-dir/master-3.5',
  );
  expect(container(stack, 'spark-master').volumes).toContainEqual({
    volume_name: 'streaming-spark-work',
    container_path: '/opt/spark/work-dir',
  });
});

test('workers start after the master is healthy', () => {
  const stack = newStack();
  cluster({}, stack);
  expect(container(stack, 'spark-worker-1').depends_on).toContainEqual(
    expect.stringMatching(/^docker_container\.spark_spark-master_/),
  );
});
