import type { IConstruct } from 'constructs';
import type { IPlatform } from '../core/platform';

/** A ZooKeeper ensemble, defined here or elsewhere. */
export interface IZooKeeperEnsemble extends IConstruct {
  /** `host:port` of every node, comma-separated, as `zookeeper.connect` takes it. */
  readonly connectString: string;
  /** What runs it. Undefined where this code does not. */
  readonly platform?: IPlatform;
}
