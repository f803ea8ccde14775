import type { Plan } from './plan';
import type { Resource, Stack } from './synthesis';

/** Whether a container works, is about to, does not come to work by itself, or does not run at all. */
export type Condition = 'well' | 'starting' | 'failing' | 'away';

/** A container that is not what Terraform takes it for. */
export interface Drift {
  /** Its address in Terraform, for `-replace`. */
  readonly address: string;
  readonly name: string;
  /** The attributes that differ, as Terraform calls them. */
  readonly attributes: readonly string[];
}

/** What runs what the stacks make, as a deploy asks it: a Docker Engine, or Kubernetes. Whatever else is asked of it comes in here too. */
export interface Runtime {
  /** @param names of containers */
  conditions(names: readonly string[]): Promise<ReadonlyMap<string, Condition>>;
  /** The containers that a plan leaves as they are, and that are not what it takes them for. */
  drifted(plan: Plan): Promise<readonly Drift[]>;
  /**
   * Runs a program in a container that runs.
   * @param input what it reads
   * @returns what it prints
   * @throws CommandError with that, where it fails
   */
  execute(container: string, command: readonly string[], input: string): Promise<string>;
  /**
   * Waits until what a stack made works, as far as it can tell.
   * @returns what has to be made anew for that
   * @throws CommandError naming what does not work, where to make it anew would not help
   */
  settle(stack: Stack, say: (step: string) => void): Promise<readonly Resource[]>;
  /** What the changes of a plan would change in what runs, where Terraform does not show that; by addresses. */
  differences(plan: Plan): Promise<ReadonlyMap<string, readonly string[]>>;
}
