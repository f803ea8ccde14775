import { once } from 'node:events';
import { connect as connectTcp, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { CommandError, said } from '../../program';
import { tlsFor } from '../client-certificates';
import { Answer, int16, int32, joined, text, type Part } from './encoding';

/**
 * A request of Kafka's protocol that our client does not know, in its version 0. Kafka's own tools know it: a JVM in a
 * broker's container, for each kind of thing, whose text has to be read.
 * @see https://kafka.apache.org/protocol.html
 */
export interface Request<T> {
  readonly key: number;
  /** Whether it has compact texts, and fields with tags, of which it needs none. */
  readonly isFlexible: boolean;
  readonly body: Buffer;
  read(answer: Answer): T;
}

/**
 * @param servers `host:port` of brokers, some of which may be away
 * @param timeout of each, in milliseconds
 * @throws CommandError with what Kafka says
 */
export async function send<T>(servers: readonly string[], request: Request<T>, timeout = 30_000): Promise<T> {
  const failures: string[] = [];
  for (const server of servers) {
    let socket: Socket | undefined;
    try {
      socket = await connected(server, tlsFor(servers), timeout);
      return request.read(await exchange(socket, request));
    } catch (error) {
      if (error instanceof Refused)
        throw new CommandError(`The broker at ${server} refused: ${error.message}`);
      failures.push(`${server} (${said(error)})`);
    } finally {
      socket?.destroy();
    }
  }
  throw new CommandError(`No broker answered: ${failures.join(', ')}.`);
}

/** What a broker answers in place of what it was asked for. */
class Refused extends Error {}

/** @throws Refused with what Kafka says, or the number of its error */
export function assertNoError(code: number, message: string | undefined): void {
  if (code !== 0) throw new Refused(message ?? `error ${code} of Kafka's protocol`);
}

async function connected(server: string, tls: ReturnType<typeof tlsFor>, timeout: number): Promise<Socket> {
  const [, host = '', port] = /^\[?(.*?)\]?:(\d+)$/.exec(server) ?? [];
  const address = { host, port: Number(port) };
  const socket = tls
    ? connectTls({ ...address, ...tls, ...(isIP(host) === 0 && { servername: host }) })
    : connectTcp(address);
  socket.setTimeout(timeout, () => socket.destroy(new Error(`no answer within ${timeout / 1000} s`)));
  await once(socket, tls ? 'secureConnect' : 'connect');
  return socket;
}

const CLIENT = 'cdktf-streaming';

async function exchange(socket: Socket, { key, isFlexible, body }: Request<unknown>): Promise<Answer> {
  const header: Part[] = [int16(key), int16(0), int32(0), text(CLIENT)];
  const message = joined([...header, ...(isFlexible ? [Buffer.of(0)] : []), body]);
  socket.write(joined([int32(message.length), message]));
  let received = Buffer.alloc(0);
  for await (const chunk of socket) {
    received = joined([received, chunk as Buffer]);
    if (received.length >= 4 && received.length >= 4 + received.readInt32BE())
      return new Answer(received.subarray(isFlexible ? 9 : 8));
  }
  throw new Error('the connection was closed');
}
