import { joined, isResolved } from '../core/resolved';
import { isLoopback } from '../core/reach';
import { settingNames, settingOf, type Setting } from '../core/setting-tables';
import { valueProblem } from '../core/setting-value';
import { misspelt } from '../core/nearest';
import { formatValue } from '../core/format-value';
import { SECURITY_OF_BROKERS } from './worker-security';
import { WORKER_SETTINGS_TOGETHER } from './worker-setting-rules';
import { clientSetting, CLIENTS } from './worker-settings';
import type { ConnectorFacts } from './connector-props';
import { listed } from './connector-targets';
import { isMirror, producerSettings } from './connector-topics';
import { isFound, KAFKA_CONVERTERS, KAFKA_PREDICATES, KAFKA_TRANSFORMS, simpleName } from './kafka-plugins';
import { settingsOfPlugin } from './plugin-settings';
import { consumerSessionProblems } from './session-rules';

type Config = ConnectorFacts['config'];

const CLIENT = new RegExp(`^(${CLIENTS.join('|')})\\.(override\\.)?(.+)$`);
/** Of a group of topics that Connect makes. */
const OF_TOPICS = /^topic\.creation\.[^.]+\.(?!include$|exclude$|partitions$|replication\.factor$)(.+)$/;
/** Those that hand `consumer.` and the like to clients of their own. */
const OWN_CLIENTS = /Mirror|Replicator/;

