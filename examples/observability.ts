/**
 * Brokers that are watched, in a stack of their own and from another one: metrics, alerts and one of your own.
 *
 *   npx cdktf deploy '*' --app 'node --import tsx examples/observability.ts' --output cdktf.observability.out
 *
 * Then open http://localhost:25000, which is Grafana, and http://localhost:31090, which is Prometheus.
 */
import { App, TerraformStack } from 'cdktf';
import {
  ALERTS,
  AlertSeverity,
  DASHBOARDS,
  DockerPlatform,
  Duration,
  Grafana,
  KafkaCluster,
  KafkaUi,
  PanelUnit,
  Prometheus,
  Retention,
  Size,
  type Dashboard,
} from '../constructs';

// #region program
const app = new App();
const stack = new TerraformStack(app, 'kafka');
const platform = new DockerPlatform(stack, 'platform', { platformName: 'watched', portOffset: 22_000 });
const cluster = new KafkaCluster(stack, 'brokers', { platform, metrics: true });
const SHOP: Dashboard = {
  id: 'shop',
  title: 'Shop',
  rows: [
    {
      title: 'Orders',
      panels: [
        {
          title: 'Orders',
          unit: PanelUnit.PER_SECOND,
          queries: [{ expression: 'sum(rate(kafka_topic_messages_in_total{topic="orders"}[5m]))' }],
          empty: 'Nobody has ordered yet.',
        },
      ],
    },
  ],
};

const observability = new TerraformStack(app, 'observability');
const prometheus = new Prometheus(observability, 'prometheus', {
  platform,
  dashboards: [...DASHBOARDS, SHOP],
  retention: Retention.upTo(Duration.days(30), Size.gibibytes(2)),
  alerts: [
    ...ALERTS,
    {
      name: 'NoOrders',
      expression: 'sum(rate(kafka_topic_messages_in_total{topic="orders"}[10m])) == 0',
      for: Duration.minutes(10),
      severity: AlertSeverity.WARNING,
      summary: 'Nobody has sent an order for twenty minutes.',
      action: 'Ask whoever runs the shop.',
    },
  ],
});

// Both draw its dashboards: the page is of the local family, Grafana of the public one.
new KafkaUi(stack, 'kafka-ui', { clusters: [{ name: 'watched', cluster, prometheus }] });
new Grafana(observability, 'grafana', { platform, prometheus });

app.synth();
// #endregion
