const DEAD_LETTERS = 'kafka_topic_messages_in_total{topic=~".*dead.?letter.*"}';

/**
 * What is asked of a Prometheus, each said once: for alerts, and for what draws them. In the names of the program: a
 * `cluster` and an `instance` are what they are called there.
 * @see https://prometheus.io/docs/prometheus/latest/querying/basics/
 */
export const QUERIES = {
  up: 'up',
  away: 'count(up == 0) or vector(0)',
  firing: 'count(ALERTS{alertstate="firing"}) or vector(0)',
  pending: 'count(ALERTS{alertstate="pending"}) or vector(0)',
  alerts: 'ALERTS',
  alertHistory: 'sum by (alertname) (ALERTS{alertstate="firing"})',

  offlinePartitions: 'max by (cluster) (kafka_offline_partitions)',
  activeControllers: 'sum by (cluster) (kafka_active_controllers)',
  underMinIsr: 'sum by (cluster, instance) (kafka_under_min_isr_partitions)',
  underReplicated: 'sum by (cluster, instance) (kafka_under_replicated_partitions)',
  leaders: 'sum by (cluster, instance) (kafka_leaders)',
  uncleanElections: 'sum by (cluster) (increase(kafka_unclean_leader_elections_total[10m]))',
  offlineLogDirectories: 'sum by (cluster, instance) (kafka_offline_log_directories)',
  // A node that is a controller, too, has the threads of both in one meter, which then goes up to 2.
  requestHandlersIdle:
    'kafka_request_handlers_idle_ratio{role="broker"} or kafka_request_handlers_idle_ratio{role="broker,controller"} - 1',
  networkProcessorsIdle: 'kafka_network_processors_idle_ratio{role=~"broker.*"}',
  requests: 'sum by (cluster, request) (rate(kafka_requests_total[5m]))',
  produceTime: 'kafka_request_seconds{request="Produce", quantile="0.99"}',
  fetchTime: 'kafka_request_seconds{request="FetchConsumer", quantile="0.99"}',
  failedAuthentications: 'sum by (cluster, instance) (rate(kafka_failed_authentications_total[5m]))',
  certificateDays: '(kafka_certificate_end_timestamp_seconds - time()) / 86400',
  messagesIn: 'sum by (cluster, topic) (rate(kafka_topic_messages_in_total[5m]))',
  bytesIn: 'sum by (cluster, instance) (rate(kafka_topic_bytes_in_total[5m]))',
  bytesOut: 'sum by (cluster, instance) (rate(kafka_topic_bytes_out_total[5m]))',
  topicBytesIn: 'sum by (cluster, topic) (rate(kafka_topic_bytes_in_total[5m]))',
  topicBytesOut: 'sum by (cluster, topic) (rate(kafka_topic_bytes_out_total[5m]))',
  topicBytes: 'kafka_topic_bytes',
  freeDisk: 'kafka_broker_usable_bytes / kafka_broker_total_bytes',
  // The first record of a topic makes its series, so that it adds to nothing.
  deadLetters: [
    `sum by (cluster, topic) (increase(${DEAD_LETTERS}[5m])) > 0`,
    `sum by (cluster, topic) (${DEAD_LETTERS} unless ${DEAD_LETTERS} offset 5m) > 0`,
  ].join(' or '),

  lag: 'sum by (cluster, consumergroup, topic) (kafka_consumergroup_lag)',
  lagGrows: 'sum by (cluster, consumergroup, topic) (deriv(kafka_consumergroup_lag[10m]))',
  members: 'kafka_consumergroup_members',

  runningTasks: 'sum by (connect, connector) (kafka_connect_running_tasks)',
  failedTasks: 'sum by (connect, connector) (kafka_connect_failed_tasks)',
  sourceRecords: 'sum by (connect, connector) (rate(kafka_connect_source_records_total[5m]))',
  sinkRecords: 'sum by (connect, connector) (rate(kafka_connect_sink_records_total[5m]))',
  recordErrors: 'sum by (connect, connector) (increase(kafka_connect_record_errors_total[5m]))',
  connectDeadLetters: 'sum by (connect, connector) (increase(kafka_connect_dead_letters_total[5m]))',
  lostDeadLetters: 'sum by (connect, connector) (increase(kafka_connect_lost_dead_letters_total[5m]))',
  rebalancing: 'kafka_connect_rebalancing',

  sparkWorkersAway: 'spark_workers - spark_alive_workers',
  waitingApplications: 'spark_waiting_applications',
  freeCores: 'spark_worker_free_cores',
  inputRate: 'spark_streaming_input_rows_per_second',
  processedRate: 'spark_streaming_processed_rows_per_second',
  batchTime: 'spark_streaming_batch_milliseconds / 1000',
  trigger: 'spark_streaming_trigger_seconds',
  // Nothing had an event time before the first batch, and then it is 0.
  watermarkAge: 'time() - (spark_streaming_watermark_milliseconds > 0) / 1000',
  stateRows: 'spark_streaming_state_rows',
  stateBytes: 'spark_streaming_state_bytes',
  executorMemory: 'spark_executor_memory_used_bytes / spark_executor_memory_max_bytes',
  failedExecutorTasks: 'sum by (application) (increase(spark_executor_failed_tasks_total[10m]))',

  outstandingRequests: 'zookeeper_outstanding_requests',

  memory: 'process_resident_memory_bytes / on (instance) group_left () service_memory_limit_bytes',
  heapAfterCollection:
    'sum by (instance) (jvm_memory_pool_collection_used_bytes) / sum by (instance) (jvm_memory_max_bytes{area="heap"})',
  collectionTime: 'sum by (instance) (rate(jvm_gc_collection_seconds_sum[5m]))',
  cpu: 'rate(process_cpu_seconds_total[5m])',
} as const;
