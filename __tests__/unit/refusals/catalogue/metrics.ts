import {
  ALERTS,
  DASHBOARDS,
  AlertSeverity,
  Duration,
  ListenerReach,
  PanelUnit,
  Retention,
  SecretFile,
  Size,
  type AlertRule,
  type Dashboard,
  type Panel,
} from '../../../../constructs';
import { PLATFORM, PORT, SERVICE_NAME, type Catalogue, type Row } from './row';

const endpoint = (props: object = {}): unknown => [{ job: 'web', port: 80, ...props }];

const ALERT: AlertRule = {
  name: 'Broken',
  expression: 'up == 0',
  severity: AlertSeverity.CRITICAL,
  summary: 'It is broken.',
  action: 'Mend it.',
};
const alerts = (props: object): unknown => [{ ...ALERT, ...props }];

const PANEL: Panel = { title: 'Lag', unit: PanelUnit.NUMBER, queries: [{ expression: 'up' }] };
const DASHBOARD: Dashboard = { id: 'shop', title: 'Shop', rows: [{ title: 'Now', panels: [PANEL] }] };
const dashboards = (props: object): unknown => [{ ...DASHBOARD, ...props }];
const panels = (props: object): unknown =>
  dashboards({ rows: [{ title: 'Now', panels: [{ ...PANEL, ...props }] }] });
const IN_PANEL =
  'is a list in which [0] is an object in which rows is a list in which [0] is an object in which panels is a list in which [0] is an object in which';

const URL = 'https://metrics.example.com/api/v1/write';
const SECRET = SecretFile.fromHost('/folder/secret');
const remote = (props: object): unknown => [{ url: URL, ...props }];

const AGENT: Row = [
  '',
  'jvmOptions must not have -javaagent while metrics is true',
  [{ metrics: true, jvmOptions: '-Xss1m -javaagent:/x.jar' }],
  [
    { metrics: false, jvmOptions: '-javaagent:/x.jar' },
    { metrics: true, jvmOptions: '-Dx=-javaagent:/x.jar' },
  ],
];
const SWITCH: Row = ['metrics', 'must be true or false', ['yes', 1], [true, false]];

const listener = (port: number): object => ({
  metrics: true,
  brokers: 3,
  listeners: [
    { name: 'INSIDE', reach: ListenerReach.inside(), port },
    { name: 'OUTSIDE', reach: ListenerReach.host() },
  ],
});

