/** A program on the API server, by whatever means. */
export interface Deployment {
  apply(): Promise<void>;
  /** Of which objects what is there is not what the program says; each by kind and name. */
  changes(): Promise<readonly string[]>;
  destroy(): Promise<void>;
}
