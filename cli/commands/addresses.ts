import { InvalidArgumentError, Option } from 'commander';

/** The addresses that commands take for what no project says. */
export const bootstrapServers = (description: string): Option =>
  new Option('--bootstrap-servers <host:port,…>', description).argParser(servers);

export const schemaRegistry = (description: string): Option =>
  new Option('--schema-registry <url>', description).argParser(url);

export const commandConfig = (): Option =>
  new Option(
    '--command-config <file>',
    "how the brokers are spoken to, where not in plaintext: Kafka's own client properties",
  );

function servers(text: string): readonly string[] {
  const all = text.split(',').flatMap((each) => each.trim() || []);
  const wrong = all.find((each) => !/^(\[[0-9a-fA-F:]+\]|[\w.-]+):\d{1,5}$/.test(each));
  if (all.length === 0 || wrong !== undefined)
    throw new InvalidArgumentError(`Give host:port of each, parted by commas; got '${wrong ?? text}'.`);
  return all;
}

export function url(text: string): string {
  if (!/^https?:\/\/[^\s/?#@]+(\/[^\s/?#]+)*\/?$/.test(text))
    throw new InvalidArgumentError('Give an address such as http://localhost:8083, without a user.');
  return text.replace(/\/$/, '');
}

/** A number from 1 on. */
export function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('Give a whole number from 1 on.');
  return Number(text);
}

/** A number above 0. */
export function rate(text: string): number {
  const number = Number(text);
  if (text.trim() === '' || !(number > 0 && number <= 100_000))
    throw new InvalidArgumentError('Give a number above 0, up to 100000.');
  return number;
}
