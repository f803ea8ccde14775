import { isReadableSecret } from '../../constructs/core/secrets';
import { call, list, object, text, type Code } from './code';
import type { Description, FoundConnector } from './description';
import { path, sorted, type Item, type Items } from './item';
import { whole } from './quantities';
import { setting } from './topics';

export function connectorItems({ connect, topics }: Pick<Description, 'connect' | 'topics'>): Items {
  const made = new Set(topics.map(({ name }) => name));
  const all = sorted(connect?.connectors ?? [], ({ name }) => name);
  return { items: all.map((each) => connectorItem(each, made)), leftOut: [] };
}

/** What has a property, or is said by the connector's name. */
const OWN = ['name', 'connector.class', 'tasks.max'];

/** @param made the topics that the program makes */
function connectorItem({ name, config, topics, isSource }: FoundConnector, made: ReadonlySet<string>): Item {
  const settings = sorted(Object.entries(config), ([key]) => key).filter(([key]) => !OWN.includes(key));
  const open = settings.filter((each) => !isReadableSecret(...each));
  const secret = settings.filter((each) => isReadableSecret(...each));
  const tasks = config['tasks.max'];
  const connector = (writes?: Code): Code => {
    const props = object({
      connect: 'connect',
      connectorClass: text(config['connector.class'] ?? ''),
      tasksMax: whole(tasks) === undefined ? undefined : tasks,
      writes,
      config: some(open.map(([key, value]) => [key, setting(value)])),
      secrets: some(secret.map(([key]) => [key, call('secret', text(variable(name, key)))])),
    });
    return ['new ', call('Connector', 'stack', text(name), props)];
  };
  const used = sorted(topics, (each) => each);
  const reference = (topic: string): Code => call('topic', text(topic));
  return {
    what: `the connector ${name}`,
    paths: [path('connectors', name)],
    ways: [
      [connector()],
      // Its settings do not tell which topics it uses, or these are made elsewhere.
      isSource && used.length > 0
        ? [connector(list(used.map(reference)))]
        : [...used.filter((each) => !made.has(each)).map(reference), connector()],
    ],
    secrets: secret.map(([key]) => variable(name, key)),
  };
}

const some = (entries: readonly (readonly [string, Code])[]): Code | undefined =>
  entries.length > 0 ? object(Object.fromEntries(entries)) : undefined;

/** Whose value is given as `TF_VAR_<name>`. */
function variable(connector: string, key: string): string {
  const name = `${connector}_${key}`.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_');
  return /^\d/.test(name) ? `_${name}` : name;
}
