/** The name that is reached with the fewest letters put in, taken out or replaced. */
export function nearest(name: string, names: readonly string[]): string {
  const [first = '', ...others] = names;
  return others.reduce((best, each) => (distance(name, each) < distance(name, best) ? each : best), first);
}

/** The name that is only a few letters away, whatever their case; undefined if none is. */
export function misspelt(name: string, names: readonly string[]): string | undefined {
  const lower = name.toLowerCase();
  const most = Math.min(3, Math.max(1, Math.floor(name.length / 5)));
  let best: { readonly each: string; readonly steps: number } | undefined;
  for (const each of names) {
    if (Math.abs(each.length - name.length) > most) continue;
    const steps = distance(lower, each.toLowerCase());
    if (steps <= most && steps < (best?.steps ?? Infinity)) best = { each, steps };
  }
  return best?.each;
}

/** Levenshtein's, one row of his table at a time. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [i, letter] of Array.from(one).entries()) {
    const next = [i + 1];
    for (const [j, against] of Array.from(other).entries()) {
      const [diagonal = 0, above = 0, left = 0] = [row[j], row[j + 1], next[j]];
      next.push(Math.min(diagonal + (letter === against ? 0 : 1), above + 1, left + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
