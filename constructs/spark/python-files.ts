import { readFileSync } from 'node:fs';
import { text } from '../core/checks';
import type { Check } from '../core/properties';
import { show } from '../core/show';

const SUBMITTING = 'https://spark.apache.org/docs/3.5.7/submitting-applications.html';

/** A file of Python that is there at synth. spark-submit knows it as one by its ending. */
export const PYTHON_FILE = readable('the path of a Python file (.py) that can be read', /\.py$/, readPython);

/** @throws TypeError if it is not in UTF-8, for another text would arrive in the container */
export function readPython(path: string): string {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(path));
}

function readable(allowed: string, name: RegExp, read: (path: string) => unknown): Check {
  const path = text(SUBMITTING, allowed, name);
  return {
    ...path,
    problem: (value) => {
      const problem = path.problem(value);
      if (problem !== undefined) return problem;
      try {
        read(value as string);
        return undefined;
      } catch (error) {
        // Node's message goes on with the system call and the whole path.
        const why = (error as Error).message.split(',')[0];
        return `must be ${allowed}; got ${show(value)} (${String(why)})`;
      }
    },
  };
}
