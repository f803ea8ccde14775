import { QUERIES } from '../queries';
import { PanelUnit, type Dashboard } from './dashboard';
import { lines } from './panels';

const { BYTES, BYTES_PER_SECOND, NUMBER, PER_SECOND, RATIO, SECONDS } = PanelUnit;

const NOT_WRITTEN = { empty: 'Nobody has written yet.' };
const NOT_READ = { empty: 'Nobody has read yet.' };

/** Whether every partition has its replicas, what brokers have to do, and how much is left of what they need. */
export const BROKERS: Dashboard = {
  id: 'brokers',
  title: 'Brokers',
  rows: [
    {
      title: 'Replication',
      panels: [
        lines('Under-replicated partitions', NUMBER, QUERIES.underReplicated, '{{instance}}', {
          description: 'Partitions that a broker leads and that lack replicas in sync.',
          most: 0,
        }),
        lines('Partitions below min.insync.replicas', NUMBER, QUERIES.underMinIsr, '{{instance}}', {
          description: 'Producers with acks=all cannot write these.',
          most: 0,
        }),
        lines('Offline partitions', NUMBER, QUERIES.offlinePartitions, '{{cluster}}', {
          description: 'Partitions without a leader: nobody can write or read them.',
          most: 0,
        }),
        lines('Active controllers', NUMBER, QUERIES.activeControllers, '{{cluster}}', {
          description: 'One at any time.',
          ...{ least: 1, most: 1 },
        }),
        lines('Leaders', NUMBER, QUERIES.leaders, '{{instance}}', {
          description: 'Partitions that each broker leads: who leads many has much to do.',
        }),
        lines('Unclean leader elections in 10 minutes', NUMBER, QUERIES.uncleanElections, '{{cluster}}', {
          description: 'Each has lost records.',
          most: 0,
        }),
      ],
    },
    {
      title: 'Work',
      panels: [
        lines('Bytes in', BYTES_PER_SECOND, QUERIES.bytesIn, '{{instance}}', NOT_WRITTEN),
        lines('Bytes out', BYTES_PER_SECOND, QUERIES.bytesOut, '{{instance}}', NOT_READ),
        lines('Requests', PER_SECOND, QUERIES.requests, '{{request}}'),
        lines('Time of a write, 99th percentile', SECONDS, QUERIES.produceTime, '{{instance}}', { most: 1 }),
        lines('Time of a read, 99th percentile', SECONDS, QUERIES.fetchTime, '{{instance}}', {
          description: 'With the time that a broker waits for records, 0.5 s by default.',
        }),
        lines('Request handlers idle', RATIO, QUERIES.requestHandlersIdle, '{{instance}}', { least: 0.3 }),
        lines('Network threads idle', RATIO, QUERIES.networkProcessorsIdle, '{{instance}}', { least: 0.3 }),
        lines('Failed logins', PER_SECOND, QUERIES.failedAuthentications, '{{instance}}', { most: 0.1 }),
        lines('Days until certificates end', NUMBER, QUERIES.certificateDays, '{{certificate}}', {
          description: 'Those that the set-up has made are renewed by a deploy in their last 30 days.',
          least: 14,
          empty: 'Brokers show none, or no page of the local family tells it.',
        }),
      ],
    },
    {
      title: 'Resources',
      panels: [
        lines('Disk left', RATIO, QUERIES.freeDisk, 'broker {{node_id}}', {
          least: 0.1,
          empty: 'No page tells it, or none without a login.',
        }),
        lines('Memory of its limit', RATIO, QUERIES.memory, '{{instance}}', { most: 0.95 }),
        lines(
          'Heap in use after a collection',
          RATIO,
          `(${QUERIES.heapAfterCollection}) >= 0`,
          '{{instance}}',
          {
            most: 0.9,
          },
        ),
        lines('Time in collections', RATIO, QUERIES.collectionTime, '{{instance}}'),
        lines('Cores in use', NUMBER, QUERIES.cpu, '{{instance}}'),
        lines('Requests that wait for ZooKeeper', NUMBER, QUERIES.outstandingRequests, '{{instance}}', {
          most: 10,
          empty: 'There is no ZooKeeper.',
        }),
      ],
    },
  ],
};

/** What is written, what is kept, and who is behind. */
export const TOPICS: Dashboard = {
  id: 'topics',
  title: 'Topics and lag',
  rows: [
    {
      title: 'Lag',
      panels: [
        lines('Records behind', NUMBER, QUERIES.lag, '{{consumergroup}} on {{topic}}', {
          description: 'What groups have not committed yet, also groups without members.',
          empty: 'No group has committed anything.',
        }),
        lines('Growth of the lag', PER_SECOND, QUERIES.lagGrows, '{{consumergroup}} on {{topic}}', {
          description: 'Above 0 a group falls further behind, below 0 it catches up.',
          empty: 'No group has committed anything.',
        }),
        lines('Members', NUMBER, QUERIES.members, '{{group}}', { empty: 'There is no group.' }),
        lines('Dead letters in 5 minutes', NUMBER, QUERIES.deadLetters, '{{topic}}', {
          description: 'Records that nobody could read.',
          most: 0,
          empty: 'There were none.',
        }),
      ],
    },
    {
      title: 'Topics',
      panels: [
        lines('Records in', PER_SECOND, QUERIES.messagesIn, '{{topic}}', NOT_WRITTEN),
        lines('Bytes in', BYTES_PER_SECOND, QUERIES.topicBytesIn, '{{topic}}', NOT_WRITTEN),
        lines('Bytes out', BYTES_PER_SECOND, QUERIES.topicBytesOut, '{{topic}}', NOT_READ),
        lines('On disk', BYTES, QUERIES.topicBytes, '{{topic}}', {
          description: 'All replicas together.',
          empty: 'No page tells it, or none without a login.',
        }),
      ],
    },
  ],
};
