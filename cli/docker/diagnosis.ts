import type Docker from 'dockerode';
import { knownCause } from './causes';
import { denied } from './denials';
import { relevantLogLines, withoutFrames, worst } from './logs';
import { machineOf, shortages } from './machine';
import { said } from '../program';
import { services } from './services';

/** What of a container's inspection tells why it is not as it should be. */
export interface Inspection {
  readonly State: Pick<
    Docker.ContainerInspectInfo['State'],
    'Status' | 'ExitCode' | 'Error' | 'OOMKilled' | 'StartedAt' | 'FinishedAt' | 'Health'
  >;
  readonly RestartCount: number;
  readonly HostConfig: Pick<Docker.HostConfig, 'Memory'>;
}

/** A broker prints a thousand lines while it starts, and the one that matters may be of the start before. */
const LOG_LINES = 3_000;

/** What somebody needs to see of each service that is not ready, and of the machine. */
export async function diagnose(docker: Docker, platforms: readonly string[]): Promise<string> {
  try {
    return await examine(docker, platforms);
  } catch (error) {
    return `The Docker Engine does not say how the services are: ${said(error)}.`;
  }
}

async function examine(docker: Docker, platforms: readonly string[]): Promise<string> {
  const all = await services(docker, platforms);
  const failing = all.filter(({ isReady }) => !isReady);
  const descriptions = failing.map(async ({ name, state, containerId }) => {
    const container = docker.getContainer(containerId);
    const [inspection, logs] = await Promise.all([
      container.inspect(),
      container.logs({ stdout: true, stderr: true, tail: LOG_LINES }).then(withoutFrames),
    ]);
    return description(name, state, inspection, logs);
  });
  // One that is removed meanwhile is no failure.
  const ends = await Promise.allSettled(descriptions);
  const described = ends.flatMap((each) => (each.status === 'fulfilled' ? each.value : []));
  const machine = await machineOf(docker).catch(() => undefined);
  const denials = await denied(docker, all).catch(() => []);
  return [inOrder(described, machine ? shortages(machine) : []), ...denials].join('\n');
}

/** The machine first, where it is the reason: what took too long comes from there, what ended by itself hardly. */
export function inOrder(described: readonly Description[], short: readonly string[]): string {
  const texts = described.map(({ text }) => text);
  if (described.every(({ isExplained }) => isExplained)) return texts.join('\n');
  return described.some(({ hasEnded }) => hasEnded)
    ? [...texts, ...short.map((each) => `The machine may have a part in it: ${each}.`)].join('\n')
    : [...short.map((each) => `The machine is likely the reason: ${each}.`), ...texts].join('\n');
}

interface Description {
  /** What was waited for, what it is known to come from, and the lines of the log that matter. */
  readonly text: string;
  /** Whether a known cause is said. */
  readonly isExplained: boolean;
  /** Whether it ended by itself, and not for want of time. */
  readonly hasEnded: boolean;
}

export function description(
  name: string,
  state: string,
  inspection: Inspection,
  logs: string,
  now = Date.now(),
): Description {
  const { State } = inspection;
  const facts = [
    hasStarted(State) ? since(inspection, now) : undefined,
    ...restarts(inspection),
    State.OOMKilled && outOfMemory(inspection),
    lastAnswer(State.Health),
    State.Error && `the Engine says: ${State.Error}`,
  ].filter((each) => typeof each === 'string' && each !== '');
  const bad = worst(logs);
  const cause = knownCause([State.Error, ...bad]);
  const silent = logs.trim() ? [] : ['it has said nothing'];
  const text = [
    `${[`${name} is ${state}`, ...facts, ...silent].join('; ')}.`,
    ...(cause ? [`  ${cause}`] : []),
    ...relevantLogLines(logs).map((line) => `  | ${line}`),
  ].join('\n');
  return {
    text,
    isExplained: cause !== undefined,
    hasEnded: hasEnded(inspection) && !bad.some((line) => /time[ds]?[ -]?out/i.test(line)),
  };
}

const isOver = ({ Status }: Inspection['State']): boolean =>
  ['exited', 'dead', 'restarting'].includes(Status);

/** A machine without memory kills. */
const KILLED = 137;
const hasEnded = ({ State, RestartCount }: Inspection): boolean =>
  State.ExitCode !== KILLED && (isOver(State) || RestartCount > 0);

const hasStarted = ({ StartedAt }: Inspection['State']): boolean => Date.parse(StartedAt) > 0;

function since({ State }: Inspection, now: number): string {
  const from = Date.parse(State.StartedAt);
  const to = isOver(State) ? Date.parse(State.FinishedAt) : now;
  return isOver(State) ? `it ran for ${seconds(to - from)}` : `it started ${seconds(to - from)} ago`;
}

function restarts({ State, RestartCount }: Inspection): string[] {
  const ends: Readonly<Record<number, string>> = { [KILLED]: ', killed', 143: ', as requested' };
  return [
    ...(RestartCount > 0
      ? [`it was restarted ${RestartCount === 1 ? 'once' : `${RestartCount} times`}`]
      : []),
    ...(isOver(State) ? [`it ended with exit code ${State.ExitCode}${ends[State.ExitCode] ?? ''}`] : []),
  ];
}

/** A smaller profile has smaller limits: only more memory helps. */
function outOfMemory({ HostConfig: { Memory = 0 } }: Inspection): string {
  const limit = Memory > 0 ? ` of ${Math.round(Memory / 2 ** 20)} MiB` : '';
  return `it needed more memory than its limit${limit}, which its construct’s \`memory\` sets`;
}

/** What the health check said when it was last made; undefined where it was not, or all is well. */
export function lastAnswer(health: Inspection['State']['Health']): string | undefined {
  const last = health?.Log.at(-1);
  if (!last || last.ExitCode === 0) return undefined;
  const [line] = relevantLogLines(last.Output);
  // The Engine gives no exit code to a check that it ended itself, and says so in the output.
  const code = last.ExitCode === -1 ? '' : ` (exit code ${last.ExitCode})`;
  return `its health check last said ${line ? `“${line.trim()}”` : 'nothing'}${code}`;
}

export function seconds(milliseconds: number): string {
  const all = Math.max(0, Math.round(milliseconds / 1000));
  return all < 120 ? `${all} s` : `${Math.floor(all / 60)} min ${all % 60} s`;
}
