/** A word of Kafka's code as its documentation writes it: `DESCRIBE_CONFIGS` is `DescribeConfigs`. */
export const asWritten = (word: string): string =>
  word
    .toLowerCase()
    .split('_')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('');
