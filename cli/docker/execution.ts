import { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type Docker from 'dockerode';
import { plain, CommandError, tail } from '../program';

/** Runs a program in a container, in its user's name. @throws CommandError with what it prints, where it fails */
export async function execute(
  docker: Docker,
  container: string,
  command: readonly string[],
  input: string,
): Promise<string> {
  const execution = await docker.getContainer(container).exec({
    Cmd: [...command],
    AttachStdin: true,
    AttachStdout: true,
    AttachStderr: true,
  });
  const stream = await execution.start({ hijack: true, stdin: true });
  const chunks: Buffer[] = [];
  const output = new Writable({
    write(chunk: Buffer, _, done) {
      chunks.push(chunk);
      done();
    },
  });
  docker.modem.demuxStream(stream, output, output);
  stream.write(input);
  await finished(stream, { writable: false });
  const text = plain(Buffer.concat(chunks).toString());
  const code = await exitCode(execution);
  if (code !== 0) throw new CommandError(`In ${container}, ${command.join(' ')} failed:\n${tail(text, 20)}`);
  return text;
}

/** The Engine hears of an end a little after whoever reads the output. */
async function exitCode(execution: Docker.Exec): Promise<number | null> {
  for (;;) {
    const { Running, ExitCode } = await execution.inspect();
    if (!Running) return ExitCode;
    await sleep(50);
  }
}
