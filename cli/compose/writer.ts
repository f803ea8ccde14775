import { relative, resolve } from 'node:path';
import { secretsAmong } from '../../constructs/core/plain-sight';
import type { ComposeFile } from './file';
import type { Entry } from './entry';
import type { Notes } from './notes';
import type { ComposeService } from './service';

/** What is said of how to convert. */
export interface Wishes {
  /** Profiles whose services are converted, beside those of none. */
  readonly profiles: readonly string[];
  /** Whether the volumes that compose has made are gone on with. */
  readonly keepsData: boolean;
}

/** The program as it is being written: what several services share. */
export class Writer {
  /** What is imported from the library. */
  public readonly imports = new Set<string>(['DockerPlatform']);
  public readonly statements: string[] = [];
  public readonly images = new Map<string, string>();
  public readonly aliases = new Map<string, readonly string[]>();
  public readonly existingVolumes = new Map<string, string>();
  /** The secret variables, by their ids, with the values that they have in the compose file. */
  public readonly secrets = new Map<string, string>();
  /** The variables of the program that hold them, by the same. */
  public readonly secretConstants = new Map<string, string>();
  /** The variables of the program that hold what a service of the file became. */
  public readonly constructs = new Map<string, string>();
  /** The constructs of the library that services of the file became. */
  public readonly products = new Map<string, string>();
  /** What was an address in the network, and what it is now. */
  public readonly addresses = new Map<string, string>();
  /** The variables of the program that hold clusters, and which of them each broker of the file belongs to. */
  public readonly clusters: string[] = [];
  public readonly clusterOfBroker = new Map<string, string>();
  /** The variables of the program that hold registries, by their names in the network, and Connects. */
  public readonly registries = new Map<string, string>();
  public readonly connects: string[] = [];
  public usesPaths = false;
  public usesOverride = false;
  private readonly variables = new Set<string>(['app', 'stack', 'platform', 'override', 'resolve']);
  private readonly serviceNames = new Set<string>();
  private readonly hostPorts: Set<number>;
  private readonly published = new Set<number>();

  public constructor(
    public readonly file: ComposeFile,
    public readonly notes: Notes,
    public readonly wishes: Wishes,
    services: readonly ComposeService[],
  ) {
    this.hostPorts = new Set(services.flatMap(({ ports }) => ports.flatMap(({ host }) => host ?? [])));
  }

  /** Names of the library that a piece of the program uses. */
  public use(...names: readonly string[]): void {
    for (const name of names) this.imports.add(name);
  }

  /** The cluster whose brokers a list of addresses names, and nothing else; undefined if it is none. */
  public clusterAt(servers: string): string | undefined {
    const all = servers.split(',').map((each) => each.trim());
    if (!all.every((each) => this.addresses.has(each))) return undefined;
    const clusters = new Set(all.map((each) => this.clusterOfBroker.get(each.replace(/:\d+$/, ''))));
    return clusters.size === 1 ? [...clusters][0] : undefined;
  }

  /** The cluster that a service names in its environment. */
  public clusterFor({ environment }: ComposeService): string {
    const values = [...environment.values()].map(({ value }) => value);
    const named = [...this.clusterOfBroker].find(([broker]) =>
      values.some((value) => new RegExp(`(^|[/,\\s])${broker.replaceAll('.', '\\.')}:\\d`).test(value)),
    );
    return named?.[1] ?? this.clusters[0] ?? '';
  }

  /** A name for a constant, after a service. */
  public variable(name: string): string {
    const words = name.split(/[^A-Za-z0-9]+/).filter(Boolean);
    const camel = words.map((word, index) => (index === 0 ? lower(word) : upper(word))).join('');
    const wanted = /^\d/.test(camel) || RESERVED.has(camel) || camel === '' ? `the${upper(camel)}` : camel;
    return unique(wanted, this.variables, '');
  }

