import { clusterIdOf } from '../../../../constructs/kafka/kraft';

const NAMES = Array.from({ length: 500 }, (_, index) => `platform-${index}`);

test('the id of a cluster is the same at each synth, and another one on another platform', () => {
  expect(clusterIdOf('streaming')).toBe(clusterIdOf('streaming'));
  expect(new Set(NAMES.map(clusterIdOf)).size).toBe(NAMES.length);
});

test('the id of a cluster is written as Kafka writes a UUID, and never as an option', () => {
  // 22 characters of 6 bits for 128: of the last one only 2 bits count.
  for (const id of NAMES.map(clusterIdOf)) expect(id).toMatch(/^(?!-)[A-Za-z0-9_-]{21}[AQgw]$/);
});
