import type { IConstruct } from 'constructs';
import type { Size } from '../core/size';
import { toProblem, type TreeRule } from '../core/validation';
import type { Problem } from '../core/validation-error';
import type { ISparkCluster } from './interfaces';

/** An application, and what its executors take of a cluster's workers. */
export interface ExecutorDemand {
  readonly application: IConstruct;
  readonly cluster: ISparkCluster;
  readonly executorCores: number;
  readonly executorMemory: Size;
  /** Of all its executors together. */
  readonly totalExecutorCores: number;
}

type Executors = Omit<ExecutorDemand, 'application' | 'cluster'>;
interface Worker {
  cores: number;
  mebibytes: number;
}

export const ROOM_FOR_ALL: TreeRule = {
  requires:
    'Every application of a Spark cluster finds cores and memory for an executor while all others have theirs.',
  source: 'org.apache.spark.deploy.master.Master#scheduleExecutorsOnWorkers',
};

/** How many executors an application gets of workers that are idle. */
export function executorsOn(cluster: ISparkCluster, demand: Executors): number {
  return start(demand, idle(cluster, cluster.workers));
}

/** Of each cluster the last application that may wait for an executor for ever, because the others hold all there is. */
export function withoutExecutor(demands: readonly ExecutorDemand[]): Problem[] {
  const clusters = new Set(demands.map(({ cluster }) => cluster));
  return [...clusters].flatMap((cluster) => {
    // One that fits on no worker is refused as such.
    const all = demands.filter((each) => each.cluster === cluster && executorsOn(cluster, each) > 0);
    const waiting = [...all].reverse().find((each) => waits(each, all, idle(cluster, cluster.workers)));
    return waiting ? [toProblem(waiting.application, ROOM_FOR_ALL, sentence(cluster, waiting, all))] : [];
  });
}

function sentence(cluster: ISparkCluster, waiting: ExecutorDemand, all: readonly ExecutorDemand[]): string {
  const { workers, workerCores, workerMemory } = cluster;
  const others = all
    .filter((each) => each !== waiting)
    .map((each) => `${each.application.node.path} (${amount(each)})`);
  return (
    `it waits for an executor forever once the other applications of ${cluster.node.path} have theirs: it wants ${amount(waiting)}, ` +
    `beside ${others.join(', ')}; there ${workers === 1 ? 'is 1 worker' : `are ${workers} workers`} with ${workerCores} cores and ` +
    `${workerMemory.toString()}${workers === 1 ? '' : ' each'}. Lower executorCores, totalExecutorCores or executorMemory of one, or ${moreRoom(cluster, all)}.`
  );
}

function amount({ executorCores, executorMemory, totalExecutorCores }: Executors): string {
  const count = Math.floor(totalExecutorCores / executorCores);
  const size = `${executorCores} ${executorCores === 1 ? 'core' : 'cores'} and ${executorMemory.toString()}`;
  return count === 1 ? `an executor of ${size}` : `${count} executors of ${size} each`;
}

function moreRoom(cluster: ISparkCluster, all: readonly ExecutorDemand[]): string {
  for (let workers = cluster.workers + 1; workers <= 100; workers++)
    if (!all.some((each) => waits(each, all, idle(cluster, workers)))) return `raise workers to ${workers}`;
  return 'raise workerCores and workerMemory';
}

/** Whether an application gets no executor when all others were there before it. */
function waits(demand: ExecutorDemand, all: readonly ExecutorDemand[], workers: Worker[]): boolean {
  for (const other of all) if (other !== demand) start(other, workers);
  return start(demand, workers) === 0;
}

function idle(cluster: ISparkCluster, count: number): Worker[] {
  const mebibytes = Math.floor(cluster.workerMemory.toMebibytes());
  return Array.from({ length: count }, () => ({ cores: cluster.workerCores, mebibytes }));
}

/** Starts executors as the master does, round and round, the most idle worker first. @returns how many there is room for */
function start({ executorCores, executorMemory, totalExecutorCores }: Executors, workers: Worker[]): number {
  const mebibytes = Math.floor(executorMemory.toMebibytes());
  const wanted = Math.floor(totalExecutorCores / executorCores);
  workers.sort((one, other) => other.cores - one.cores);
  const room = (worker: Worker): boolean => worker.cores >= executorCores && worker.mebibytes >= mebibytes;
  let started = 0;
  for (let usable = workers.filter(room); usable.length > 0; usable = usable.filter(room))
    for (const worker of usable) {
      if (started === wanted) return started;
      worker.cores -= executorCores;
      worker.mebibytes -= mebibytes;
      started++;
    }
  return started;
}
