/** What the script of an image of Kafka's family is started with. */
export interface StartOptions {
  /** Texts by the path of the file in which the script finds each; without a `'`. @default - none */
  readonly files?: Readonly<Record<string, string>>;
  /** `NAME=value`, as Bash reads it: variables for the service alone. @default - none */
  readonly arguments?: readonly string[];
}

/**
 * Starts an image of Kafka's family once its files are there. Written at each start, because what the Engine uploads would
 * make the root file system writable.
 * @returns undefined where there is nothing to say, and the image's own command will do
 */
export function startCommand(...all: readonly (StartOptions | undefined)[]): string[] | undefined {
  const files = all.flatMap((each) => Object.entries(each?.files ?? {}));
  const words = all.flatMap((each) => each?.arguments ?? []);
  if (files.length === 0 && words.length === 0) return undefined;
  const written = files.map(([path, text]) => `echo '${text}' > ${path}`);
  return ['bash', '-c', [...written, ['exec /etc/confluent/docker/run', ...words].join(' ')].join(' && ')];
}
