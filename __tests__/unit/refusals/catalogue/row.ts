import { SecretFile, Size } from '../../../../constructs';

/** One thing that a program may get wrong, at its boundary, and what it is told. */
export type Row = readonly [
  /** What is given: a property, or one of the settings, as in `settings segment.ms`; '' where the values are properties. */
  given: string,
  /** How the message goes on after that. */
  says: string,
  wrong: readonly unknown[],
  /** What is taken, next to what is wrong. */
  right?: readonly unknown[],
];

/** By the name of the construct. */
export type Catalogue = Readonly<Record<string, readonly Row[]>>;

export const TEXT_OF_250 = 'a'.repeat(250);
export const GIBIBYTE = Size.gibibytes(1);
const MEBIBYTES = 1024 ** 2;

export const PLATFORM: Row = ['platform', 'must be a DockerPlatform', ['docker']];
export const CLUSTER: Row = ['cluster', 'must be a KafkaCluster', [undefined, 'kafka1:9092']];

export const SERVICE_NAME: Row = [
  'serviceName',
  "must be 1 to 63 of a-z, 0-9 and '-'",
  ['', 'Web', '-web', 'web-', 'a b', 'a_b', 'localhost', 'a'.repeat(64)],
  ['web1', 'w-1', 'a'.repeat(63)],
];

export const PORT: Row = [
  'hostPort',
  'must be a whole number from 1 to 65535',
  [0, 65_536, -1, 1.5, NaN],
  [1, 65_535],
];

const password = SecretFile.fromHost('/folder/login.properties');
/** Of what asks for a login itself. */
export const LOGIN: readonly Row[] = [
  [
    'login',
    "is an object in which username must be 1 to 64 of a-z, A-Z, 0-9, '_' and '-', because it names a line of a file",
    ['', 'a b', 'a.b', 'a:b', 'ä', 'a'.repeat(65)].map((username) => ({ username, password })),
    ['a', 'A-b_9', 'a'.repeat(64)].map((username) => ({ username, password })),
  ],
  [
    'login',
    'is an object in which username must be the name of no variable of containers, such as admin',
    ['PATH', 'home', 'password', 'java_opts'].map((username) => ({ username, password })),
    ['paths', 'my-home'].map((username) => ({ username, password })),
  ],
  [
    'login',
    'is an object in which password must be a SecretFile',
    ['hunter2', undefined].map((secret) => ({ username: 'me', password: secret })),
  ],
  [
    'login',
    "is an object in which password must be a SecretFile.fromHost('/folder/login.properties'), because Terraform logs in with it, too",
    [{ username: 'me', password: SecretFile.fromVolume('secrets') }],
  ],
];

export const MEMORY: readonly [string, string, readonly unknown[]] = [
  'memory',
  'must be at least 6 MiB',
  [Size.mebibytes(5), Size.bytes(6 * MEBIBYTES - 1)],
];

/** Of what runs in a JVM that nobody starts with less. */
export const JVM: readonly Row[] = [
  ['heap', 'must be a Size, such as Size.mebibytes(512)', ['1g', 512]],
  MEMORY,
  ['jvmOptions', 'must be options of a JVM', ['-Xmx1g'], ['-XX:+UseSerialGC']],
  [
    'jvmOptions',
    "must be options, beginning with '-' or '@'",
    ['Xss1m', 'org.example.Main -Xss1m'],
    ['', ' -Xss1m', '@/run/secrets/java.options'],
  ],
  [
    '',
    'heap must be less than memory',
    [{ heap: GIBIBYTE, memory: GIBIBYTE }],
    [{ heap: Size.mebibytes(1023), memory: GIBIBYTE }],
  ],
];
