import { BROKER_ENDPOINT, ENDPOINT_LABEL, LABEL, ROLE } from '../../constructs/core/labels';
import { container } from './plans';

type Labels = Record<string, string>;
type Attributes = Record<string, unknown>;

/** The containers of one of several clusters on a platform, as its constructs label them. */
export function ofCluster(name: string, firstPort = 9092, inZooKeeper = false) {
  const alike: Labels = inZooKeeper
    ? { [LABEL.ensemble]: `${name}-zoo1:2181` }
    : { [LABEL.cluster]: `id-of-${name}`, [LABEL.controllers]: `1001@${name}-kafka-controller1:29093` };
  return {
    server: (id: number): string => `localhost:${firstPort - 1 + id}`,
    broker: (id: number, labels: Labels = {}): Attributes =>
      container(
        `${name}-kafka${id}`,
        {
          [LABEL.role]: ROLE.broker,
          [LABEL.nodeId]: String(id),
          [ENDPOINT_LABEL + BROKER_ENDPOINT]: `localhost:${firstPort - 1 + id}`,
          [LABEL.bootstrapServer]: `${name}-kafka${id}:${19_091 + id}`,
          ...alike,
          ...labels,
        },
        { volumes: [{ volume_name: `${name}-kafka${id}-data` }] },
      ),
    controller: (labels: Labels = {}): Attributes =>
      container(`${name}-kafka-controller1`, { [LABEL.role]: ROLE.controller, ...alike, ...labels }),
    node: (labels: Labels = {}): Attributes =>
      container(`${name}-zoo1`, { [LABEL.role]: ROLE.zooKeeper, ...alike, ...labels }),
  };
}
