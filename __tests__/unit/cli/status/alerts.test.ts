import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Ajv from 'ajv';
import { askAlerts } from '../../../../cli/status/alerts';
import { look } from '../../../../cli/status/look';
import schema from '../../../../cli/status/status.schema.json';
import { ENDPOINT_LABEL, LABEL, ROLE } from '../../../../constructs/core/labels';
import type { Stack } from '../../../../cli/engine/synthesis';
import { container } from '../../../support/plans';
import { synthesized } from '../../../support/synthesized';

const alert = (alertname: string, state: string, severity = 'warning'): object => ({
  ...{ state, activeAt: '2026-01-02T03:04:05.678901234Z', value: '1e+00' },
  labels: { alertname, severity, instance: 'kafka1' },
  annotations: { summary: `${alertname} it is.`, action: 'Mend it.' },
});

let alerts: readonly object[];
let answers: number | 'never';
let server: Server;
let url: string;

beforeEach(async () => {
  [alerts, answers] = [[], 200];
  server = createServer((request, response) => {
    if (answers === 'never') return;
    response.statusCode = request.url === '/api/v1/alerts' ? answers : 404;
    response.end(JSON.stringify({ status: 'success', data: { alerts } }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const stacks = (address = url): Stack[] => [
  synthesized('observability', {
    docker_container: [
      container('prometheus', {
        [LABEL.role]: ROLE.prometheus,
        [`${ENDPOINT_LABEL}Prometheus`]: address,
      }),
    ],
  }),
];

test('an alert that fires is wrong, and said with what to do; one that is about to is told', async () => {
  alerts = [alert('Down', 'firing', 'critical'), alert('Slow', 'pending')];
  expect(await askAlerts(stacks(), false)).toMatchObject([
    {
      problems: ['Down (critical, since 2026-01-02T03:04:05Z): Down it is. Mend it.'],
      notes: ['Slow will be an alert if it goes on: Slow it is.'],
      unknown: [],
    },
  ]);
});

test('is in what programs read, as the schema has it, with the labels that tell what it is about', async () => {
  alerts = [alert('Down', 'firing', 'critical')];
  const running = { name: 'prometheus', containerId: 'p', state: 'healthy', isReady: true, endpoints: [] };
  const status = await look(stacks(), { value: new Map([['prometheus', running]]) });
  expect(status.well).toBe(false);
  expect(status.prometheus).toEqual([
    {
      url,
      alerts: [
        {
          ...{ name: 'Down', state: 'firing', severity: 'critical', since: '2026-01-02T03:04:05.678Z' },
          ...{ summary: 'Down it is.', action: 'Mend it.', labels: { instance: 'kafka1' } },
        },
      ],
    },
  ]);
  const ajv = new Ajv({ strict: true });
  expect(ajv.validate(schema, JSON.parse(JSON.stringify(status))) || ajv.errorsText()).toBe(true);
});

test('nothing is wrong where nothing fires, and nothing is said where there is none', async () => {
  expect(await askAlerts(stacks(), false)).toEqual([
    { status: { url, alerts: [] }, problems: [], unknown: [], notes: [] },
  ]);
  expect(await askAlerts([synthesized('kafka', {})], false)).toEqual([]);
});

test('one that is away, or answers with an error, is a sentence', async () => {
  answers = 503;
  const why = async (address?: string): Promise<readonly string[] | undefined> =>
    (await askAlerts(stacks(address), false))[0]?.unknown;
  expect(await why()).toEqual([`Prometheus at ${url} could not be asked: it answers with 503.`]);
  expect(await why('http://127.0.0.1:2')).toEqual([
    expect.stringMatching(/^Prometheus at http:\/\/127\.0\.0\.1:2 could not be asked: [^\n]*\.$/),
  ]);
});

test('one that hangs costs a second', async () => {
  answers = 'never';
  const before = performance.now();
  const [found] = await askAlerts(stacks(), false);
  expect(found?.unknown).toEqual([expect.stringContaining(`Prometheus at ${url}`)]);
  expect(performance.now() - before).toBeLessThan(2_500);
});

test('where nothing runs, nobody is asked', async () => {
  answers = 'never';
  expect(await askAlerts(stacks(), true)).toEqual([
    { status: { url }, problems: [], unknown: [], notes: [] },
  ]);
});
