import { allOf, settings } from '../core/checks';
import { known } from '../core/known';
import { misspelt } from '../core/nearest';
import { plain } from '../core/plain';
import type { Check } from '../core/properties';
import { settingNames, settingOf, type Setting } from '../core/setting-tables';
import { valueProblem } from '../core/setting-value';
import { show } from '../core/show';

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

/** Rendered from typed properties, so that two places cannot disagree. */
export const NOT_A_SETTING =
  /^(host\.name|listeners|port|schema\.registry\.group\.id|kafkastore\.(bootstrap\.servers|topic)|(avro|schema)\.compatibility\.level)$/;

/** Behind this, what its clients of Kafka take. */
const CLIENT = 'kafkastore.';

function find(name: string): Setting | undefined {
  if (Object.hasOwn(DOCUMENTED, name)) return DOCUMENTED[name];
  if (!name.startsWith(CLIENT)) return undefined;
  const own = name.slice(CLIENT.length);
  return settingOf('admin', own) ?? settingOf('consumer', own) ?? settingOf('producer', own);
}

function problemOf(name: string, value: unknown): string | undefined {
  if (NOT_A_SETTING.test(name) || !known(value) || /^\$\{\w+:/.test(String(value))) return undefined;
  const setting = find(name);
  if (setting !== undefined) {
    const problem = valueProblem(setting, value);
    return problem && `${name} ${problem}`;
  }
  const names = [...Object.keys(DOCUMENTED), ...settingNames('admin').map((each) => CLIENT + each)];
  const meant = misspelt(name, names);
  return meant && `${show(name)} is not a setting of the registry; did you mean ${show(meant)}?`;
}

const VALUES: Check = {
  source: CONFIGS,
  allowed: 'with values that the registry takes, as far as its documentation says',
  problem: (given) => {
    const problems = Object.entries(plain(given) ?? {}).flatMap(
      ([name, value]) => problemOf(name, value) ?? [],
    );
    return problems.length > 0 ? `is an object in which ${problems.join(', and ')}` : undefined;
  },
};

export const REGISTRY_SETTINGS = allOf(settings(CONFIGS, 'mode.mutability'), VALUES);
