import type { Duration } from '../core/duration';
import type { MetricsEndpoint, Series } from '../core/metrics-endpoint';

const PATH = '/metrics/prometheus';
/** Else the name of each series has the id of the application, which is another one after each start. */
const NAMESPACE = 'spark';

/**
 * What makes a process of Spark say how it is, at the port of its UI. `*` for all of them would be two answers at one address
 * of the master.
 * @see https://spark.apache.org/docs/3.5.7/monitoring.html#metrics
 */
const sink = (process: 'master' | 'worker' | 'driver'): Readonly<Record<string, string>> => ({
  [`spark.metrics.conf.${process}.sink.prometheusServlet.class`]:
    'org.apache.spark.metrics.sink.PrometheusServlet',
  [`spark.metrics.conf.${process}.sink.prometheusServlet.path`]: PATH,
});

/** The same as options of a JVM. */
export const sinkOptions = (process: 'master' | 'worker'): string =>
  Object.entries(sink(process))
    .map(([name, value]) => ` -D${name}=${value}`)
    .join('');

/** What makes a driver say how it, its executors and its streaming queries are. */
export const DRIVER_SETTINGS: Readonly<Record<string, string | boolean>> = {
  ...sink('driver'),
  'spark.metrics.namespace': NAMESPACE,
  'spark.ui.prometheus.enabled': true,
  'spark.sql.streaming.metricsEnabled': true,
};

/** Spark writes each gauge twice, as a Number and as a Value. */
const gauge = (from: string, name: string, labels?: Series['labels']): Series => ({
  from: `metrics_${from}_Value`,
  name,
  labels: { type: '', ...labels },
});
const ofQuery = (from: string, name: string): Series =>
  gauge(`${NAMESPACE}_driver_spark_streaming_(.+)_${from}`, `spark_streaming_${name}`, { query: '$1' });
const ofExecutor = (from: string, name: string): Series => ({
  from: `metrics_executor_${from}`,
  name: `spark_executor_${name}`,
  labels: { application_id: '' },
});

export const MASTER_METRICS: MetricsEndpoint = {
  ...{ job: 'spark', port: 8080, path: PATH },
  series: [
    gauge('master_workers', 'spark_workers'),
    gauge('master_aliveWorkers', 'spark_alive_workers'),
    gauge('master_apps', 'spark_applications'),
    gauge('master_waitingApps', 'spark_waiting_applications'),
  ],
};

export const WORKER_METRICS: MetricsEndpoint = {
  ...{ job: 'spark', port: 8081, path: PATH },
  series: [
    gauge('worker_executors', 'spark_worker_executors'),
    gauge('worker_coresFree', 'spark_worker_free_cores'),
    gauge('worker_memFree_MB', 'spark_worker_free_mebibytes'),
  ],
};

export const driverMetrics = (application: string, trigger?: Duration): MetricsEndpoint[] => [
  {
    ...{ job: 'spark', port: 4040, path: PATH },
    labels: { application },
    ...(trigger && { constants: { spark_streaming_trigger_seconds: trigger.toMilliseconds() / 1000 } }),
    series: [
      gauge(`${NAMESPACE}_driver_ExecutorMetrics_JVMHeapMemory`, 'spark_driver_heap_bytes'),
      ofQuery('inputRate_total', 'input_rows_per_second'),
      ofQuery('processingRate_total', 'processed_rows_per_second'),
      ofQuery('latency', 'batch_milliseconds'),
      ofQuery('eventTime_watermark', 'watermark_milliseconds'),
      ofQuery('states_rowsTotal', 'state_rows'),
      ofQuery('states_usedBytes', 'state_bytes'),
    ],
  },
  {
    ...{ job: 'spark-executors', port: 4040, path: '/metrics/executors/prometheus' },
    labels: { application },
    series: [
      ofExecutor('memoryUsed_bytes', 'memory_used_bytes'),
      ofExecutor('maxMemory_bytes', 'memory_max_bytes'),
      ofExecutor('activeTasks', 'active_tasks'),
      ofExecutor('failedTasks_total', 'failed_tasks_total'),
      ofExecutor('totalGCTime_seconds_total', 'gc_seconds_total'),
    ],
  },
];
