import { Annotations, Token } from 'cdktf';
import type { IConstruct } from 'constructs';

/** One rule about what a construct was given. */
export interface ValidationRule<Facts> {
  /** Whether these facts break the rule. */
  readonly fails: (facts: Facts) => boolean;
  /** What was given, what is allowed and what to do, in one sentence. */
  readonly message: (facts: Facts) => string;
  /** Where the rule comes from: the upstream documentation or class, or `policy` where the rule is ours. */
  readonly source: string;
  /** A broken rule that only warns: upstream accepts it and it can be meant. @default 'error' */
  readonly severity?: 'error' | 'warning';
}

/** Everything that is wrong with one construct, in one message. */
export class ValidationError extends Error {
  public constructor(
    /** What was refused: a construct, by its path, or a file. */
    public readonly path: string,
    /** One sentence for each broken rule. */
    public readonly reasons: readonly string[],
  ) {
    super([`${path} cannot be made:`, ...reasons.map((reason) => `  - ${reason}`)].join('\n'));
    this.name = 'ValidationError';
  }
}

/**
 * Checks `facts` against every rule; broken warnings become annotations of `scope`.
 * @throws ValidationError naming every broken rule, not only the first
 */
export function validate<Facts>(
  scope: IConstruct,
  facts: Facts,
  rules: readonly ValidationRule<Facts>[],
): void {
  const broken = rules.filter((rule) => rule.fails(facts));
  const says = (rule: ValidationRule<Facts>): string => `${rule.message(facts)} [${rule.source}]`;
  for (const rule of broken.filter((r) => r.severity === 'warning'))
    Annotations.of(scope).addWarning(says(rule));

  const errors = broken.filter((rule) => rule.severity !== 'warning');
  if (errors.length > 0) throw new ValidationError(scope.node.path, errors.map(says));
}

/** A whole number from `least` to `most`; a token passes, because its value is not known before the deploy. */
export function isWholeNumber(value: unknown, least: number, most = Number.MAX_SAFE_INTEGER): boolean {
  if (Token.isUnresolved(value)) return true;
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= least && value <= most;
}

/** How a value appears in a message: text in quotes, so that an empty one can be seen. */
export function show(value: unknown): string {
  return typeof value === 'string' ? `'${value}'` : String(value);
}
