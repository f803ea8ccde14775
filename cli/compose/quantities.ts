/** A duration as compose writes it, `1m30s`, as the program does; undefined if it is none. */
export function durationCode(text: string): string | undefined {
  const units = { h: 3_600_000, m: 60_000, s: 1000, ms: 1, us: 0.001 } as const;
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)(h|ms|m|s|us)/g)];
  if (parts.map(([part]) => part).join('') !== text || parts.length === 0) return undefined;
  const milliseconds = parts.reduce((sum, [, amount, unit]) => {
    return sum + Number(amount) * units[unit as keyof typeof units];
  }, 0);
  return durationOf(Math.max(1, Math.round(milliseconds)));
}

/** In the largest unit that has no fraction. */
export function durationOf(milliseconds: number): string {
  const [unit = 'milliseconds', size = 1] =
    (
      [
        ['days', 86_400_000],
        ['hours', 3_600_000],
        ['minutes', 60_000],
        ['seconds', 1000],
      ] as const
    ).find(([, each]) => milliseconds % each === 0 && milliseconds > 0) ?? [];
  return `Duration.${unit}(${milliseconds / size})`;
}

/** How many bytes a size has, as compose and the JVM write it: `512m`, `2gb`, `1.5GiB`; undefined if it is none. */
export function bytesIn(text: string): number | undefined {
  const [, amount, unit = ''] = /^(\d+(?:\.\d+)?)\s*([kmgt]?)(?:i?b)?$/i.exec(text.trim()) ?? [];
  return amount === undefined
    ? undefined
    : Number(amount) * 1024 ** ' kmgt'.indexOf(unit.toLowerCase() || ' ');
}

export function sizeOf(bytes: number): string {
  const [unit = 'bytes', size = 1] =
    (
      [
        ['gibibytes', 1024 ** 3],
        ['mebibytes', 1024 ** 2],
        ['kibibytes', 1024],
      ] as const
    ).find(([, each]) => bytes % each === 0 && bytes > 0) ?? [];
  return `Size.${unit}(${Math.ceil(bytes / size)})`;
}

/** A size as the program writes it; undefined if it is none. */
export function sizeCode(text: string): string | undefined {
  const bytes = bytesIn(text);
  return bytes === undefined || bytes < 1 ? undefined : sizeOf(Math.ceil(bytes));
}
