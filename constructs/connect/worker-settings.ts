import { BY_REFERENCE } from '../core/plain-sight';
import {
  byLine,
  settingNames,
  settingOf,
  TABLE_VERSIONS,
  type KafkaLine,
  type Setting,
  type SettingTable,
} from '../core/setting-tables';
import { foreignSettings, settingsByName, type KnownSettings } from '../core/settings-by-name';

export const CONNECT_CONFIGS = 'https://kafka.apache.org/39/documentation.html#connectconfigs';

const TOPICS_PROPERTY = 'set by the property topics';
const COPIES = "left out, because it is the cluster's defaultReplicationFactor";
const ADDRESS = "left out, because the worker's address in the network is fixed";

/** Rendered from properties, so that two places cannot disagree; the port is fixed inside the network. */
const INSTEAD: ReadonlyMap<string, string> = new Map([
  ['bootstrap.servers', 'set by the property cluster'],
  ['group.id', 'set by the property groupId'],
  ['plugin.path', 'set by the property pluginPath'],
  ...['config', 'offset', 'status'].flatMap((role): [string, string][] => [
    [`${role}.storage.topic`, TOPICS_PROPERTY],
    [`${role}.storage.replication.factor`, COPIES],
  ]),
  ...[
    'listeners',
    'rest.port',
    'rest.advertised.host.name',
    'rest.advertised.port',
    'rest.advertised.listener',
  ].map((name): [string, string] => [name, ADDRESS]),
  ['admin.bootstrap.controllers', 'left out, because connectors are told the brokers'],
  [
    'consumer.group.id',
    'left out, because sinks must not share a group; one takes another by its consumer.override.group.id',
  ],
]);
const OF_CONVERTER = /^(key|value)\.converter(\..*)?$/;

/** The clients that connectors get: each takes its own settings behind its name. */
export const CLIENTS = ['producer', 'consumer', 'admin'] as const;
const OF_CLIENT = /^(producer|consumer|admin)\.(.+)$/;
/** What a topic is made with that a worker makes itself. */
const OF_TOPIC = /^(?:config|offset|status)\.storage\.(.+)$/;
/** Of the REST interface that speaks TLS. */
const OF_LISTENER = /^listeners\.https\.(.+)$/;
/** Handed on to what a class of the user's own wants. */
const OPEN =
  /^((?:producer\.|consumer\.|admin\.)?(config\.providers(\.[a-z0-9_-]+\.(class|param\..+))?|metrics\.context\..+)|header\.converter\..+)$/;
/** By environment, in which letters have no case. */
const WRITTEN = /^[a-z][a-z0-9]*([._-][a-z0-9]+)*$/;

/** A header in the setting of all of them. */
function headers(letter: string, quote = ''): string {
  return `${quote}(?:set|add|setDate|addDate)\\s+${letter}+:${letter}+${quote}`;
}

/** What a worker asks of a value only when it starts. */
const STRICTER: ReadonlyMap<string, Setting> = new Map<string, Setting>([
  // Sooner no broker answers that it is asked for its cluster.
  ['request.timeout.ms', { type: 'INT', min: 1000 }],
  // org.apache.kafka.connect.runtime.rest.RestServerConfig#validateHttpResponseHeaderConfig, 3.9.1
  [
    'response.http.headers.config',
    {
      type: 'STRING',
      anyCase: true,
      pattern: `^(\\s*(${headers('[^":]', '"')}|${headers('[^":,]')})\\s*(,|$))*$`,
      allowed: "headers such as 'add X-Frame-Options: DENY', each with set, add, setDate or addDate",
    },
  ],
  [
    'connector.client.config.override.policy',
    {
      type: 'LIST',
      most: 1,
      filled: true,
      pattern: '^((All|None|Principal)(ConnectorClientConfigOverridePolicy)?|[\\w$]+(\\.[\\w$]+)+)$',
      allowed: 'All, None, Principal or the full name of a class',
    },
  ],
]);

const BYTES = 'org.apache.kafka.common.serialization.ByteArray';
const SERIALIZER: Setting = { type: 'STRING', values: [`${BYTES}Serializer`] };
const DESERIALIZER: Setting = { type: 'STRING', values: [`${BYTES}Deserializer`] };

/**
 * What tasks count on in their clients, although these take what is set: converters make the bytes, and offsets are
 * committed once a sink has written.
 */
// org.apache.kafka.connect.runtime.Worker#baseConsumerConfigs, 3.9.1
const OF_TASKS: ReadonlyMap<string, Setting> = new Map<string, Setting>([
  ['producer.key.serializer', SERIALIZER],
  ['producer.value.serializer', SERIALIZER],
  ['consumer.key.deserializer', DESERIALIZER],
  ['consumer.value.deserializer', DESERIALIZER],
  ['consumer.enable.auto.commit', { type: 'STRING', anyCase: true, values: ['false'] }],
]);

/** What a setting of a connector's client takes. @param name without the client's own before it */
export function clientSetting(client: SettingTable, name: string, line?: KafkaLine): Setting | undefined {
  return OF_TASKS.get(`${client}.${name}`) ?? settingOf(client, name, line);
}

function find(name: string, line: KafkaLine): Setting | undefined {
  if (!WRITTEN.test(name)) return undefined;
  const own = STRICTER.get(name) ?? settingOf('worker', name, line);
  if (own !== undefined) return own;
  const [, client, clients] = OF_CLIENT.exec(name) ?? [];
  if (client !== undefined && clients !== undefined) {
    const setting = clientSetting(client as SettingTable, clients, line);
    if (setting !== undefined) return setting;
  }
  const [, ofTopic] = OF_TOPIC.exec(name) ?? [];
  if (ofTopic !== undefined) return settingOf('topic', ofTopic, line);
  const [, ofListener] = OF_LISTENER.exec(name) ?? [];
  if (ofListener !== undefined) return settingOf('worker', ofListener, line);
  return OPEN.test(name) ? { type: 'STRING' } : undefined;
}

const known = (line: KafkaLine): KnownSettings => ({
  product: 'Kafka Connect',
  kind: 'worker setting',
  version: TABLE_VERSIONS.kafka[line],
  source: CONNECT_CONFIGS,
  example: 'offset.flush.interval.ms',
  written: WRITTEN,
  find: (name) => find(name, line),
  cure: BY_REFERENCE,
  names: () => [
    ...settingNames('worker', line),
    ...CLIENTS.flatMap((client) => settingNames(client, line).map((name) => `${client}.${name}`)),
  ],
  instead: (name) =>
    INSTEAD.get(name) ??
    (OF_CONVERTER.test(name)
      ? `set by the property ${name.startsWith('key') ? 'keyConverter' : 'valueConverter'}`
      : undefined),
});

/** By the line of the workers' image. */
export const SETTINGS_OF_WORKERS = byLine((line) => ({
  settings: settingsByName(known(line)),
  foreignSettings: foreignSettings(known(line)),
}));
