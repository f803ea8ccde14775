import type { IConstruct } from 'constructs';

/** A cluster of Connect workers, defined here or only referred to. */
export interface IKafkaConnect extends IConstruct {
  readonly groupId: string;
  /** `http://host:port` of the first worker inside the platform's network. */
  readonly restUrl: string;
}
