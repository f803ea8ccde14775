import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server that keeps one state as Terraform's backend `http` wants it. */
export interface HttpState {
  readonly address: string;
  /** Undefined where there is none. */
  state(): string | undefined;
  /** How often it was locked, and whether it is. */
  readonly locks: { count: number; holder: string | undefined };
  close(): Promise<void>;
}

/** @see https://developer.hashicorp.com/terraform/language/backend/http */
export async function httpState(): Promise<HttpState> {
  let state: string | undefined;
  const locks: HttpState['locks'] = { count: 0, holder: undefined };
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const body = Buffer.concat(parts).toString();
      const answer = (code: number, text = ''): unknown => response.writeHead(code).end(text);
      switch (request.method) {
        case 'GET':
          return state === undefined ? answer(404) : answer(200, state);
        case 'POST':
          state = body;
          return answer(200);
        case 'LOCK':
          if (locks.holder !== undefined) return answer(423, locks.holder);
          locks.count += 1;
          locks.holder = body;
          return answer(200);
        case 'UNLOCK':
          locks.holder = undefined;
          return answer(200);
        default:
          return answer(405);
      }
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/state`,
    state: () => state,
    locks,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
