import type Docker from 'dockerode';
import { knownCause } from './causes';
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

/** The machine, where it is the reason; then what somebody needs to see of each service that is not ready. */
export async function diagnose(docker: Docker, platforms: readonly string[]): Promise<string> {
  try {
    return await examine(docker, platforms);
  } catch (error) {
    return `The Docker Engine does not say how the services are: ${said(error)}.`;
  }
}

async function examine(docker: Docker, platforms: readonly string[]): Promise<string> {
  const failing = (await services(docker, platforms)).filter(({ isReady }) => !isReady);
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
  const isUnexplained = described.some(({ cause }) => cause === undefined);
  const short = machine && isUnexplained ? shortages(machine) : [];
  return [
    ...short.map((each) => `The machine is likely the reason: ${each}.`),
    ...described.map(({ text }) => text),
  ].join('\n');
}

interface Description {
  /** What was waited for, what it is known to come from, and the lines of the log that matter. */
  readonly text: string;
  readonly cause: string | undefined;
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
  const cause = knownCause([State.Error, ...worst(logs)]);
  const silent = logs.trim() ? [] : ['it has said nothing'];
  const text = [
    `${[`${name} is ${state}`, ...facts, ...silent].join('; ')}.`,
    ...(cause ? [`  ${cause}`] : []),
    ...relevantLogLines(logs).map((line) => `  | ${line}`),
  ].join('\n');
  return { text, cause };
}

const hasStarted = ({ StartedAt }: Inspection['State']): boolean => Date.parse(StartedAt) > 0;

function since({ State }: Inspection, now: number): string {
  const isOver = ['exited', 'dead', 'restarting'].includes(State.Status);
  const from = Date.parse(State.StartedAt);
  const to = isOver ? Date.parse(State.FinishedAt) : now;
  return isOver ? `it ran for ${seconds(to - from)}` : `it started ${seconds(to - from)} ago`;
}

function restarts({ State, RestartCount }: Inspection): string[] {
  const ends: Readonly<Record<number, string>> = { 137: ', killed', 143: ', as requested' };
  const isOver = ['exited', 'dead', 'restarting'].includes(State.Status);
  return [
    ...(RestartCount > 0
      ? [`it was restarted ${RestartCount === 1 ? 'once' : `${RestartCount} times`}`]
      : []),
    ...(isOver ? [`it ended with exit code ${State.ExitCode}${ends[State.ExitCode] ?? ''}`] : []),
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
