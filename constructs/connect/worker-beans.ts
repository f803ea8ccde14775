import type { Bean } from '../core/jmx-exporter';

const ofTask = (type: string, attribute: string, metric: string): Bean => ({
  name: `kafka.connect:type=${type},connector=*,task=*`,
  ...{ attribute, metric },
  labels: { connector: '$1', task: '$2' },
});

const ofConnector = (attribute: string, metric: string): Bean => ({
  name: 'kafka.connect:type=connect-worker-metrics,connector=*',
  ...{ attribute, metric },
  labels: { connector: '$1' },
});

const ofWorker = (type: string, attribute: string, metric: string): Bean => ({
  name: `kafka.connect:type=${type}`,
  ...{ attribute, metric },
});

/**
 * Which tasks work, how much they move, and what they fail at.
 * @see https://kafka.apache.org/39/documentation.html#connect_monitoring
 */
export const BEANS: readonly Bean[] = [
  ofWorker('connect-worker-metrics', 'connector-count', 'kafka_connect_connectors'),
  ofWorker('connect-worker-metrics', 'connector-startup-failure-total', 'kafka_connect_failed_starts_total'),
  ofWorker('connect-worker-rebalance-metrics', 'rebalancing', 'kafka_connect_rebalancing'),
  ofConnector('connector-total-task-count', 'kafka_connect_tasks'),
  ofConnector('connector-running-task-count', 'kafka_connect_running_tasks'),
  ofConnector('connector-failed-task-count', 'kafka_connect_failed_tasks'),
  ofTask('source-task-metrics', 'source-record-write-total', 'kafka_connect_source_records_total'),
  ofTask('sink-task-metrics', 'sink-record-send-total', 'kafka_connect_sink_records_total'),
  ofTask('task-error-metrics', 'total-record-errors', 'kafka_connect_record_errors_total'),
  ofTask('task-error-metrics', 'total-records-skipped', 'kafka_connect_skipped_records_total'),
  ofTask('task-error-metrics', 'deadletterqueue-produce-requests', 'kafka_connect_dead_letters_total'),
  ofTask('task-error-metrics', 'deadletterqueue-produce-failures', 'kafka_connect_lost_dead_letters_total'),
];
