import { ConfigResourceTypes, type Admin } from 'kafkajs';
import { aclsAt } from '../engine/access/acls';
import { passwordsAt } from '../engine/access/passwords';
import { quotasAt } from '../engine/access/quotas';
import { askConnectors, activeTopics, isSink } from '../docker/connectors';
import { rememberAccess } from '../engine/broker-access';
import { accessBy, type ClientProperties } from '../engine/client-properties';
import { partitionsOf, withAdmin } from '../engine/partitions';
import { askRest } from '../engine/rest-logins';
import { CommandError, said } from '../program';
import type { Description, FoundAcl, FoundConnector, FoundSubject, FoundTopic } from './description';
import { securityIn } from './security';

export interface Addresses {
  readonly bootstrapServers: readonly string[];
  readonly connect?: string;
  readonly registry?: string;
}

/**
 * Asks for everything that there is, and changes nothing.
 * @param properties how the brokers are spoken to. @default - in plaintext
 * @throws CommandError where the brokers, or an address that was given, do not answer
 */
export async function describe(
  { bootstrapServers: servers, connect, registry }: Addresses,
  properties?: ClientProperties,
): Promise<Description> {
  const security = properties && securityIn(properties);
  if (properties) rememberAccess(servers, accessBy(properties));
  const topics = await withAdmin(servers, topicsOf);
  const unknown: string[] = [];
  const orUnknown = async <T>(ask: Promise<readonly T[]>): Promise<readonly T[]> =>
    ask.catch((error: unknown) => {
      unknown.push(said(error));
      return [];
    });
  const acls = await orUnknown(aclsAt(servers));
  const quotas = await orUnknown(quotasAt(servers));
  const passwords = await orUnknown(passwordsAt(servers));
  return {
    bootstrapServers: servers,
    security,
    topics,
    acls: acls.map(({ of, fields }) => aclOf(of, fields)),
    quotas,
    users: [...new Set(passwords.map(({ of }) => of))],
    ...(connect !== undefined && {
      connect: { url: connect, connectors: await asked('Kafka Connect', connect, connectorsAt(connect)) },
    }),
    ...(registry !== undefined && {
      registry: {
        url: registry,
        subjects: await asked('The schema registry', registry, subjectsAt(registry)),
      },
    }),
    unknown,
  };
}

async function asked<T>(whom: string, url: string, answer: Promise<T>): Promise<T> {
  return answer.catch((error: unknown) => {
    const cause = error instanceof Error && error.cause ? ` (${said(error.cause)})` : '';
    throw new CommandError(`${whom} at ${url} does not answer as it should: ${said(error)}${cause}.`);
  });
}

/** As many at once as the brokers answer in a moment. */
const AT_ONCE = 500;

async function topicsOf(admin: Admin): Promise<readonly FoundTopic[]> {
  const partitions = await partitionsOf(admin);
  const names = [...new Set(partitions.map(({ topic }) => topic))];
  const configs = new Map<string, Readonly<Record<string, string>>>();
  for (let first = 0; first < names.length; first += AT_ONCE) {
    const resources = names
      .slice(first, first + AT_ONCE)
      .map((name) => ({ type: ConfigResourceTypes.TOPIC, name }));
    const answer = await admin.describeConfigs({ resources, includeSynonyms: false });
    for (const { resourceName, configEntries } of answer.resources) {
      const own = configEntries.filter(({ configSource }) => OWN.includes(configSource));
      configs.set(
        resourceName,
        Object.fromEntries(own.map(({ configName, configValue }) => [configName, configValue])),
      );
    }
  }
  const counts = new Map<string, number>();
  for (const { topic } of partitions) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  return partitions
    .filter(({ partition }) => partition === 0)
    .map(({ topic, replicas }) => ({
      name: topic,
      partitions: counts.get(topic) ?? 0,
      replicationFactor: replicas.length,
      config: configs.get(topic) ?? {},
    }));
}

/** What Terraform's provider reads of a topic: set for it, or for the one broker that was asked. By Kafka's numbers. */
const OWN: readonly number[] = [1, 2];

function aclOf(principal: string, fields: readonly string[]): FoundAcl {
  const [permission = '', operation = '', resourceType = '', patternType = '', name = '', host = ''] = fields;
  return { principal, permission, operation, resourceType, patternType, name, host };
}

async function connectorsAt(url: string): Promise<readonly FoundConnector[]> {
  const all = Object.entries(await askConnectors(url));
  return Promise.all(
    all.map(async ([name, each]) => ({
      name,
      config: each.info.config,
      topics: await activeTopics(url, name),
      isSource: !isSink(each),
    })),
  );
}

async function subjectsAt(url: string): Promise<readonly FoundSubject[]> {
  const names = (await json(url, '/subjects')) as readonly string[];
  return Promise.all(
    names.map(async (name) => {
      const at = encodeURIComponent(name);
      const latest = (await json(url, `/subjects/${at}/versions/latest`)) as Version;
      const level = (await json(url, `/config/${at}`, true)) as { compatibilityLevel?: string } | undefined;
      return {
        name,
        schemaType: latest.schemaType ?? 'AVRO',
        schema: latest.schema,
        hasReferences: (latest.references ?? []).length > 0,
        compatibility: level?.compatibilityLevel,
      };
    }),
  );
}

interface Version {
  readonly schema: string;
  readonly schemaType?: string;
  readonly references?: readonly unknown[];
}

/** @param mayLack whether there may be nothing there */
async function json(url: string, path: string, mayLack = false): Promise<unknown> {
  const answer = await askRest(url, path, 30_000);
  if (mayLack && answer.status === 404) return undefined;
  if (!answer.ok) throw new Error(`${path} answers with ${answer.status}`);
  return answer.json();
}
