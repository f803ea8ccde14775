import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { execa } from 'execa';
import { LABEL } from '../../constructs/core/labels';
import { CommandError, tail } from '../program';
import { showCertificate } from './client-certificates';
import { labelsIn } from './labelled';
import { rememberLogin, rememberLoginOf, type ConnectProvider } from './rest-logins';
import { outputDirectory, readProject } from './project';

/** A stack as synthesized: everything that the scripts know about the platform, they know from here. */
export interface Stack {
  readonly name: string;
  /** Where Terraform runs. */
  readonly directory: string;
  /** What a local backend writes: of the workspace `default`, and the folder of the others'; undefined for another backend. */
  readonly localState: { readonly file: string; readonly workspaces: string } | undefined;
  /** The stacks that are deployed before it. */
  readonly dependencies: readonly string[];
  readonly providers: Readonly<Record<string, { readonly source: string; readonly version: string }>>;
  resources(type: string): readonly Resource[];
  readonly kafkaProviders: readonly KafkaProvider[];
  /** Of the Connect cluster whose connectors the stack holds. */
  readonly connectUrl: string | undefined;
  /** The schema registries of its subjects, by what resources call their providers: `restful`. */
  readonly registries: readonly { readonly name: string; readonly url: string }[];
  /** Where Kubernetes is found that its objects are made in; undefined for what `kubectl` itself would do. */
  readonly kubeConfig?: { readonly config_path?: string; readonly config_context?: string };
  /** The addresses of what its plan takes over. */
  readonly imports: readonly string[];
}

/** What topics are made by. */
export interface KafkaProvider {
  /** As resources call it: `kafka`, or `kafka.other`. */
  readonly name: string;
  readonly servers: readonly string[];
  /** Neither a login nor TLS, unless with a certificate in files: Terraform has what else these take, and nobody else asks such brokers. */
  readonly isOpen: boolean;
  /** The file of the certificate that it shows; its text, where somebody gave that. */
  readonly certificate?: string;
}

export interface Resource {
  /** Its address in Terraform, such as `kafka_topic.user_events_0A1B`. */
  readonly address: string;
  readonly attributes: Readonly<Record<string, unknown>>;
}

/**
 * Runs the program as cdktf would, without the seconds that cdktf's own start takes.
 * @param output another folder than the project's, in which somebody may be at work
 */
export async function synthesize(output?: string): Promise<readonly Stack[]> {
  const { app, context } = readProject();
  output ??= outputDirectory();
  const { failed, all = '' } = await execa(app, {
    env: { CDKTF_OUTDIR: output, ...(context && { CDKTF_CONTEXT_JSON: JSON.stringify(context) }) },
    shell: true,
    all: true,
    reject: false,
  });
  if (failed) throw new CommandError(`The stacks could not be synthesized:\n${tail(all, 20)}`);
  if (!existsSync(join(output, 'manifest.json')))
    throw new CommandError(
      `The program synthesized nothing into ${output}: it must end with \`app.synth()\`, and its App have no \`outdir\` of its own.`,
    );
  return readStacks(output);
}

/** The stacks that must be deployed before one, nearest last. */
export function upstreamOf(
  name: string,
  stacks: readonly Pick<Stack, 'name' | 'dependencies'>[],
): readonly string[] {
  const dependencies = stacks.find((stack) => stack.name === name)?.dependencies ?? [];
  return [...new Set(dependencies.flatMap((each) => [...upstreamOf(each, stacks), each]))];
}

/** In the order of their deployment. */
export function readStacks(output: string): readonly Stack[] {
  const { stacks } = readJson(join(output, 'manifest.json')) as { stacks: Record<string, ManifestEntry> };
  const names = new Map(Object.values(stacks).map(({ name, constructPath }) => [constructPath, name]));
  // By their paths, which are longer than their names where stacks are made in a construct.
  const entries = Object.values(stacks).map((entry) => ({
    ...entry,
    dependencies: entry.dependencies.map((path) => names.get(path) ?? path),
  }));
  const order = [...new Set(entries.flatMap(({ name }) => [...upstreamOf(name, entries), name]))];
  entries.sort((one, other) => order.indexOf(one.name) - order.indexOf(other.name));
  return entries.map((entry) => {
    const directory = join(output, entry.workingDirectory);
    const json = readJson(join(output, entry.synthesizedStackPath)) as StackJson;
    json.provider?.['kafka-connect']?.forEach(rememberLoginOf);
    json.provider?.restful?.forEach(({ base_url: url, security }) => {
      const { username, password } = security?.http.basic ?? {};
      rememberLoginOf({ url, basic_auth_username: username, basic_auth_password: password });
    });
    Object.values(json.resource?.docker_container ?? {}).forEach(rememberLogin);
    return {
      name: entry.name,
      directory,
      localState: localState(directory, json),
      dependencies: entry.dependencies,
      providers: json.terraform.required_providers ?? {},
      resources: (type) =>
        Object.entries(json.resource?.[type] ?? {}).map(([id, attributes]) => ({
          address: `${type}.${id}`,
          attributes,
        })),
      kafkaProviders: (json.provider?.kafka ?? []).map(kafkaProvider),
      connectUrl: json.provider?.['kafka-connect']?.[0]?.url,
      registries: (json.provider?.restful ?? []).map(({ alias, base_url: url }) => ({
        name: alias === undefined ? 'restful' : `restful.${alias}`,
        url,
      })),
      kubeConfig: json.provider?.kubectl?.[0],
      imports: (json.import ?? []).map(({ to }) => to),
    };
  });
}

