import type { Size } from '../core/size';

/** `-XX:+UseSerialGC` and `-XX:MaxMetaspaceSize=96m`: all that Strimzi takes. */
const XX = /^-XX:([+-]?)(\w+)(?:=(\S+))?$/;

/** All of the heap from the start; further options as Strimzi wants them, each by its name. */
export function jvmOf(heap: Size, options = ''): object {
  const further = wordsOf(options).flatMap((option): [string, string][] => {
    const [, sign, name, value] = XX.exec(option) ?? [];
    return name === undefined ? [] : [[name, value ?? String(sign === '+')]];
  });
  return {
    '-Xms': heap.toJvmString(),
    '-Xmx': heap.toJvmString(),
    ...(further.length > 0 && { '-XX': Object.fromEntries(further) }),
  };
}

/** What Strimzi does not take. */
export const otherOptions = ({ jvmOptions = '' }: { readonly jvmOptions?: string }): string[] =>
  wordsOf(jvmOptions).filter((option) => !XX.test(option));

const wordsOf = (options: string): string[] => options.split(/\s+/).filter((option) => option !== '');
