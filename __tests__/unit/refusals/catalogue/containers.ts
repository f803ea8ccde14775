import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Compatibility, ContainerImage, HealthCheck, HostPath, Schema, Size } from '../../../../constructs';
import { IMAGES } from '../../../support/synth';
import { CLUSTER, JVM, LOGIN, MEMORY, PLATFORM, PORT, SERVICE_NAME, type Catalogue, type Row } from './row';

const port = (props: object): unknown => [{ name: 'web', port: 80, ...props }];
/** A folder whose Dockerfile has a stage of a name, and one without. */
const STAGES = mkdtempSync(join(tmpdir(), 'stages-'));
writeFileSync(join(STAGES, 'Dockerfile'), 'FROM scratch AS build\nFROM scratch\n');

const NUMBERS_OF_NO_PORT = [0, 65_536, -1, 1.5, NaN];
const PATHS = "must be an absolute path without ':' and ',', and not the root";
const NETWORKS = ['bridge', 'host', 'none', 'default'];

/** A registry's settings that have a property. */
const REGISTRY_PROPERTIES = [
  ['host.name', 'serviceName'],
  ['listeners', 'hostPort'],
  ['port', 'hostPort'],
  ['kafkastore.topic', 'topic'],
  ['kafkastore.bootstrap.servers', 'cluster'],
  ['schema.registry.group.id', 'serviceName'],
  ['schema.compatibility.level', 'compatibility'],
  ['avro.compatibility.level', 'compatibility'],
] as const;

