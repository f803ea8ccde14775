import type { ListenerAppProps } from '../apps/listener/listener-app';
import type { KafkaConnectProps } from '../constructs/connect/kafka-connect-props';
import type { KafkaClusterProps } from '../constructs/kafka/kafka-cluster-props';
import type { KafkaUiProps } from '../constructs/kafka-ui/kafka-ui';
import type { SchemaRegistryProps } from '../constructs/schema-registry/schema-registry-props';
import type { SparkApplicationOptions } from '../constructs/spark/spark-application-options';
import type { SparkClusterProps } from '../constructs/spark/spark-cluster';
import type { ZooKeeperEnsembleProps } from '../constructs/zookeeper/zookeeper-ensemble';
import { Size } from '../constructs/core/size';

/** How large everything is: one consistent choice of heaps, limits and cores. */
export interface Profile {
  /** Whether everything says how it is, and a Prometheus asks: some 30 MB of each JVM's memory, and a container of 100 MB. */
  readonly metrics: boolean;
  readonly zooKeeper: Pick<ZooKeeperEnsembleProps, 'heap' | 'memory' | 'jvmOptions'>;
  readonly kafka: Pick<KafkaClusterProps, 'heap' | 'memory' | 'jvmOptions' | 'settings'>;
  readonly connect: Pick<KafkaConnectProps, 'heap' | 'memory' | 'jvmOptions' | 'settings'>;
  readonly schemaRegistry: Pick<SchemaRegistryProps, 'heap' | 'memory' | 'jvmOptions'>;
  readonly kafkaUi: Pick<KafkaUiProps, 'heap' | 'memory' | 'jvmOptions'>;
  readonly spark: Pick<
    SparkClusterProps,
    'workers' | 'workerCores' | 'workerMemory' | 'daemonMemory' | 'daemonJvmOptions'
  >;
  readonly application: Pick<
    SparkApplicationOptions,
    'driverMemory' | 'executorMemory' | 'executorCores' | 'jvmOptions'
  >;
  readonly listener: Pick<ListenerAppProps, 'heap' | 'memory' | 'jvmOptions'>;
}

/**
 * Without it each JVM wakes twenty times a second to sample itself for `jstat`; `jcmd` and JMX need nothing of that.
 * @see https://docs.oracle.com/en/java/javase/17/docs/specs/man/java.html `-XX:-UsePerfData`
 * @see https://github.com/openjdk/jdk17u/blob/master/src/hotspot/share/runtime/globals.hpp `PerfDataSamplingInterval`
 */
const QUIET_JVM = '-XX:-UsePerfData';

/**
 * What the start scripts of Kafka and its kin give the JVM when they are told nothing, but for what it does by itself today.
 * @see https://github.com/apache/kafka/blob/3.9.1/bin/kafka-run-class.sh `KAFKA_JVM_PERFORMANCE_OPTS`
 */
const KAFKA_JVM = `-XX:+UseG1GC -XX:MaxGCPauseMillis=20 -XX:InitiatingHeapOccupancyPercent=35 -XX:+ExplicitGCInvokesConcurrent -Djava.awt.headless=true ${QUIET_JVM}`;

/** For a workstation of 16 GB or more. */
const standard: Profile = {
  metrics: true,
  zooKeeper: { heap: Size.mebibytes(512), jvmOptions: KAFKA_JVM },
  kafka: { heap: Size.gibibytes(1), memory: Size.gibibytes(2), jvmOptions: KAFKA_JVM },
  connect: { heap: Size.gibibytes(1), jvmOptions: KAFKA_JVM },
  schemaRegistry: { heap: Size.mebibytes(512), jvmOptions: KAFKA_JVM },
  kafkaUi: { heap: Size.mebibytes(512), jvmOptions: QUIET_JVM },
  spark: {
    workers: 2,
    workerCores: 2,
    workerMemory: Size.gibibytes(4),
    daemonMemory: Size.mebibytes(512),
    daemonJvmOptions: QUIET_JVM,
  },
  application: {
    driverMemory: Size.gibibytes(4),
    executorMemory: Size.gibibytes(4),
    executorCores: 2,
    jvmOptions: QUIET_JVM,
  },
  listener: { heap: Size.mebibytes(256), jvmOptions: QUIET_JVM },
};

/** Starts fast and stays small; on few cores the optimizing compiler and the parallel collectors cost more than they give. */
const FRUGAL_JVM = `-XX:+UseSerialGC -XX:TieredStopAtLevel=1 ${QUIET_JVM}`;

