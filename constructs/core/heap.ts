import { allOf, check, size } from './checks';
import { unpassable } from './literal';
import { BY_ARGUMENT_FILE, noSecret } from './plain-sight';
import type { Check } from './properties';
import { Size } from './size';
import type { Rule } from './validation';

const JAVA = 'https://docs.oracle.com/en/java/javase/17/docs/specs/man/java.html';

/** The heap of a JVM: less than this and none of the products starts. */
export const HEAP = size(`${JAVA}#extra-options-for-java`, Size.mebibytes(16));

const OF_HEAP = /(^|\s)-(Xm[xs]|XX:(Max|Min|Initial)(RAMPercentage|RAMFraction|HeapSize)=)/;

/** Options of a JVM beside its heap. @param heap the property, or properties, in which that is said */
export function jvmOptions(heap: string): Check {
  return allOf(
    check(
      `${JAVA}; policy`,
      `options of a JVM such as -XX:+UseSerialGC, without -XX:MaxRAMPercentage and its like, without -Xmx and -Xms, for which there is ${heap}`,
      (options) => typeof options === 'string' && !OF_HEAP.test(options),
    ),
    check('policy', 'text that can be passed on', (options) => !unpassable(String(options))),
    noSecret(BY_ARGUMENT_FILE),
  );
}
export const JVM_OPTIONS = jvmOptions('heap');

/** The heap as a JVM is told it: all of it from the start, so that it does not grow into its limit later. */
export function heapOptions(heap: Size): string {
  return `-Xms${heap.toJvmString()} -Xmx${heap.toJvmString()}`;
}

/** How the scripts that start ZooKeeper, Kafka and Kafka Connect are told of their JVM. */
export function kafkaJvm(heap: Size, jvmOptions?: string): Record<string, string> {
  return {
    KAFKA_HEAP_OPTS: heapOptions(heap),
    ...(jvmOptions !== undefined && { KAFKA_JVM_PERFORMANCE_OPTS: jvmOptions }),
  };
}

/** The rule of every JVM in a container. @param victim what the Engine kills otherwise, such as `a broker` */
export function heapBelowMemory(victim: string): Rule<{ readonly heap: Size; readonly memory: Size }> {
  return {
    requires: 'heap is less than memory.',
    fails: ({ heap, memory }) => heap.toBytes() >= memory.toBytes(),
    message: ({ heap, memory }) =>
      `heap must be less than memory, or ${victim} is killed when the heap fills; got ${heap.toString()} of ${memory.toString()}, raise memory or lower heap.`,
    source: 'policy',
  };
}
