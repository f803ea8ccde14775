import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import { after, test } from 'node:test';
import { valueIn } from '../src/format.js';
import { linesChart } from '../src/html/lines.js';
import { spanOf } from '../src/pages/metrics.js';
import { called } from '../src/prometheus.js';
import { createServer } from '../src/server.js';
import { readSettings } from '../src/settings.js';

const DASHBOARDS = [
  {
    id: 'overview',
    title: 'Overview',
    rows: [
      {
        title: 'Now',
        panels: [
          { title: 'Away', kind: 'figure', unit: 'number', queries: [{ expression: 'away' }], most: 0 },
          { title: 'Nothing', kind: 'figure', unit: 'number', queries: [{ expression: 'none' }] },
          {
            title: 'Bytes <in>',
            unit: 'bytes per second',
            queries: [{ expression: 'bytes', legend: 'into {{cluster}}' }],
          },
          { title: 'Empty', unit: 'number', queries: [{ expression: 'none' }], empty: 'There were none.' },
          { title: 'Broken', unit: 'number', queries: [{ expression: 'broken' }] },
        ],
      },
    ],
  },
  {
    id: 'alerts',
    title: 'Alerts',
    rows: [
      {
        title: 'Now',
        panels: [{ title: 'All', kind: 'table', unit: 'number', queries: [{ expression: 'ALERTS' }] }],
      },
    ],
  },
];

/** What it was asked, in order. @type {URL[]} */
const asked = [];

/** As Prometheus answers. */
const prometheus = createHttpServer(({ url = '' }, response) => {
  const address = new URL(url, 'http://prometheus');
  asked.push(address);
  const answer = (/** @type {unknown} */ body, status = 200) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  };
  const { pathname, searchParams: parameters } = address;
  if (pathname === '/user/dashboards.json') return answer(DASHBOARDS);
  if (pathname === '/api/v1/alerts')
    return answer({
      data: {
        alerts: [
          alert('Slow', 'pending', '2026-01-01T00:00:00Z'),
          alert('Down', 'firing', '2026-01-02T00:00:00Z'),
        ],
      },
    });
  const query = parameters.get('query');
  if (query === 'broken') return answer({ status: 'error', message: 'parse error' }, 400);
  const [start = 0, step = 0] = ['start', 'step'].map((each) => Number(parameters.get(each)));
  const results = {
    away: [{ metric: {}, value: [0, '2'] }],
    bytes: [
      {
        metric: { cluster: '<c>' },
        values: [
          [start, '1024'],
          [start + step, '2048'],
        ],
      },
    ],
    ALERTS: [{ metric: { __name__: 'ALERTS', alertname: 'Down', instance: 'kafka1' }, value: [0, '1'] }],
  };
  answer({ data: { result: results[/** @type {keyof typeof results} */ (query)] ?? [] } });
});

/**
 * @param {string} alertname
 * @param {string} state
 * @param {string} activeAt
 */
const alert = (alertname, state, activeAt) => ({
  ...{ labels: { alertname, severity: 'critical' }, state, activeAt },
  annotations: { summary: `${alertname} it is.`, action: 'Mend it.' },
});

prometheus.listen(0, '127.0.0.1');
await once(prometheus, 'listening');
after(() => prometheus.close());
const { port } = /** @type {import('node:net').AddressInfo} */ (prometheus.address());

const CLUSTER = { KAFKA_CLUSTERS_0_NAME: 'local', KAFKA_CLUSTERS_0_BOOTSTRAPSERVERS: '127.0.0.1:2' };
/** @param {Record<string, string>} settings */
const app = (settings) => createServer(readSettings({ ...CLUSTER, ...settings }).clusters);
const watched = app({ KAFKA_CLUSTERS_0_PROMETHEUS: `http://127.0.0.1:${port}` });
const get = async (/** @type {string} */ address, server = watched) => {
  const response = await server.request(`/clusters/local/metrics${address}`);
  return { status: response.status, text: await response.text() };
};

test('draws the first dashboard, with figures, lines and what each series is called', async () => {
  const { status, text } = await get('');
  assert.equal(status, 200);
  assert.match(text, /<div class="bad">\s*<dt>Away<\/dt>\s*<dd>2<\/dd>/);
  assert.match(text, /<dt>Nothing<\/dt>\s*<dd><span class="reason">No data/);
  assert.match(text, /<strong>Bytes &lt;in&gt;<\/strong>/);
  assert.match(text, /<path class="line colour-0" d="M[\d.,L]+"><\/path>/);
  assert.match(text, /<span>into &lt;c&gt;<\/span> 2 KiB\/s/);
  assert.doesNotMatch(text, /NaN|Infinity|undefined/);
  assert.doesNotMatch(text, /<style|\sstyle=/);
});

