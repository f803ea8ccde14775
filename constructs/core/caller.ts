import { dirname, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const FRAME = /(?:\(|at (?:async )?)((?:file:\/\/|\/|[A-Za-z]:[\\/]).*?):(\d+):\d+\)?$/;

/**
 * The line of the program that called the library, such as `main.ts:12`; undefined where nothing tells. Looking it up
 * takes long beside making a construct, so that it is only for what is refused.
 */
export function callerLine(): string | undefined {
  const [here, ...frames] = stackFrames();
  if (!here) return undefined;
  const library = dirname(dirname(here.file)) + sep;
  const caller = frames.find(({ file }) => !file.startsWith(library) && !file.includes('node_modules'));
  return caller && `${relative(process.cwd(), caller.file).split(sep).join('/')}:${caller.line}`;
}

interface Frame {
  readonly file: string;
  readonly line: string;
}

/** Read from the text, because only that is in terms of the sources where a program runs without being compiled. */
function stackFrames(): Frame[] {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 30;
  const { stack = '' } = new Error();
  Error.stackTraceLimit = stackTraceLimit;
  return stack.split('\n').flatMap((text) => {
    const [, file, line] = FRAME.exec(text) ?? [];
    if (file === undefined || line === undefined) return [];
    return [{ file: file.startsWith('file:') ? fileURLToPath(file) : file, line }];
  });
}
