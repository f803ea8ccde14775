import type { Construct } from 'constructs';
import {
  heapBelowMemory,
  jvm,
  JVM_PROPERTIES,
  jvmEnvironment,
  type JvmOptions,
} from '../../../../constructs/core/jvm';
import type { IPlatform } from '../../../../constructs/core/platform';
import { Size } from '../../../../constructs/core/size';
import { ControllerQuorum } from '../../../../constructs/kafka/controller-quorum';
import { ZooKeeperEnsemble } from '../../../../constructs/zookeeper/zookeeper-ensemble';
import { newCluster } from '../../../support/cluster';
import { accepted, container, environment, newPlatform, newStack } from '../../../support/synth';

test.each(['', '-XX:+UseSerialGC', '-XX:+UseSerialGC -Dname=-Xmx', '-Xlog:gc'])(
  '%p are options of a JVM beside its heap',
  (options) => {
    expect(JVM_PROPERTIES.jvmOptions.problem(options)).toBeUndefined();
  },
);

test.each([
  '-Xmx1g',
  '-Xms1g',
  '-XX:+UseSerialGC -Xmx1g',
  '-XX:+UseSerialGC\t-Xms1g',
  '-XX:MaxRAMPercentage=75',
  '-XX:MaxHeapSize=1g',
  1,
])('refuses %p as options of a JVM', (options) => {
  expect(JVM_PROPERTIES.jvmOptions.problem(options)).toMatch(
    /without -Xmx and -Xms, for which there is heap; got/,
  );
});

test('options of a JVM are refused where no program could be given them', () => {
  expect(JVM_PROPERTIES.jvmOptions.problem('-Dname=a\0b')).toMatch(/must be text that can be passed on/);
});

test('a heap has 16 MiB or more', () => {
  expect(JVM_PROPERTIES.heap.problem(Size.mebibytes(16))).toBeUndefined();
  expect(JVM_PROPERTIES.heap.problem(Size.bytes(16 * 1024 ** 2 - 1))).toMatch(/16/);
});

test('a heap as large as the memory is refused, and one that is a byte less is not', () => {
  const { fails, message } = heapBelowMemory('a broker');
  const memory = Size.mebibytes(64);
  expect(fails({ heap: memory, memory })).toBe(true);
  expect(fails({ heap: Size.bytes(memory.toBytes() - 1), memory })).toBe(false);
  expect(message({ heap: memory, memory })).toBe(
    'heap must be less than memory, or a broker is killed when the heap fills; got 64 MiB of 64 MiB, raise memory or lower heap.',
  );
});

test('memory is twice the heap, which is the usual one, unless either is said', () => {
  const usual = Size.mebibytes(64);
  expect(jvm({}, usual)).toEqual({ heap: usual, memory: Size.mebibytes(128) });
  expect(jvm({ heap: Size.mebibytes(32) }, usual).memory).toEqual(Size.mebibytes(64));
  expect(jvm({ memory: Size.mebibytes(96) }, usual)).toMatchObject({
    heap: usual,
    memory: Size.mebibytes(96),
  });
});

test("the scripts of Kafka's family remember no address, and are told of options only if there are some", () => {
  const told = (jvmOptions?: string) => jvmEnvironment('KAFKA', jvm({ jvmOptions }, Size.mebibytes(64)));
  const KAFKA_HEAP_OPTS = '-Xms64m -Xmx64m -Dsun.net.inetaddr.ttl=0';
  expect(told()).toEqual({ KAFKA_HEAP_OPTS });
  expect(told('')).toEqual({ KAFKA_HEAP_OPTS, KAFKA_JVM_PERFORMANCE_OPTS: '' });
});

test.each<[string, string, (platform: IPlatform, jvm: JvmOptions) => Construct]>([
  ['a broker', 'kafka1', (platform, jvm) => newCluster(platform, jvm)],
  [
    'a controller',
    'kafka-controller1',
    (platform, jvm) => new ControllerQuorum(platform, 'c', { platform, ...jvm }),
  ],
  ['ZooKeeper', 'zoo1', (platform, jvm) => new ZooKeeperEnsemble(platform, 'z', { platform, ...jvm })],
])('the heap of %s leaves the rest of the memory to the JVM itself', (_, name, make) => {
  const stack = newStack();
  accepted(make(newPlatform(stack), { heap: Size.mebibytes(256), jvmOptions: '-XX:+UseSerialGC' }));
  expect(environment(stack, name)).toMatchObject({
    KAFKA_HEAP_OPTS: '-Xms256m -Xmx256m -Dsun.net.inetaddr.ttl=0',
    KAFKA_JVM_PERFORMANCE_OPTS: '-XX:+UseSerialGC',
  });
  expect(container(stack, name).memory).toBe(512);
});
