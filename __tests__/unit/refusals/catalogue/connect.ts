import { Converter } from '../../../../constructs';
import { CLUSTER, JVM, LOGIN, PLATFORM, SERVICE_NAME, TEXT_OF_250, type Catalogue, type Row } from './row';

/** What Connect, its topics and connectors refuse. */
export const CONNECT: Catalogue = {
  ConnectTopics: [
    CLUSTER,
    [
      'prefix',
      "must be 1 to 241 of a-z, A-Z, 0-9, '.', '_' and '-'",
      ['', 'has space', 'a/b', 'a'.repeat(242)],
      ['a', 'a.b_c-D9', 'a'.repeat(241)],
    ],
    ['prefix', 'must be text, 1 to 241 of', [42]],
    ['offsetPartitions', 'must be a whole number, 1 or more', [0], [1]],
    ['statusPartitions', 'must be a whole number, 1 or more', [0], [1]],
  ],

  KafkaConnect: [
    PLATFORM,
    CLUSTER,
    SERVICE_NAME,
    ...JVM,
    ...LOGIN,
    ['hostPort', 'must be a whole number from 1 to 65535', [0, 65_536], [65_535]],
    ['', 'hostPort must be a whole number', [{ hostPort: 65_535, workers: 2 }]],
    ['topics', 'must be ConnectTopics', ['connect']],
    ['workers', 'must be a whole number from 1 to 100', [0, -1, 1.5, 101, NaN, '2'], [1, 100]],
    ['groupId', 'must be text that is not blank', ['', ' ', 42]],
    ['keyConverter', 'must be a Converter', ['JsonConverter']],
    ['valueConverter', 'is a Converter in which', [Converter.of('')]],
    ['exactlyOnceSource', "must be true or false; got 'yes'", ['yes'], [true]],
    ...['lib', '/a,/b', '', '/'].map((folder): Row => [
      'pluginPath',
      `is a list in which [1] must be an absolute folder of the image, without a comma; got '${folder}'`,
      [['/opt/fine', folder]],
    ]),
    ['settings heartbeat.interval.ms', 'must be less than session.timeout.ms (10000)', [10_000], [9_999]],
    [
      '',
      'heartbeat.interval.ms must be less than session.timeout.ms (6000)',
      [{ settings: { 'heartbeat.interval.ms': 6_000, 'session.timeout.ms': 6_000 } }],
      [{ settings: { 'heartbeat.interval.ms': 6_000, 'session.timeout.ms': 6_001 } }],
    ],
    ['', "there is no property 'worker'", [{ worker: 2 }]],
  ],

  Connector: [
    [
      'connectorName',
      'must be 1 to 249 of',
      ['', 'has space', 'a/b', 'ä', TEXT_OF_250],
      ['a', 'a.b_c-D9', 'a'.repeat(249)],
    ],
    [
      'connectorClass',
      'must be the name of a class that the workers carry',
      ['', ' ', undefined],
      ['KnownConnector', 'Known'],
    ],
    ['tasksMax', 'must be a whole number, 1 or more', [0, -1, 1.5, NaN], [1]],
    ['connect', 'must be a KafkaConnect', ['http://localhost:8083']],
    ['', "there is no property 'topics'", [{ topics: 'people' }]],
    ['config name', 'is set by the property connectorName', ['x']],
    ['config connector.class', 'is set by the property connectorClass', ['x']],
    ['config tasks.max', 'is set by the property tasksMax', ['x']],
    ['config', "is an object in which 'batch.size' must be text, a number", [{ 'batch.size': NaN }]],
    ['config', "is an object in which '' is not a valid name", [{ '': 1 }]],
    ...['topic', 'topics', 'kafka.topic', 'errors.deadletterqueue.topic.name'].map((name): Row => [
      `config ${name}`,
      "names the topic 'pepole', which is not declared",
      ['pepole'],
    ]),
    ['valueConverter', 'must be a Converter', ['JsonConverter']],
    ['keyConverter', 'is a Converter in which className', [Converter.of('')]],
    ['reads', 'is a list in which [0] must be a KafkaTopic', [['people']]],
    ['writes', 'is a list in which [0] must be a KafkaTopic', [['people']]],
  ],
};
