import type { Bean } from '../core/jmx-exporter';

const gauge = (name: string, metric: string, attribute = 'Value'): Bean => ({ name, attribute, metric });
const counter = (name: string, metric: string): Bean => gauge(name, metric, 'Count');

/** Of each topic that a broker leads partitions of. */
const ofTopic = (name: string, metric: string): Bean => ({
  ...counter(`kafka.server:type=BrokerTopicMetrics,name=${name},topic=*`, metric),
  labels: { topic: '$1' },
});

/** All 44 requests of Kafka, each in 8 parts, would be as many series as everything else ten times. */
const REQUESTS = ['Produce', 'FetchConsumer', 'FetchFollower'];
const QUANTILES = { '0.5': '50thPercentile', '0.99': '99thPercentile' };

const ofRequests = REQUESTS.flatMap((request): Bean[] => {
  const name = `kafka.network:type=RequestMetrics,name=TotalTimeMs,request=${request}`;
  return [
    { name, attribute: 'Count', metric: 'kafka_requests_total', labels: { request } },
    ...Object.entries(QUANTILES).map(([quantile, attribute]) => ({
      ...{ name, attribute, metric: 'kafka_request_seconds', factor: 0.001 },
      labels: { request, quantile },
    })),
  ];
});

/**
 * What tells whether brokers and controllers keep up, and what is about to break. What a process does not do, it has no bean for.
 * @see https://kafka.apache.org/39/documentation.html#monitoring
 */
export const BEANS: readonly Bean[] = [
  gauge('kafka.server:type=ReplicaManager,name=PartitionCount', 'kafka_partitions'),
  gauge('kafka.server:type=ReplicaManager,name=LeaderCount', 'kafka_leaders'),
  gauge(
    'kafka.server:type=ReplicaManager,name=UnderReplicatedPartitions',
    'kafka_under_replicated_partitions',
  ),
  gauge('kafka.server:type=ReplicaManager,name=UnderMinIsrPartitionCount', 'kafka_under_min_isr_partitions'),
  gauge('kafka.server:type=ReplicaManager,name=AtMinIsrPartitionCount', 'kafka_at_min_isr_partitions'),
  gauge('kafka.controller:type=KafkaController,name=OfflinePartitionsCount', 'kafka_offline_partitions'),
  gauge('kafka.controller:type=KafkaController,name=ActiveControllerCount', 'kafka_active_controllers'),
  gauge('kafka.controller:type=KafkaController,name=FencedBrokerCount', 'kafka_fenced_brokers'),
  counter(
    'kafka.controller:type=ControllerStats,name=UncleanLeaderElectionsPerSec',
    'kafka_unclean_leader_elections_total',
  ),
  gauge('kafka.log:type=LogManager,name=OfflineLogDirectoryCount', 'kafka_offline_log_directories'),
  ofTopic('BytesInPerSec', 'kafka_topic_bytes_in_total'),
  ofTopic('BytesOutPerSec', 'kafka_topic_bytes_out_total'),
  ofTopic('MessagesInPerSec', 'kafka_topic_messages_in_total'),
  gauge(
    'kafka.server:type=KafkaRequestHandlerPool,name=RequestHandlerAvgIdlePercent',
    'kafka_request_handlers_idle_ratio',
    'OneMinuteRate',
  ),
  gauge(
    'kafka.network:type=SocketServer,name=NetworkProcessorAvgIdlePercent',
    'kafka_network_processors_idle_ratio',
  ),
  ...ofRequests,
  {
    name: 'kafka.server:type=socket-server-metrics,listener=*,networkProcessor=*',
    attribute: 'failed-authentication-total',
    metric: 'kafka_failed_authentications_total',
    labels: { listener: '$1', processor: '$2' },
  },
];
