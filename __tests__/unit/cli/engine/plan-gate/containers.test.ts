import { LABEL, ROLE } from '../../../../../constructs/core/labels';
import { brokersAtOnce, lostBrokers, lostVolumes } from '../../../../../cli/engine/plan-gate/containers';
import { broker, change, container, plan } from '../../../../support/plans';
import { ofCluster } from '../../../../support/two-clusters';

const CONTAINER = 'docker_container';
const volume = (name: string) => ({ name });

describe('volumes', () => {
  const removed = (name: string) => plan(change('docker_volume', volume(name), null));

  test('that nobody is known to use are lost', () => {
    expect(lostVolumes([removed('data')])).toEqual([
      { rule: 'volume', name: 'data', sentence: 'The volume data is removed with everything on it.' },
    ]);
  });

  test('are lost when they are made anew', () => {
    expect(lostVolumes([plan(change('docker_volume', volume('data'), volume('other'), true))])).toHaveLength(
      1,
    );
  });

  test('say whose data they hold', () => {
    const stays = plan(change(CONTAINER, broker(1), broker(1)));
    expect(lostVolumes([removed('kafka1-data'), stays])).toMatchObject([
      { sentence: 'The volume kafka1-data is removed with everything on it, the data of kafka1.' },
    ]);
  });

  test('say that checkpoints are on them', () => {
    const driver = container(
      'app',
      { [LABEL.checkpoint]: '/work/c' },
      { volumes: [{ volume_name: 'work' }] },
    );
    expect(lostVolumes([removed('work'), plan(change(CONTAINER, driver, driver))])).toMatchObject([
      { sentence: expect.stringContaining('the checkpoints of Spark applications') as string },
    ]);
  });

  test('of a broker that goes too are told with the broker', () => {
    const plans = [removed('kafka1-data'), plan(change(CONTAINER, broker(1), null))];
    expect(lostVolumes(plans)).toEqual([]);
    expect(lostBrokers(plans)).toMatchObject([{ rule: 'broker', name: 'kafka1' }]);
  });

  test('that stay or come are not lost', () => {
    const changes = [
      change('docker_volume', volume('data'), volume('data')),
      change('docker_volume', null, volume('new')),
    ];
    expect(lostVolumes([plan(...changes)])).toEqual([]);
  });
});

describe('brokers', () => {
  const edit = { edited: '9' };
  const replaced = (...ids: number[]) =>
    plan(...ids.map((id) => change(CONTAINER, broker(id), broker(id, edit), true)));

  test.each([
    [[1], 0],
    [[1, 2], 1],
  ])('of which %j are replaced in one plan are %i danger', (ids, count) => {
    expect(brokersAtOnce([replaced(...ids)])).toHaveLength(count);
  });

  test('that are replaced together are named', () => {
    expect(brokersAtOnce([replaced(1, 2, 3)])).toMatchObject([
      {
        rule: 'brokers',
        name: 'at-once',
        sentence: expect.stringContaining('kafka1, kafka2, kafka3') as string,
      },
    ]);
  });

  test('that are changed in place may be many', () => {
    const inPlace = [1, 2].map((id) => change(CONTAINER, broker(id), broker(id, edit)));
    expect(brokersAtOnce([plan(...inPlace)])).toEqual([]);
  });

  test('of KRaft count as well', () => {
    const node = (id: number, rest = {}) => broker(id, { [LABEL.role]: 'broker,controller', ...rest });
    const changes = [1, 2].map((id) => change(CONTAINER, node(id), node(id, edit), true));
    expect(brokersAtOnce([plan(...changes)])).toHaveLength(1);
  });

  const controller = (id: number, rest = {}) =>
    container(`kafka-controller${id}`, {
      [LABEL.nodeId]: String(1000 + id),
      [LABEL.role]: ROLE.controller,
      ...rest,
    });

  test('wait for controllers, which are not replaced together either', () => {
    const changes = [1, 2].map((id) => change(CONTAINER, controller(id), controller(id, edit), true));
    expect(brokersAtOnce([plan(...changes)])).toHaveLength(1);
  });

  test('hold partitions, and controllers beside them do not', () => {
    expect(lostBrokers([plan(change(CONTAINER, controller(1), null))])).toEqual([]);
  });

  test('may be replaced beside other containers', () => {
    const other = change(CONTAINER, container('ui'), container('ui', { A: 'b' }), true);
    expect(brokersAtOnce([replaced(1), plan(other)])).toEqual([]);
  });

  test('that are replaced are not removed, and neither are other containers', () => {
    expect(lostBrokers([replaced(1), plan(change(CONTAINER, container('ui'), null))])).toEqual([]);
  });
});

test('brokers of two clusters are in danger together only where two of one go', () => {
  const [shop, archive] = [ofCluster('shop'), ofCluster('archive', 9192)];
  const goes = ({ broker: of }: typeof shop, id: number) =>
    change(CONTAINER, of(id), of(id, { edited: '9' }), true);
  expect(brokersAtOnce([plan(goes(shop, 1), goes(archive, 1))])).toEqual([]);
  const all = plan(...[1, 2].flatMap((id) => [goes(shop, id), goes(archive, id)]));
  expect(brokersAtOnce([all]).map(({ containers }) => containers)).toEqual([
    ['shop-kafka1', 'shop-kafka2'],
    ['archive-kafka1', 'archive-kafka2'],
  ]);
});
