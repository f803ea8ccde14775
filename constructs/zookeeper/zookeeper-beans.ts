import type { Bean } from '../core/jmx-exporter';

/** Of a node by itself, and of one among others, which is its state's bean. */
const NODES = [
  'org.apache.ZooKeeperService:name0=StandaloneServer_port*',
  'org.apache.ZooKeeperService:name0=ReplicatedServer_id*,name1=replica.*,name2=*',
];

/**
 * How much a node has to do, and how long that takes.
 * @see https://zookeeper.apache.org/doc/r3.8.4/zookeeperJMX.html
 */
export const BEANS: readonly Bean[] = NODES.flatMap((name) => [
  { name, attribute: 'NumAliveConnections', metric: 'zookeeper_connections' },
  { name, attribute: 'OutstandingRequests', metric: 'zookeeper_outstanding_requests' },
  { name, attribute: 'AvgRequestLatency', metric: 'zookeeper_request_seconds', factor: 0.001 },
]);
