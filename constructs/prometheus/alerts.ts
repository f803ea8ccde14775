import { Duration } from '../core/duration';
import { AlertSeverity, type AlertRule } from './alert-rule';
import { QUERIES } from './queries';

const { CRITICAL, WARNING } = AlertSeverity;

/** Of everything that says how it is. */
const SERVICES: readonly AlertRule[] = [
  {
    name: 'ServiceDown',
    expression: `${QUERIES.up} == 0`,
    for: Duration.minutes(2),
    severity: CRITICAL,
    summary: '{{ $labels.instance }} does not say how it is ({{ $labels.job }}).',
    action: 'Ask `cdktf-streaming status`, and look at its log; `cdktf-streaming up` starts it again.',
  },
  {
    name: 'MemoryNearlyFull',
    expression: `${QUERIES.memory} > 0.95`,
    for: Duration.minutes(10),
    severity: WARNING,
    summary: '{{ $labels.instance }} uses {{ $value | humanizePercentage }} of its memory.',
    action: 'Give it more `memory`, or a smaller `heap`, before the Engine kills it.',
  },
  {
    name: 'HeapNearlyFull',
    expression: `${QUERIES.heapAfterCollection} > 0.9`,
    for: Duration.minutes(10),
    severity: WARNING,
    summary:
      '{{ $value | humanizePercentage }} of the heap of {{ $labels.instance }} is left in use by a collection.',
    action: 'Give it a larger `heap`, and more `memory` with it.',
  },
];

/** Of brokers, controllers and what is on them. */
const KAFKA: readonly AlertRule[] = [
  {
    name: 'KafkaOfflinePartitions',
    expression: `${QUERIES.offlinePartitions} > 0`,
    for: Duration.minutes(1),
    severity: CRITICAL,
    summary:
      '{{ $value }} partitions of {{ $labels.cluster }} have no leader: nobody can write or read them.',
    action: 'Bring back the brokers that have their replicas; the page shows which these are.',
  },
  {
    name: 'KafkaNotOneController',
    expression: `${QUERIES.activeControllers} != 1`,
    for: Duration.minutes(1),
    severity: CRITICAL,
    summary: '{{ $labels.cluster }} has {{ $value }} active controllers instead of one.',
    action: 'With none, no leader can change: bring back a majority of its controllers, or ZooKeeper.',
  },
  {
    name: 'KafkaUnderMinIsr',
    expression: `${QUERIES.underMinIsr} > 0`,
    for: Duration.minutes(1),
    severity: CRITICAL,
    summary:
      'Producers with acks=all cannot write {{ $value }} partitions that {{ $labels.instance }} leads.',
    action: 'Bring back the brokers that are away; with two of three away there is no other way.',
  },
  {
    name: 'KafkaUnderReplicated',
    expression: `${QUERIES.underReplicated} > 0`,
    for: Duration.minutes(5),
    severity: WARNING,
    summary:
      '{{ $value }} partitions that {{ $labels.instance }} leads have fewer replicas than they should.',
    action: 'Bring back the broker that is away; if none is, look which one is slow, and why.',
  },
  {
    name: 'KafkaUncleanLeaderElection',
    expression: `${QUERIES.uncleanElections} > 0`,
    severity: CRITICAL,
    summary: 'A replica of {{ $labels.cluster }} that had missed records became leader: they are lost.',
    action: 'Find the topic with unclean.leader.election.enable=true, and send it again what it lost.',
  },
  {
    name: 'KafkaOfflineLogDirectory',
    expression: `${QUERIES.offlineLogDirectories} > 0`,
    for: Duration.minutes(1),
    severity: CRITICAL,
    summary: '{{ $labels.instance }} cannot use its volume.',
    action: 'Look at its log for the error of its disk; once that is mended, restart the broker.',
  },
  {
    name: 'KafkaDiskNearlyFull',
    expression: `${QUERIES.freeDisk} < 0.1`,
    for: Duration.minutes(5),
    severity: CRITICAL,
    summary:
      'Broker {{ $labels.node_id }} of {{ $labels.cluster }} has {{ $value | humanizePercentage }} of its disk left.',
    action:
      'Shorten the retention of the largest topics, which the page shows, or give the Engine a larger disk.',
  },
  {
    name: 'KafkaRequestHandlersBusy',
    expression: `(${QUERIES.requestHandlersIdle}) < 0.3`,
    for: Duration.minutes(10),
    severity: WARNING,
    summary:
      'The request handlers of {{ $labels.instance }} are idle {{ $value | humanizePercentage }} of the time.',
    action: 'Spread leaders over brokers, set num.io.threads higher where cores are free, or add a broker.',
  },
  {
    name: 'KafkaNetworkProcessorsBusy',
    expression: `${QUERIES.networkProcessorsIdle} < 0.3`,
    for: Duration.minutes(10),
    severity: WARNING,
    summary:
      'The network threads of {{ $labels.instance }} are idle {{ $value | humanizePercentage }} of the time.',
    action:
      'Set num.network.threads higher where cores are free, let clients send larger batches, or add a broker.',
  },
  {
    name: 'KafkaProduceSlow',
    expression: `${QUERIES.produceTime} > 1`,
    for: Duration.minutes(10),
    severity: WARNING,
    summary:
      'One of a hundred writes to {{ $labels.instance }} takes longer than {{ $value | humanizeDuration }}.',
    action: 'Look for a slow replica or disk, and for other load on the machine.',
  },
  {
    name: 'KafkaFailedAuthentications',
    expression: `${QUERIES.failedAuthentications} > 0.1`,
    for: Duration.minutes(5),
    severity: WARNING,
    summary: 'Somebody fails to log in to {{ $labels.instance }} again and again.',
    action: "The broker's log says from where: renew that client's certificate or password, or shut it out.",
  },
  {
    name: 'CertificateEnds',
    expression: `${QUERIES.certificateDays} < 14`,
    for: Duration.minutes(5),
    severity: WARNING,
    summary:
      'The certificate {{ $labels.certificate }} of {{ $labels.cluster }} ends in {{ $value | printf "%.1f" }} days, and then nobody is let in by it.',
    action:
      '`cdktf-streaming up` renews what the set-up has made, and replaces brokers in turn; of an authority, `up --rotate-authority`. Put others in the place of your own.',
  },
  {
    name: 'DeadLetters',
    expression: QUERIES.deadLetters,
    severity: WARNING,
    summary: 'Records went to {{ $labels.topic }}, because nobody could read them.',
    action:
      'Each has in its headers or its value what was wrong with it: mend the producer, and send them again.',
  },
  {
    name: 'ConsumerGroupBehind',
    expression: `${QUERIES.lag} > 1000 and ${QUERIES.lagGrows} > 0`,
    for: Duration.minutes(10),
    severity: WARNING,
    summary:
      '{{ $labels.consumergroup }} is {{ $value }} records behind on {{ $labels.topic }}, and falls further.',
    action:
      'Without members, start them; else give it more of them, up to one for each partition, or find what is slow.',
  },
  {
    name: 'ZooKeeperBusy',
    expression: `${QUERIES.outstandingRequests} > 10`,
    for: Duration.minutes(5),
    severity: WARNING,
    summary: '{{ $value }} requests wait for {{ $labels.instance }}.',
    action: 'Look for a slow disk, and for other load on the machine.',
  },
];

