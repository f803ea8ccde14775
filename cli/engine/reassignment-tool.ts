import { brokerTool, INPUT } from './broker-tool';
import type { Cluster } from './clusters';
import type { Partition, Reassignment } from './partitions';
import type { Runtime } from './runtime';

/** Our client can set a throttle only together with every other setting of its topic, and cannot have leaders elected. */
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
  const run = await brokerTool(cluster, runtime);
  return {
    begin: (moves, throttle) =>
      run(placed(moves), REASSIGN, JSON_FILE, INPUT, '--execute', '--throttle', String(throttle)),
    end: (moved) => run(placed(moved), REASSIGN, JSON_FILE, INPUT, '--verify'),
    electLeaders: (moved) => {
      const partitions = moved.map(({ topic, partition }) => ({ topic, partition }));
      const options = ['--path-to-json-file', INPUT, '--election-type', 'preferred'];
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
