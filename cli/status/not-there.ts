/** What is declared and not there, in one sentence for all. */
export function notThere(what: string, names: readonly string[], where: string): readonly string[] {
  if (names.length === 0) return [];
  const isOne = names.length === 1;
  return [`The ${what}${isOne ? '' : 's'} ${names.join(', ')} ${isOne ? 'is' : 'are'} not ${where}.`];
}
