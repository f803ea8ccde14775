import type { Entry } from '../engine/access/entry';

/** What was found of a running cluster. */
export interface Description {
  readonly bootstrapServers: readonly string[];
  /** Undefined where the brokers speak plaintext. */
  readonly security?: FoundSecurity;
  readonly topics: readonly FoundTopic[];
  readonly acls: readonly FoundAcl[];
  readonly quotas: readonly FoundQuota[];
  /** The names of users of whom the brokers keep a password. */
  readonly users: readonly string[];
  readonly connect?: { readonly url: string; readonly connectors: readonly FoundConnector[] };
  readonly registry?: { readonly url: string; readonly subjects: readonly FoundSubject[] };
  /** What nobody answered, in sentences. */
  readonly unknown: readonly string[];
}

/** How the brokers are spoken to, without the password. */
export interface FoundSecurity {
  /** By which `ClusterSecurity` is made. */
  readonly factory: 'tls' | 'mutualTls' | 'saslPlain' | 'saslScramSha256' | 'saslScramSha512';
  /** In PEM, absolute. */
  readonly caFile?: string;
  readonly keyStoreFile?: string;
  readonly username?: string;
}

export interface FoundTopic {
  readonly name: string;
  readonly partitions: number;
  readonly replicationFactor: number;
  /** What was set for it, and not what the brokers do by themselves. */
  readonly config: Readonly<Record<string, string>>;
}

export interface FoundAcl {
  readonly principal: string;
  readonly permission: string;
  readonly operation: string;
  readonly resourceType: string;
  readonly patternType: string;
  readonly name: string;
  readonly host: string;
}

export interface FoundQuota extends Pick<Entry, 'of' | 'user'> {
  /** By Kafka's names. */
  readonly limits: Readonly<Record<string, number>>;
}

export interface FoundConnector {
  readonly name: string;
  readonly config: Readonly<Record<string, string>>;
  /** What it has read or written since it was made. */
  readonly topics: readonly string[];
  readonly isSource: boolean;
}

export interface FoundSubject {
  readonly name: string;
  readonly schemaType: string;
  readonly schema: string;
  readonly hasReferences: boolean;
  /** Undefined where it has the registry's. */
  readonly compatibility?: string;
}
