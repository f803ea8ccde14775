import { clustersOf } from '../../../../cli/engine/clusters';
import type { Change, Plan } from '../../../../cli/engine/plan';
import { removal } from '../../../../cli/engine/removal';
import { broker, change, plan } from '../../../support/plans';
import { ofCluster } from '../../../support/two-clusters';

const CONTAINER = 'docker_container';
const stays = (id: number): Change => change(CONTAINER, broker(id), broker(id));
const goes = (id: number): Change => change(CONTAINER, broker(id), null);
const replaced = (id: number): Change => change(CONTAINER, broker(id), broker(id, { edited: '9' }), true);
const joins = (id: number): Change => change(CONTAINER, null, broker(id));
const removals = (...plans: Plan[]) => clustersOf(plans).map((cluster) => removal(plans, cluster));

test('brokers that go for good are told from those that stay', () => {
  expect(removals(plan(replaced(1), stays(2), goes(3), joins(4)))).toEqual([
    { names: ['kafka3'], leaving: [3], staying: [1, 2] },
  ]);
});

test('nobody can take over from the last broker', () => {
  expect(removals(plan(goes(1)))).toEqual([undefined]);
  expect(removals(plan(stays(1)))).toEqual([undefined]);
});

test('nobody takes over from the brokers of another cluster', () => {
  const [shop, archive] = ['shop', 'archive'].map((name) => ofCluster(name));
  const both = plan(
    ...[1, 2, 3].map((id) => change(CONTAINER, shop!.broker(id), shop!.broker(id))),
    ...[1, 2].map((id) => change(CONTAINER, archive!.broker(id), archive!.broker(id))),
    change(CONTAINER, archive!.broker(3), null),
  );
  expect(removals(both)).toEqual([undefined, { names: ['archive-kafka3'], leaving: [3], staying: [1, 2] }]);
});
