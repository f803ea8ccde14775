// #region start
import { Testing } from 'cdktf';
import { Size } from 'cdktf-streaming';
import { matchers, synthesize, type Synthesis } from 'cdktf-streaming/testing';
import { addOrders } from './orders';

expect.extend(matchers);

function orders(brokers?: number): Synthesis {
  const app = Testing.app();
  addOrders(app, brokers);
  return synthesize(app);
}
// #endregion

// #region matchers
test('orders are kept for a week, in three copies', () => {
  expect(orders()).toHaveTopic('orders', {
    partitions: 6,
    replicationFactor: 3,
    settings: { 'retention.ms': '604800000' },
  });
});

test('a broker listens on this machine, and keeps its records in a volume', () => {
  expect(orders()).toRunService('kafka1', {
    memory: Size.gibibytes(1),
    environment: { KAFKA_DEFAULT_REPLICATION_FACTOR: '3' },
  });
  expect(orders()).toPublishPort(9092);
  expect(orders()).toHaveVolume('orders-kafka1-data');
});

test('one broker has one copy of everything', () => {
  expect(orders(1)).not.toRunService('kafka2');
  expect(orders(1)).toHaveTopic('orders', { replicationFactor: 1 });
});
// #endregion

// #region refusal
test('a cluster without brokers is refused', () => {
  expect(() => orders(0)).toThrow(/orders\/brokers cannot be made:\n.*brokers must be/);
});
// #endregion

// #region read
test('only brokers can be reached from this machine', () => {
  const reached = orders().services.filter(({ hostPorts }) => hostPorts.length > 0);
  expect(reached.map(({ name }) => name)).toEqual(['kafka1', 'kafka2', 'kafka3']);
  expect(orders().service('kafka1').volumes['/var/lib/kafka/data']).toBe('orders-kafka1-data');
  expect(orders().resources('docker_network')).toHaveLength(1);
});
// #endregion

// #region snapshot
test('nothing else changes unnoticed', () => {
  expect(orders().stacks).toMatchSnapshot();
});
// #endregion
