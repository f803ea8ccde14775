import { askRest } from '../engine/rest-logins';

/** What was found of things that count as healthy as soon as they run. */
export interface Findings {
  /** What does not work, in sentences. */
  readonly problems: readonly string[];
  /** What somebody may have wanted so. */
  readonly notes: readonly string[];
}

type State = 'RUNNING' | 'FAILED' | 'PAUSED' | 'STOPPED' | 'UNASSIGNED' | 'RESTARTING';

/** Of `GET /connectors?expand=status&expand=info`. */
export interface ConnectorAnswer {
  readonly info: { readonly type?: string; readonly config: Readonly<Record<string, string>> };
  readonly status: {
    readonly connector: { readonly state: State; readonly trace?: string };
    readonly tasks: readonly { readonly id: number; readonly state: State; readonly trace?: string }[];
  };
}

/** By their names. */
export type Connectors = Readonly<Record<string, ConnectorAnswer>>;

/** @param url of any of the workers */
export async function askConnectors(url: string): Promise<Connectors> {
  const answer = await askRest(url, '/connectors?expand=status&expand=info', 10_000);
  if (answer.status === 401) throw new Error('it does not take the login that is known here');
  if (!answer.ok) throw new Error(`it answers with ${answer.status}`);
  return (await answer.json()) as Connectors;
}

/** Starts what has failed of a connector again: what it met may be mended by now. */
export async function restart(url: string, name: string): Promise<void> {
  const path = `/connectors/${encodeURIComponent(name)}/restart?includeTasks=true&onlyFailed=true`;
  await askRest(url, path, 30_000, { method: 'POST' });
}

/** The topics that a connector has used since it was made. */
export async function activeTopics(url: string, name: string): Promise<readonly string[]> {
  const answer = await askRest(url, `/connectors/${encodeURIComponent(name)}/topics`, 10_000);
  const all = (await answer.json()) as Record<string, { topics?: string[] }>;
  return all[name]?.topics ?? [];
}

/** Whether only time shows which topics it writes: their names come out of its records. */
export function isUnpredictable(connector: ConnectorAnswer): boolean {
  const runs = connector.status.connector.state === 'RUNNING';
  return runs && !isSink(connector) && !makesTopics(connector) && topicsOf(connector).length === 0;
}

export const hasFailed = ({ status }: ConnectorAnswer): boolean =>
  [status.connector, ...status.tasks].some(({ state }) => state === 'FAILED');

/**
 * @param topics that there are; undefined where nobody could be asked
 * @param logs of the workers, which say what a connector looks for in vain
 */
export function connectorFindings(
  url: string,
  connectors: Connectors,
  topics: ReadonlySet<string> | undefined,
  logs = '',
): Findings {
  const vain = topics ? soughtInVain(logs) : [];
  const problems: string[] = [];
  const notes: string[] = [];
  for (const [name, each] of Object.entries(connectors)) {
    const { connector, tasks } = each.status;
    const at = `The connector ${name}`;
    if (connector.state === 'PAUSED' || connector.state === 'STOPPED') {
      const resume = `curl -X PUT ${url}/connectors/${encodeURIComponent(name)}/resume`;
      notes.push(`${at} was ${connector.state.toLowerCase()} by hand: \`${resume}\` resumes it.`);
      continue;
    }
    if (connector.state !== 'RUNNING')
      problems.push(`${at} is ${connector.state}${because(connector.trace)}`);
    for (const { id, state, trace } of tasks)
      if (state !== 'RUNNING' && state !== 'PAUSED')
        problems.push(`${at} has a task that is ${state}, number ${id}${because(trace)}`);
    if (connector.state === 'RUNNING' && tasks.length === 0)
      notes.push(`${at} has no task: as it is configured, it finds nothing to do.`);
    if (!topics) continue;
    const used = [
      ...topicsOf(each),
      ...vain.filter((one) => one.connector === name).map(({ topic }) => topic),
    ];
    const missing = [...new Set(used)].filter((topic) => !topics.has(topic));
    if (missing.length > 0)
      problems.push(
        `${at} is ${connector.state}, but there is no topic ${missing.join(', ')} for it to ${isSink(each) ? 'read' : 'write'}: declare it (new KafkaTopic), or correct the connector.`,
      );
  }
  return { problems, notes };
}

/** The root of a stack trace, which is told last, and what it led to. */
function because(trace: string | undefined): string {
  const lines = (trace ?? '').split('\n').filter((line) => /^\S/.test(line));
  if (lines.length === 0) return '.';
  const last = lines.at(-1);
  return [...new Set([lines[0], last])].map((line) => `\n  | ${line?.slice(0, 300)}`).join('');
}

/** Those that its configuration names: what a source writes to, or a sink reads. */
export function topicsOf(connector: ConnectorAnswer): readonly string[] {
  const { config } = connector.info;
  if (isSink(connector)) return split(config.topics);
  if (makesTopics(connector)) return [];
  const named = config['kafka.topic'] ?? config.topic;
  const topic = named === undefined ? undefined : routed(named, config);
  // Some put a pattern of their own there.
  return topic !== undefined && /^[\w.-]+$/.test(topic) ? [topic] : [];
}

export const isSink = ({ info: { config, type } }: ConnectorAnswer): boolean =>
  type === 'sink' || (config.topics ?? config['topics.regex']) !== undefined;

/** The workers make the topics of a source that says how. */
const makesTopics = ({ info: { config } }: ConnectorAnswer): boolean =>
  Object.keys(config).some((key) => key.startsWith('topic.creation.'));

/** Those of Apache Kafka, but for the routers, leave a record in its topic. */
const STAYS = /^org\.apache\.kafka\.connect\.transforms\.(?!\w*Router)/;

/** The topic after all transforms; undefined where one of them makes it out of the record. */
function routed(topic: string, config: Readonly<Record<string, string>>): string | undefined {
  for (const alias of split(config.transforms)) {
    const option = (name: string): string => config[`transforms.${alias}.${name}`] ?? '';
    if (STAYS.test(option('type'))) continue;
    if (option('predicate') || !option('type').endsWith('.RegexRouter')) return undefined;
    try {
      topic = topic.replace(new RegExp(`^(?:${option('regex')})$`), option('replacement'));
    } catch {
      // A pattern that Java has and JavaScript has not.
      return undefined;
    }
  }
  return topic;
}

const split = (list = ''): string[] => list.split(',').flatMap((each) => each.trim() || []);

interface Vain {
  readonly connector: string;
  readonly topic: string;
}

/** A connector in a line of a worker's log: its own client's id, or the context that Connect's own layout puts first. */
const CONNECTOR = /clientId=connector-(?:producer|consumer)-(.+?)-\d+[\],]|^\[[^\]]*\] \w+ \[([^|\]]+)\|/;

/** What the clients of connectors asked brokers for, and there is no such topic; also names made out of records. */
function soughtInVain(logs: string): readonly Vain[] {
  return logs.split('\n').flatMap((line) => {
    const [, ofClient, ofContext] = CONNECTOR.exec(line) ?? [];
    const connector = ofClient ?? ofContext;
    if (connector === undefined) return [];
    const topics = [...line.matchAll(/([\w.-]+)=UNKNOWN_TOPIC_OR_PARTITION/g)];
    return topics.map(([, topic = '']) => ({ connector, topic }));
  });
}
