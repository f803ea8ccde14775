import { dirname, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { IConstruct } from 'constructs';

const FRAME = /(?:\(|at (?:async )?)((?:file:\/\/|\/|[A-Za-z]:[\\/]).*?):(\d+):\d+\)?$/;

/**
 * The line of the program that called the library, such as `main.ts:12`; undefined where nothing tells. Looking it up
 * takes long beside making a construct, so that it is only for what is refused.
 */
export function callerLine(): string | undefined {
  return lineIn(traceHere(30));
}

/** What is being made, by its scope and its id: not read before something is wrong, it costs some microseconds. */
const MADE = new WeakMap<IConstruct, Map<string, Trace>>();

/** Notes that the program makes the construct `id` of `scope` here. */
export function making(scope: IConstruct, id: string): void {
  const made = MADE.get(scope) ?? new Map<string, Trace>();
  MADE.set(scope, made.set(id, traceHere(12)));
}

/** The line of the program that made a construct, or what it is a part of; undefined where nothing tells. */
export function madeAt({ node: { id, scope } }: IConstruct): string | undefined {
  if (!scope) return undefined;
  const trace = MADE.get(scope)?.get(id);
  return (trace && lineIn(trace)) ?? madeAt(scope);
}

type Trace = Pick<Error, 'stack'>;

function traceHere(frames: number): Trace {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = frames;
  const trace = new Error();
  Error.stackTraceLimit = stackTraceLimit;
  return trace;
}

/** Read from the text, because only that is in terms of the sources where a program runs without being compiled. */
function lineIn({ stack = '' }: Trace): string | undefined {
  const [here, ...frames] = stack.split('\n').flatMap((text) => {
    const [, file, line] = FRAME.exec(text) ?? [];
    if (file === undefined || line === undefined) return [];
    return [{ file: file.startsWith('file:') ? fileURLToPath(file) : file, line }];
  });
  if (!here) return undefined;
  const library = dirname(dirname(here.file)) + sep;
  const caller = frames.find(({ file }) => !file.startsWith(library) && !file.includes('node_modules'));
  return caller && `${relative(process.cwd(), caller.file).split(sep).join('/')}:${caller.line}`;
}