/** @see https://developer.hashicorp.com/terraform/language/backend/local */
function localState(directory: string, { terraform: { backend } }: StackJson): Stack['localState'] {
  const local = backend?.local;
  return (
    local && {
      file: resolve(directory, local.path ?? 'terraform.tfstate'),
      workspaces: resolve(directory, local.workspace_dir ?? 'terraform.tfstate.d'),
    }
  );
}

/** Topics, users, connectors and subjects are on the brokers' volumes: they stay with these, and go with these. */
export const ON_VOLUMES: readonly string[] = [
  'kafka_topic',
  'kafka_user_scram_credential',
  'kafka_quota',
  'kafka_acl',
  'kafka-connect_connector',
  'restful_resource',
];

export function livesOnBrokers(stack: Stack): boolean {
  return ON_VOLUMES.some((type) => stack.resources(type).length > 0);
}

export const holdsTopics = (stack: Pick<Stack, 'resources'>): boolean =>
  stack.resources('kafka_topic').length > 0;

/** The clusters, by their servers, that a client without TLS and login can ask; each once. */
export function openClusters(
  stacks: readonly Pick<Stack, 'kafkaProviders'>[],
): readonly (readonly string[])[] {
  const open = stacks.flatMap(({ kafkaProviders }) => kafkaProviders.filter(isAskable));
  return [...new Map(open.map(({ servers }) => [[...servers].sort().join(), servers])).values()];
}

/** Whether all of its brokers can be asked so. */
export const asksOpenly = ({ kafkaProviders }: Pick<Stack, 'kafkaProviders'>): boolean =>
  kafkaProviders.length > 0 && kafkaProviders.every(isAskable);

/** What a provider makes, such as topics. */
export const resourcesOf = (
  stack: Pick<Stack, 'resources'>,
  provider: KafkaProvider,
  type: string,
): readonly Resource[] =>
  stack.resources(type).filter(({ attributes }) => (attributes.provider ?? 'kafka') === provider.name);

export const isAskable = ({ isOpen, servers }: KafkaProvider): boolean => isOpen && servers.length > 0;

/** The value of a container's, network's or volume's label. */
export function label({ attributes }: Resource, name: string): string | undefined {
  return labelsIn(attributes)[name];
}

/** The names of the platforms that the stacks make; none where they only join what others run. */
export function platformNames(stacks: readonly Stack[]): readonly string[] {
  const names = ['docker_network', 'docker_container', 'docker_volume']
    .flatMap((type) => stacks.flatMap((stack) => stack.resources(type)))
    .flatMap((each) => label(each, LABEL.platform) ?? []);
  return [...new Set(names)];
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}

interface ManifestEntry {
  readonly name: string;
  readonly constructPath: string;
  readonly synthesizedStackPath: string;
  readonly workingDirectory: string;
  readonly dependencies: readonly string[];
}

interface KafkaProviderJson {
  readonly alias?: string;
  /** One text where only Terraform knows them. */
  readonly bootstrap_servers: string | readonly string[];
  /** The provider's default is true. */
  readonly tls_enabled?: boolean;
  readonly sasl_username?: string;
  readonly ca_cert?: string;
  readonly client_cert?: string;
  readonly client_key?: string;
}

function kafkaProvider(json: KafkaProviderJson): KafkaProvider {
  const { alias, bootstrap_servers, tls_enabled: tls, sasl_username: login } = json;
  const servers = [bootstrap_servers].flat().filter(isLiteral);
  const { client_cert: certificate } = json;
  const canAsk = tls === false ? () => true : showCertificate(servers, json);
  return {
    name: alias === undefined ? 'kafka' : `kafka.${alias}`,
    servers,
    get isOpen() {
      return login === undefined && canAsk();
    },
    ...(certificate !== undefined && isLiteral(certificate) && { certificate }),
  };
}

/** Whether it is said by the program, and not only by Terraform. */
export const isLiteral = (value: string): boolean => !value.includes('${');

interface RestProvider {
  readonly alias?: string;
  readonly base_url: string;
  readonly security?: {
    readonly http: { readonly basic: { readonly username: string; readonly password: string } };
  };
}

interface StackJson {
  readonly terraform: {
    /** None where Terraform's own cloud keeps the state. */
    readonly backend?: { readonly local?: { readonly path?: string; readonly workspace_dir?: string } };
    readonly required_providers?: Stack['providers'];
  };
  readonly provider?: {
    readonly kafka?: readonly KafkaProviderJson[];
    readonly 'kafka-connect'?: readonly ConnectProvider[];
    readonly restful?: readonly RestProvider[];
    readonly kubectl?: readonly NonNullable<Stack['kubeConfig']>[];
  };
  readonly import?: readonly { readonly to: string }[];
  readonly resource?: Readonly<Record<string, Readonly<Record<string, Record<string, unknown>>>>>;
}
