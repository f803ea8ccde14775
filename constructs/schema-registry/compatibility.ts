/**
 * What a new version of a schema must have in common with the versions before it.
 * @see https://docs.confluent.io/platform/7.9/schema-registry/fundamentals/schema-evolution.html
 */
export enum Compatibility {
  /** Its readers understand what writers of the last version wrote: deploy consumers first. */
  BACKWARD = 'BACKWARD',
  /** Its readers understand what writers of every version wrote. */
  BACKWARD_TRANSITIVE = 'BACKWARD_TRANSITIVE',
  /** Readers of the last version understand what its writers write: deploy producers first. */
  FORWARD = 'FORWARD',
  /** Readers of every version understand what its writers write. */
  FORWARD_TRANSITIVE = 'FORWARD_TRANSITIVE',
  /** Both ways with the last version: consumers and producers in any order. */
  FULL = 'FULL',
  /** Both ways with every version. */
  FULL_TRANSITIVE = 'FULL_TRANSITIVE',
  /** Nothing: every schema is taken. */
  NONE = 'NONE',
}