  /** A service's name in the network, as the library takes it; what it was called is an alias then. */
  public serviceName(service: ComposeService): string {
    const wanted = service.name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 60);
    const name = unique(wanted === '' || wanted === 'localhost' ? 'service' : wanted, this.serviceNames, '-');
    this.alias(name, service);
    return name;
  }

  /** Lets `serviceName` be found by what the service was called. */
  public alias(serviceName: string, service: ComposeService): void {
    this.serviceNames.add(serviceName);
    const names = [service.name, ...service.aliases].filter(
      (each) => each.toLowerCase() !== serviceName && /^\w[\w.-]{0,62}$/.test(each) && each !== 'localhost',
    );
    if (names.length > 0)
      this.aliases.set(serviceName, [...new Set([...(this.aliases.get(serviceName) ?? []), ...names])]);
  }

  /** Whether a port of the host is nobody's yet, who has it from now on. */
  public publishes(port: number): boolean {
    const isFree = !this.published.has(port);
    this.published.add(port);
    return isFree;
  }

  /**
   * The first of as many ports in a row of the host as a construct publishes: the one that is wanted, or the next from
   * another on, where no other service of the file and no construct has one of them.
   * @param own the services that become the construct
   */
  public ports(
    wanted: number | undefined,
    otherwise: number,
    count = 1,
    own: readonly ComposeService[] = [],
  ): number {
    const ours = new Set(own.flatMap(({ ports }) => ports.map(({ host }) => host)));
    const all = (first: number): number[] => Array.from({ length: count }, (_, index) => first + index);
    const areFree = (first: number): boolean =>
      all(first).every((port) => !this.published.has(port) && (ours.has(port) || !this.hostPorts.has(port)));
    let first = wanted !== undefined && areFree(wanted) ? wanted : otherwise;
    while (!areFree(first)) first++;
    for (const port of all(first)) this.published.add(port);
    return first;
  }

  /** Whether a value is one that nobody may read. */
  public isSecret(name: string, value: string): boolean {
    return secretsAmong({ [name]: value }).length > 0;
  }

  /** A secret variable of the program, whose value is left to whoever deploys. */
  public secret(service: ComposeService, name: string, value: string): string {
    const ids = [name, `${service.name}_${name}`].map((each) =>
      each.toLowerCase().replace(/[^a-z0-9]+/g, '_'),
    );
    const id = ids.find((each) => [undefined, value].includes(this.secrets.get(each))) ?? ids[1] ?? name;
    this.secrets.set(id, value);
    const constant = this.secretConstants.get(id) ?? this.variable(id);
    this.secretConstants.set(id, constant);
    return constant;
  }

  /** What of a text were addresses, and are others now. */
  public readdressed(text: string): string {
    // All at once: what one becomes may be what another was.
    return text.replaceAll(/(?<![\w.-])[\w.-]+:\d+/g, (each) => this.addresses.get(each) ?? each);
  }

  /** A path of the file, from the folder in which the program will run. */
  public path(path: string): string {
    const absolute = resolve(this.file.folder, path.replace(/^~(?=\/|$)/, process.env.HOME ?? '~'));
    const here = relative(process.cwd(), absolute);
    return path.startsWith('/') || path.startsWith('~') ? absolute : here === '' ? '.' : here;
  }

  /** The construct of the library that a volume is. */
  public volume(name: string, entry: Entry): string {
    const id = name.replace(/[^a-zA-Z0-9_.-]+/g, '-');
    const declared = this.file.top.volumes.get(name);
    const external = declared?.get('external');
    const own = declared?.get('name')?.text() ?? external?.get('name')?.text();
    const isExternal = external !== undefined && external.text() !== 'false';
    if (['local', undefined].includes(declared?.get('driver')?.peek())) declared?.get('driver')?.done();
    if (isExternal || this.wishes.keepsData)
      this.existingVolumes.set(id, own ?? (isExternal ? name : `${this.file.name}_${name}`));
    else if (own !== undefined && declared)
      this.notes.changed(entry, `the volume is called as the platform and this, not ${own}.`);
    return `platform.volume(${JSON.stringify(id)})`;
  }
}

const lower = (word: string): string => word.charAt(0).toLowerCase() + word.slice(1);
const upper = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
const RESERVED = new Set([
  'default',
  'new',
  'class',
  'function',
  'export',
  'import',
  'delete',
  'in',
  'do',
  'if',
]);

function unique(wanted: string, taken: Set<string>, separator: string): string {
  let name = wanted;
  for (let number = 2; taken.has(name); number++) name = `${wanted}${separator}${number}`;
  taken.add(name);
  return name;
}
