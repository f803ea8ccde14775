import { allOf, check, size } from './checks';
import { memoryCheck } from './container-description';
import { unpassable } from './escape-template';
import { BY_ARGUMENT_FILE, noSecret } from './plain-sight';
import type { Check, Properties } from './properties';
import { Size } from './size';
import type { Rule } from './validation';

const JAVA = 'https://docs.oracle.com/en/java/javase/17/docs/specs/man/java.html';

/** What is said of the JVM in a container. */
export interface JvmOptions {
  /** JVM heap; 16 MiB or more. @default - 1 GiB of a broker and of a worker of Connect, 384 MiB of Kafka UI, else 512 MiB */
  readonly heap?: Size;
  /** Memory limit; more than the heap, which leaves the rest to the JVM itself, to page cache and buffers. @default - twice the heap */
  readonly memory?: Size;
  /** Further options of the JVM. @default - the image's */
  readonly jvmOptions?: string;
}

/** A JVM of which all is known. */
export interface Jvm extends JvmOptions {
  readonly heap: Size;
  readonly memory: Size;
}

/** @param usual the heap where none is said */
export function jvm(said: JvmOptions, usual: Size): Jvm {
  const { heap = usual, memory = heap.times(2), jvmOptions } = said;
  return { heap, memory, jvmOptions };
}

/** The heap of a JVM: less than this and none of the products starts. */
export const heapCheck = size(`${JAVA}#extra-options-for-java`, Size.mebibytes(16));

const OF_HEAP = /(^|\s)-(Xm[xs]|XX:(Max|Min|Initial)(RAMPercentage|RAMFraction|HeapSize)=)/;

/** Options of a JVM beside its heap. @param heap the property, or properties, in which that is said */
export function jvmOptions(heap: string): Check {
  return allOf(
    check(
      `${JAVA}; policy`,
      `options of a JVM such as -XX:+UseSerialGC, without -XX:MaxRAMPercentage and its like, without -Xmx and -Xms, for which there is ${heap}`,
      (options) => typeof options === 'string' && !OF_HEAP.test(options),
    ),
    check(
      `${JAVA}#java`,
      "options, beginning with '-' or '@', because the first word that is none is taken for the program",
      (options) => /^\s*([-@]|$)/.test(String(options)),
    ),
    check('policy', 'text that can be passed on', (options) => !unpassable(String(options))),
    noSecret(BY_ARGUMENT_FILE),
  );
}

export const JVM_PROPERTIES: Properties<JvmOptions> = {
  heap: heapCheck,
  memory: memoryCheck,
  jvmOptions: jvmOptions('heap'),
};

/**
 * A replaced container may get the address that another one had, and a node that remembers addresses, as a JVM does for 30
 * seconds, then connects to the wrong one and stays there: with two of three brokers replaced, elections went round for minutes.
 * @see https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/net/doc-files/net-properties.html
 */
export const ASKS_FOR_ADDRESSES = '-Dsun.net.inetaddr.ttl=0';

/**
 * How the scripts of the images of Kafka's family are told of their JVM: all of its heap from the start, so that it does not
 * grow into its limit later. @param prefix of their variables, such as `KAFKA`
 */
export function jvmEnvironment(prefix: string, { heap, jvmOptions }: Jvm): Record<string, string> {
  const size = heap.toJvmString();
  return {
    [`${prefix}_HEAP_OPTS`]: `-Xms${size} -Xmx${size} ${ASKS_FOR_ADDRESSES}`,
    ...(jvmOptions !== undefined && { [`${prefix}_JVM_PERFORMANCE_OPTS`]: jvmOptions }),
  };
}

/** The rule of every JVM in a container. @param victim what the Engine kills otherwise, such as `a broker` */
export function heapBelowMemory(victim: string): Rule<Jvm> {
  return {
    requires: 'heap is less than memory.',
    fails: ({ heap, memory }) => heap.toBytes() >= memory.toBytes(),
    message: ({ heap, memory }) =>
      `heap must be less than memory, or ${victim} is killed when the heap fills; got ${heap.toString()} of ${memory.toString()}, raise memory or lower heap.`,
    source: 'policy',
  };
}
