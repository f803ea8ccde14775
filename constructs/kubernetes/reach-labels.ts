/** Before the name of what a pod works with. */
const REACHES = 'reaches.cdktf-streaming/';

/** Of a pod that works with these: their network policies let it in. */
export const reaching = (names: Iterable<string>): Readonly<Record<string, string>> =>
  Object.fromEntries([...new Set(names)].sort().map((name) => [REACHES + name, 'true']));

/** Whom a network policy lets in to `name`: pods of its namespace that say that they work with it. */
export const peersOf = (name: string): readonly object[] => [
  { podSelector: { matchLabels: reaching([name]) } },
];
