import type { LiveObject } from './namespaces';

/** How an object is, as who runs it says. */
export interface Readiness {
  /** For a table: ready, not ready, paused, missing, … */
  readonly state: string;
  readonly isReady: boolean;
  /** Why it is not. */
  readonly message?: string;
  /** Whether nobody has said anything about it yet. */
  readonly isUnsaid?: boolean;
}

interface StatusCondition {
  readonly type: string;
  readonly status: string;
  readonly reason?: string;
  readonly message?: string;
}

interface Status {
  readonly observedGeneration?: number;
  readonly conditions?: readonly StatusCondition[];
  /** Of an application on Spark. */
  readonly applicationState?: { readonly state?: string; readonly errorMessage?: string };
}

/** Kinds of which somebody says how they are. What else there is needs only to be there. */
export const SAID: readonly string[] = [
  ...['Kafka', 'KafkaConnect', 'Deployment', 'SparkApplication', 'Job'],
  ...['KafkaTopic', 'KafkaUser', 'KafkaConnector'],
];

/** @param live undefined where there is no such object */
export function readinessOf(live: LiveObject | undefined): Readiness {
  if (!live) return { state: 'missing', isReady: false };
  const status = (live.status ?? {}) as Status;
  if (live.kind === 'SparkApplication') return ofApplication(status);
  const { conditions = [] } = status;
  if (conditions.length === 0) return { state: 'unknown', isReady: false, isUnsaid: true };
  // What is said of an object as it was before says nothing of what it is now.
  if ((status.observedGeneration ?? live.metadata.generation) !== live.metadata.generation)
    return { state: 'changing', isReady: false, message: 'what it was changed to is not worked on yet' };
  const is = (type: string): boolean =>
    conditions.some((each) => each.type === type && each.status === 'True');
  if (is('ReconciliationPaused'))
    return { state: 'paused', isReady: false, message: 'its operator leaves it alone' };
  if (is('Ready') || is('Complete') || (is('Available') && !isRolling(conditions)))
    return { state: 'ready', isReady: true };
  return { state: is('Failed') ? 'failed' : 'not ready', isReady: false, ...messageIn(conditions) };
}

/** Where there is one pod at a time, the old one is available until the new one is made. */
const isRolling = (conditions: readonly StatusCondition[]): boolean =>
  conditions.some(({ type, reason }) => type === 'Progressing' && reason !== 'NewReplicaSetAvailable');

/** What says that something is wrong comes before what says that something is not right yet. */
function messageIn(conditions: readonly StatusCondition[]): { message?: string } {
  const bad = conditions.filter(({ type, status }) => (status === 'True') === BAD.includes(type));
  const told = bad.find(({ message }) => message) ?? bad.find(({ reason }) => reason);
  const message = told?.message ?? told?.reason;
  return message === undefined ? {} : { message: message.replace(/\s+/g, ' ').trim() };
}

const BAD: readonly string[] = ['NotReady', 'Failed', 'FailureTarget', 'ReplicaFailure', 'Warning'];

function ofApplication({ applicationState }: Status): Readiness {
  const { state = '', errorMessage } = applicationState ?? {};
  if (state === '') return { state: 'unknown', isReady: false, isUnsaid: true };
  const isReady = state === 'RUNNING';
  return {
    state: isReady ? 'ready' : state.toLowerCase().replaceAll('_', ' '),
    isReady,
    ...(errorMessage && { message: errorMessage }),
  };
}
