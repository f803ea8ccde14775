import type { TerraformStack } from 'cdktf';
import { LABEL } from '../../../../constructs/core/labels';
import type { IPlatform } from '../../../../constructs/core/platform';
import { ControllerQuorum } from '../../../../constructs/kafka/controller-quorum';
import { KafkaCluster } from '../../../../constructs/kafka/kafka-cluster';
import { Metadata } from '../../../../constructs/kafka/metadata';
import { ZooKeeperEnsemble } from '../../../../constructs/zookeeper/zookeeper-ensemble';
import { clustersOf, clustersOfTopics } from '../../../../cli/engine/clusters';
import type { Plan } from '../../../../cli/engine/plan';
import type { KafkaProvider } from '../../../../cli/engine/synthesis';
import { broker, change, plan, topic } from '../../../support/plans';
import { newPlatform, newStack, resources } from '../../../support/synth';
import { ofCluster } from '../../../support/two-clusters';

type Attributes = Record<string, unknown>;

const CONTAINER = 'docker_container';
const stays = (...containers: Attributes[]): Plan =>
  plan(...containers.map((each) => change(CONTAINER, each, each)));

const shop = ofCluster('shop');
const archive = ofCluster('archive', 9192);

test('brokers of two clusters are told apart, each with its own servers', () => {
  const plans = [stays(shop.broker(1), shop.broker(2)), stays(archive.broker(1))];
  expect(clustersOf(plans)).toMatchObject([
    { brokers: ['shop-kafka1', 'shop-kafka2'], servers: ['localhost:9092', 'localhost:9093'] },
    { brokers: ['archive-kafka1'], servers: ['localhost:9192'] },
  ]);
});

test.each([
  ['controllers', (both: typeof shop) => both.controller(), [false, false] as const],
  ['nodes of ZooKeeper', (both: typeof shop) => both.node(), [true, true] as const],
  [
    'nodes of ZooKeeper, beside a cluster in KRaft,',
    (both: typeof shop) => both.node(),
    [true, false] as const,
  ],
])('%s belong to the cluster whose metadata they have', (_, made, [one, other]) => {
  const clusters = [ofCluster('one', 9092, one), ofCluster('other', 9192, other)];
  const [of, beside] = clustersOf([
    stays(...clusters.map(made)),
    stays(...clusters.map((each) => each.broker(1))),
  ]);
  expect([of, beside].map((each) => each?.has(made(clusters[0]!).name as string))).toEqual([true, false]);
  expect([of, beside].map((each) => each?.has('one-kafka1'))).toEqual([true, false]);
});

test('a cluster that moves into KRaft stays one, also while half of it has not heard of it', () => {
  const was = ofCluster('shop', 9092, true);
  const [moving] = clustersOf([
    plan(
      change(CONTAINER, was.broker(1), { ...shop.broker(1) }, true),
      change(CONTAINER, was.broker(2), was.broker(2)),
      change(CONTAINER, was.node(), was.node()),
      change(CONTAINER, null, shop.controller()),
    ),
  ]);
  const names = ['shop-kafka1', 'shop-kafka2', 'shop-zoo1', 'shop-kafka-controller1'];
  expect(names.map((name) => moving?.has(name))).toEqual([true, true, true, true]);
});

test('brokers that do not say are those of their platform', () => {
  const elsewhere = broker(3, { [LABEL.platform]: 'blue' });
  expect(clustersOf([stays(broker(1), broker(2), elsewhere)])).toHaveLength(2);
});

test('a broker is asked where it was, and where it will be', () => {
  const moved = change(CONTAINER, shop.broker(1), ofCluster('shop', 9292).broker(1), true);
  expect(clustersOf([plan(moved)])[0]?.servers).toEqual(['localhost:9092', 'localhost:9292']);
});

const programWith = (containers: Attributes[], ...kafkaProviders: KafkaProvider[]) => ({
  resources: () => containers.map((attributes) => ({ address: 'x', attributes })),
  kafkaProviders,
});

test('what no plan has is known from the program', () => {
  const [cluster] = clustersOf([stays(shop.controller())], [programWith([shop.broker(1)])]);
  expect(cluster).toMatchObject({ brokers: ['shop-kafka1'], servers: ['localhost:9092'] });
});

test('brokers that a provider needs a login for are left to Terraform, and those of another cluster are not', () => {
  const login = { name: 'kafka', servers: [shop.server(1)], isOpen: false };
  const program = programWith([shop.broker(1), archive.broker(1)], login);
  expect(clustersOf([], [program]).map(({ servers }) => servers)).toEqual([[], ['localhost:9192']]);
});

describe('a topic', () => {
  const made = change('kafka_topic', null, topic());
  const topics = (...servers: string[]): Plan => ({
    ...plan(made),
    configuration: {
      provider_config: { 'kafka.own': { expressions: { bootstrap_servers: { constant_value: servers } } } },
      root_module: { resources: [{ address: made.address, provider_config_key: 'kafka.own' }] },
    },
  });
  const both = stays(shop.broker(1), archive.broker(1));

  test.each([
    ['that its provider asks', [topics(archive.server(1)), both], 'archive-kafka1'],
    ['that is the only one, where no plan says', [plan(made), stays(shop.broker(1))], 'shop-kafka1'],
    ['that nobody knows, of several', [plan(made), both], undefined],
    ['that others run', [topics('broker.example:9092'), stays(shop.broker(1))], undefined],
  ])('is in the cluster %s', (_, plans, name) => {
    const known = plans
      .flatMap(({ resource_changes: all = [] }) => all)
      .find(({ type }) => type === 'kafka_topic');
    expect(clustersOfTopics(plans)(known!)?.brokers[0]).toBe(name);
  });
});

interface Place {
  readonly platform: IPlatform;
  readonly namePrefix: string;
  readonly hostPort: number;
}

test.each<[string, (stack: TerraformStack, place: Place) => Metadata]>([
  ['with brokers that are controllers', () => Metadata.kraft()],
  [
    'with controllers of their own',
    (stack, { platform, namePrefix }) =>
      Metadata.kraft(new ControllerQuorum(stack, `${namePrefix}quorum`, { platform, namePrefix })),
  ],
  [
    'in ZooKeeper',
    (stack, { platform, namePrefix, hostPort }) =>
      Metadata.zooKeeper(
        new ZooKeeperEnsemble(stack, `${namePrefix}zoo`, { platform, namePrefix, hostPort: hostPort + 50 }),
      ),
  ],
])('the constructs say what tells two clusters apart %s', (_, metadataIn) => {
  const stack = newStack();
  const platform = newPlatform(stack);
  for (const [namePrefix, hostPort] of [
    ['', 9092],
    ['archive-', 9192],
  ] as const) {
    const place = { platform, namePrefix, hostPort };
    new KafkaCluster(stack, `${namePrefix}kafka`, { ...place, metadata: metadataIn(stack, place) });
  }
  const clusters = clustersOf([stays(...resources(stack, CONTAINER))]);
  expect(clusters.map(({ servers }) => servers).sort()).toEqual([
    ['localhost:9092', 'localhost:9093', 'localhost:9094'],
    ['localhost:9192', 'localhost:9193', 'localhost:9194'],
  ]);
});
