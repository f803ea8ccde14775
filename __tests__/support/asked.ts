import { execFile } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';

/** What a command ends with; no number where it did not end by itself. */
export interface Ended {
  readonly code: number;
  readonly said: string;
}

/** Runs a health check here, while this process goes on serving. */
export const run = (command: string, ...words: readonly string[]): Promise<Ended> =>
  new Promise((resolve) => {
    execFile(command, words, { timeout: 4_000 }, (error, said) =>
      resolve({ code: error ? Number(error.code ?? NaN) : 0, said }),
    );
  });

/** A server on this machine that answers a request as soon as there is an answer, for as long as it is in use. */
export async function listening(
  answer: (request: Buffer) => Uint8Array | string | undefined,
): Promise<AsyncDisposable & { readonly port: number }> {
  const server = createServer((socket) => {
    let request = Buffer.alloc(0);
    // Who asks is gone once it knows enough.
    socket.on('error', () => undefined);
    socket.on('data', (data) => {
      request = Buffer.concat([request, data]);
      const said = answer(request);
      if (said !== undefined) socket.end(said);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    [Symbol.asyncDispose]: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