test('says what an empty panel means, and what is wrong with one alone that cannot be drawn', async () => {
  const { text } = await get('/overview');
  assert.match(text, /There were none\./);
  assert.match(text, /<p class="nothing bad">parse error<\/p>/);
  assert.match(text, /<span>into/);
});

test('says first what fires and what to do; what is about to, among the alerts alone', async () => {
  const { text } = await get('');
  assert.match(text, /<strong>Down:<\/strong> Down it is\. Mend it\./);
  assert.doesNotMatch(text, /Slow it is/);
  const { text: alerts } = await get('/alerts');
  assert.match(alerts, /Down it is[^]*Slow it is[^]*Holds since 2026-01-01 00:00:00/);
  assert.match(alerts, /data-label="alertname"[^]*Down[^]*kafka1/);
});

test('looks as far back as it is asked to, at whole steps, and goes on so', async () => {
  asked.length = 0;
  const { text } = await get('/overview?range=1d');
  const parameters = asked.find(({ pathname }) => pathname.endsWith('query_range'))?.searchParams;
  const [start = 0, end = 0, step = 0] = ['start', 'end', 'step'].map((each) =>
    Number(parameters?.get(each)),
  );
  assert.equal(end - start, 86_400);
  assert.equal(end % step, 0);
  assert.match(text, /href="\/clusters\/local\/metrics\/alerts\?range=1d"/);
  assert.match(text, /href="\/clusters\/local\/metrics\/overview\?range=1d" aria-current="true"/);
});

test('takes an unknown range for the usual one, and an unknown dashboard for nothing', async () => {
  assert.match((await get('/overview?range=__proto__')).text, /aria-current="true">1h</);
  const { status, text } = await get('/nothing');
  assert.deepEqual([status, /There is no such dashboard/.test(text)], [404, true]);
});

test('says in place that there is no Prometheus, or that it is away', async () => {
  assert.match((await get('', app({}))).text, /No Prometheus keeps the history/);
  const { status, text } = await get('', app({ KAFKA_CLUSTERS_0_PROMETHEUS: 'http://127.0.0.1:3' }));
  assert.equal(status, 200);
  assert.match(text, /Prometheus can’t be reached/);
  assert.match(text, /http:\/\/127\.0\.0\.1:3/);
});

for (const [unit, value, text] of /** @type {const} */ ([
  ['number', 1234.5, '1,230'],
  ['number', 12_345_678, '12.3M'],
  ['number', NaN, '–'],
  ['per second', 0, '0/s'],
  ['ratio', 0.955, '95.5 %'],
  ['bytes', 1536, '1.5 KiB'],
  ['bytes per second', 1_048_576, '1 MiB/s'],
  ['seconds', 0.0123, '12.3 ms'],
  ['seconds', 119, '119 s'],
  ['seconds', 120, '2 min'],
  ['seconds', 7_200, '2 h'],
  ['seconds', 259_200, '3 d'],
]))
  test(`says ${value} in ${unit} as ${text}`, () => assert.equal(valueIn(unit, value), text));

test('a span begins and ends at whole steps, and has no more points than can be seen', () => {
  const span = spanOf('7d', new Date('2026-01-02T03:04:05Z'));
  assert.equal(span.end % span.step, 0);
  assert.ok((span.end - span.start) / span.step <= 90);
  assert.equal(spanOf('15m', new Date(0)).step, 15);
});

test('a legend is filled in with labels, and one that is not there leaves nothing', () =>
  assert.equal(called('{{ a }} on {{b}}', { a: '1' }), '1 on'));

/** @param {readonly [number, number][]} values */
const lines = (values) => [{ name: 'one', values: new Map(values) }];
const SPAN = { start: 0, end: 60, step: 15 };

for (const values of /** @type {[number, number][][]} */ ([
  [[0, 0]],
  [
    [0, -5],
    [60, 5],
  ],
  [[15, 1e12]],
  [[0, NaN]],
]))
  test(`a chart of ${JSON.stringify(values)} has places for everything`, async () => {
    const svg = String(await linesChart('Lag', lines(values), SPAN, { unit: 'bytes', most: 1 }));
    assert.doesNotMatch(svg, /NaN|Infinity|undefined/);
    assert.equal(svg.match(/class="at"/g)?.length, 5);
  });

test('a line ends where nothing was measured, and begins again', async () => {
  const svg = String(
    await linesChart(
      'Lag',
      lines([
        [0, 1],
        [15, 2],
        [45, 3],
        [60, 4],
      ]),
      SPAN,
      { unit: 'number' },
    ),
  );
  assert.equal(/ d="([^"]*)"/.exec(svg)?.[1]?.match(/M/g)?.length, 2);
});

test('a bound is drawn where it can be seen', async () => {
  const bound = async (/** @type {number} */ most) =>
    String(await linesChart('Memory', lines([[0, 0.5]]), SPAN, { unit: 'ratio', most })).includes(
      'class="bound"',
    );
  assert.deepEqual([await bound(0.95), await bound(0)], [true, false]);
});
