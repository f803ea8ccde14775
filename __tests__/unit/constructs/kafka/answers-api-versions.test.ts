import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer, type SecureVersion } from 'node:tls';
import { answersApiVersions } from '../../../../constructs/kafka/answers-api-versions';
import { listening, run, type Ended } from '../../../support/asked';

/** What the Kafka protocol says: its length, ApiVersions in version 0, a correlation id, and the client's name. */
const REQUEST = Buffer.from([0, 0, 0, 11, 0, 18, 0, 0, 0, 0, 0, 1, 0, 1, 'x'.charCodeAt(0)]);

const ask = ({ test: [, command = '', ...words] }: ReturnType<typeof answersApiVersions>): Promise<Ended> =>
  run(command, ...words);

test('is healthy when it answers a request for its versions', async () => {
  await using broker = await listening((request) => (request.equals(REQUEST) ? '\0\0\0\x06' : undefined));
  expect(await ask(answersApiVersions(broker.port))).toEqual({ code: 0, said: '' });
});

test('is not healthy when it closes instead', async () => {
  await using broker = await listening((request) => (request.equals(REQUEST) ? '' : undefined));
  expect(await ask(answersApiVersions(broker.port))).toMatchObject({ code: 1 });
});

describe('with TLS', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tls-'));
  const [certificate, stranger] = ['broker.pem', 'stranger.pem'].map((name) => {
    const file = join(folder, name);
    const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
    const names = ['-subj', '/CN=broker', '-addext', 'subjectAltName=IP:127.0.0.1'];
    execFileSync('openssl', ['req', '-x509', ...key, ...names, '-keyout', file, '-out', `${file}.crt`], {
      stdio: 'ignore',
    });
    execFileSync('sh', ['-c', `cat ${file}.crt >> ${file}`]);
    return file;
  }) as [string, string];

  const checked = async (authority: string): Promise<Ended & { readonly heard: Buffer }> => {
    let heard = Buffer.alloc(0);
    const [key, ca] = [certificate, `${certificate}.crt`].map((file) => readFileSync(file));
    const broker = createServer({ key, cert: key, ca, requestCert: true }, (socket) =>
      socket
        .on('error', () => undefined)
        .on('data', (data) => {
          heard = Buffer.concat([heard, data]);
          if (heard.equals(REQUEST)) socket.write('\0\0\0\x06');
        }),
    ).on('tlsClientError', () => undefined);
    await new Promise<void>((resolve) => broker.listen(0, '127.0.0.1', resolve));
    const { port } = broker.address() as AddressInfo;
    const ended = await ask(answersApiVersions(port, { certificate, authority }));
    await new Promise((resolve) => broker.close(resolve));
    return { ...ended, heard };
  };

  test('is healthy when it answers by the certificate that it was given', async () => {
    expect(await checked(`${certificate}.crt`)).toEqual({ code: 0, said: '', heard: REQUEST });
  });

  test('is not healthy when another one answers', async () => {
    const { code, heard } = await checked(`${stranger}.crt`);
    expect(code).toBe(1);
    expect(heard).toHaveLength(0);
  });

  describe('in an image without openssl', () => {
    const [key, cert] = [readFileSync(certificate), readFileSync(`${certificate}.crt`)];
    const asked = async (port: number): Promise<Ended> => {
      const { test: words } = answersApiVersions(port, { certificate, authority: '' });
      return run('env', 'PATH=/nowhere', '/bin/bash', ...words.slice(2));
    };

    test.each<SecureVersion>(['TLSv1.2', 'TLSv1.3'])(
      'is healthy when it goes on with %s',
      async (version) => {
        const broker = createServer({
          key,
          cert,
          requestCert: true,
          minVersion: version,
          maxVersion: version,
        });
        broker.on('tlsClientError', () => undefined);
        await new Promise<void>((resolve) => broker.listen(0, '127.0.0.1', resolve));
        const ended = await asked((broker.address() as AddressInfo).port);
        await new Promise((resolve) => broker.close(resolve));
        expect(ended).toEqual({ code: 0, said: '' });
      },
    );

    test.each([
      ['refuses', '\x15\x03\x03'],
      ['closes', ''],
    ])('is not healthy when it %s', async (_, answer) => {
      await using broker = await listening(() => answer);
      expect(await asked(broker.port)).toMatchObject({ code: 1 });
    });
  });
});
