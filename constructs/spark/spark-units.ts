const MILLISECONDS: Readonly<Record<string, number>> = {
  us: 0.001,
  ms: 1,
  s: 1000,
  m: 60_000,
  min: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};

/** `120s` and the like, in milliseconds; undefined if Spark cannot read it. @param unit of a bare number */
export function milliseconds(value: unknown, unit: 'ms' | 's' = 'ms'): number | undefined {
  const [, amount, given] = /^(\d+)([a-z]*)$/.exec(text(value)) ?? [];
  const factor = MILLISECONDS[given || unit];
  return amount === undefined || factor === undefined ? undefined : Number(amount) * factor;
}

// org.apache.spark.network.util.JavaUtils, 3.5.7
const text = (value: unknown): string => String(value).trim().toLowerCase();
