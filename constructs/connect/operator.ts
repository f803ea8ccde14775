import type { Construct, IConstruct } from 'constructs';
import type { IPlatform } from '../core/platform';
import type { ConnectPlugin } from './connect-plugin';
import type { IKafkaConnect } from './interfaces';
import type { ConnectFacts } from './kafka-connect-props';

/** Workers that are handed over whole. */
export interface OperatedWorkers extends ConnectFacts {
  readonly name: string;
  /** What all workers are set to, by name, but for the brokers, the group and the topics; asked at synth. */
  readonly allSettings: () => Readonly<Record<string, string | number | boolean>>;
  /** Asked at synth, because plugins are added afterwards. */
  readonly plugins: () => readonly ConnectPlugin[];
  /** Whether they ask for a login. */
  readonly asksForLogin: boolean;
  /** What must be there before them. */
  readonly dependsOn: readonly IConstruct[];
}

export interface OperatedConnector {
  readonly connectorName: string;
  readonly connectorClass: string;
  readonly tasksMax?: number;
  /** Without the name, the class and the tasks. */
  readonly config: () => Readonly<Record<string, string | number | boolean>>;
  /** The names of settings that are secret. */
  readonly secrets: readonly string[];
  readonly dependsOn: readonly IConstruct[];
}

/** What runs workers of Connect better than services do, and makes their connectors: a platform may have one. */
export interface ConnectOperator {
  /** @returns the address of the REST interface in the platform's network */
  runWorkers(connect: Construct, facts: OperatedWorkers): string;
  makeConnector(connector: Construct, connect: IKafkaConnect, facts: OperatedConnector): void;
}

/** Undefined where workers are services. */
export function connectOperatorOf(platform: IPlatform | undefined): ConnectOperator | undefined {
  return (platform as { readonly connectOperator?: ConnectOperator } | undefined)?.connectOperator;
}