/** Of what works beside the brokers. */
const APPLICATIONS: readonly AlertRule[] = [
  {
    name: 'ConnectTaskFailed',
    expression: `${QUERIES.failedTasks} > 0`,
    for: Duration.minutes(1),
    severity: CRITICAL,
    summary:
      '{{ $value }} tasks of the connector {{ $labels.connector }} have failed, and nobody starts them again.',
    action:
      "The page shows the error: mend its cause, and restart them by a POST to the connector's `restart?includeTasks=true&onlyFailed=true`.",
  },
  {
    name: 'ConnectRecordErrors',
    expression: `${QUERIES.recordErrors} > 0`,
    severity: WARNING,
    summary: 'The connector {{ $labels.connector }} fails at records.',
    action: 'Look at its topic of dead letters, or, without one, at the log of the workers.',
  },
  {
    name: 'ConnectDeadLettersLost',
    expression: `${QUERIES.lostDeadLetters} > 0`,
    severity: CRITICAL,
    summary: 'The connector {{ $labels.connector }} can write no dead letters: what it fails at is lost.',
    action: 'See that its topic of dead letters is there, and that its user may write it.',
  },
  {
    name: 'SparkWorkersAway',
    expression: `${QUERIES.sparkWorkersAway} > 0`,
    for: Duration.minutes(5),
    severity: WARNING,
    summary: '{{ $value }} workers of {{ $labels.instance }} are away.',
    action: 'Look at their logs; `cdktf-streaming up` starts them again.',
  },
  {
    name: 'SparkApplicationWaits',
    expression: `${QUERIES.waitingApplications} > 0`,
    for: Duration.minutes(5),
    severity: CRITICAL,
    summary: '{{ $value }} applications wait at {{ $labels.instance }} for cores or memory.',
    action: "Give the workers more of both, or the executors less: the master's page shows who has what.",
  },
  {
    name: 'SparkApplicationBehind',
    expression: `${QUERIES.inputRate} > ${QUERIES.processedRate}`,
    for: Duration.minutes(10),
    severity: WARNING,
    summary:
      'The query {{ $labels.query }} of {{ $labels.application }} takes in more rows than it can process.',
    action: 'Give it more cores, up to one for each partition of what it reads.',
  },
];

/** The alerts that somebody expects who runs Kafka and Spark. What is not there fires none of them. */
export const ALERTS: readonly AlertRule[] = [...SERVICES, ...KAFKA, ...APPLICATIONS];
