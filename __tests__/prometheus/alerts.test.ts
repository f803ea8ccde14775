import { ALERTS, QUERIES, Size } from '../../constructs';
import { rulesFile } from '../../constructs/prometheus/configuration';
import { promtool, unexpected, type Samples } from './support/promtool';

/** When an alert fires, and what is next to it, at which it does not. */
interface Case {
  readonly fires: Samples;
  /** In which minute, first of all. */
  readonly after: number;
  readonly labels: string;
  readonly quiet: readonly Samples[];
}

const broker = 'cluster="c",instance="kafka1",job="kafka",role="broker"';
const clustered = 'cluster="c",instance="kafka1"';
const both = 'cluster="c",instance="kafka1",job="kafka",role="broker,controller"';
const dead = (topic: string): string =>
  `kafka_topic_messages_in_total{cluster="c",instance="kafka1",topic="${topic}"}`;
const ending = 'kafka_certificate_end_timestamp_seconds{cluster="c",certificate="kafka1:19092"}';
const lag = 'kafka_consumergroup_lag{cluster="c",consumergroup="g",topic="t",partition="0"}';
const query = 'instance="app",application="a",query="q"';
const connector = 'connect="x",connector="files"';
const connectTask = `{${connector},instance="kafka-connect",task="0"}`;

/** A value, and the one next to it. */
const gauge = (series: string, wrong: string, right: string, after: number, labels: string): Case => ({
  fires: { [series]: `${right} ${wrong}x30` },
  after: after + 1,
  labels,
  quiet: [{ [series]: `${right}x30` }],
});

const CASES: Readonly<Record<string, Case>> = {
  ServiceDown: gauge('up{instance="zoo1",job="zookeeper"}', '0', '1', 2, 'instance="zoo1",job="zookeeper"'),
  MemoryNearlyFull: gauge(
    'process_resident_memory_bytes{instance="kafka1"}',
    '961',
    '950',
    10,
    'instance="kafka1"',
  ),
  HeapNearlyFull: {
    fires: {
      'jvm_memory_pool_collection_used_bytes{instance="kafka1",pool="Eden Space"}': '0x30',
      'jvm_memory_pool_collection_used_bytes{instance="kafka1",pool="Tenured Gen"}': '91x30',
      'jvm_memory_max_bytes{instance="kafka1",area="heap"}': '100x30',
      'jvm_memory_max_bytes{instance="kafka1",area="nonheap"}': '-1x30',
    },
    after: 10,
    labels: 'instance="kafka1"',
    quiet: [
      {
        'jvm_memory_pool_collection_used_bytes{instance="kafka1",pool="Tenured Gen"}': '90x30',
        'jvm_memory_max_bytes{instance="kafka1",area="heap"}': '100x30',
      },
      {
        'jvm_memory_pool_collection_used_bytes{instance="kafka1",pool="Tenured Gen"}': '91x30',
        'jvm_memory_max_bytes{instance="kafka1",area="heap"}': '-1x30',
      },
    ],
  },
  // Controllers that are not active know of no partitions.
  KafkaOfflinePartitions: {
    fires: {
      [`kafka_offline_partitions{${broker}}`]: '0 2x30',
      'kafka_offline_partitions{cluster="c",instance="kafka2"}': '0x30',
    },
    after: 2,
    labels: 'cluster="c"',
    quiet: [{ [`kafka_offline_partitions{${broker}}`]: '0 1 0x30' }],
  },
  KafkaNotOneController: {
    fires: {
      [`kafka_active_controllers{${broker}}`]: '1 0x30',
      'kafka_active_controllers{cluster="c",instance="kafka2"}': '0x30',
      'kafka_active_controllers{cluster="other",instance="other1"}': '1x30',
    },
    after: 2,
    labels: 'cluster="c"',
    quiet: [
      {
        [`kafka_active_controllers{${broker}}`]: '1 0x30',
        'kafka_active_controllers{cluster="c",instance="kafka2"}': '0 1x30',
      },
    ],
  },
  KafkaUnderMinIsr: gauge(`kafka_under_min_isr_partitions{${broker}}`, '1', '0', 1, clustered),
  KafkaUnderReplicated: gauge(`kafka_under_replicated_partitions{${broker}}`, '1', '0', 5, clustered),
  KafkaUncleanLeaderElection: {
    ...gauge(`kafka_unclean_leader_elections_total{${broker}}`, '1', '0', 0, 'cluster="c"'),
    after: 1,
  },
  KafkaOfflineLogDirectory: gauge(`kafka_offline_log_directories{${broker}}`, '1', '0', 1, clustered),
  KafkaDiskNearlyFull: {
    fires: {
      'kafka_broker_usable_bytes{cluster="c",node_id="1"}': '10 9x30',
      'kafka_broker_total_bytes{cluster="c",node_id="1"}': '100x30',
    },
    after: 6,
    labels: 'cluster="c",node_id="1"',
    quiet: [
      {
        'kafka_broker_usable_bytes{cluster="c",node_id="1"}': '10x30',
        'kafka_broker_total_bytes{cluster="c",node_id="1"}': '100x30',
      },
    ],
  },
  // Of a combined node the threads of its controller, which do next to nothing, are one of two.
  KafkaRequestHandlersBusy: {
    fires: {
      [`kafka_request_handlers_idle_ratio{${both}}`]: '1.29x30',
      'kafka_request_handlers_idle_ratio{cluster="c",instance="c1",role="controller"}': '0.1x30',
    },
    after: 10,
    labels: both,
    quiet: [
      { [`kafka_request_handlers_idle_ratio{${both}}`]: '1.31x30' },
      { [`kafka_request_handlers_idle_ratio{${broker}}`]: '0.3x30' },
    ],
  },
  KafkaNetworkProcessorsBusy: gauge(
    `kafka_network_processors_idle_ratio{${broker}}`,
    '0.29',
    '0.3',
    10,
    broker,
  ),
  KafkaProduceSlow: gauge(
    `kafka_request_seconds{${broker},request="Produce",quantile="0.99"}`,
    '1.1',
    '1',
    10,
    `${broker},request="Produce",quantile="0.99"`,
  ),
  KafkaFailedAuthentications: {
    fires: { [`kafka_failed_authentications_total{${broker},listener="EXTERNAL",processor="0"}`]: '0+7x30' },
    after: 10,
    labels: clustered,
    quiet: [
      { [`kafka_failed_authentications_total{${broker},listener="EXTERNAL",processor="0"}`]: '0+6x30' },
    ],
  },
  // 20160 minutes are 14 days.
  CertificateEnds: {
    fires: { [ending]: `${20_161 * 60}x30` },
    after: 7,
    labels: 'certificate="kafka1:19092",cluster="c"',
    quiet: [{ [ending]: `${20_180 * 60}x30` }],
  },
  // The very first one makes the series.
  DeadLetters: {
    fires: { [dead('orders_dead_letter')]: '_x10 1x10' },
    after: 10,
    labels: 'cluster="c",topic="orders_dead_letter"',
    quiet: [{ [dead('orders')]: '_x10 1+1x10' }, { [dead('orders_dead_letter')]: '7x20' }],
  },
  ConsumerGroupBehind: {
    fires: { [lag]: '1001+10x30' },
    after: 11,
    labels: 'cluster="c",consumergroup="g",topic="t"',
    quiet: [{ [lag]: '900+1x30' }, { [lag]: '5000x30' }, { [lag]: '5000-10x30' }],
  },
  ZooKeeperBusy: gauge('zookeeper_outstanding_requests{instance="zoo1"}', '11', '10', 5, 'instance="zoo1"'),
  ConnectTaskFailed: gauge(
    `kafka_connect_failed_tasks{${connector},instance="kafka-connect"}`,
    '1',
    '0',
    1,
    connector,
  ),
  ConnectRecordErrors: {
    ...gauge(`kafka_connect_record_errors_total${connectTask}`, '1', '0', 0, connector),
    after: 1,
  },
  ConnectDeadLettersLost: {
    ...gauge(`kafka_connect_lost_dead_letters_total${connectTask}`, '1', '0', 0, connector),
    after: 1,
  },
  SparkWorkersAway: {
    fires: { 'spark_workers{instance="m"}': '2x30', 'spark_alive_workers{instance="m"}': '2 1x30' },
    after: 6,
    labels: 'instance="m"',
    quiet: [{ 'spark_workers{instance="m"}': '2x30', 'spark_alive_workers{instance="m"}': '2x30' }],
  },
  SparkApplicationWaits: gauge('spark_waiting_applications{instance="m"}', '1', '0', 5, 'instance="m"'),
  SparkApplicationBehind: {
    fires: {
      [`spark_streaming_input_rows_per_second{${query}}`]: '11x30',
      [`spark_streaming_processed_rows_per_second{${query}}`]: '10x30',
    },
    after: 10,
    labels: query,
    quiet: [
      {
        [`spark_streaming_input_rows_per_second{${query}}`]: '0x30',
        [`spark_streaming_processed_rows_per_second{${query}}`]: '0x30',
      },
    ],
  },
};