/** What a platform, its services, the registry and the page refuse. */
export const CONTAINERS: Catalogue = {
  DockerPlatform: [
    ['platformName', 'must be 2 to 32 of', ['a', 'A1', '-a', 'a'.repeat(33), 'a b'], ['ab', 'a'.repeat(32)]],
    [
      'platformName',
      "must be none of the Engine's own networks, bridge, host, none, default, ingress; got",
      [...NETWORKS, 'ingress'],
    ],
    ['patience', 'must be a whole number from 1 to 10', [0, 11, 1.5], [1, 10]],
    ['copiesSecretFiles', 'must be true or false', ['yes', 1], [true, false]],
    ['portOffset', 'must be a whole number from 0 to 50000', [-1, 50_001, 0.5, NaN], [0, 50_000]],
    [
      'existingNetwork',
      "must be the name of a network, and not 'bridge'",
      [...NETWORKS, '', '-x', 'has space'],
      ['shop_default'],
    ],
    [
      'aliases',
      'is an object in which',
      [{ 'A b': ['x'] }, { kafka1: ['localhost'] }, { kafka1: ['-x'] }, { kafka1: 'x' }],
    ],
    ['aliases', "must be of what is on the platform, got the service 'kafka9'", [{ kafka9: ['broker'] }]],
    ['existingVolumes', 'is an object in which', [{ 'a b': 'x1' }, { data: 'x' }, { data: '-x' }]],
    [
      'existingVolumes',
      "must be of what is on the platform, got the volume 'data'; there are none",
      [{ data: 'shop_data' }],
    ],
    ...Object.keys(IMAGES).flatMap((product): Row[] => {
      const images = (image: unknown) => ({ ...IMAGES, [product]: image });
      return [
        [
          'images',
          `is an object in which ${product} must have a tag other than 'latest'`,
          [images(ContainerImage.of('example/product:latest'))],
        ],
        [
          'images',
          `is an object in which ${product} must be a ContainerImage`,
          [...(product === 'grafana' ? [] : [images(undefined)]), images('example/product:1')],
        ],
      ];
    }),
  ],

  KubernetesPlatform: [
    [
      'namespace',
      "must be 1 to 40 of a-z, 0-9 and '-', beginning with a letter",
      ['', 'A', '1a', 'a-', 'a b', 'a'.repeat(41)],
      ['a', 'a-1', 'a'.repeat(40)],
    ],
    ['namespace', "must be none of Kubernetes' own, default and kube-…", ['default', 'kube-system']],
    [
      'kafkaVersion',
      'must be a version of Kafka of three numbers, 4.2.0 or later',
      ['3.9.1', '4.1.9', '4.2', '4', 'latest'],
      ['4.2.0', '4.10.1', '5.0.0'],
    ],
    ['brokerStorage', 'must be a Size', ['20Gi']],
    ['brokerStorage', 'must be more than 0', [Size.bytes(0)], [Size.bytes(1)]],
    ['volumeStorage', 'must be more than 0', [Size.bytes(0)], [Size.bytes(1)]],
    ['storageClass', 'must be the name of a StorageClass', ['', 'Fast', 'a b'], ['fast-1']],
    ['sharedStorageClass', 'must be the name of a StorageClass', ['', '-a'], ['nfs.example']],
    [
      'zoneLabel',
      'must be the key of a label',
      ['', 'a b', '/zone', 'a/'],
      ['zone', 'topology.kubernetes.io/zone'],
    ],
    ['patience', 'must be a whole number from 1 to 10', [0, 11], [1, 10]],
    ['kubeConfig', 'must be the path of a file', [''], ['/folder/config']],
    ['kubeContext', 'must be the name of a context', [''], ['mine']],
    [
      'images',
      'is an object in which spark must be a ContainerImage',
      [{ spark: 'apache/spark:4.0.0' }],
      [{}, { spark: ContainerImage.of('apache/spark:4.0.0') }],
    ],
    [
      'images',
      "is an object in which there is no property 'kafka'; there are kafkaUi, schemaRegistry, spark",
      [{ kafka: ContainerImage.of('apache/kafka:4.2.1') }],
    ],
  ],

  Service: [
    SERVICE_NAME,
    ['', "the container's name must match [a-zA-Z0-9][a-zA-Z0-9_.-]+, got 'w'", [{ serviceName: 'w' }]],
    [
      'ports',
      'is a list in which [0] is an object in which port must be a whole number from 1 to 65535',
      NUMBERS_OF_NO_PORT.map((number) => port({ port: number })),
      [port({ port: 1 }), port({ port: 65_535 })],
    ],
    [
      'ports',
      'is a list in which [0] is an object in which hostPort must be a whole number from 1 to 65535',
      NUMBERS_OF_NO_PORT.map((hostPort) => port({ hostPort })),
      [port({ hostPort: 1 }), port({ hostPort: 65_535 })],
    ],
    [
      'ports',
      "is a list in which [0] is an object in which there is no property 'ip'",
      [port({ ip: '0.0.0.0' })],
    ],
    [
      'ports',
      "must have different names, got more than one 'web'; give each its own",
      [['web', 'web'].map((name, index) => ({ name, port: 80 + index }))],
    ],
    ['', "there is no property 'restart'", [{ restart: 'sometimes' }]],
    ['', "there is no property 'memoryReservation'", [{ memoryReservation: Size.gibibytes(1) }]],
    ['healthCheck', 'must be a HealthCheck', [undefined]],
    ['healthCheck', 'has a secret', [HealthCheck.bash('mysqladmin ping -uroot -pexample')]],
    ['healthCheck', 'is a HealthCheck in which script has a NUL character', [HealthCheck.bash('a\0')]],
    [
      'image',
      "must have a tag other than 'latest'",
      [ContainerImage.of('web'), ContainerImage.of('web:latest')],
      [ContainerImage.of('web:1')],
    ],
    [
      'user',
      'must be a user by name or number, and not root',
      ['root', '0', '', '0:0', 'root:root'],
      ['web', '1000'],
    ],
    [
      'user',
      'must be of numbers up to 2147483647',
      ['2147483648', '1:2147483648'],
      ['2147483647:2147483647', 'web:3000000000a'],
    ],
    [
      '',
      "ports: 'web' must have a hostPort beside hostAddress and hostName, or is not published at all",
      [{ hostAddress: '0.0.0.0' }, { hostName: 'example.com' }].map((at) => ({ ports: port(at) })),
      [{ ports: port({ hostPort: 80, hostAddress: '0.0.0.0', hostName: 'example.com' }) }],
    ],
    [
      'image',
      'is a ContainerImage in which bundledPackages is a list in which [0] must be written group:artifact:version',
      ['jdbc', 'a:b', 'a:b:c:d'].map((name) => ContainerImage.of('web:1', { bundledPackages: [name] })),
      [ContainerImage.of('web:1', { bundledPackages: ['a:b:1'] })],
    ],
    [
      'image',
      "must have a stage 'built', as target says; its Dockerfile has 'build'",
      [ContainerImage.folder(STAGES, { target: 'built' })],
      ['build', 'BUILD', '0', undefined].map((target) => ContainerImage.folder(STAGES, { target })),
    ],
    ...['1A', '-A', '', 'A B'].map((name): Row => [
      'environment',
      `is an object in which '${name}' is not a valid name`,
      [{ [name]: 'x' }],
    ]),
    ['dangerouslyAs', "must be one of 'image', 'root'", ['me', true, 'IMAGE'], []],
    ['entrypoint', 'must be a list of at least 1', [[], 'sh'], [['sh', '-c']]],
    [
      'entrypoint',
      'must begin with the name of a program',
      [[''], [' ', 'x'], ['CMD', 'serve'], ['CMD-SHELL', 'serve'], ['NONE']],
      [['CMDS'], ['cmd', '']],
    ],
    [
      'healthCheck',
      'is a HealthCheck in which words must begin with the name of a program',
      [[''], ['CMD', 'curl'], ['CMD-SHELL', 'curl'], ['NONE']].map((words) => HealthCheck.command(words)),
      [HealthCheck.command(['curl', 'CMD'])],
    ],
    ['entrypoint', 'has a secret', [['serve', '--password', 'hunter2']]],
    [
      'dangerouslyVisible',
      "is an object in which 'A' must not be a secret that everybody can read",
      [{ A: 'hunter2' }],
    ],
    [
      '',
      "user must be left out beside dangerouslyAs, got 'web'; leave one of them out",
      [{ user: 'web', dangerouslyAs: 'image' }],
    ],
    [
      'volumes',
      "is a list in which [0] is an object in which volume is a HostPath whose path must be the absolute path of a folder or file on the Engine's machine",
      ['dags', './dags', '/a:b', '/a,b', ''].map((path) => [{ volume: HostPath.of(path), path: '/dags' }]),
      [[{ volume: HostPath.of('/dags'), path: '/dags' }]],
    ],
    ['environment', "is an object in which 'A' has a NUL character", [{ A: 'a\0' }]],
    ['environment', "is an object in which 'A' has half of a character", [{ A: '\uD800' }]],
    ['command', "is a list in which [1] is not in Unicode's composed form", [['a', 'e\u0301']]],
    [...MEMORY, [Size.mebibytes(6)]],
    ['cpus', 'must be a number of cores, 0.01 or more', [0.009], [0.01]],
    [
      'writablePaths',
      `is a list in which [0] ${PATHS}`,
      ['/', '//', '/./', '/a/..', 'data', './data', '', '/a:b', '/a,b'].map((path) => [path]),
      [['/var', '/var']],
    ],
    [
      '',
      "volumes and writablePaths must not be in /proc, got '/proc/x'",
      [{ writablePaths: ['/proc/x'] }],
      [{ writablePaths: ['/process'] }],
    ],
    ...['/', '/a/', '/a/.', '/a/..', 'a', '/a:b'].map((path): Row => [
      'files',
      `is an object in which '${path}' is not a valid name: names are absolute paths`,
      [{ [path]: '' }],
    ]),
    ['files', "is an object in which '/a' must be text, with no half of a character", [{ '/a': '\uDC00' }]],
    [
      'files',
      "must not be where volumes, writablePaths or the folders of other files are, got '/a'",
      [{ '/a': '', '/a/b': '' }],
    ],
    [
      '',
      "files must not be where volumes, writablePaths or the folders of other files are, got '/data'",
      [{ writablePaths: ['/data'], files: { '/data': '' } }],
    ],
    ['files', "must have different paths, got more than one for '/a'", [{ '/a': '', '/./a': '' }]],
    [
      'files',
      "must not be in /proc, /sys or /dev, nor /etc/hosts, /etc/hostname or /etc/resolv.conf, which the Engine mounts itself; got '/dev/x', '/etc/hosts'",
      [{ '/dev/x': '', '/etc/hosts': '' }],
      [{ '/etc/hosts.d/a': '', '/process': '' }],
    ],
  ],

  ContainerApp: [
    SERVICE_NAME,
    ['image', 'must be', [undefined]],
    ['memory', 'must be', [undefined]],
    ['healthCheck', 'must be', [undefined]],
    ['platform', 'must be', [undefined]],
    ['kafka', 'must be a KafkaCluster', ['kafka1:19092']],
    ['reads', 'is a list in which [0] must be a KafkaTopic', [['people']]],
    ['writes', 'is a list in which [0] must be a KafkaTopic', [['people']]],
    ['consumerGroup', 'must be the id of a group', ['', ' ']],
    ['bootstrapVariable', 'must be the name of a variable', ['', '1A', 'A-B', 'A B'], ['_', 'a1', 'A_B']],
    [
      '',
      "kafka must be given, the brokers of the consumer group 'billing'; got none.",
      [{ consumerGroup: 'billing' }],
    ],
  ],

  SchemaRegistry: [
    PLATFORM,
    CLUSTER,
    SERVICE_NAME,
    PORT,
    ...JVM,
    ...LOGIN,
    ['topic', 'must be a KafkaTopic, or one made elsewhere', ['_schemas']],
    [
      'compatibility',
      "must be one of 'BACKWARD', 'BACKWARD_TRANSITIVE'",
      ['backward', 'SOME', ''],
      Object.values(Compatibility),
    ],
    ['', "there is no property 'levels'", [{ levels: 1 }]],
    ...REGISTRY_PROPERTIES.map(([name, property]): Row => [
      `settings ${name}`,
      `must be set by the property ${property}; got 'x'`,
      ['x'],
    ]),
    ...['Mode', 'mode mutability', 'SCHEMA_REGISTRY_DEBUG', '', 'a..b', '1a'].map((name): Row => [
      'settings',
      `is an object in which '${name}' is not a valid name`,
      [{ [name]: 'x' }],
    ]),
    ...['heap.opts', 'jvm.performance.opts', 'log4j.root.loglevel', 'cub.kafka.timeout'].map((name): Row => [
      'settings',
      `is an object in which '${name}' is not a setting but a variable of the image`,
      [{ [name]: '-Xmx9g' }],
    ]),
    ['settings kafkastore.timeout.ms', 'must be a whole number', ['many'], ['5000']],
    ['settings kafkastore.security.protocol', 'must be one of', ['PLAIN']],
    ['settings mode.mutability', 'must be true or false', ['yes'], [true]],
    [
      'settings',
      "is an object in which 'mode.mutabilty' is not a setting that Schema Registry knows (7.9, as far as its documentation says); did you mean 'mode.mutability'",
      [{ 'mode.mutabilty': 'true' }],
      [{ 'confluent.metrics.topic': 'anything' }],
    ],
  ],

  Subject: [
    [
      'subjectName',
      'must be 1 to 255 of',
      ['', 'has space', 'a/b', 'a"b', ':.context:a', 'a'.repeat(256)],
      ['a', 'user_events-value', 'com.example.Person', 'a'.repeat(255)],
    ],
    ['subjectName', "must be not '.' or '..'", ['.', '..']],
    ['subjectName', "must be none of the registry's own, '__GLOBAL' and '__EMPTY'", ['__GLOBAL', '__EMPTY']],
    ['compatibility', "must be one of 'BACKWARD'", ['SIDEWAYS']],
    ['registry', 'must be a SchemaRegistry', [undefined, 'http://localhost:8081']],
    ['schema', 'must be a Schema, such as Schema.avroFile(', [undefined, { type: 'record' }]],
    ['schema', 'is no Avro schema: ', [Schema.avro({ type: 'x' })]],
    ['schema', "is no Avro schema in '/none': ", [Schema.avroFile('/none')]],
    ['', "there is no property 'compatible'", [{ compatible: 'FULL' }]],
  ],

  KafkaUi: [
    PLATFORM,
    SERVICE_NAME,
    PORT,
    ...JVM,
    ...LOGIN,
    ['clusters', 'must be a list of at least 1', [[], undefined]],
    ['', "there is no property 'cluster'", [{ cluster: 'local' }]],
  ],
};