/** How one setting is wrong; undefined also where the workers find its value in a file. */
function problem(name: string, setting: Setting, value: unknown): string | undefined {
  if (!isResolved(value) || /^\$\{/.test(String(value))) return undefined;
  const wrong = valueProblem(setting, value);
  return wrong === undefined ? undefined : `${name} ${wrong}`;
}

/** A name that only looks like one of a client's may be an interceptor's. */
function ofClients(connectorClass: string, config: Config): string[] {
  return Object.entries(config).flatMap(([name, value]) => {
    const [, client, override, own = ''] = CLIENT.exec(name) ?? [];
    const table = CLIENTS.find((each) => each === client);
    if (table === undefined) return [];
    const setting = clientSetting(table, own);
    if (override === undefined)
      return setting === undefined || OWN_CLIENTS.test(connectorClass)
        ? []
        : [`${name} must be ${table}.override.${own}, or nothing heeds it`];
    if (setting !== undefined) return problem(name, setting, value) ?? [];
    const meant = misspelt(own, settingNames(table));
    return meant === undefined
      ? []
      : [`${name} is not a setting of a ${table}; did you mean ${formatValue(meant)}?`];
  });
}

/** The rules of two settings of one client, as they are those of the workers' own. */
function ofOneClient({ config, connect: { cluster } }: Pick<ConnectorFacts, 'config' | 'connect'>): string[] {
  const overrides = Object.entries(config).filter(([name]) => CLIENT.exec(name)?.[2] !== undefined);
  if (overrides.length === 0) return [];
  const settings = Object.fromEntries(
    overrides.map(([name, value]) => [name.replace('.override.', '.'), value]),
  );
  // A connector may have a login of its own where there are logins.
  const rules = cluster.security
    ? WORKER_SETTINGS_TOGETHER
    : [...WORKER_SETTINGS_TOGETHER, SECURITY_OF_BROKERS];
  const facts = { settings, cluster };
  return rules
    .filter(({ fails }) => fails(facts))
    .map(({ message }) =>
      message(facts)
        .replace(/^settings: |\.$/g, '')
        .replace(/\b(producer|consumer|admin)\.(?=[a-z])/g, '$1.override.'),
    );
}

/** What each policy of Kafka's lets a connector override. */
const OVERRIDABLE: Readonly<Record<string, RegExp>> = {
  None: /^$/,
  Principal: /^(security\.protocol|sasl\.(jaas\.config|mechanism))$/,
};

/** A worker makes no connector that overrides more than its policy lets it. */
function againstPolicy({ config, secrets, writes, connect }: ConnectorFacts): string[] {
  const policy = connect.overridePolicy?.replace(/^.*\.|ConnectorClientConfigOverridePolicy$/g, '') ?? '';
  const may = Object.hasOwn(OVERRIDABLE, policy) ? OVERRIDABLE[policy] : undefined;
  if (!may) return [];
  const all = { ...producerSettings({ config, secrets, writes }), ...config, ...secrets };
  const overrides = Object.keys(all).filter((name) => CLIENT.exec(name)?.[2] !== undefined);
  return overrides
    .filter((name) => !may.test(CLIENT.exec(name)?.[3] ?? ''))
    .map(
      (name) =>
        `${name} must not be set${name in config || name in secrets ? '' : ', as writes would have it,'} of workers whose connector.client.config.override.policy is ${policy}; leave that out of the settings of ${connect.node.path}, or set ${name.replace('.override', '')} there`,
    );
}

function exactlyOnce({ config, connect }: Pick<ConnectorFacts, 'config' | 'connect'>): string[] {
  const isRequired = /^required$/i.test(String(config['exactly.once.support']));
  return isRequired && connect.exactlyOnceSource === false
    ? ['exactly.once.support must not be required of workers without it; turn their exactlyOnceSource on']
    : [];
}

/** What nearly no connector has besides: a misspelt name is one that Kafka would not heed. */
const ofConnect = (config: Config): string[] =>
  Object.entries(config).flatMap(([name, value]) => {
    if (name === 'tasks.max.enforce') return problem(name, { type: 'BOOLEAN' }, value) ?? [];
    const [, ofTopic = ''] = OF_TOPICS.exec(name) ?? [];
    if (ofTopic === '') return [];
    const setting = settingOf('topic', ofTopic);
    if (setting !== undefined) return problem(name, setting, value) ?? [];
    const meant = misspelt(ofTopic, settingNames('topic'));
    return meant === undefined
      ? []
      : [`${name} is not a setting of a topic; did you mean ${formatValue(meant)}?`];
  });

/** What is wrong with the settings of a plugin of Kafka's, each behind `part`. */
function ofPlugin(config: Config, part: string, className: string, beside: readonly string[]): string[] {
  const settings = settingsOfPlugin(simpleName(className));
  if (settings === undefined) return [];
  const own = Object.entries(config).filter(([name]) => name.startsWith(`${part}.`));
  return own.flatMap(([name, value]) => {
    const rest = name.slice(part.length + 1);
    if (beside.includes(rest)) return [];
    const setting = Object.hasOwn(settings, rest) ? settings[rest] : undefined;
    if (setting !== undefined) return problem(name, setting, value) ?? [];
    const all = Object.keys(settings);
    return [
      `${name} is not a setting of ${simpleName(className)}, ${all.length > 0 ? `which has ${all.join(', ')}` : 'which has none'}`,
    ];
  });
}

const PARTS = [
  ['transforms', KAFKA_TRANSFORMS, ['type', 'predicate', 'negate']],
  ['predicates', KAFKA_PREDICATES, ['type']],
] as const;

const ofParts = (config: Config): string[] =>
  PARTS.flatMap(([list, classes, beside]) =>
    listed(config[list]).flatMap((name) => {
      const part = `${list}.${name}`;
      const type = String(config[`${part}.type`] ?? '');
      if (!isFound(type, classes)) return [];
      return [...ofPlugin(config, part, type, beside), ...together(config, part, simpleName(type))];
    }),
  );

/** What a transform asks of two of its settings when it starts. */
function together(config: Config, part: string, name: string): string[] {
  const of = (setting: string): string | number | boolean | undefined => config[`${part}.${setting}`];
  if (name === 'HeaderFrom' && of('fields') && of('headers') && isResolved(of('fields'), of('headers')))
    return listed(of('fields')).length === listed(of('headers')).length
      ? []
      : [`${part}.fields and ${part}.headers must be as many, a header for each field`];
  if (name === 'TimestampConverter' && of('target.type') === 'string' && !of('format'))
    return [`${part}.format must be set for ${part}.target.type string`];
  if (name === 'InsertField' && of('static.field') !== undefined && of('static.value') === undefined)
    return [`${part}.static.value must be set beside ${part}.static.field`];
  if (
    name === 'InsertField' &&
    !Object.keys(config).some((each) => each.startsWith(`${part}.`) && /\.(field)$/.test(each))
  )
    return [`${part} must name a field to insert, such as ${part}.timestamp.field`];
  return [];
}

const CONVERTER_SETTINGS = ['key.converter', 'value.converter', 'header.converter'] as const;

/** Settings of a converter go with its class: alone, they are not heeded, and the workers' converter keeps its own. */
function ofConverters(config: Config, given: readonly string[]): string[] {
  return CONVERTER_SETTINGS.flatMap((converter) => {
    const own = Object.keys(config).filter((name) => name.startsWith(`${converter}.`));
    if (own.length === 0 || given.includes(converter)) return [];
    const className = config[converter];
    if (className === undefined)
      return [
        `${converter} must be set beside ${own.join(', ')}, or nothing heeds ${own.length > 1 ? 'these' : 'this'}`,
      ];
    return isFound(String(className), KAFKA_CONVERTERS, 'Converter')
      ? ofPlugin(config, converter, String(className), ['schemas.enable'])
      : [];
  });
}

/** A pattern that ends a task, as far as Java and JavaScript agree. */
function brokenPatterns(config: Config): string[] {
  const parts = ['transforms', 'predicates'].flatMap((list) =>
    listed(config[list]).flatMap((name) => [`${list}.${name}.regex`, `${list}.${name}.pattern`]),
  );
  return ['topics.regex', ...parts].flatMap((name) => {
    const pattern = config[name];
    if (pattern === undefined || !isResolved(pattern) || /\\Q/.test(String(pattern))) return [];
    try {
      new RegExp(String(pattern));
      return [];
    } catch (error) {
      return /Unterminated|Unmatched '\)'|\\ at end/.test(String(error))
        ? [`${name} must be a regular expression, got ${formatValue(pattern)}`]
        : [];
    }
  });
}

/** Addresses that are, inside a worker's container, the container itself. */
function ofOneself({ config, connect }: Pick<ConnectorFacts, 'config' | 'connect'>): string[] {
  if (!connect.platform) return [];
  return Object.entries(config)
    .filter(([name, value]) => TOLD.test(name) && isResolved(value) && listed(value).some(isLoopback))
    .map(
      ([name, value]) =>
        `${name} must be an address that the workers reach, got ${formatValue(value)}, which is their own container; inside the network the brokers are at ${joined(',', connect.cluster.bootstrapServers)}`,
    );
}
const TOLD = /(^|\.)bootstrap\.servers$/;

/** What mirrors cannot do without, although their workers know one of the clusters. */
const ofMirrors = (connectorClass: string, config: Config): string[] =>
  isMirror(connectorClass)
    ? ['source.cluster.alias', 'source.cluster.bootstrap.servers', 'target.cluster.bootstrap.servers']
        .filter((name) => !(name in config))
        .map((name) => `${name} must be set for ${simpleName(connectorClass)}`)
    : [];

const ofFiles = (connectorClass: string, config: Config): string[] =>
  simpleName(connectorClass).startsWith('FileStreamSource') && 'batch.size' in config
    ? [problem('batch.size', { type: 'INT' }, config['batch.size']) ?? []].flat()
    : [];

/** How the values of a connector's settings are wrong, each a sentence that begins with the setting's name. */
export function valueProblems(facts: ConnectorFacts): string[] {
  const { connectorClass, config } = facts;
  const given = [
    ...(facts.keyConverter ? ['key.converter'] : []),
    ...(facts.valueConverter ? ['value.converter'] : []),
    ...Object.keys(facts.secrets),
  ];
  return [
    ...ofClients(connectorClass, config),
    ...ofOneClient(facts),
    ...consumerSessionProblems(config, 'consumer.override.', facts.connect.cluster),
    ...againstPolicy(facts),
    ...exactlyOnce(facts),
    ...ofConnect(config),
    ...ofParts(config),
    ...ofConverters(config, given),
    ...brokenPatterns(config),
    ...ofOneself(facts),
    ...ofMirrors(connectorClass, { ...config, ...facts.secrets } as Config),
    ...ofFiles(connectorClass, config),
  ];
}
