import { HealthCheck, Size } from '../../../../constructs';
import { GIBIBYTE, PORT, type Catalogue, type Row } from './row';

const LEAST = Size.mebibytes(466);
const LESS = Size.bytes(466 * 1024 ** 2 - 1);
const LEAST_MEMORY = 'must be at least 466 MiB';
const COUNT = 'must be a whole number, 1 or more';
const ODD_MEMORY = Size.gibibytes(4).plus(Size.bytes(1));
const KAFKA = 'org.apache.spark:spark-sql-kafka-0-10';
const OTHER = 'org.example:other_2.12';

const timeouts = (heartbeat: string | number, timeout: string): unknown => ({
  settings: { 'spark.executor.heartbeatInterval': heartbeat, 'spark.network.timeout': timeout },
});

/** What Spark refuses. */
export const SPARK: Catalogue = {
  SparkCluster: [
    ['platform', 'must be a DockerPlatform or a KubernetesPlatform; got undefined', [undefined]],
    ['workers', 'must be a whole number from 1 to 100', [0, 101, 1.5, NaN], [1, 100]],
    ['workerCores', COUNT, [0, 0.5], [1]],
    ['workerMemory', LEAST_MEMORY, [LESS], [LEAST]],
    ['daemonMemory', 'must be at least 16 MiB', [Size.mebibytes(15)], [Size.mebibytes(16)]],
    [
      'daemonJvmOptions',
      'must be options of a JVM such as -XX:+UseSerialGC, without -XX:MaxRAMPercentage and its like, without -Xmx and -Xms, for which there is daemonMemory',
      ['-Xmx1g'],
    ],
  ],

  SparkApplication: [
    ['cluster', 'must be', [undefined]],
    ['code', 'must be', [undefined]],
    ['kafka', 'must be a KafkaCluster', ['kafka1:19092']],
    ['driverMemory', 'must be a Size', ['4q']],
    ['driverMemory', LEAST_MEMORY, [LESS, Size.mebibytes(449)], [LEAST]],
    ['executorMemory', LEAST_MEMORY, [LESS, Size.mebibytes(449)], [LEAST]],
    [
      'executorMemory',
      'must be at most 4 GiB, what a worker offers',
      [ODD_MEMORY, Size.gibibytes(5)],
      [Size.gibibytes(4)],
    ],
    ['driverCores', COUNT, [0, 1.5], [1]],
    ['executorCores', COUNT, [0, 1.5], [1]],
    ['totalExecutorCores', COUNT, [0, 1.5]],
    ['executorCores', 'must be at most 2, what a worker offers', [3], [2]],
    [
      '',
      'totalExecutorCores must be at least executorCores (2)',
      [{ totalExecutorCores: 1 }],
      [{ totalExecutorCores: 2 }, { executorCores: 1, totalExecutorCores: 1 }],
    ],
    [
      '',
      'executorCores must be at least spark.task.cpus (2), got 1',
      [{ executorCores: 1, settings: { 'spark.task.cpus': 2 } }],
      [{ executorCores: 2, settings: { 'spark.task.cpus': 2 } }],
    ],
    ['memoryFraction', 'must be a number between 0 and 1', [0, 1, -0.1, 1.1, NaN]],
    ['memoryStorageFraction', 'must be a number from 0 to 1, 1 left out', [-0.1, 1, NaN], [0, 0.99]],
    ['maxResultSize', "must be less than the driver's memory (4 GiB)", [Size.gibibytes(4)]],
    ['maxResultSize', 'must be more than 0', [Size.bytes(0)], [Size.bytes(4 * 1024 ** 3 - 1)]],
    ['', 'maxResultSize must be less than', [{ driverMemory: GIBIBYTE, maxResultSize: GIBIBYTE }]],
    ['jvmOptions', 'must be options of a JVM', ['-Xmx1g', '-XX:+UseG1GC -Xms1g']],
    ['jvmOptions', 'must be without -Dspark, for which there is settings', ['-Dspark.task.cpus=2']],
    ...['a:b', 'a:b:c:d', '', 'a: b:c'].map((coordinates): Row => [
      'packages',
      `is a list in which [0] must be written group:artifact:version; got '${coordinates}'`,
      [[coordinates]],
    ]),
    ...[`${KAFKA}_2.13:3.5.7`, `${KAFKA}_2.12:3.5.6`, `${KAFKA}:3.5.7`, `${KAFKA}_2.13:4.0.0`].map(
      (coordinates): Row => [
        'packages',
        `of Spark must be of the Spark and Scala version of apache/spark:3.5.7, got '${coordinates}'; take those that end in _2.12:3.5.7`,
        [[coordinates]],
      ],
    ),
    [
      'packages',
      "must be of the Spark and Scala version of apache/spark:3.5.7, got 'io.delta:delta-spark_2.13:3.2.0'; take those that end in _2.12.",
      [['io.delta:delta-spark_2.13:3.2.0', 'org.postgresql:postgresql:42.7.4']],
    ],
    [
      'packages',
      `must name one version of each, got '${OTHER}:1.0', '${OTHER}:2.0'; leave out all but one`,
      [[`${OTHER}:1.0`, `${OTHER}:2.0`]],
    ],
    PORT,
    ['serviceName', "must be 1 to 63 of a-z, 0-9 and '-'", ['A job'], ['job-1']],
    ['applicationName', 'must be', ['a/b', '.', '..', ' a', 'a ', ''], ['A', 'My job: 3.5', '...']],
    ['localDirectory', 'must be', ['local', '/a:b', '/a,b'], ['/local']],
    ['bindAddress', 'must be', ['', 'a b'], ['::1', 'a-host.example.com']],
    ['applicationArguments', 'must be', ['one'], [['', 'x']]],
    ['healthCheck', 'must be', ['true']],
    ['dependsOn', 'is a list in which', [['kafka']]],
    ['', "there is no property 'deployMode'", [{ deployMode: 'cluster' }]],
    ['settings spark.memory.offHeap.size', 'must be', ['4q']],
    ['settings spark.executor.defaultJavaOptions', 'must be', ['-Xmx1g']],
    ['settings spark.submit.deployMode', 'must be', ['cluster']],
    ['settings spark.storage.memoryFraction', 'must be left out', [0.5]],
    ['settings spark.shuffle.memoryFraction', 'must be left out', [0.5]],
    ['settings spark.ui.enabled', 'must be true', [false, 'false'], [true]],
    [
      '',
      'spark.ui.enabled must be true',
      [],
      [{ settings: { 'spark.ui.enabled': false }, healthCheck: HealthCheck.bash('true') }],
    ],
    [
      '',
      'spark.network.timeout (1min) must be longer than spark.executor.heartbeatInterval (60s)',
      [timeouts('60s', '1min')],
      [timeouts('60s', '61s')],
    ],
    [
      '',
      'spark.network.timeout (120s) must be longer than spark.executor.heartbeatInterval',
      [{ settings: { 'spark.executor.heartbeatInterval': 120_000 } }],
      [{ settings: { 'spark.executor.heartbeatInterval': 119_999 } }],
    ],
    [
      '',
      'must be longer than spark.executor.heartbeatInterval (10s)',
      [{ settings: { 'spark.network.timeout': 10 } }, { settings: { 'spark.network.timeout': '5s' } }],
      [{ settings: { 'spark.network.timeout': 11, 'spark.network.timeoutInterval': '11s' } }],
    ],
    [
      '',
      'spark.broadcast.blockSize must be at most an eighth of driverMemory (1 GiB)',
      [{ driverMemory: GIBIBYTE, settings: { 'spark.broadcast.blockSize': '131073k' } }],
      [{ driverMemory: GIBIBYTE, settings: { 'spark.broadcast.blockSize': '128m' } }],
    ],
    ...(
      [
        ['spark.shuffle.file.buffer', '128m', '131073k'],
        ['spark.shuffle.spill.diskWriteBufferSize', 134_217_728, 134_217_729],
        ['spark.shuffle.sort.initialBufferSize', '16m', '16385k'],
      ] as const
    ).map(([name, right, wrong]): Row => [
      '',
      `${name} must take at most an eighth of executorMemory (1 GiB)`,
      [{ executorMemory: GIBIBYTE, settings: { [name]: wrong } }],
      [{ executorMemory: GIBIBYTE, settings: { [name]: right } }],
    ]),
    [
      'settings spark.sql.session.timeZone',
      'must be',
      ['europe/berlin', 'Mars/Phobos'],
      ['Europe/Berlin', 'US/Pacific', 'PST', '+01:00', 'GMT+2'],
    ],
  ],
};
