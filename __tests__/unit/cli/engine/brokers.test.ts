import { BROKER_ENDPOINT, ENDPOINT_LABEL, LABEL, ROLE } from '../../../../constructs/core/labels';
import { rollingReplace } from '../../../../cli/engine/brokers';
import { clustersOf } from '../../../../cli/engine/clusters';
import { areReachable, partitions } from '../../../../cli/engine/partitions';
import type { Change } from '../../../../cli/engine/plan';
import type { Stack } from '../../../../cli/engine/synthesis';
import { applyPlan, plan as planStack } from '../../../../cli/engine/terraform';
import * as plans from '../../../support/plans';
import { ofCluster } from '../../../support/two-clusters';

jest.mock('../../../../cli/engine/terraform');
jest.mock<object>('../../../../cli/engine/partitions', () => ({
  ...jest.requireActual<object>('../../../../cli/engine/partitions'),
  areReachable: jest.fn(),
  partitions: jest.fn(),
}));

const { change, container, plan } = plans;
const CONTAINER = 'docker_container';
const EDIT = { edited: '9' };
const STACK = { name: 'kafka' } as Stack;

const broker = (id: number, labels: Record<string, string> = {}) =>
  plans.broker(id, { [ENDPOINT_LABEL + BROKER_ENDPOINT]: `localhost:${9091 + id}`, ...labels });
const at = (address: string, made: Change): Change => ({ ...made, address });
const replaced = (id: number): Change =>
  at(`kafka${id}`, change(CONTAINER, broker(id), broker(id, EDIT), true));
const stays = (id: number): Change => at(`kafka${id}`, change(CONTAINER, broker(id), broker(id)));
const joins = (id: number): Change => at(`kafka${id}`, change(CONTAINER, null, broker(id)));
const goes = (id: number): Change => at(`kafka${id}`, change(CONTAINER, broker(id), null));

/** What was planned, in this order. */
let targets: string[];
let inSync: number[];
/** What was to be replaced, whatever a plan of it alone would say. */
let replacements: string[];

beforeEach(() => {
  targets = [];
  replacements = [];
  inSync = [1, 2, 3];
  jest.mocked(planStack).mockImplementation((_, ...options) => {
    targets.push(
      options
        .filter((option) => option.startsWith('-target='))
        .join(' ')
        .replaceAll('-target=', ''),
    );
    replacements.push(...options.filter((option) => option.startsWith('-replace=')));
    return Promise.resolve({});
  });
  jest.mocked(applyPlan).mockImplementation(() => {
    inSync = [1, 2, 3];
    down = [];
    return Promise.resolve();
  });
  down = [];
  jest.mocked(partitions).mockClear();
  jest.mocked(areReachable).mockResolvedValue(true);
  jest
    .mocked(partitions)
    .mockImplementation(() =>
      Promise.resolve([{ topic: 'orders', partition: 0, replicas: [1, 2, 3], inSync }]),
    );
});

let down: readonly Change[];

const replace = (...changes: Change[]): Promise<boolean> =>
  rollingReplace(
    STACK,
    plan(...changes),
    clustersOf([plan(...changes)])[0]!,
    () => Promise.resolve(down),
    () => undefined,
  );

test('each broker is planned and applied alone', async () => {
  await expect(replace(replaced(1), replaced(2), replaced(3))).resolves.toBe(true);
  expect(targets).toEqual(['kafka1', 'kafka2', 'kafka3']);
  expect(replacements).toEqual(['-replace=kafka1', '-replace=kafka2', '-replace=kafka3']);
});

test('one that is behind goes first: nobody else may', async () => {
  inSync = [1, 3];
  await replace(replaced(1), replaced(2), replaced(3));
  expect(targets).toEqual(['kafka2', 'kafka1', 'kafka3']);
});

test('those that are down come back together, before one that works goes', async () => {
  const [one, two, three] = [replaced(1), replaced(2), replaced(3)];
  down = [one, three];
  inSync = [2];
  await expect(replace(one, two, three)).resolves.toBe(true);
  expect(targets).toEqual(['kafka1 kafka3', 'kafka2']);
});

