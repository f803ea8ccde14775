import type { Cluster } from './clusters';
import type { Partition, Reassignment } from './partitions';
import { CommandError } from '../program';
import type { Runtime } from './runtime';

/**
 * Kafka's own tools, in the container of a broker: our client can set a throttle only together with every other setting
 * of its topic, and cannot have leaders elected.
 */
export interface ReassignmentTool {
  /** Throttles, and begins to move. @param throttle bytes a second */
  begin(moves: readonly Reassignment[], throttle: number): Promise<void>;
  /** Takes the throttle away, of every broker and of the topics named; does nothing while anything moves. */
  end(moved: readonly Pick<Partition, 'topic' | 'partition' | 'replicas'>[]): Promise<void>;
  /** Makes the first of the replicas lead. */
  electLeaders(moved: readonly Pick<Partition, 'topic' | 'partition'>[]): Promise<void>;
}

/** @throws CommandError if no broker of the cluster works that says how the others are found */
export async function reassignmentTool(cluster: Cluster, runtime: Runtime): Promise<ReassignmentTool> {
  const conditions = await runtime.conditions([...cluster.bootstrapServers.keys()]);
  const [found] = [...cluster.bootstrapServers].filter(([name]) => conditions.get(name) === 'well');
  if (!found) throw new CommandError(`None of the brokers ${cluster.brokers.join(', ')} works.`);
  const [container, server] = found;
  const run = async (input: object, tool: string, ...options: string[]): Promise<void> => {
    const json = JSON.stringify(input);
    await runtime.execute(container, toolCommand(server, Buffer.byteLength(json), tool, options), json);
  };
  return {
    begin: (moves, throttle) =>
      run(placed(moves), REASSIGN, JSON_FILE, FILE, '--execute', '--throttle', String(throttle)),
    end: (moved) => run(placed(moved), REASSIGN, JSON_FILE, FILE, '--verify'),
    electLeaders: (moved) => {
      const partitions = moved.map(({ topic, partition }) => ({ topic, partition }));
      const options = ['--path-to-json-file', FILE, '--election-type', 'preferred'];
      return run({ partitions }, 'kafka-leader-election', ...options);
    },
  };
}

type Placed = Pick<Partition, 'topic' | 'partition' | 'replicas'>;

/** @see https://kafka.apache.org/39/documentation.html#basic_ops_cluster_expansion */
const placed = (all: readonly Placed[]): object => ({
  version: 1,
  partitions: all.map(({ topic, partition, replicas }) => ({ topic, partition, replicas })),
});

const REASSIGN = 'kafka-reassign-partitions';
const JSON_FILE = '--reassignment-json-file';
const FILE = '/tmp/cdktf-streaming-partitions.json';

/**
 * The broker's own heap, agents and ports are not the tool's: beside it in one container there is no room for these.
 * @param size of the file in bytes; so many are read, because not every way to an Engine can tell of an end
 */
function toolCommand(server: string, size: number, tool: string, options: readonly string[]): string[] {
  const environment = ['KAFKA_HEAP_OPTS=-Xmx128m', 'KAFKA_OPTS=', 'KAFKA_JMX_OPTS=', 'JMX_PORT='];
  const command = ['env', ...environment, tool, '--bootstrap-server', server, ...options];
  return ['sh', '-c', `head -c ${size} > ${FILE} && exec "$@"`, 'sh', ...command];
}
