import { tmpdir } from 'node:os';
import { App, TerraformStack, Testing } from 'cdktf';
import type { IConstruct } from 'constructs';
import type { ContainerConfig } from '@cdktf/provider-docker/lib/container';
import { ContainerImage } from '../../constructs/core/container-image';
import { DockerPlatform } from '../../constructs/core/docker-platform';
import type { DockerPlatformProps } from '../../constructs/core/docker-platform-props';
import type { ImageCatalogue } from '../../constructs/core/platform';
import { assertValid } from '../../constructs/core/validation';

/** A family that needs no files: what the constructs rely on, and nothing of a real image. */
export const IMAGES: ImageCatalogue = {
  zooKeeper: ContainerImage.of('example/zookeeper:3.8.4', { readOnlyRoot: true }),
  kafka: ContainerImage.of('example/kafka:3.9.1', { version: '3.9.1', readOnlyRoot: true }),
  kafkaConnect: ContainerImage.of('example/kafka-connect:3.9.1', {
    readOnlyRoot: true,
    pluginClasses: ['com.example.KnownConnector', 'io.confluent.connect.avro.AvroConverter'],
  }),
  kafkaUi: ContainerImage.of('example/kafka-ui:1.5.0', { readOnlyRoot: true }),
  schemaRegistry: ContainerImage.of('example/schema-registry:7.9.6', {
    version: '7.9.6',
    readOnlyRoot: true,
  }),
  spark: ContainerImage.of('apache/spark:3.5.7', { readOnlyRoot: true }),
  prometheus: ContainerImage.of('example/prometheus:2.53.5', { readOnlyRoot: true }),
  grafana: ContainerImage.of('example/grafana:12.4.10', { readOnlyRoot: true }),
};

/** In an app of its own, that is never written: a folder for each takes longer than most of what is tested. */
export function newStack(id = 'test', app: App = Testing.app({ outdir: tmpdir() })): TerraformStack {
  return new TerraformStack(app, id);
}

export function newPlatform(stack = newStack(), props: Partial<DockerPlatformProps> = {}): DockerPlatform {
  return new DockerPlatform(stack, 'platform', { images: IMAGES, ...props });
}

type Attributes = Record<string, unknown>;
export interface Synthesized {
  readonly resource?: Record<string, Record<string, Attributes>>;
  readonly provider?: Record<string, Attributes[]>;
  readonly terraform: Record<string, unknown>;
  readonly import?: readonly { readonly to: string; readonly id: string }[];
}

/** The Terraform JSON of a stack, with validations. */
export function synth(stack: TerraformStack): Synthesized {
  return JSON.parse(Testing.synth(stack, true)) as Synthesized;
}

/** @throws ValidationError if anything in its tree is refused, as a synth would */
export function accepted<T extends IConstruct>(construct: T): T {
  assertValid(construct);
  return construct;
}

/** The warnings that a synth shows about a construct. */
export function warnings({ node }: IConstruct): string[] {
  return node.metadata.filter(({ type }) => type === '@cdktf/warn').map(({ data }) => String(data));
}

/** All resources of a type. */
export function resources(stack: TerraformStack, type: string): Attributes[] {
  return Object.values(synth(stack).resource?.[type] ?? {});
}

/** The container of this name, as Terraform gets it. */
export function container(stack: TerraformStack, name: string): SnakeCase {
  const all = resources(stack, 'docker_container') as unknown as SnakeCase[];
  const found = all.find((c) => c.name === name);
  if (!found) throw new Error(`no container '${name}', only ${all.map((c) => c.name).join(', ')}`);
  return found;
}

/** The words of a container's health check that one process runs again and again, as they are in the container. */
export const healthQuestion = (stack: TerraformStack, name: string): readonly string[] =>
  (container(stack, name).healthcheck?.test ?? []).slice(5).map((word) => word.replaceAll('$${', '${'));

export function environment(stack: TerraformStack, name: string): Record<string, string> {
  return Object.fromEntries(
    (container(stack, name).env ?? []).map((pair) => pair.split(/=(.*)/s).slice(0, 2)),
  ) as Record<string, string>;
}

/** What tests read of a container, named as in Terraform. */
export interface SnakeCase extends Pick<
  ContainerConfig,
  'name' | 'image' | 'user' | 'command' | 'env' | 'memory' | 'restart' | 'tmpfs'
> {
  readonly depends_on?: string[];
  readonly memory_swap: number;
  readonly read_only: boolean;
  readonly wait?: boolean;
  readonly wait_timeout?: number;
  readonly destroy_grace_seconds?: number;
  readonly stop_timeout?: number;
  readonly security_opts: string[];
  readonly capabilities: { readonly drop: string[] };
  readonly healthcheck?: { readonly test: string[]; readonly interval: string };
  readonly ports?: { readonly internal: number; readonly external: number; readonly ip: string }[];
  readonly mounts?: { readonly source: string; readonly target: string }[];
  readonly volumes?: { readonly volume_name?: string; readonly container_path: string }[];
  readonly upload?: { readonly file: string; readonly content: string }[];
  readonly labels: { readonly label: string; readonly value: string }[];
  readonly networks_advanced: { readonly name: string; readonly aliases: string[] }[];
  readonly log_opts: Record<string, string>;
  readonly lifecycle?: { readonly postcondition: { readonly condition: string }[] };
}
