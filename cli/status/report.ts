import type { Group } from '../engine/groups';
import type { Service } from '../docker/services';

/** What `status --json` prints. What could not be asked is absent, and `unknown` says why. @see ./status.schema.json */
export interface Status {
  /** Changes with any change that a program could break by; what is added is none. */
  readonly version: 1;
  /** Whether nothing is wrong, and nothing unknown. */
  readonly well: boolean;
  readonly services: readonly ServiceStatus[];
  readonly kafka: readonly ClusterStatus[];
  readonly connect: readonly ConnectStatus[];
  /** Absent where the stacks make none. */
  readonly prometheus?: readonly PrometheusStatus[];
  /** Where it was asked for. */
  readonly drift?: readonly StackDrift[];
  /** What is wrong, what could not be asked, and what somebody may have wanted so; in sentences. */
  readonly problems: readonly string[];
  readonly unknown: readonly string[];
  readonly notes: readonly string[];
}

/** A container that the stacks declare, or did. */
export interface ServiceStatus {
  /** Of the container. */
  readonly name: string;
  /** The stack that declares it; absent where none does any more. */
  readonly stack?: string;
  readonly role?: string;
  /** The Engine's word, or `missing`; `unknown` where no Engine answers. */
  readonly state: string;
  readonly well: boolean;
  readonly endpoints: Service['endpoints'];
}

export interface ClusterStatus {
  readonly bootstrapServers: readonly string[];
  /** The numbers of those that answer. */
  readonly brokers?: readonly number[];
  readonly underReplicatedPartitions?: number;
  /** Declared, and not there. */
  readonly missingTopics?: readonly string[];
  readonly groups?: readonly Group[];
}

export interface ConnectStatus {
  readonly urls: readonly string[];
  readonly connectors?: readonly ConnectorStatus[];
  /** Declared, and not there. */
  readonly missingConnectors?: readonly string[];
}

/** States are Connect's: RUNNING, FAILED, PAUSED, … */
export interface ConnectorStatus {
  readonly name: string;
  readonly state: string;
  /** The first line of the trace. */
  readonly error?: string;
  readonly tasks: readonly { readonly id: number; readonly state: string; readonly error?: string }[];
}

export interface PrometheusStatus {
  readonly url: string;
  /** What it has found that should not be. */
  readonly alerts?: readonly AlertStatus[];
}

/** What `ALERTS`, or the program, says of it. */
export interface AlertStatus {
  readonly name: string;
  /** `pending` where it has not held for long enough yet. */
  readonly state: 'firing' | 'pending';
  readonly severity: string;
  /** Since when it holds, as ISO 8601 has it. */
  readonly since: string;
  readonly summary: string;
  readonly action: string;
  /** Of the series that it is about. */
  readonly labels: Readonly<Record<string, string>>;
}

export interface StackDrift {
  readonly stack: string;
  /** What a deploy would do. */
  readonly changes?: readonly {
    /** In Terraform. */
    readonly address: string;
    /** Terraform's: create, update, delete; both of create and delete replace. */
    readonly actions: readonly string[];
    /** What differs of a container in a way that Terraform does not see. */
    readonly attributes?: readonly string[];
  }[];
  /** What users have on the brokers beside what the program says; of each cluster, beside the first stack with users of it. */
  readonly undeclared?: readonly {
    readonly kind: 'acl' | 'quota' | 'user';
    /** Whose it is. With the kind, the word after `--allow` that lets it go. */
    readonly of: string;
    readonly what: string;
    /** Whether a deploy takes it away without that word. */
    readonly goes: boolean;
  }[];
}
