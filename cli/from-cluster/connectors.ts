import { isReadableSecret } from '../../constructs/core/secrets';
import { call, list, object, text, type Code } from './code';
import type { Description, FoundConnector } from './description';
import { path, sorted, type Item, type Items } from './item';
import { whole } from './quantities';
import { setting } from './topics';

/** Connectors, and of topics that they use and the program does not make a reference each. */
export function connectorItems({ connect, topics }: Pick<Description, 'connect' | 'topics'>): Items {
  const made = new Set(topics.map(({ name }) => name));
  const items = sorted(connect?.connectors ?? [], ({ name }) => name).map((each) =>
    connectorItem(each, made),
  );
  return { items, leftOut: [] };
}

function connectorItem(connector: FoundConnector, made: ReadonlySet<string>): Item {
  const { name, config, topics, isSource } = connector;
  const { name: _, 'connector.class': connectorClass = '', 'tasks.max': tasks, ...settings } = config;
  const [secret, open] = [true, false].map((wanted) =>
    sorted(
      Object.entries(settings).filter(([key, value]) => isReadableSecret(key, value) === wanted),
      ([key]) => key,
    ),
  ) as [[string, string][], [string, string][]];
  const variables = secret.map(([key]) => variable(name, key));
  const props = (writes: Code | undefined): Code =>
    object({
      connect: 'connect',
      connectorClass: text(connectorClass),
      tasksMax: whole(tasks) && tasks,
      writes,
      config:
        open.length > 0
          ? object(Object.fromEntries(open.map(([key, value]) => [key, setting(value)])))
          : undefined,
      secrets:
        secret.length > 0
          ? object(
              Object.fromEntries(
                secret.map(([key], index) => [key, call('secret', text(variables[index] ?? ''))]),
              ),
            )
          : undefined,
    } as Record<string, Code | undefined>);
  const statement = (writes?: Code): Code => ['new ', call('Connector', 'stack', text(name), props(writes))];
  const reference = (topic: string): Code => call('topic', text(topic));
  const [first, ...others] = [
    [statement()],
    // The library cannot tell by itself which topics it uses.
    isSource && topics.length > 0
      ? [statement(list(sorted(topics, (each) => each).map(reference)))]
      : [
          ...sorted(topics, (each) => each)
            .filter((each) => !made.has(each))
            .map(reference),
          statement(),
        ],
  ];
  return {
    what: `the connector ${name}`,
    paths: [path('connectors', name)],
    ways: [first ?? [], ...others],
    secrets: variables,
  };
}

/** As the value of the variable is given: `TF_VAR_<name>`. */
const variable = (connector: string, key: string): string =>
  `${connector}_${key}`
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replace(/^(?=\d)/, '_');
