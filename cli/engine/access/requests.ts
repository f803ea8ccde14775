import type { Connection } from '@platformatic/kafka';
import { CommandError, said } from '../../program';
import { forPlatformatic } from '../broker-access';

type Requests = typeof import('@platformatic/kafka');

/**
 * Sends a request that kafkajs does not know, by a client that does, which is loaded with the first of them. Its own
 * admin knows no passwords, and no quotas of addresses.
 * @param servers `host:port` of brokers, some of which may be away
 * @param timeout of each, in milliseconds
 * @throws CommandError with what Kafka says
 */
export async function send<T>(
  servers: readonly string[],
  request: (requests: Requests, connection: Connection) => Promise<T>,
  timeout = 30_000,
): Promise<T> {
  const requests = await import('@platformatic/kafka');
  const { bootstrapBrokers, ...access } = forPlatformatic(servers);
  const options = { ...access, connectTimeout: timeout, requestTimeout: timeout };
  const failures: string[] = [];
  for (const { host, port } of bootstrapBrokers) {
    const server = `${host}:${port}`;
    const connection = new requests.Connection('cdktf-streaming', options);
    let lost: unknown;
    // Whoever waits for an answer hears only that the connection is closed.
    connection.on('error', (error: Error) => (lost = error.cause ?? error));
    try {
      await connection.connect(host, port);
      return await request(requests, connection);
    } catch (error) {
      if (error instanceof requests.ResponseError)
        throw new CommandError(`The broker at ${server} refused: ${refusal(error)}`);
      failures.push(`${server} (${said(lost ?? error).trim()})`);
    } finally {
      void connection.close();
    }
  }
  throw new CommandError(`No broker answered: ${failures.join(', ')}.`);
}

/** In Kafka's words, or else in those of its list of errors. */
const refusal = ({ errors }: AggregateError): string =>
  errors
    .map((each) => (each as { readonly serverErrorMessage?: string }).serverErrorMessage ?? said(each))
    .join(' ');
