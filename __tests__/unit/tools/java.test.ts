import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureJavaFormat, findJava } from '../../../tools/lib/java';

const answer = (body: string, status = 200): jest.SpyInstance =>
  jest.spyOn(globalThis, 'fetch').mockResolvedValueOnce(new Response(body, { status }));

afterEach(() => jest.restoreAllMocks());

test.each([
  ['another content', () => answer('another jar'), /its checksum is another/],
  ['no content', () => answer('', 404), /the answer is 404/],
  [
    'no answer',
    () =>
      jest
        .spyOn(globalThis, 'fetch')
        .mockRejectedValueOnce(new TypeError('fetch failed', { cause: new Error('getaddrinfo ENOTFOUND') })),
    /getaddrinfo ENOTFOUND/,
  ],
])('a formatter with %s is refused, and nothing of it kept', async (_, given, why) => {
  given();
  const folder = mkdtempSync(join(tmpdir(), 'java-'));
  await expect(ensureJavaFormat(folder)).rejects.toThrow(why);
  expect(readdirSync(folder)).toEqual([]);
});

test('a machine without a Java that is new enough is told who needs which', async () => {
  await expect(findJava({ release: 999, needs: 'A generator needs', anyInstalled: true })).rejects.toThrow(
    /^A generator needs Java 999 or newer; .* is (version \d+|missing)/,
  );
});
