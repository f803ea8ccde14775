/** Something wrong, and where. */
export interface Problem {
  /** The construct's path. */
  readonly path: string;
  /** What was given, what is allowed and what to do, in one sentence; and the rule's source. */
  readonly reason: string;
}

/** Everything that is wrong, in one message sorted by path. */
export class ValidationError extends Error {
  /** Of one thing that is no construct, such as a file. */
  public static of(path: string, reasons: readonly string[]): ValidationError {
    return new ValidationError(reasons.map((reason) => ({ path, reason })));
  }

  /** Each thing that is wrong, with its path. */
  public readonly problems!: readonly Problem[];

  public constructor(problems: readonly Problem[]) {
    const paths = [...new Set(problems.map(({ path }) => path))].sort();
    const lines = paths.flatMap((path) => [
      `${path} cannot be made:`,
      ...problems.filter((problem) => problem.path === path).map(({ reason }) => `  - ${reason}`),
    ]);
    super(lines.join('\n'));
    this.name = 'ValidationError';
    // The message says them all; Node would print every enumerable property after it once more.
    Object.defineProperty(this, 'problems', { value: problems, enumerable: false });
    // Who gave a wrong value finds it by its path; where in the library that was noticed helps nobody.
    this.stack = `${this.name}: ${this.message}`;
  }
}
