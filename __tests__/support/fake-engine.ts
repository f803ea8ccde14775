import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import Docker from 'dockerode';

/** What a fake Engine says, after milliseconds; nothing is silence. */
export type Reply =
  | {
      readonly status: number;
      readonly body?: unknown;
      /** Of a stream, in place of a body. */
      readonly lines?: readonly object[];
      readonly after?: number;
    }
  | undefined;

export interface FakeEngine {
  readonly docker: Docker;
  readonly address: string;
  /** The paths of what it was asked, without the version. */
  readonly asked: readonly string[];
  /** The logins that came with them. */
  readonly logins: readonly unknown[];
  close(): Promise<void>;
}

/** Listens like an Engine. What it is not told to answer, it has not. */
export async function fakeEngine(
  reply: (path: string, request: IncomingMessage) => Reply | 'none',
): Promise<FakeEngine> {
  const asked: string[] = [];
  const logins: unknown[] = [];
  const server = createServer((request, response) => {
    const path = decodeURIComponent(request.url ?? '');
    asked.push(path);
    const login = request.headers['x-registry-auth'];
    if (login) logins.push(JSON.parse(Buffer.from(String(login), 'base64').toString()));
    const said = reply(path, request);
    if (!said) return;
    const none: Reply = { status: 404, body: { message: 'No such image' } };
    const { status, body, lines, after }: NonNullable<Reply> = said === 'none' ? none : said;
    const answer = (): void => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end((lines ?? [body]).map((line) => `${JSON.stringify(line)}\n`).join(''));
    };
    if (after) setTimeout(answer, after).unref();
    else answer();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    docker: new Docker({ host: '127.0.0.1', port, protocol: 'http' }),
    address: `tcp://127.0.0.1:${port}`,
    asked,
    logins,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
