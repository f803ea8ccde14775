import { fileProvider } from '../core/config-provider';
import type { SecretFiles } from '../core/secret-file';
import { joined } from '../core/resolved';
import { without } from '../core/without';
import { settingsEnvironment } from '../core/settings-environment';
import { withClientFiles } from '../kafka/client-settings';
import type { ISchemaRegistry } from '../schema-registry/interfaces';
import { confluentClient, filesOfRegistry } from '../schema-registry/registry-client';
import type { ConnectFacts } from './kafka-connect-props';
import { loginOfContainer, loginSettings } from './worker-login';
import { securitySettings } from './worker-security';

/** Where the images keep their plugins, where plugins are added, and FileStream, which is on no default path. */
const PLUGIN_PATH = [
  '/usr/share/java',
  '/usr/share/confluent-hub-components',
  '/usr/share/filestream-connectors',
];

/** The settings that the construct answers for, by their name in Connect. */
function managedSettings(facts: ConnectFacts): Readonly<Record<string, string | number | boolean>> {
  const { cluster, topics } = facts;
  const copies = cluster.defaultReplicationFactor;
  return {
    'bootstrap.servers': joined(',', cluster.bootstrapServers),
    'group.id': facts.groupId,
    'config.storage.topic': topics.configs.topicName,
    'offset.storage.topic': topics.offsets.topicName,
    'status.storage.topic': topics.statuses.topicName,
    'config.storage.replication.factor': copies,
    'offset.storage.replication.factor': copies,
    'status.storage.replication.factor': copies,
    ...converterSettings(facts),
    'plugin.path': [...PLUGIN_PATH, ...facts.pluginPath].join(','),
    ...(facts.exactlyOnceSource && { 'exactly.once.source.support': 'enabled' }),
  };
}

/** What an operator has fields for, or decides. */
const OF_OPERATOR = [
  ...['bootstrap.servers', 'group.id', 'plugin.path'],
  ...['config', 'offset', 'status'].map((kind) => `${kind}.storage.topic`),
];

/** What an operator is told of all workers, which sees itself to the brokers, the group and the topics. */
export function operatedSettings(
  facts: ConnectFacts,
  registry?: ISchemaRegistry,
): Readonly<Record<string, string | number | boolean>> {
  return {
    ...without(managedSettings(facts), OF_OPERATOR),
    ...(registry && {
      ...confluentClient('key.converter.', registry),
      ...confluentClient('value.converter.', registry),
    }),
    ...converterSettings(facts, registry),
    ...facts.settings,
    ...fileProvider(facts.settings, filesOfWorkers(facts, registry)),
  };
}

function converterSettings(facts: ConnectFacts, registry?: ISchemaRegistry): Record<string, string> {
  const workers = { pluginClasses: facts.pluginClasses, registry };
  return {
    ...facts.keyConverter.settings('key.converter', workers),
    ...facts.valueConverter.settings('value.converter', workers),
  };
}

/** The classes of its converters, each by its setting. */
export function convertersOf(facts: ConnectFacts): Record<string, string | number | boolean | undefined> {
  const rendered: Record<string, string | number | boolean> = {
    ...converterSettings(facts),
    ...facts.settings,
  };
  return Object.fromEntries(
    ['key.converter', 'value.converter', 'header.converter'].map((name) => [name, rendered[name]]),
  );
}

/** The environment of one worker. */
export function workerEnvironment(facts: ConnectFacts, serviceName: string): Record<string, string> {
  const settings: Record<string, string | number | boolean> = {
    ...managedSettings(facts),
    ...securitySettings(facts),
    // Workers hand each other requests by this name.
    'rest.advertised.host.name': serviceName,
    ...facts.settings,
    ...loginSettings(facts.settings, facts.login),
    ...fileProvider(facts.settings, filesOfWorkers(facts)),
  };
  return settingsEnvironment('CONNECT', settings);
}

/** What a worker reads: its own, and what logs in to the registries that it works with. */
export const filesOfWorkers = (
  { keyConverter, valueConverter, secretFiles }: ConnectFacts,
  registry?: ISchemaRegistry,
): SecretFiles => {
  const registries = [
    ...keyConverter.dependsOn,
    ...valueConverter.dependsOn,
    ...(registry ? [registry] : []),
  ];
  return {
    ...secretFiles,
    ...Object.fromEntries(registries.flatMap((each) => Object.entries(filesOfRegistry(each)))),
  };
};

/** Those by which it logs in to brokers, and others to it; that of the registry is its connectors' as well. */
export const ownFiles = ({ security, login }: ConnectFacts): string[] =>
  Object.keys({ ...withClientFiles(security, {}), ...loginOfContainer(login).secretFiles });

/** What a worker is told of the registry that it uses, by the setting that converters of every plugin know. */
export function registryEnvironment(facts: ConnectFacts, registry: ISchemaRegistry): Record<string, string> {
  return settingsEnvironment('CONNECT', {
    ...confluentClient('key.converter.', registry),
    ...confluentClient('value.converter.', registry),
    ...converterSettings(facts, registry),
  });
}

/** How it finds the login of the registry, beside all else that is in files. */
export const referencesEnvironment = (
  facts: ConnectFacts,
  registry: ISchemaRegistry,
): Record<string, string> =>
  settingsEnvironment('CONNECT', fileProvider(facts.settings, filesOfWorkers(facts, registry)));
