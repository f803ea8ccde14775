import type Docker from 'dockerode';
import { KEEPS_LABEL, KEPT, LABEL } from '../../../../constructs/core/labels';
import { denialsIn, denied } from '../../../../cli/docker/denials';
import type { Service } from '../../../../cli/docker/services';

const line = (principal: string, operation: string, resource: string): string =>
  `[2026-11-30 17:14:43,051] INFO Principal = ${principal} is Denied operation = ${operation} from host = 10.0.0.7 on resource = ${resource} for request = Metadata with resourceRefCount = 1 based on rule DefaultDeny (kafka.authorizer.logger)`;

const LOG = [
  line('User:alice', 'CREATE', 'Topic:LITERAL:new'),
  '[2026-11-30 17:14:43,052] INFO [Broker id=1] Handling it (state.change.logger)',
  line('User:alice', 'DESCRIBE_CONFIGS', 'Topic:LITERAL:orders'),
  line("User:O=b c,CN='d", 'WRITE', 'TransactionalId:PREFIXED:t:1'),
  line('User:alice', 'DESCRIBE_CONFIGS', 'Topic:LITERAL:orders'),
].join('\n');

test('what brokers refuse is read from what their authorizer says, the most frequent first', () => {
  expect(denialsIn(LOG)).toEqual([
    { principal: 'User:alice', what: 'DescribeConfigs on the Topic orders', times: 2 },
    { principal: 'User:alice', what: 'Create on the Topic new', times: 1 },
    { principal: "User:O=b c,CN='d", what: 'Write on the TransactionalId t:1…', times: 1 },
  ]);
});

const REFUSES = { [LABEL.authorizer]: 'StandardAuthorizer' };

const service = (name: string, labels: Service['labels'] = {}): Service => ({
  name,
  labels,
  containerId: name,
  state: 'healthy',
  isReady: true,
  endpoints: [],
});

/** All of whose containers have this log. */
function dockerWith(log: string, asked: [string, Docker.ContainerLogsOptions][] = []): Docker {
  const header = Buffer.alloc(8);
  header.writeUInt32BE(Buffer.byteLength(log), 4);
  const logs = (id: string) => (options: Docker.ContainerLogsOptions) => {
    asked.push([id, options]);
    return Promise.resolve(Buffer.concat([header, Buffer.from(log)]));
  };
  return { getContainer: (id: string) => ({ logs: logs(id) }) } as unknown as Docker;
}

test('those that refuse things are asked, the latest of their lines alone, and every user has one sentence', async () => {
  const asked: [string, Docker.ContainerLogsOptions][] = [];
  const services = [
    service('kafka1', REFUSES),
    service('kafka-controller1', REFUSES),
    service('other-kafka1'),
  ];
  await expect(denied(dockerWith(LOG, asked), services)).resolves.toEqual([
    'Denied to User:alice in the last 10 minutes: DescribeConfigs on the Topic orders (4 times), Create on the Topic new (2 times).',
    "Denied to User:O=b c,CN='d in the last 10 minutes: Write on the TransactionalId t:1… (2 times).",
  ]);
  expect(asked.map(([id]) => id)).toEqual(['kafka1', 'kafka-controller1']);
  const [, { since, tail }] = asked[0]!;
  expect(tail).toBe(5_000);
  expect(Date.now() / 1000 - Number(since)).toBeGreaterThanOrEqual(600);
});

test('that a worker may not make its topics, which are there, is nothing to tell; what else it or somebody else may not is', async () => {
  const log = [
    line('User:connect', 'CREATE', 'Topic:LITERAL:connect-status'),
    line('User:connect', 'CREATE', 'Topic:LITERAL:orders'),
    line('User:connect', 'READ', 'Topic:LITERAL:connect-status'),
    line('User:alice', 'CREATE', 'Topic:LITERAL:connect-status'),
  ].join('\n');
  const worker = { [LABEL.user]: 'connect', [KEEPS_LABEL + KEPT.statuses]: 'connect-status' };
  const services = [service('kafka1', REFUSES), service('kafka-connect', worker)];
  await expect(denied(dockerWith(log), services)).resolves.toEqual([
    'Denied to User:connect in the last 10 minutes: Create on the Topic orders, Read on the Topic connect-status.',
    'Denied to User:alice in the last 10 minutes: Create on the Topic connect-status.',
  ]);
});