/** What the limits of memory are of. */
const KAFKA1 = { serviceName: 'kafka1', networkName: 'n', endpoints: [], memory: Size.bytes(1000) };

test('each alert has a test', () => {
  expect(Object.keys(CASES)).toEqual(ALERTS.map(({ name }) => name));
});

test.each(Object.entries(CASES))('%s', async (alert, { fires, after, labels, quiet }) => {
  const minutes = [
    { samples: fires, minute: after - 1, firing: [] },
    { samples: fires, minute: after, firing: [labels] },
    ...quiet.map((samples) => ({ samples, minute: 20, firing: [] })),
  ];
  expect(await unexpected(alert, minutes, [KAFKA1])).toBe('');
});

test('a rule of alerts that has lost its metric is noticed', async () => {
  const { fires, after, labels } = CASES.KafkaUnderReplicated!;
  const renamed = Object.fromEntries(
    Object.entries(fires).map(([series, values]) => [
      series.replace('under_replicated', 'underreplicated'),
      values,
    ]),
  );
  expect(
    await unexpected('KafkaUnderReplicated', [{ samples: renamed, minute: after, firing: [labels] }]),
  ).toMatch('FAILED');
});

test('everything that is asked is in the language that Prometheus is asked in', async () => {
  const rules = Object.entries(QUERIES).map(([name, expr]) => ({ record: `q:${name}`, expr }));
  expect(await promtool(JSON.stringify({ groups: [{ name: 'queries', rules }] }))).toBe('');
  expect(await promtool(rulesFile(ALERTS, [KAFKA1]))).toBe('');
});
