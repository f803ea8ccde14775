import type { Size } from './size';
import type { ValidationRule } from './validation';

/** The rule of every JVM in a container. @param victim what the Engine kills otherwise, such as `a broker` */
export function heapBelowMemory(
  victim: string,
): ValidationRule<{ readonly heap: Size; readonly memory: Size }> {
  return {
    fails: ({ heap, memory }) => heap.toBytes() >= memory.toBytes(),
    message: ({ heap, memory }) =>
      `heap must be less than memory, or ${victim} is killed when the heap fills; got ${heap.toString()} of ${memory.toString()}.`,
    source: 'policy',
  };
}
