import { isDeepStrictEqual } from 'node:util';
import type Docker from 'dockerode';
import { changesOf, isCreated, isDeleted, type Change, type Plan } from '../engine/plan';
import type { Drift } from '../engine/runtime';
import { ignore } from './answers';

/**
 * The containers that stay by a plan, and are not what it says: the provider reads neither environment, labels nor
 * volumes back, and reports some changes as made that it did not make. Each must be replaced. Asked of a plan and not of
 * the state, though another plan is made then: only a plan has what it is about to pretend.
 * @see ../../constructs/core/replaced.ts for which changes those are
 */
export async function drifted(docker: Docker, plans: readonly Plan[]): Promise<readonly Drift[]> {
  const staying = changesOf(plans, 'docker_container').filter((each) => !isDeleted(each) && !isCreated(each));
  const all = await Promise.all(
    staying.map(async (each) => {
      const inspected = await inspect(docker, String(each.change.before?.id));
      const attributes = inspected ? differing(each, inspected) : [];
      return { address: each.address, name: String(each.change.after?.name), attributes };
    }),
  );
  return all.filter(({ attributes }) => attributes.length > 0);
}

/** Undefined where it is gone, of which a plan says so itself. */
async function inspect(docker: Docker, id: string): Promise<Docker.ContainerInspectInfo | undefined> {
  return docker.getContainer(id).inspect().catch(ignore(404));
}

/** The attributes of a container that will not be after the plan what the plan says. */
export function differing({ change }: Pick<Change, 'change'>, inspected: Inspected): readonly string[] {
  const before = (change.before ?? {}) as Attributes;
  const after = (change.after ?? {}) as Attributes;
  return Object.entries(SAME).flatMap(([name, same]) => {
    const attribute = name as keyof Attributes;
    const isUpdated = UPDATED.has(name) && !isDeepStrictEqual(before[attribute], after[attribute]);
    return isUpdated || same(after, inspected) ? [] : [name];
  });
}

/** What `ContainerUpdate` really changes. */
const UPDATED: ReadonlySet<string> = new Set(['memory', 'memory_swap', 'restart']);

/** What a plan has of a container; null where the image, or the Engine, says it. */
interface Attributes {
  readonly env?: readonly string[] | null;
  readonly labels?: readonly { readonly label: string; readonly value: string }[] | null;
  readonly command?: readonly string[] | null;
  readonly user?: string | null;
  readonly healthcheck?: readonly HealthCheck[] | null;
  readonly tmpfs?: Readonly<Record<string, string>> | null;
  readonly volumes?: readonly Volume[] | null;
  readonly memory?: number | null;
  readonly memory_swap?: number | null;
  readonly cpus?: string | null;
  readonly restart?: string | null;
}

interface Volume {
  readonly volume_name?: string | null;
  readonly container_path?: string | null;
  readonly read_only?: boolean | null;
}

interface HealthCheck {
  readonly test: readonly string[];
  readonly interval?: string | null;
  readonly timeout?: string | null;
  readonly start_period?: string | null;
  readonly retries?: number | null;
}

/** What is read of `docker inspect`. */
export interface Inspected {
  readonly Config: {
    readonly Env?: readonly string[] | null;
    readonly Labels?: Readonly<Record<string, string>> | null;
    readonly Cmd?: readonly string[] | null;
    readonly User?: string;
    readonly Healthcheck?: {
      readonly Test?: readonly string[];
      readonly Interval?: number;
      readonly Timeout?: number;
      readonly StartPeriod?: number;
      readonly Retries?: number;
    } | null;
  };
  readonly HostConfig: {
    readonly Tmpfs?: Readonly<Record<string, string>> | null;
    readonly Binds?: readonly string[] | null;
    readonly Memory?: number;
    readonly MemorySwap?: number;
    readonly NanoCpus?: number;
    readonly RestartPolicy?: { readonly Name: string };
  };
}

/** Whether the Engine has what is declared. More of it, in environment and labels, is the image's own. */
const SAME: Readonly<Record<keyof Attributes, (declared: Attributes, inspected: Inspected) => boolean>> = {
  env: ({ env }, { Config }) => contains(Config.Env, env),
  labels: ({ labels }, { Config }) =>
    (labels ?? []).every(({ label, value }) => Config.Labels?.[label] === value),
  command: ({ command }, { Config }) => !command?.length || isDeepStrictEqual(command, Config.Cmd),
  user: ({ user }, { Config }) => !user || user === Config.User,
  healthcheck: ({ healthcheck }, { Config }) =>
    (healthcheck ?? []).every((each) => sameHealthCheck(each, Config.Healthcheck ?? {})),
  tmpfs: ({ tmpfs }, { HostConfig }) => isDeepStrictEqual({ ...tmpfs }, { ...HostConfig.Tmpfs }),
  volumes: ({ volumes }, { HostConfig }) =>
    contains(
      HostConfig.Binds,
      (volumes ?? []).map(
        ({ volume_name: name, container_path: path, read_only: readOnly }) =>
          `${name}:${path}:${readOnly ? 'ro' : 'rw'}`,
      ),
    ),
  memory: ({ memory }, { HostConfig }) => !memory || memory * MIB === HostConfig.Memory,
  memory_swap: ({ memory_swap: swap }, { HostConfig }) =>
    !swap || (swap > 0 ? swap * MIB : swap) === HostConfig.MemorySwap,
  cpus: ({ cpus }, { HostConfig }) => !cpus || Math.round(Number(cpus) * 1e9) === HostConfig.NanoCpus,
  restart: ({ restart }, { HostConfig }) => !restart || restart === HostConfig.RestartPolicy?.Name,
};

const MIB = 1024 ** 2;

function sameHealthCheck(
  declared: HealthCheck,
  inspected: NonNullable<Inspected['Config']['Healthcheck']>,
): boolean {
  const { Test, Interval = 0, Timeout = 0, StartPeriod = 0, Retries = 0 } = inspected;
  return isDeepStrictEqual(
    [
      declared.test,
      nanoseconds(declared.interval),
      nanoseconds(declared.timeout),
      nanoseconds(declared.start_period),
      declared.retries ?? 0,
    ],
    [Test, Interval, Timeout, StartPeriod, Retries],
  );
}

const UNITS: Readonly<Record<string, number>> = {
  h: 3_600e9,
  m: 60e9,
  s: 1e9,
  ms: 1e6,
  us: 1e3,
  µs: 1e3,
  ns: 1,
};

/** Of Go's `1m0.5s`. @see https://pkg.go.dev/time#ParseDuration */
function nanoseconds(duration: string | null | undefined): number {
  const parts = [...(duration ?? '').matchAll(/([\d.]+)(h|ms|m|s|us|µs|ns)/g)];
  return parts.reduce((sum, [, amount, unit = '']) => sum + Number(amount) * (UNITS[unit] ?? 0), 0);
}

function contains(
  all: readonly string[] | null | undefined,
  some: readonly string[] | null | undefined,
): boolean {
  return (some ?? []).every((each) => all?.includes(each));
}
