import { createServer, type AddressInfo, type Server } from 'node:net';
import { passwordsAt } from '../../../../../cli/engine/access/passwords';
import { quotasAt } from '../../../../../cli/engine/access/quotas';

// As a broker of Kafka 3.9.1 answered.
const QUOTAS =
  '0000000000000107030a636c69656e742d69640363310005757365720862696c6c696e67000213636f6e73756d65725f627974655f7261746540a0000000000000000002057573657208626f62206f2778000313726571756573745f70657263656e746167654029000000000000001370726f64756365725f627974655f726174654090000000000000000002057573657200000213636f6e73756d65725f627974655f7261746540a00000000000000000020369700931302e302e302e31000219636f6e6e656374696f6e5f6372656174696f6e5f72617465403400000000000000000203697000000219636f6e6e656374696f6e5f6372656174696f6e5f7261746540a00000000000000000030a636c69656e742d6964000005757365720862696c6c696e67000219636f6e74726f6c6c65725f6d75746174696f6e5f726174654008000000000000000000';
const PASSWORDS = '00000000000001020862696c6c696e67000001020200001000000000';

let server: Server;
let answers: string[];
/** The keys of what was asked, and what came after the header. */
let asked: [key: number, body: string][];

beforeEach(async () => {
  asked = [];
  server = createServer((socket) =>
    socket.once('data', (request) => {
      asked.push([request.readInt16BE(4), request.subarray(15 + 'cdktf-streaming'.length).toString('hex')]);
      const answer = Buffer.from(answers.shift() ?? '', 'hex');
      if (answer.length === 0) {
        socket.destroy();
        return;
      }
      const size = Buffer.alloc(4);
      size.writeInt32BE(5 + answer.length);
      // In pieces, as a network may deliver it.
      socket.write(size.subarray(0, 3), () =>
        setTimeout(() => {
          socket.write(Buffer.concat([size.subarray(3), request.subarray(8, 12), Buffer.of(0), answer]));
        }, 20),
      );
    }),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterEach(() => server.close());

const servers = (): string[] => ['127.0.0.1:1', `127.0.0.1:${(server.address() as AddressInfo).port}`];

test('quotas of all kinds are asked for, of whichever broker answers', async () => {
  answers = [QUOTAS];
  const found = await quotasAt(servers());
  expect(asked).toEqual([[48, '010000']]);
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
    ['user=<default>', undefined, 'the quota of user=<default>: consumer_byte_rate 2048'],
    ['ip=10.0.0.1', undefined, 'the quota of ip=10.0.0.1: connection_creation_rate 20'],
    ['ip=<default>', undefined, 'the quota of ip=<default>: connection_creation_rate 2048'],
    [
      'user=billing,client-id=<default>',
      undefined,
      'the quota of user=billing,client-id=<default>: controller_mutation_rate 3',
    ],
  ]);
});

test('a quota is taken away limit by limit, also that of a default', async () => {
  answers = [QUOTAS, '00000000020000000203697000000000'];
  const found = await quotasAt(servers());
  await found.find(({ of }) => of === 'ip=<default>')!.remove();
  const limit = `19${Buffer.from('connection_creation_rate').toString('hex')}0000000000000000`;
  expect(asked[1]).toEqual([
    49,
    ['02', '02' + '036970' + '00' + '00', '02', limit, '01', '00', '00', '00', '00'].join(''),
  ]);
});

test('who has a password is asked for, and it is taken away', async () => {
  answers = [PASSWORDS, '00000000020862696c6c696e670000000000'];
  const [found, ...others] = await passwordsAt(servers());
  expect(others).toEqual([]);
  expect(found).toMatchObject({ of: 'billing', user: 'billing', fields: ['SCRAM-SHA-512'] });
  await found!.remove();
  expect(asked).toEqual([
    [50, '0100'],
    [51, '02' + '0862696c6c696e67' + '02' + '00' + '01' + '00' + '00'],
  ]);
});

test('what a broker refuses is told with its reason, and asked of no other', async () => {
  answers = ['00000000001f000000'];
  await expect(quotasAt(servers())).rejects.toThrow(
    /^The broker at \S+ refused: Cluster authorization failed\.$/,
  );
});

test('where nobody answers, every broker is named', async () => {
  answers = [''];
  await expect(passwordsAt(servers())).rejects.toThrow(
    /^No broker answered: 127\.0\.0\.1:1 \(.*ECONNREFUSED.*\), 127\.0\.0\.1:\d+ \(Connection closed\)\.$/,
  );
});
