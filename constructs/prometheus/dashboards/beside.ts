import { QUERIES } from '../queries';
import { PanelUnit, type Dashboard } from './dashboard';
import { figure, lines } from './panels';

const { BYTES, NUMBER, PER_SECOND, RATIO, SECONDS } = PanelUnit;

const NO_CONNECTOR = { empty: 'There is no connector.' };

/** Which tasks work, how much they move, and what they fail at. */
export const CONNECT: Dashboard = {
  id: 'connect',
  title: 'Connect',
  rows: [
    {
      title: 'Tasks',
      panels: [
        lines('Tasks that run', NUMBER, QUERIES.runningTasks, '{{connector}}', NO_CONNECTOR),
        lines('Tasks that have failed', NUMBER, QUERIES.failedTasks, '{{connector}}', {
          description: 'Nobody starts them again by itself.',
          most: 0,
          ...NO_CONNECTOR,
        }),
        lines('Workers that share out tasks anew', NUMBER, QUERIES.rebalancing, '{{instance}}', {
          description: 'For a moment, when a worker or a connector comes or goes.',
        }),
      ],
    },
    {
      title: 'Records',
      panels: [
        lines('From elsewhere into Kafka', PER_SECOND, QUERIES.sourceRecords, '{{connector}}', {
          empty: 'There is no source connector.',
        }),
        lines('Out of Kafka', PER_SECOND, QUERIES.sinkRecords, '{{connector}}', {
          empty: 'There is no sink connector.',
        }),
      ],
    },
    {
      title: 'Errors, in 5 minutes',
      panels: [
        lines('Records that it failed at', NUMBER, QUERIES.recordErrors, '{{connector}}', {
          most: 0,
          ...NO_CONNECTOR,
        }),
        lines('Dead letters', NUMBER, QUERIES.connectDeadLetters, '{{connector}}', NO_CONNECTOR),
        lines('Dead letters that are lost', NUMBER, QUERIES.lostDeadLetters, '{{connector}}', {
          most: 0,
          ...NO_CONNECTOR,
        }),
      ],
    },
  ],
};

const NO_QUERY = { empty: 'No streaming query runs.' };
const OF_QUERY = '{{application}}';

/** Whether streaming queries keep up, how far they have come, and what they hold. */
export const STREAMING: Dashboard = {
  id: 'streaming',
  title: 'Streaming application',
  rows: [
    {
      title: 'Pace',
      panels: [
        {
          title: 'Rows',
          unit: PER_SECOND,
          queries: [
            { expression: QUERIES.inputRate, legend: `${OF_QUERY} takes in` },
            { expression: QUERIES.processedRate, legend: `${OF_QUERY} could process` },
          ],
          description: 'While more comes in than could be processed, it falls behind.',
          ...NO_QUERY,
        },
        {
          title: 'Time of a batch, against its trigger',
          unit: SECONDS,
          queries: [
            { expression: QUERIES.batchTime, legend: `${OF_QUERY}, last batch` },
            { expression: QUERIES.trigger, legend: `${OF_QUERY}, trigger` },
          ],
          description: 'A batch that takes longer than the trigger delays the next one.',
          ...NO_QUERY,
        },
      ],
    },
    {
      title: 'Windows',
      panels: [
        lines('Age of the watermark', SECONDS, QUERIES.watermarkAge, OF_QUERY, {
          description:
            'How long ago, by the time of events, windows were closed. It grows while no newer event comes.',
          empty: 'No event has come yet.',
        }),
        lines('Windows that are open', NUMBER, QUERIES.stateRows, OF_QUERY, {
          description: 'Rows of state: of an aggregation, its windows by what it groups by.',
          ...NO_QUERY,
        }),
        lines('Memory of the state', BYTES, QUERIES.stateBytes, OF_QUERY, NO_QUERY),
      ],
    },
    {
      title: 'Cluster',
      panels: [
        figure('Workers away', QUERIES.sparkWorkersAway, { most: 0, empty: 'No Spark cluster runs.' }),
        figure('Applications that wait for cores', QUERIES.waitingApplications, {
          most: 0,
          empty: 'No Spark cluster runs.',
        }),
        lines('Cores that are free', NUMBER, QUERIES.freeCores, '{{instance}}', {
          empty: 'No Spark cluster runs.',
        }),
        lines('Memory of executors', RATIO, QUERIES.executorMemory, 'executor {{executor_id}}', {
          description: 'Of what Spark has for blocks and for computing.',
          ...NO_QUERY,
        }),
        lines('Tasks that failed in 10 minutes', NUMBER, QUERIES.failedExecutorTasks, OF_QUERY, {
          most: 0,
          ...NO_QUERY,
        }),
      ],
    },
  ],
};
