/** What stands more than once in a list, once each. */
export const repeated = (list: readonly string[]): string[] => [
  ...new Set(list.filter((each, index) => list.indexOf(each) !== index)),
];
