import { Duplex } from 'node:stream';
import Docker from 'dockerode';
import { execute } from '../../../../cli/docker/execution';

/** As the Engine sends what a program prints: each piece after its kind and length. */
function piece(kind: 1 | 2, text: string): Buffer {
  const header = Buffer.alloc(8);
  header.writeUInt8(kind);
  header.writeUInt32BE(Buffer.byteLength(text), 4);
  return Buffer.concat([header, Buffer.from(text)]);
}

/** An Engine on which a program answers to what it reads, and ends with a code. */
function engine(code: number, ...answers: Buffer[]): { docker: Docker; asked: unknown[] } {
  const asked: unknown[] = [];
  const ends = [{ Running: true, ExitCode: null }];
  const stream = new Duplex({
    read: () => undefined,
    write(chunk: Buffer, _, done) {
      asked.push(chunk.toString());
      for (const each of [...answers, null]) this.push(each);
      done();
    },
  });
  const execution = {
    start: () => Promise.resolve(stream),
    inspect: () => Promise.resolve(ends.shift() ?? { Running: false, ExitCode: code }),
  };
  const exec = (options: { Cmd: string[] }): Promise<unknown> => {
    asked.push(options.Cmd);
    return Promise.resolve(execution);
  };
  return {
    docker: { getContainer: () => ({ exec }), modem: new Docker().modem } as unknown as Docker,
    asked,
  };
}

test('a program in a container is given its input, and what it prints is told', async () => {
  const { docker, asked } = engine(0, piece(1, 'one\n'), piece(2, 'two\n'));
  await expect(execute(docker, 'kafka1', ['tool', '--now'], 'input')).resolves.toBe('one\ntwo\n');
  expect(asked).toEqual([['tool', '--now'], 'input']);
});

test('what failed is told with the last that it printed', async () => {
  const { docker } = engine(1, piece(2, 'no such topic'));
  await expect(execute(docker, 'kafka1', ['tool', '--now'], 'input')).rejects.toThrow(
    'In kafka1, tool --now failed:\nno such topic',
  );
});
