import { QUERIES } from '../queries';
import { CONNECT, STREAMING } from './beside';
import { PanelKind, PanelUnit, type Dashboard } from './dashboard';
import { BROKERS, TOPICS } from './kafka';
import { figure, lines } from './panels';

const { BYTES_PER_SECOND, NUMBER, PER_SECOND, RATIO } = PanelUnit;

/** Whether anything is wrong, and what there is to do. */
const OVERVIEW: Dashboard = {
  id: 'overview',
  title: 'Overview',
  rows: [
    {
      title: 'Now',
      panels: [
        figure('Alerts that fire', QUERIES.firing, { most: 0 }),
        figure('Services that do not answer', QUERIES.away, { most: 0 }),
        figure('Offline partitions', `sum(${QUERIES.offlinePartitions})`, { most: 0 }),
        figure('Under-replicated partitions', `sum(${QUERIES.underReplicated})`, { most: 0 }),
        figure('Failed tasks of connectors', `sum(${QUERIES.failedTasks}) or vector(0)`, { most: 0 }),
        figure('Records that groups are behind', `sum(${QUERIES.lag}) or vector(0)`),
      ],
    },
    {
      title: 'Load',
      panels: [
        lines('Records in', PER_SECOND, `sum by (cluster) (${QUERIES.messagesIn})`, '{{cluster}}', {
          empty: 'Nobody has written yet.',
        }),
        {
          title: 'Bytes',
          unit: BYTES_PER_SECOND,
          queries: [
            { expression: `sum by (cluster) (${QUERIES.bytesIn})`, legend: 'into {{cluster}}' },
            { expression: `sum by (cluster) (${QUERIES.bytesOut})`, legend: 'out of {{cluster}}' },
          ],
          empty: 'Nobody has written yet.',
        },
        lines('Records behind', NUMBER, QUERIES.lag, '{{consumergroup}} on {{topic}}', {
          empty: 'No group has committed anything.',
        }),
        lines('Memory of its limit', RATIO, QUERIES.memory, '{{instance}}', { most: 0.95 }),
      ],
    },
  ],
};

/** What fires, and what did. */
const ALERTS: Dashboard = {
  id: 'alerts',
  title: 'Alerts',
  rows: [
    {
      title: 'Now',
      panels: [
        figure('That fire', QUERIES.firing, { most: 0 }),
        figure('That would, if it goes on', QUERIES.pending),
        {
          title: 'Alerts',
          kind: PanelKind.TABLE,
          unit: NUMBER,
          queries: [{ expression: QUERIES.alerts }],
          empty: 'None fires, and none is about to.',
        },
      ],
    },
    {
      title: 'Before',
      panels: [
        lines('Alerts that fired', NUMBER, QUERIES.alertHistory, '{{alertname}}', { empty: 'None fired.' }),
      ],
    },
  ],
};

/** What somebody looks at who runs Kafka and Spark. Of what is not there they say so. */
export const DASHBOARDS: readonly Dashboard[] = [OVERVIEW, BROKERS, TOPICS, CONNECT, STREAMING, ALERTS];
