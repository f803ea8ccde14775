import type { IConstruct } from 'constructs';

/** A schema registry with Confluent's API, defined here or elsewhere. */
export interface ISchemaRegistry extends IConstruct {
  /** Inside the platform's network: `http://schema-registry:8081`. */
  readonly url: string;
  /** On the host: `http://localhost:8081`, shifted by the platform's port offset. */
  readonly hostUrl: string;
}
