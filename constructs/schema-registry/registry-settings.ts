import { BY_REFERENCE } from '../core/plain-sight';
import { settingNames, settingOf, type Setting } from '../core/setting-tables';
import { settingsByName } from '../core/settings-by-name';

export const CONFIGS = 'https://docs.confluent.io/platform/7.9/schema-registry/installation/config.html';

const SWITCH: Setting = { type: 'BOOLEAN' };
const COUNT: Setting = { type: 'INT', min: 0 };
const PROTOCOL: Setting = { type: 'STRING', values: ['http', 'https'] };

/** What its documentation says of settings that people use. It is no table of all: no package registry has its classes. */
const DOCUMENTED: Readonly<Record<string, Setting>> = {
  debug: SWITCH,
  'http2.enabled': SWITCH,
  'inter.instance.protocol': PROTOCOL,
  'kafkastore.init.timeout.ms': COUNT,
  'kafkastore.timeout.ms': COUNT,
  'kafkastore.topic.replication.factor': { type: 'INT', min: 1 },
  'kafkastore.topic.skip.validation': SWITCH,
  'kafkastore.write.max.retries': COUNT,
  'leader.eligibility': SWITCH,
  'master.eligibility': SWITCH,
  'mode.mutability': SWITCH,
  'request.timeout.ms': COUNT,
  'schema.cache.expiry.secs': COUNT,
  'schema.cache.size': COUNT,
  'schema.registry.inter.instance.protocol': PROTOCOL,
  'shutdown.graceful.ms': COUNT,
  'ssl.client.authentication': { type: 'STRING', values: ['NONE', 'REQUESTED', 'REQUIRED'] },
};

/** Rendered from these properties, so that two places cannot disagree. */
const PROPERTIES: ReadonlyMap<string, string> = new Map([
  ['host.name', 'serviceName'],
  ['schema.registry.group.id', 'serviceName'],
  ['listeners', 'hostPort'],
  ['port', 'hostPort'],
  ['kafkastore.bootstrap.servers', 'cluster'],
  ['kafkastore.topic', 'topic'],
  ['avro.compatibility.level', 'compatibility'],
  ['schema.compatibility.level', 'compatibility'],
]);

/** Behind this, what its clients of Kafka take. */
const CLIENT = 'kafkastore.';

function find(name: string): Setting | undefined {
  if (Object.hasOwn(DOCUMENTED, name)) return DOCUMENTED[name];
  if (!name.startsWith(CLIENT)) return undefined;
  const own = name.slice(CLIENT.length);
  return settingOf('admin', own) ?? settingOf('consumer', own) ?? settingOf('producer', own);
}

export const REGISTRY_SETTINGS = settingsByName({
  product: 'Schema Registry',
  kind: 'setting',
  version: '7.9, as far as its documentation says',
  source: CONFIGS,
  example: 'mode.mutability',
  written: /^[a-z][a-z0-9]*([._-][a-z0-9]+)*$/,
  further: true,
  cure: BY_REFERENCE,
  find,
  names: () => [
    ...Object.keys(DOCUMENTED),
    ...PROPERTIES.keys(),
    ...settingNames('admin').map((each) => CLIENT + each),
  ],
  instead: (name) => {
    const property = PROPERTIES.get(name);
    return property === undefined ? undefined : `set by the property ${property}`;
  },
});