/** For a laptop of 8 GB, and for CI. */
const small: Profile = {
  // What it costs beside so little memory nobody has measured yet.
  metrics: false,
  zooKeeper: { heap: Size.mebibytes(96), memory: Size.mebibytes(256), jvmOptions: FRUGAL_JVM },
  kafka: {
    heap: Size.mebibytes(256),
    memory: Size.mebibytes(640),
    jvmOptions: FRUGAL_JVM,
    settings: {
      // 50 partitions of three copies are 150 open logs for the offsets of a handful of consumers.
      'offsets.topic.num.partitions': 6,
      // Nobody here waits for further members of a group, and each service that starts would wait for nobody.
      'group.initial.rebalance.delay.ms': 0,
    },
  },
  // Half a gibibyte beside each heap is for the public images, which nobody has run here: a look-alike of Connect with as
  // many foreign jars took 358 MiB in all; of the other two no figure is published. A limit reserves nothing.
  connect: { heap: Size.mebibytes(192), memory: Size.mebibytes(704), jvmOptions: FRUGAL_JVM },
  // The least that somebody has published for Confluent's, with eight schemas.
  schemaRegistry: { heap: Size.mebibytes(256), memory: Size.mebibytes(768), jvmOptions: FRUGAL_JVM },
  kafkaUi: { heap: Size.mebibytes(256), memory: Size.mebibytes(768), jvmOptions: FRUGAL_JVM },
  spark: {
    workers: 1,
    workerCores: 1,
    workerMemory: Size.mebibytes(512),
    daemonMemory: Size.mebibytes(192),
    daemonJvmOptions: FRUGAL_JVM,
  },
  application: {
    driverMemory: Size.mebibytes(512),
    executorMemory: Size.mebibytes(512),
    executorCores: 1,
    jvmOptions: FRUGAL_JVM,
  },
  listener: { heap: Size.mebibytes(96), memory: Size.mebibytes(256), jvmOptions: FRUGAL_JVM },
};

/**
 * The collector as Kafka's own documentation sets it, for heaps of this size.
 * @see https://kafka.apache.org/39/documentation.html#java
 */
const BROKER_JVM =
  '-XX:MetaspaceSize=96m -XX:+UseG1GC -XX:MaxGCPauseMillis=20 -XX:InitiatingHeapOccupancyPercent=35 ' +
  '-XX:G1HeapRegionSize=16M -XX:MinMetaspaceFreeRatio=50 -XX:MaxMetaspaceFreeRatio=80 -XX:+ExplicitGCInvokesConcurrent';

/** To load-test on a machine of 96 GB and 16 cores or more: what production guides give. */
const performance: Profile = {
  metrics: true,
  zooKeeper: { heap: Size.gibibytes(1) },
  kafka: {
    /** @see https://kafka.apache.org/39/documentation.html#java */
    heap: Size.gibibytes(6),
    /**
     * The page cache counts as the container's, so the limit leaves more to it than to the heap.
     * @see https://docs.axonops.com/data-platforms/kafka/architecture/memory-management
     */
    memory: Size.gibibytes(16),
    jvmOptions: BROKER_JVM,
    settings: {
      /** @see https://devcraftly.com/kafka/broker-and-os-tuning/ */
      'num.network.threads': 8,
      /** @see https://devcraftly.com/kafka/broker-and-os-tuning/ */
      'num.io.threads': 16,
    },
  },
  connect: {
    heap: Size.gibibytes(2),
    settings: {
      /** @see https://developer.confluent.io/tutorials/optimize-producer-throughput/confluent.html */
      'producer.linger.ms': 10,
      /** @see https://developer.confluent.io/tutorials/optimize-producer-throughput/confluent.html */
      'producer.batch.size': 131_072,
      /** @see https://developer.confluent.io/tutorials/optimize-producer-throughput/confluent.html */
      'producer.compression.type': 'lz4',
    },
  },
  schemaRegistry: { heap: Size.mebibytes(512) },
  kafkaUi: { heap: Size.mebibytes(512) },
  spark: { workers: 2, workerCores: 4, workerMemory: Size.gibibytes(8), daemonMemory: Size.mebibytes(512) },
  application: { driverMemory: Size.gibibytes(4), executorMemory: Size.gibibytes(8), executorCores: 4 },
  listener: { heap: Size.mebibytes(256) },
};

/**
 * What of it operators take: they make the options of a JVM by its own names, which begin with -XX:, and show metrics in
 * their own way.
 */
export function onKubernetes(profile: Profile): Profile {
  const { kafka, connect } = profile;
  return {
    ...profile,
    metrics: false,
    kafka: { ...kafka, jvmOptions: withoutProperties(kafka.jvmOptions) },
    connect: { ...connect, jvmOptions: withoutProperties(connect.jvmOptions) },
  };
}

const withoutProperties = (jvmOptions: string | undefined): string | undefined =>
  jvmOptions
    ?.split(' ')
    .filter((option) => option.startsWith('-XX:'))
    .join(' ');

export const PROFILES = { standard, small, performance } as const satisfies Record<string, Profile>;
