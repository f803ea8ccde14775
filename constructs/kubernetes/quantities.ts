import type { Size } from '../core/size';

/** As Kubernetes writes an amount, in the largest unit that has it whole. */
export function inMebibytes(size: Size): string {
  const mebibytes = Math.ceil(size.toBytes() / 1024 ** 2);
  return mebibytes % 1024 === 0 ? `${mebibytes / 1024}Gi` : `${mebibytes}Mi`;
}

interface Resources {
  readonly requests: Readonly<Record<string, string>>;
  readonly limits: Readonly<Record<string, string>>;
}

/** What is asked for is what is had: who gets less memory is killed when it needs more. */
export function resourcesOf(memory: Size, cpus?: number): Resources {
  const all = {
    memory: inMebibytes(memory),
    ...(cpus !== undefined && { cpu: `${Math.ceil(cpus * 1000)}m` }),
  };
  return { requests: all, limits: all };
}
