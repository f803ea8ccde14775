import { fileProvider } from '../core/config-provider';
import { joined } from '../core/resolved';
import { settingsEnvironment } from '../core/settings-environment';
import type { ISchemaRegistry } from '../schema-registry/interfaces';
import type { ConnectFacts } from './kafka-connect-props';
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
    ...fileProvider(facts.settings, facts.secretFiles),
  };
  return settingsEnvironment('CONNECT', settings);
}

/** What a worker is told of the registry that it uses, by the setting that converters of every plugin know. */
export function registryEnvironment(facts: ConnectFacts, registry: ISchemaRegistry): Record<string, string> {
  return settingsEnvironment('CONNECT', {
    'key.converter.schema.registry.url': registry.url,
    'value.converter.schema.registry.url': registry.url,
    ...converterSettings(facts, registry),
  });
}
