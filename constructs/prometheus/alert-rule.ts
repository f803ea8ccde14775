import { duration, oneOf, text } from '../core/checks';
import type { Duration } from '../core/duration';
import { required, type Properties } from '../core/properties';

/** How soon somebody has to look. */
export enum AlertSeverity {
  /** At once: records cannot be written or read, or may be lost. */
  CRITICAL = 'critical',
  /** Today: it works, but not for long, or not well. */
  WARNING = 'warning',
}

/** What Prometheus looks for, and what somebody is told who is called for it. */
export interface AlertRule {
  /** 1 or more of `[a-zA-Z0-9_]`, not beginning with a digit; of one rule alone. */
  readonly name: string;
  /** In PromQL; the alert fires once for each series that it yields. */
  readonly expression: string;
  /** How long it must hold. @default - it fires at once */
  readonly for?: Duration;
  readonly severity: AlertSeverity;
  /** What is wrong, in a sentence; `{{ $labels.instance }}` and `{{ $value }}` are filled in. */
  readonly summary: string;
  /** What to do when it fires. */
  readonly action: string;
}

const SOURCE = 'https://prometheus.io/docs/prometheus/latest/configuration/alerting_rules/';

/** Its templates are Go's, and a rule with one that does not end keeps Prometheus from starting. */
const SENTENCE = text(
  SOURCE,
  "a sentence, in which each '{{' has its '}}'",
  /^(?=[^]*\S)([^{]|\{(?!\{)|\{\{[^]*?\}\})*$/,
);

export const ALERT_RULE_PROPERTIES: Properties<AlertRule> = {
  name: required(
    text(SOURCE, "a-z, A-Z, 0-9 and '_', not beginning with a digit", /^[a-zA-Z_][a-zA-Z0-9_]*$/),
  ),
  expression: required(text(SOURCE, 'an expression of PromQL')),
  for: duration(SOURCE),
  severity: required(oneOf('policy', AlertSeverity)),
  summary: required(SENTENCE),
  action: required(SENTENCE),
};
