/** What a plan would do that cannot be undone, or that takes the platform away from its users. */
export interface DataLoss {
  readonly rule:
    | 'topic'
    | 'replication'
    | 'retention'
    | 'namespace'
    | 'volume'
    | 'broker'
    | 'brokers'
    | 'listeners'
    | 'metadata'
    | 'kafka'
    | 'spark'
    | 'checkpoint'
    | 'checkpoint-settings';
  /** Of the thing in danger: with the rule, the word that says yes to it. */
  readonly name: string;
  /** What would happen, to what, and why. */
  readonly sentence: string;
  /** Of brokers: the containers. @default - the one that it is named after */
  readonly containers?: readonly string[];
}

/** The word after `--allow` that lets it happen: `topic:user_events`. */
export function allowKey({ rule, name }: DataLoss): string {
  return `${rule}:${name}`;
}

/** Whether brokers may be replaced together, because somebody said yes to one of the dangers of that. */
export const mayPause = (allowed: readonly string[]): boolean =>
  ['brokers:at-once', 'listeners:at-once'].some((key) => allowed.includes(key));
