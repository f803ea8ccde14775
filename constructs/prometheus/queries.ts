/**
 * What is asked of a Prometheus, each said once: for alerts, and for whatever draws them. In the names of the program: a
 * `cluster` and an `instance` are what they are called there.
 * @see https://prometheus.io/docs/prometheus/latest/querying/basics/
 */
export const QUERIES = {
  up: 'up',

  offlinePartitions: 'max by (cluster) (kafka_offline_partitions)',
  activeControllers: 'sum by (cluster) (kafka_active_controllers)',
  underMinIsr: 'sum by (cluster, instance) (kafka_under_min_isr_partitions)',
  underReplicated: 'sum by (cluster, instance) (kafka_under_replicated_partitions)',
  uncleanElections: 'sum by (cluster) (increase(kafka_unclean_leader_elections_total[10m]))',
  offlineLogDirectories: 'sum by (cluster, instance) (kafka_offline_log_directories)',
  // A node that is a controller, too, has the threads of both in one meter, which then goes up to 2.
  requestHandlersIdle:
    'kafka_request_handlers_idle_ratio{role="broker"} or kafka_request_handlers_idle_ratio{role="broker,controller"} - 1',
  networkProcessorsIdle: 'kafka_network_processors_idle_ratio{role=~"broker.*"}',
  produceTime: 'kafka_request_seconds{request="Produce", quantile="0.99"}',
  failedAuthentications: 'sum by (cluster, instance) (rate(kafka_failed_authentications_total[5m]))',
  messagesIn: 'sum by (cluster, topic) (rate(kafka_topic_messages_in_total[5m]))',
  bytesIn: 'sum by (cluster, instance) (rate(kafka_topic_bytes_in_total[5m]))',
  bytesOut: 'sum by (cluster, instance) (rate(kafka_topic_bytes_out_total[5m]))',
  freeDisk: 'kafka_broker_usable_bytes / kafka_broker_total_bytes',
  // The first record of a topic makes its series, so that it adds to nothing.
  deadLetters: [
    'sum by (cluster, topic) (increase(kafka_topic_messages_in_total{topic=~".*dead.?letter.*"}[5m])) > 0',
    'sum by (cluster, topic) (kafka_topic_messages_in_total{topic=~".*dead.?letter.*"} unless kafka_topic_messages_in_total offset 5m) > 0',
  ].join(' or '),

  lag: 'sum by (cluster, consumergroup, topic) (kafka_consumergroup_lag)',
  lagGrows: 'sum by (cluster, consumergroup, topic) (deriv(kafka_consumergroup_lag[10m]))',

  failedTasks: 'sum by (connect, connector) (kafka_connect_failed_tasks)',
  recordErrors: 'sum by (connect, connector) (increase(kafka_connect_record_errors_total[5m]))',
  lostDeadLetters: 'sum by (connect, connector) (increase(kafka_connect_lost_dead_letters_total[5m]))',

  sparkWorkersAway: 'spark_workers - spark_alive_workers',
  waitingApplications: 'spark_waiting_applications',
  inputRate: 'spark_streaming_input_rows_per_second',
  processedRate: 'spark_streaming_processed_rows_per_second',

  outstandingRequests: 'zookeeper_outstanding_requests',

  memory: 'process_resident_memory_bytes / on (instance) group_left () service_memory_limit_bytes',
  heapAfterCollection:
    'sum by (instance) (jvm_memory_pool_collection_used_bytes) / sum by (instance) (jvm_memory_max_bytes{area="heap"})',
} as const;