test.each([
  ['that stays', stays(2), ['kafka1', 'kafka2']],
  ['whose turn would come', replaced(2), ['kafka1', 'kafka2']],
])('one %s, and ends while replicas are waited for, comes back', async (_, two, expected) => {
  jest.mocked(applyPlan).mockImplementationOnce(() => {
    // It was being stopped by a command that was interrupted.
    [inSync, down] = [[1, 3], [two]];
    return Promise.resolve();
  });
  await expect(replace(replaced(1), two, stays(3))).resolves.toBe(true);
  expect(targets).toEqual(expected);
  expect(replacements).toContain('-replace=kafka2');
});

test('those that have come back and are still electing are asked again', async () => {
  jest.mocked(partitions).mockRejectedValueOnce(new Error('No brokers in the broker pool'));
  await expect(replace(replaced(1), replaced(2))).resolves.toBe(true);
  expect(targets).toEqual(['kafka1', 'kafka2']);
});

test('brokers that are missing are made before one goes', async () => {
  await replace(replaced(1), joins(4), joins(2));
  expect(targets).toEqual(['kafka4 kafka2', 'kafka1']);
});

test('what brokers need is replaced before them', async () => {
  const member = (name: string, labels: Record<string, string>): Change =>
    at(name, change(CONTAINER, container(name, labels), container(name, { ...labels, ...EDIT }), true));
  const node = member('zoo1', { [LABEL.role]: ROLE.zooKeeper });
  const controller = member('controller1', { [LABEL.role]: ROLE.controller });
  await replace(replaced(1), controller, node, stays(2));
  expect(targets).toEqual(['zoo1', 'controller1', 'kafka1']);
});

test.each([
  ['nothing is replaced', [stays(1), stays(2), goes(3)]],
  ['there is only one broker', [replaced(1)]],
])('there are no turns where %s', async (_, changes) => {
  await expect(replace(...changes)).resolves.toBe(false);
  expect(targets).toEqual([]);
});

test('there are no turns where no broker answers: Kafka is away already', async () => {
  jest.mocked(areReachable).mockResolvedValue(false);
  await expect(replace(replaced(1), replaced(2))).resolves.toBe(false);
});

describe('of two clusters', () => {
  const [shop, archive] = [ofCluster('shop'), ofCluster('archive', 9192)];
  const edited = ({ broker: of }: typeof shop, id: number): Change =>
    at(String(of(id).name), change(CONTAINER, of(id), of(id, EDIT), true));
  const both = plan(...[1, 2].flatMap((id) => [edited(archive, id), edited(shop, id)]));

  test('each is replaced in turn by itself, and waited for where it answers', async () => {
    for (const cluster of clustersOf([both]))
      await rollingReplace(
        STACK,
        both,
        cluster,
        () => Promise.resolve([]),
        () => undefined,
      );
    expect(targets).toEqual(['archive-kafka1', 'archive-kafka2', 'shop-kafka1', 'shop-kafka2']);
    const asked = new Set(jest.mocked(partitions).mock.calls.map(([servers]) => servers.join()));
    expect([...asked]).toEqual(['localhost:9192,localhost:9193', 'localhost:9092,localhost:9093']);
  });

  test('one that is in a stack of controllers alone is asked all the same', async () => {
    const controller = shop.controller();
    const alone = plan(at('controller', change(CONTAINER, controller, shop.controller(EDIT), true)));
    const clusters = clustersOf([
      alone,
      plan(...[1, 2].map((id) => change(CONTAINER, null, shop.broker(id)))),
    ]);
    await expect(
      rollingReplace(
        STACK,
        alone,
        clusters[0]!,
        () => Promise.resolve([]),
        () => undefined,
      ),
    ).resolves.toBe(true);
    expect(targets).toEqual(['controller']);
  });
});
