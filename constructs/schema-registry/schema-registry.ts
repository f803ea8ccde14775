import type { IConstruct } from 'constructs';

/** A schema registry with Confluent's interface, defined here or only referred to. */
export interface ISchemaRegistry extends IConstruct {
  /** Inside the platform's network: `http://schema-registry:8081`. */
  readonly url: string;
}
