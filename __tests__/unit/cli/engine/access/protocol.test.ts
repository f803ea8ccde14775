import { createServer, type AddressInfo, type Server } from 'node:net';
import { passwordsAt } from '../../../../../cli/engine/access/passwords';
import { quotasAt } from '../../../../../cli/engine/access/quotas';

// As a broker of Kafka 3.9.1 answered.
const QUOTAS =
  '0000017000000000000000000000000000000006000000020009636c69656e742d696400026331000475736572000762696c6c696e67000000010012636f6e73756d65725f627974655f7261746540a0000000000000000000010004757365720007626f62206f2778000000020012726571756573745f70657263656e746167654029000000000000001270726f64756365725f627974655f726174654090000000000000000000010009636c69656e742d696400026331000000010012636f6e73756d65725f627974655f7261746540a000000000000000000001000475736572ffff000000010012636f6e73756d65725f627974655f7261746540a00000000000000000000100026970ffff000000010018636f6e6e656374696f6e5f6372656174696f6e5f7261746540a0000000000000000000020009636c69656e742d6964ffff000475736572000762696c6c696e67000000010012636f6e73756d65725f627974655f7261746540a0000000000000';
const PASSWORDS = `00000021${'00'.repeat(12)}020862696c6c696e67000001020200001000000000`;

let server: Server;
let answers: string[];
/** The keys of what was asked, and what came after the header. */
let asked: [key: number, body: string][];

beforeEach(async () => {
  asked = [];
  server = createServer((socket) =>
    socket.once('data', (request) => {
      asked.push([request.readInt16BE(4), request.subarray(14 + 'cdktf-streaming'.length).toString('hex')]);
      const answer = Buffer.from(answers.shift() ?? '', 'hex');
      if (answer.length === 0) {
        socket.destroy();
        return;
      }
      // In pieces, as a network may deliver it.
      socket.write(answer.subarray(0, 3), () => setTimeout(() => socket.write(answer.subarray(3)), 20));
    }),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterEach(() => server.close());

const servers = (): string[] => ['127.0.0.1:1', `127.0.0.1:${(server.address() as AddressInfo).port}`];

test('quotas of all kinds are asked for, of whichever broker answers', async () => {
  answers = [QUOTAS];
  const found = await quotasAt(servers());
  expect(asked).toEqual([[48, '0000000000']]);
  expect(found.map(({ of, user, what }) => [of, user, what])).toEqual([
    [
      'user=billing,client-id=c1',
      undefined,
      'the quota of user=billing,client-id=c1: consumer_byte_rate 2048',
    ],
    [
      "user=bob o'x",
      "bob o'x",
      "the quota of user=bob o'x: request_percentage 12.5, producer_byte_rate 1024",
    ],
    ['client-id=c1', undefined, 'the quota of client-id=c1: consumer_byte_rate 2048'],
    ['user=<default>', undefined, 'the quota of user=<default>: consumer_byte_rate 2048'],
    ['ip=<default>', undefined, 'the quota of ip=<default>: connection_creation_rate 2048'],
    [
      'user=billing,client-id=<default>',
      undefined,
      'the quota of user=billing,client-id=<default>: consumer_byte_rate 2048',
    ],
  ]);
});

test('a quota is taken away limit by limit, also that of a default', async () => {
  answers = [QUOTAS, '0000001a0000000000000000000000010000ffff0000000100026970ffff'];
  const found = await quotasAt(servers());
  await found.find(({ of }) => of === 'ip=<default>')!.remove();
  expect(asked[1]).toEqual([
    49,
    [
      '00000001',
      '00000001' + '00026970' + 'ffff',
      '00000001' +
        '0018' +
        Buffer.from('connection_creation_rate').toString('hex') +
        '0000000000000000' +
        '01',
      '00',
    ].join(''),
  ]);
});

test('who has a password is asked for, and it is taken away', async () => {
  answers = [PASSWORDS, `00000017${'00'.repeat(9)}020862696c6c696e670000000000`];
  const [found, ...others] = await passwordsAt(servers());
  expect(others).toEqual([]);
  expect(found).toMatchObject({ of: 'billing', user: 'billing', fields: ['SCRAM-SHA-512'] });
  await found!.remove();
  expect(asked).toEqual([
    [50, '000000'],
    [51, ['00', '02', '08' + '62696c6c696e67', '02', '00', '01', '00'].join('')],
  ]);
});

test('what a broker refuses is told with its reason, and asked of no other', async () => {
  const reason = 'Cluster authorization failed.';
  const body = `0000000000000000001f${Buffer.from([0, reason.length]).toString('hex')}${Buffer.from(reason).toString('hex')}00000000`;
  answers = [Buffer.from([0, 0, 0, body.length / 2]).toString('hex') + body];
  await expect(quotasAt(servers())).rejects.toThrow(
    /^The broker at \S+ refused: Cluster authorization failed\.$/,
  );
});

test('where nobody answers, every broker is named', async () => {
  answers = [''];
  await expect(passwordsAt(servers())).rejects.toThrow(
    /^No broker answered: 127\.0\.0\.1:1 \(.*ECONNREFUSED.*\), 127\.0\.0\.1:\d+ \(the connection was closed\)\.$/,
  );
});
