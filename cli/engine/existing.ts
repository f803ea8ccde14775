import { isDeepStrictEqual } from 'node:util';
import { declaredQuota, quotasAt } from './access/quotas';
import { askRest } from './rest-logins';
import { readState } from './state';
import type { StateEntry } from './state-entries';
import { isAskable, isLiteral, resourcesOf, type Resource, type Stack } from './synthesis';

/**
 * What a stack declares, its state lacks, and is there just so, of that which no importer takes over as it is: quotas, which
 * have none; connectors with secrets, which would be settings in plain sight; subjects, of which it would know half.
 * @param stack whose backend is initialized
 */
export async function existing(stack: Stack): Promise<readonly StateEntry[]> {
  const declared = ['kafka_quota', CONNECTOR, REST].flatMap((type) => stack.resources(type));
  if (declared.length === 0) return [];
  const known = new Set((await readState(stack)).map(({ address }) => address));
  const lacks = ({ address }: Resource): boolean => !known.has(address);
  const kinds = [quotas(stack, lacks), connectors(stack, lacks), subjects(stack, lacks)];
  return (await Promise.all(kinds)).flat();
}

type Lacks = (resource: Resource) => boolean;
type Texts = Readonly<Record<string, string>>;

async function quotas(stack: Stack, lacks: Lacks): Promise<readonly StateEntry[]> {
  const entries: StateEntry[] = [];
  for (const provider of stack.kafkaProviders.filter(isAskable)) {
    const own = resourcesOf(stack, provider, 'kafka_quota').filter(lacks);
    if (own.length === 0) continue;
    const found = await quotasAt(provider.servers);
    for (const { address, attributes } of own) {
      const { config, entity_name: name, entity_type: type } = attributes as Readonly<Record<string, string>>;
      const { of } = declaredQuota(attributes);
      if (found.some((each) => each.of === of && isDeepStrictEqual(each.limits, config)))
        entries.push({
          address,
          provider: provider.name,
          attributes: { config, entity_name: name, entity_type: type, id: `${name}|${type}` },
        });
    }
  }
  return entries;
}

const CONNECTOR = 'kafka-connect_connector';

/** Those without secrets Terraform's importer takes over. */
async function connectors(stack: Stack, lacks: Lacks): Promise<readonly StateEntry[]> {
  const { connectUrl: url } = stack;
  const own = stack.resources(CONNECTOR).filter((each) => lacks(each) && each.attributes.config_sensitive);
  if (own.length === 0 || url === undefined) return [];
  const answer = await askRest(url, '/connectors?expand=info', 10_000).catch(() => undefined);
  const all = answer?.ok
    ? ((await answer.json()) as Readonly<Record<string, { info: { config: Texts } }>>)
    : {};
  return own.flatMap(({ address, attributes }) => {
    const name = String(attributes.name);
    const running = Object.entries(all[name]?.info.config ?? {});
    const secrets = Object.keys(attributes.config_sensitive as Texts);
    const part = (isSecret: boolean): Texts =>
      Object.fromEntries(running.filter(([key]) => secrets.includes(key) === isSecret));
    if (Object.keys(part(true)).length < secrets.length) return [];
    const found = { name, config: part(false), config_sensitive: part(true), id: name };
    return [{ address, provider: providerOf(attributes, 'kafka-connect'), attributes: found }];
  });
}

const REST = 'restful_resource';
/** Of Terraform, and not of the provider. */
const META = ['provider', 'depends_on', 'lifecycle'];

async function subjects(stack: Stack, lacks: Lacks): Promise<readonly StateEntry[]> {
  const entries = stack
    .resources(REST)
    .filter(lacks)
    .map(async ({ address, attributes }) => {
      const provider = providerOf(attributes, 'restful');
      const url = stack.registries.find(({ name }) => name === provider)?.url;
      const body = attributes.body as Texts;
      // What only Terraform knows, it registers again, which changes nothing.
      if (url === undefined || !isLiteral(JSON.stringify(body))) return [];
      if (!(await isThere(url, String(attributes.path), body))) return [];
      const id = attributes.read_path ?? attributes.path;
      const type = ['object', Object.fromEntries(Object.keys(body).map((key) => [key, 'string']))];
      const own = Object.entries(attributes).filter(([key]) => !META.includes(key));
      const found = { ...Object.fromEntries(own), id, body: { value: body, type } };
      return [{ address, provider, attributes: found, schemaVersion: 2 }];
    });
  return (await Promise.all(entries)).flat();
}

/** Whether a registry has a subject's own level, or the schema in force is this one, as the registry compares them. */
async function isThere(url: string, path: string, body: Texts): Promise<boolean> {
  const ask = async (at: string, options?: RequestInit): Promise<{ version?: number } | undefined> => {
    const answer = await askRest(url, at, 10_000, options).catch(() => undefined);
    return answer?.ok ? ((await answer.json()) as { version?: number }) : undefined;
  };
  const [, subject] = /^(\/subjects\/[^/]+)\/versions$/.exec(path) ?? [];
  if (subject === undefined) return path.startsWith('/config/') && (await ask(path)) !== undefined;
  const headers = { 'content-type': 'application/json' };
  const declared = await ask(subject, { method: 'POST', headers, body: JSON.stringify(body) });
  const latest = await ask(`${path}/latest`);
  return declared?.version !== undefined && declared.version === latest?.version;
}

const providerOf = (attributes: Resource['attributes'], usual: string): string =>
  (attributes.provider as string | undefined) ?? usual;
