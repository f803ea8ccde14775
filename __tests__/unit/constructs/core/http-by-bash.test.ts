import { answersHttp } from '../../../../constructs/core/http-by-bash';
import { listening, run, type Ended } from '../../../support/asked';

/** What a check says of a server that answers this, and the request that it made. */
async function check(answer: string): Promise<Ended & { readonly request: string }> {
  let request = '';
  await using server = await listening((received) => {
    request = String(received);
    return request.endsWith('\r\n\r\n') ? answer : undefined;
  });
  const [, ...words] = answersHttp(server.port, '/subjects?a=%20').test;
  return { ...(await run(words[0]!, ...words.slice(1))), request };
}

test('asks for a page as HTTP 1.0, after which a server closes', async () => {
  expect((await check('HTTP/1.1 200 OK\r\n\r\n')).request).toBe(
    'GET /subjects?a=%20 HTTP/1.0\r\nHost: 127.0.0.1\r\nAccept: */*\r\n\r\n',
  );
});

test.each(['HTTP/1.1 200 OK\r\n\r\n[]', 'HTTP/1.0 204 No Content\r\n\r\n', 'HTTP/1.1 302 Found\r\n\r\n'])(
  'is healthy by %j',
  async (answer) => expect(await check(answer)).toMatchObject({ code: 0, said: '' }),
);

test.each([
  ['HTTP/1.1 404 Not Found\r\n\r\n', 'HTTP/1.1 404 Not Found\r\n'],
  ['HTTP/1.1 503 Service Unavailable\r\n\r\n', 'HTTP/1.1 503 Service Unavailable\r\n'],
  ['HTTP 200\r\n\r\n', 'HTTP 200\r\n'],
  ['', '\n'],
])('is not healthy by %j, and says so', async (answer, said) =>
  expect(await check(answer)).toMatchObject({ code: 1, said }),
);

test('is not healthy while nobody listens', async () => {
  const { port } = await listening(() => undefined).then(async (server) => {
    await server[Symbol.asyncDispose]();
    return server;
  });
  const [, ...words] = answersHttp(port, '/').test;
  expect((await run(words[0]!, ...words.slice(1))).code).toBe(1);
});
