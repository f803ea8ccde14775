import { size } from '../core/checks';
import { Size } from '../core/size';

/** The least that an executor and a driver take: 450 MiB of what the serial collector leaves of a heap. */
export const EXECUTOR_MEMORY = size('org.apache.spark.memory.UnifiedMemoryManager', Size.mebibytes(466));

/**
 * A heap and what its process needs beside it: a tenth of it, 384 MiB at least.
 * @see https://spark.apache.org/docs/3.5.7/configuration.html spark.executor.memoryOverhead
 */
export const withOverhead = (heap: Size): Size => heap.plus(overhead(heap));

/** What its process needs beside a heap. */
export function overhead(heap: Size): Size {
  const tenth = heap.times(0.1);
  const least = Size.mebibytes(384);
  return tenth.toBytes() > least.toBytes() ? tenth : least;
}