/** What is refused of metrics, and of what asks for them. */
export const METRICS: Catalogue = {
  KafkaCluster: [
    SWITCH,
    AGENT,
    [
      '',
      'no broker may listen at 9404 while metrics is true',
      [listener(9404), listener(9402)],
      [listener(9405), listener(9401), { ...listener(9404), metrics: false }],
    ],
  ],
  ControllerQuorum: [SWITCH, AGENT],
  ZooKeeperEnsemble: [SWITCH, AGENT],
  KafkaConnect: [SWITCH, AGENT],
  SchemaRegistry: [SWITCH, AGENT],
  SparkCluster: [SWITCH],
  SparkApplication: [SWITCH],

  Service: [
    [
      'metrics',
      "is a list in which [0] is an object in which job must be a-z, 0-9 and '-'",
      [endpoint({ job: 'Web' }), endpoint({ job: '' }), endpoint({ job: undefined })],
      [endpoint({ job: 'web-1' })],
    ],
    [
      'metrics',
      'is a list in which [0] is an object in which port must be a whole number from 1 to 65535',
      [endpoint({ port: 0 }), endpoint({ port: 65_536 })],
      [endpoint({ port: 1 }), endpoint({ port: 65_535 })],
    ],
    [
      'metrics',
      'is a list in which [0] is an object in which path must be a path of a URL',
      [endpoint({ path: 'metrics' }), endpoint({ path: '/a b' }), endpoint({ path: '/a?b' })],
      [endpoint({ path: '/' }), endpoint({ path: '/a/b' })],
    ],
    [
      'metrics',
      'is a list in which [0] is an object in which labels is an object in which',
      [{ job: 'x' }, { instance: 'x' }, { role: 'x' }, { __a: 'x' }, { '1a': 'x' }].map((labels) =>
        endpoint({ labels }),
      ),
      [endpoint({ labels: { jobs: 'x', _a: '' } })],
    ],
    [
      'metrics',
      'is a list in which [0] is an object in which series is a list in which [0] is an object in which name must be',
      [endpoint({ series: [{ from: 'a', name: 'a b' }] }), endpoint({ series: [{ from: 'a', name: '1a' }] })],
      [endpoint({ series: [{ from: '(.*)_b', name: '$1_c:d' }] }), endpoint({ series: [{ from: 'a' }] })],
    ],
    [
      'metrics',
      'is a list in which [0] is an object in which series is a list in which [0] is an object in which from must be one of RE2',
      ['(a', '(?=a)b', '(?!a)b', '(?<=a)b', '(a)\\1', '['].map((from) => endpoint({ series: [{ from }] })),
      ['(?:a|b)_(.*)', '(?P<x>a)', '(?i)a', 'a\\.b'].map((from) => endpoint({ series: [{ from }] })),
    ],
    [
      'metrics',
      'is a list in which [0] is an object in which series is a list in which [0] must name brackets of from, of which there are 1; got $2',
      [{ name: 'b_$2' }, { labels: { a: '$2' } }].map((as) => endpoint({ series: [{ from: '(a)', ...as }] })),
      [endpoint({ series: [{ from: '(a)', name: 'b_$1', labels: { a: '$1' } }] })],
    ],
    [
      '',
      "metrics must be at different addresses, or each of their series is there twice; got more than one ':80/metrics'",
      [
        {
          metrics: [
            { job: 'a', port: 80 },
            { job: 'b', port: 80, path: '/metrics' },
          ],
        },
      ],
      [
        {
          metrics: [
            { job: 'a', port: 80 },
            { job: 'b', port: 80, path: '/other' },
          ],
        },
      ],
    ],
    [
      'metrics',
      "is a list in which [0] is an object in which constants is an object in which '1a' is not a valid name",
      [endpoint({ constants: { '1a': 1 } })],
      [endpoint({ constants: { a_1: -0.5 } })],
    ],
    [
      '',
      "metrics must be of different jobs, because they share the name of their service; got more than one 'a'",
      [
        {
          metrics: [
            { job: 'a', port: 80 },
            { job: 'a', port: 81 },
          ],
        },
      ],
    ],
  ],

  Prometheus: [
    PLATFORM,
    SERVICE_NAME,
    PORT,
    [
      'scrapeInterval',
      'must be at least 1 s',
      [Duration.milliseconds(0), Duration.milliseconds(999)],
      [Duration.seconds(1)],
    ],
    ['scrapeTimeout', 'must be longer than 0', [Duration.milliseconds(0)], [Duration.milliseconds(1)]],
    [
      '',
      'scrapeTimeout must be at most scrapeInterval',
      [{ scrapeInterval: Duration.seconds(10), scrapeTimeout: Duration.milliseconds(10_001) }],
      [{ scrapeInterval: Duration.seconds(10), scrapeTimeout: Duration.seconds(10) }],
    ],
    [
      'retention',
      'is a Retention in which age must be longer than 0',
      [Retention.upTo(Duration.milliseconds(0))],
      [Retention.upTo(Duration.milliseconds(1)), Retention.upToSize(Size.bytes(1))],
    ],
    ['retention', 'must be up to an age or a size', [Retention.forever()]],
    ['memory', 'must be at least 64 MiB', [Size.mebibytes(63)], [Size.mebibytes(64)]],
    [
      'alerts',
      "is a list in which [0] is an object in which name must be a-z, A-Z, 0-9 and '_'",
      [alerts({ name: '' }), alerts({ name: '1a' }), alerts({ name: 'a b' }), alerts({ name: 'a-b' })],
      [alerts({ name: '_a1' }), []],
    ],
    [
      'alerts',
      'is a list in which [0] is an object in which for must be longer than 0',
      [alerts({ for: Duration.milliseconds(0) })],
    ],
    [
      'alerts',
      "is a list in which [0] is an object in which severity must be one of 'critical', 'warning'",
      [alerts({ severity: undefined }), alerts({ severity: 'page' })],
      [alerts({ severity: AlertSeverity.WARNING })],
    ],
    ...['expression', 'summary', 'action'].map((name): Row => [
      'alerts',
      `is a list in which [0] is an object in which ${name} must be`,
      [alerts({ [name]: undefined }), alerts({ [name]: ' ' })],
    ]),
    ...['summary', 'action'].map((name): Row => [
      'alerts',
      `is a list in which [0] is an object in which ${name} must be a sentence, in which each '{{' has its '}}'`,
      ['{{ $value', 'a {{ b }} {{', '{{ }'].map((text) => alerts({ [name]: text })),
      ['{{ $value }}', '{ a } }}', 'a\n{{ b }} c {{ d }}'].map((text) => alerts({ [name]: text })),
    ]),
    [
      'alerts',
      "must have different names, by which people know them; got more than one 'Broken'",
      [
        [ALERT, ALERT],
        [...ALERTS, ALERT, ALERT],
      ],
      [[...ALERTS, ALERT]],
    ],
    [
      'dashboards',
      "is a list in which [0] is an object in which id must be 1 to 40 of a-z, 0-9 and '-'",
      [dashboards({ id: '' }), dashboards({ id: 'a'.repeat(41) }), dashboards({ id: 'Shop' })],
      [dashboards({ id: 'a' }), dashboards({ id: 'a'.repeat(40) }), []],
    ],
    [
      'dashboards',
      'is a list in which [0] is an object in which rows must be a list of at least 1',
      [dashboards({ rows: [] })],
    ],
    [
      'dashboards',
      `${IN_PANEL} unit must be one of 'number', 'per second', 'ratio', 'bytes', 'bytes per second', 'seconds'`,
      [panels({ unit: 'km' }), panels({ unit: undefined })],
      Object.values(PanelUnit).map((unit) => panels({ unit })),
    ],
    ['dashboards', `${IN_PANEL} queries must be a list of at least 1`, [panels({ queries: [] })]],
    [
      'dashboards',
      `${IN_PANEL} queries is a list in which [0] is an object in which expression must be an expression`,
      [panels({ queries: [{ expression: ' ' }] }), panels({ queries: [{}] })],
    ],
    [
      'dashboards',
      `${IN_PANEL} most must be a number`,
      [panels({ most: NaN })],
      [panels({ most: -1, least: 0 })],
    ],
    [
      'dashboards',
      "must have different ids, because these are their addresses; got more than one 'shop'",
      [[DASHBOARD, DASHBOARD]],
      [[...DASHBOARDS, DASHBOARD]],
    ],
    [
      'remoteWrite',
      'is a list in which [0] is an object in which url must be an http or https address',
      [remote({ url: 'metrics.example.com' }), remote({ url: 'https://me@example.com' })],
      [remote({}), remote({ url: 'http://mimir:9009/api/v1/push' })],
    ],
    [
      'remoteWrite',
      'is a list in which [0] is an object in which url must be an address of the network that Prometheus is in, and not localhost',
      ['localhost:9009', '127.0.0.1/push', '[::1]:9009'].map((at) => remote({ url: `http://${at}` })),
      [remote({ url: 'http://host.docker.internal:9009/push' })],
    ],
    [
      'remoteWrite',
      'is a list in which [0] must have a login or a token',
      [remote({ login: { username: 'me', password: SECRET }, token: SECRET })],
      [remote({ login: { username: 'me', password: SECRET } }), remote({ token: SECRET })],
    ],
    [
      'remoteWrite',
      'is a list in which [0] must be told by https:// who it is',
      [remote({ url: 'http://mimir:9009/push', token: SECRET })],
    ],
  ],

  Grafana: [
    PLATFORM,
    SERVICE_NAME,
    PORT,
    ['prometheus', 'must be a Prometheus', ['http://prometheus:9090', {}]],
    ['memory', 'must be at least 128 MiB', [Size.mebibytes(127)], [Size.mebibytes(128)]],
  ],
};

/** What can be meant, and is said all the same. */
export const METRICS_WARNINGS: Catalogue = {
  Prometheus: [
    [
      '',
      'alerts: Broken must hold for less than scrapeInterval (15 seconds), and nothing is looked at in between',
      [{ alerts: alerts({ for: Duration.milliseconds(14_999) }) }],
      [{ alerts: alerts({ for: Duration.seconds(15) }) }],
    ],
  ],
};
