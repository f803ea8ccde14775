/** Something that is measured: one file in `cases/` each. */
export interface Benchmark {
  readonly name: string;
  /**
   * @param rounds how often; less where one takes a minute
   * @param say what is going on
   */
  readonly measure: (rounds: number, say: (step: string) => void) => Promise<readonly Figure[]>;
}

/** A row of the results. Samples are of single rounds; what a round of ours and of the peer's have in common is their time. */
export interface Figure {
  readonly what: string;
  /** `s`, `MB`, `records/s`, … */
  readonly unit: string;
  readonly ours: readonly number[];
  /** The peer or floor, measured in the same run. @default - none: the goal is about ours alone */
  readonly peer?: { readonly name: string; readonly samples: readonly number[] };
  /** Of the ratio to the peer; without a peer, of ours. @default - none: the figure explains others */
  readonly goal?: { readonly atMost: number } | { readonly atLeast: number };
}

/**
 * Runs each in every round, in turn, so that whatever else the machine does hits all of them.
 * A first round warms up caches and does not count.
 * @returns the samples of each
 */
export async function inTurn<Sample = number>(
  rounds: number,
  say: (step: string) => void,
  ...runs: readonly (() => Promise<Sample>)[]
): Promise<readonly (readonly Sample[])[]> {
  const samples = runs.map((): Sample[] => []);
  for (let round = 0; round <= rounds; round++) {
    say(round === 0 ? 'warming up' : `round ${round} of ${rounds}`);
    for (const [index, run] of runs.entries()) {
      const sample = await run();
      if (round > 0) samples[index]?.push(sample);
    }
  }
  return samples;
}

export function median(samples: readonly number[]): number {
  const sorted = [...samples].sort((one, other) => one - other);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? NaN) + (sorted[Math.ceil(middle)] ?? NaN)) / 2;
}
