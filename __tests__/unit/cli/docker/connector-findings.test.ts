import {
  connectorFindings,
  isUnpredictable,
  topicsOf,
  type ConnectorAnswer,
} from '../../../../cli/docker/connectors';

type State = ConnectorAnswer['status']['connector']['state'];

function connector(
  state: State,
  tasks: { state: State; trace?: string }[] = [{ state: 'RUNNING' }],
  config: Record<string, string> = {},
  type = 'source',
): ConnectorAnswer {
  return {
    info: { type, config },
    status: { connector: { state }, tasks: tasks.map((each, id) => ({ id, ...each })) },
  };
}

const find = (
  given: ConnectorAnswer,
  topics?: string[],
  logs?: string,
): ReturnType<typeof connectorFindings> =>
  connectorFindings('http://localhost:8083', { people: given }, topics && new Set(topics), logs);

const TRACE = `org.apache.kafka.connect.errors.ConnectException: Exiting WorkerSinkTask due to unrecoverable exception.
\tat org.apache.kafka.connect.runtime.WorkerSinkTask.deliverMessages(WorkerSinkTask.java:624)
Caused by: java.sql.SQLException: relation "people" does not exist
\tat org.postgresql.core.v3.QueryExecutorImpl.receiveErrorResponse(QueryExecutorImpl.java:2712)
\t... 10 more
`;

test('a connector that runs with all its tasks works', () => {
  expect(find(connector('RUNNING'), ['people'])).toEqual({ problems: [], notes: [] });
});

test('a failed task is named, with what it failed of and what that came from', () => {
  const { problems } = find(connector('RUNNING', [{ state: 'RUNNING' }, { state: 'FAILED', trace: TRACE }]));
  expect(problems).toEqual([
    'The connector people has a task that is FAILED, number 1' +
      '\n  | org.apache.kafka.connect.errors.ConnectException: Exiting WorkerSinkTask due to unrecoverable exception.' +
      '\n  | Caused by: java.sql.SQLException: relation "people" does not exist',
  ]);
});

test.each<State>(['FAILED', 'UNASSIGNED', 'RESTARTING'])('a connector that is %s does not work', (state) => {
  expect(find(connector(state, [])).problems).toEqual([`The connector people is ${state}.`]);
});

test.each<State>(['PAUSED', 'STOPPED'])('that somebody has it %s is no failure, and is said', (state) => {
  const { problems, notes } = find(connector(state, [{ state: 'PAUSED' }]));
  expect(problems).toEqual([]);
  expect(notes).toEqual([expect.stringContaining('connectors/people/resume')]);
});

test('a connector without a task is said', () => {
  expect(find(connector('RUNNING', []))).toMatchObject({
    problems: [],
    notes: [/* one */ expect.any(String)],
  });
});

describe('a topic that is not there', () => {
  const missing = (config: Record<string, string>, type?: string): readonly string[] =>
    find(connector('RUNNING', undefined, config, type), ['there']).problems;

  test('is named where a source writes it', () => {
    expect(missing({ topic: 'people' })).toEqual([
      'The connector people is RUNNING, but there is no topic people for it to write: declare it (new KafkaTopic), or correct the connector.',
    ]);
  });

  test('is named where a sink reads it', () => {
    expect(missing({ topics: 'there, gone' }, 'sink')[0]).toContain('no topic gone for it to read');
  });

  test('is named where only the workers know it, whatever makes its name', () => {
    const line =
      '[2026-11-30 06:00:00,123] WARN [people|task-0] [Producer clientId=connector-producer-people-0] The metadata response from the cluster reported a recoverable issue with correlation id 5 : {made.up=UNKNOWN_TOPIC_OR_PARTITION} (org.apache.kafka.clients.NetworkClient)';
    const derived = connector('RUNNING', undefined, { 'topic.prefix': 'made' });
    expect(find(derived, ['there'], line).problems[0]).toContain('no topic made.up for it to write');
    // It has been made since.
    expect(find(derived, ['made.up'], line).problems).toEqual([]);
    // Another connector looked for it.
    expect(find(derived, ['there'], line.replaceAll('people', 'others')).problems).toEqual([]);
  });

  test('is named also where a client of its own looks for it, in the layout of Connect’s own logs', () => {
    const line =
      '[2026-11-30 06:00:00,123] WARN [people|task-0] [Producer clientId=dbserver-schemahistory] Error while fetching metadata with correlation id 1 : {history=UNKNOWN_TOPIC_OR_PARTITION} (org.apache.kafka.clients.NetworkClient:1105)';
    expect(find(connector('RUNNING'), ['there'], line).problems[0]).toContain('no topic history for it');
  });

  test('is no matter where nobody can be asked for topics', () => {
    expect(find(connector('RUNNING', undefined, { topic: 'people' })).problems).toEqual([]);
  });
});

const APACHE = 'org.apache.kafka.connect.transforms';

test.each<[string, Record<string, string>, string[]]>([
  ['what it is told', { topic: 'a' }, ['a']],
  ['what it is told for Kafka', { 'kafka.topic': 'a', topic: 'mqtt' }, ['a']],
  [
    'what a router makes of it',
    {
      topic: 'a',
      transforms: 'stamp, route',
      'transforms.stamp.type': `${APACHE}.InsertField$Value`,
      'transforms.route.type': `${APACHE}.RegexRouter`,
      'transforms.route.regex': '(.*)',
      'transforms.route.replacement': 'b.$1',
    },
    ['b.a'],
  ],
  [
    'unknown where it depends on the record',
    { topic: 'a', transforms: 't', 'transforms.t.type': `${APACHE}.TimestampRouter` },
    [],
  ],
  [
    'unknown where it is a transform of one’s own',
    { topic: 'a', transforms: 't', 'transforms.t.type': 'com.example.T' },
    [],
  ],
  ['unknown where it is a pattern', { topic: '${table}' }, []],
  ['made by the workers', { topic: 'a', 'topic.creation.default.partitions': '1' }, []],
])('the topic that a source writes is %s', (_, config, topics) => {
  expect(topicsOf(connector('RUNNING', [], config))).toEqual(topics);
});

test.each<[string, ConnectorAnswer, boolean]>([
  ['a source whose topics are made out of records', connector('RUNNING'), true],
  ['one that somebody paused', connector('PAUSED'), false],
  ['a source that says its topic', connector('RUNNING', [], { topic: 'a' }), false],
  [
    'a source whose topics the workers make',
    connector('RUNNING', [], { 'topic.creation.groups': 'a' }),
    false,
  ],
  ['a sink', connector('RUNNING', [], { 'topics.regex': '.*' }), false],
])('whether only time shows the topics of %s', (_, given, is) => {
  expect(isUnpredictable(given)).toBe(is);
});
