import { isAbsolute } from 'node:path';
import { TerraformStack, Testing, type App } from 'cdktf';
import { textOf } from '../core/escape-template';
import { Size } from '../core/size';

/** What Terraform gets of a stack, without the comments of cdktf. */
export interface TerraformJson {
  /** By type and name. */
  readonly resource?: Readonly<Record<string, Readonly<Record<string, Attributes>>>>;
  /** By name, each with its aliases. */
  readonly provider?: Readonly<Record<string, readonly Attributes[]>>;
  /** Required providers, and the backend where the program says one. */
  readonly terraform?: Attributes;
  readonly [block: string]: unknown;
}

/** Of a resource or a block, by their names in Terraform. */
export type Attributes = Readonly<Record<string, unknown>>;

/** A container that runs for ever, as Terraform gets it. */
export interface SynthesizedService {
  /** Its DNS name in the platform's network. */
  readonly name: string;
  /** The same with the platform's prefix: what tells two platforms on one Engine apart. */
  readonly containerName: string;
  /** As Terraform has it: the id of an image's resource, `${docker_image.….image_id}`. */
  readonly image: string;
  /** Whom it runs as. */
  readonly user: string;
  /** Empty where it is the image's own. */
  readonly command: readonly string[];
  /** Variables by their name. */
  readonly environment: Readonly<Record<string, string>>;
  /** Its limit. */
  readonly memory: Size;
  /** Ports on the host's 127.0.0.1, the platform's offset included. */
  readonly hostPorts: readonly number[];
  /** Names of the volumes, each by its absolute path in the container. */
  readonly volumes: Readonly<Record<string, string>>;
}

/** A topic, as Terraform gets it. */
export interface SynthesizedTopic {
  readonly name: string;
  readonly partitions: number;
  readonly replicationFactor: number;
  /** By their names in Kafka: `{ 'retention.ms': '604800000' }`. What is left to the brokers is not in it. */
  readonly settings: Readonly<Record<string, string>>;
}

/** A connector, as Terraform gets it. */
export interface SynthesizedConnector {
  readonly name: string;
  /** Without the settings that are secret. */
  readonly config: Readonly<Record<string, string>>;
}

/**
 * Synthesizes a stack, or every stack of a program, as a deploy would, with all validations, and writes nothing.
 * @throws ValidationError naming everything that is refused, with the path of each construct
 */
export function synthesize(scope: App | TerraformStack): Synthesis {
  const stacks = scope.node.findAll().filter((each) => TerraformStack.isStack(each));
  stacks.forEach((stack) => stack.prepareStack());
  return new Synthesis(Object.fromEntries(stacks.map((stack) => [stack.node.id, terraformJson(stack)])));
}

function terraformJson(stack: TerraformStack): TerraformJson {
  const json = JSON.parse(Testing.synth(stack, true)) as TerraformJson;
  const { backend, ...terraform } = (json.terraform ?? {}) as { backend?: LocalBackend };
  // Where a program says nothing, cdktf keeps the state in a folder of this machine, which no snapshot should name.
  return isAbsolute(backend?.local?.path ?? '') ? { ...json, terraform } : json;
}

interface LocalBackend {
  readonly local?: { readonly path: string };
}

/** What Terraform gets of one stack or more. */
export class Synthesis {
  public readonly services: readonly SynthesizedService[];
  public readonly topics: readonly SynthesizedTopic[];
  public readonly connectors: readonly SynthesizedConnector[];
  /** Their names on the Engine. */
  public readonly volumes: readonly string[];

  /** @param stacks by their ids: for snapshots, and for what has no property here */
  public constructor(public readonly stacks: Readonly<Record<string, TerraformJson>>) {
    const containers = this.texts('docker_container') as unknown as Container[];
    this.services = containers.filter(runsForEver).map(service);
    this.topics = this.texts('kafka_topic').map(topic);
    this.connectors = this.texts('kafka-connect_connector').map(
      ({ name, config }) => ({ name, config }) as SynthesizedConnector,
    );
    this.volumes = this.resources('docker_volume').map(({ name }) => String(name));
  }

  /**
   * The service of this name, or in a container of this name.
   * @throws Error naming the services that there are, if not exactly one is of this name
   */
  public service(name: string): SynthesizedService {
    const named = this.services.filter((each) => each.containerName === name);
    const found = named.length > 0 ? named : this.services.filter((each) => each.name === name);
    const [service] = found;
    if (service && found.length === 1) return service;
    const all = this.services.map(({ containerName }) => containerName).join(', ') || 'none';
    throw new Error(
      service
        ? `There is more than one service '${name}'. Say which by its container's name: ${all}.`
        : `There is no service '${name}'. There are: ${all}.`,
    );
  }

  /** The attributes of every resource of a Terraform type, such as `docker_network`, as Terraform names them. */
  public resources(type: string): readonly Attributes[] {
    return Object.values(this.stacks).flatMap(({ resource }) => Object.values(resource?.[type] ?? {}));
  }

  /** The same as somebody wrote it, and not as a template of Terraform's. */
  private texts(type: string): readonly Attributes[] {
    const read = (_: string, value: unknown): unknown => (typeof value === 'string' ? textOf(value) : value);
    return JSON.parse(JSON.stringify(this.resources(type)), read) as readonly Attributes[];
  }
}

interface Container {
  readonly name: string;
  readonly hostname: string;
  readonly image: string;
  readonly user: string;
  readonly memory: number;
  readonly must_run?: boolean;
  readonly command?: readonly string[];
  readonly env?: readonly string[];
  readonly ports?: readonly { readonly external: number }[];
  readonly volumes?: readonly { readonly container_path: string; readonly volume_name: string }[];
}

const runsForEver = ({ must_run }: Container): boolean => must_run !== false;

function service(container: Container): SynthesizedService {
  const { name, hostname, image, user, memory, command = [], env = [], ports = [], volumes = [] } = container;
  return {
    name: hostname,
    containerName: name,
    image,
    user,
    command,
    environment: Object.fromEntries(env.map(variable)),
    memory: Size.mebibytes(memory),
    hostPorts: ports.map(({ external }) => external),
    volumes: Object.fromEntries(volumes.map((volume) => [volume.container_path, volume.volume_name])),
  };
}

function variable(pair: string): [name: string, value: string] {
  const end = pair.indexOf('=');
  return [pair.slice(0, end), pair.slice(end + 1)];
}

function topic({ name, partitions, replication_factor, config }: Attributes): SynthesizedTopic {
  return {
    name,
    partitions,
    replicationFactor: replication_factor,
    settings: config ?? {},
  } as SynthesizedTopic;
}
