import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'cdktf';
import { addStacks } from '../../stacks';
import { foldersOf, readSettings } from '../../stacks/settings';
import { ROOT } from './root';
import { rulesTable } from './rules';
import { ENDPOINT_LABEL, LABEL } from '../../constructs/core/labels';
import { label, openClusters, readStacks, type Stack } from '../../cli/engine/synthesis';

/** From `<!-- include: <source> -->` to `<!-- end of include -->`, whatever is between. */
const INCLUDE = /<!-- include: (\S+) -->[\s\S]*?<!-- end of include -->/g;

/** What is written for readers and may have marked blocks, from the root of the repository. */
export function pagesWithBlocks(): readonly string[] {
  const folders = ['docs/guide', 'docs/beside'];
  const pages = folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder)).map((page) => `${folder}/${page}`),
  );
  return ['README.md', 'docs/index.md', ...pages];
}

/** A document with every marked block made anew: the picture, the table of services, and code out of compiled files. */
export function renderIncludes(document: string): string {
  const blocks: Readonly<Record<string, () => string>> = {
    'constructs:rules': rulesTable,
    'stacks:picture': () => picture(synthesized('standard')),
    'stacks:services': () => servicesTable(synthesized('standard'), synthesized('small')),
  };
  return document.replace(INCLUDE, (_, source: string) => {
    const block = blocks[source]?.() ?? code(source);
    return `<!-- include: ${source} -->\n\n${block}\n\n<!-- end of include -->`;
  });
}

/** The stacks as they are without settings, whatever `.env` says. */
function synthesized(profile: string): readonly Stack[] {
  const outdir = mkdtempSync(join(tmpdir(), 'readme-'));
  try {
    const app = new App({ outdir, stackTraces: false });
    addStacks(app, readSettings({ PLATFORM_PROFILE: profile }, app.node, foldersOf(ROOT)));
    app.synth();
    return readStacks(outdir);
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

interface Service {
  readonly name: string;
  /** Everything it is told: where others are named. */
  readonly told: string;
  readonly hostAddresses: readonly string[];
  /** MiB. */
  readonly memory: number;
}

function servicesOf(stack: Stack): readonly Service[] {
  return stack.resources('docker_container').map((container) => {
    const { env = [], command = [], labels, memory } = container.attributes as unknown as Container;
    return {
      name: label(container, LABEL.service) ?? '',
      told: [...env, ...command].join(' '),
      hostAddresses: labels.filter((l) => l.label.startsWith(ENDPOINT_LABEL)).map(({ value }) => value),
      memory,
    };
  });
}

interface Container {
  readonly env?: readonly string[];
  readonly command?: readonly string[];
  readonly labels: readonly { readonly label: string; readonly value: string }[];
  readonly memory: number;
}

function picture(stacks: readonly Stack[]): string {
  const boxes = stacks.map((stack) => [`  subgraph ${stack.name}`, ...nodes(stack), '  end'].join('\n'));
  return [
    '```mermaid',
    'flowchart LR',
    '  clients(["your clients"])',
    ...boxes,
    ...stacks.flatMap((stack) => connections(stack, stacks)),
    ...flows(stacks),
    '```',
  ].join('\n');
}

function nodes(stack: Stack): string[] {
  const services = servicesOf(stack).map(
    ({ name, hostAddresses }) => `    ${name}["${[name, ...hostAddresses].join('<br/>')}"]`,
  );
  const topics = stack
    .resources('kafka_topic')
    .map(({ attributes: { name, partitions, replication_factor } }) => {
      const size = `partitions: ${String(partitions)}, replicas: ${String(replication_factor)}`;
      return `    ${String(name)}[("${String(name)}<br/>${size}")]`;
    });
  const count = (type: string, word: string): string[] => {
    const { length } = stack.resources(type);
    return length > 0 ? [`${length} ${word}${length > 1 ? 's' : ''}`] : [];
  };
  const lasting = [
    ...count('docker_network', 'network'),
    ...count('docker_volume', 'volume'),
    ...count('docker_image', 'image'),
  ];
  return [...services, ...topics, ...lasting.map((text, index) => `    ${stack.name}${index}["${text}"]`)];
}

/** Who is told the address of whom; but all are told the brokers'. */
function connections(stack: Stack, stacks: readonly Stack[]): string[] {
  const served = openClusters(stacks).flat();
  const others = stacks.filter((other) => other === stack || !runsBrokers(other, served)).flatMap(servicesOf);
  return servicesOf(stack).flatMap((one) =>
    others
      .filter(({ name }) => name !== one.name && new RegExp(`\\b${name}:\\d`).test(one.told))
      .map(({ name }) => `  ${one.name} --> ${name}`),
  );
}

const runsBrokers = (stack: Stack, servers: readonly string[]): boolean =>
  servicesOf(stack).some(({ hostAddresses }) => hostAddresses.some((address) => servers.includes(address)));

/** The way of a record, and where topics are. */
function flows(stacks: readonly Stack[]): string[] {
  const applications = stacks.flatMap(servicesOf).map(({ name, told }) => {
    const topics = (option: RegExp): string[] =>
      [...told.matchAll(option)].flatMap(([, topic]) => topic ?? []);
    return {
      name,
      reads: topics(/(?:--source-topic |LISTENER_SOURCE=)(\S+)/g),
      writes: topics(/(?:--(?:sink|dead-letter)-topic |LISTENER_DEADLETTERS=)(\S+)/g),
    };
  });
  const read = applications.flatMap(({ reads }) => reads);
  const written = applications.flatMap(({ writes }) => writes);
  const onBrokers = stacks.flatMap((stack) =>
    stacks
      .filter((other) => runsBrokers(other, openClusters([stack]).flat()))
      .map((brokers) => `  ${stack.name} -. on the brokers of .- ${brokers.name}`),
  );
  return [
    ...read.filter((topic) => !written.includes(topic)).map((topic) => `  clients --> ${topic}`),
    ...applications.flatMap(({ name, reads, writes }) => [
      ...reads.map((topic) => `  ${topic} --> ${name}`),
      ...writes.map((topic) => `  ${name} --> ${topic}`),
    ]),
    ...written.filter((topic) => !read.includes(topic)).map((topic) => `  ${topic} --> clients`),
    ...onBrokers,
  ];
}

function servicesTable(standard: readonly Stack[], small: readonly Stack[]): string {
  const [services, smaller] = [standard.flatMap(servicesOf), small.flatMap(servicesOf)];
  const told = services.map((service) => service.told).join(' ');
  const insideOf = (name: string): string[] => [
    ...new Set([...told.matchAll(new RegExp(`\\b${name}:\\d+`, 'g'))].map(([address]) => address)),
  ];
  const cell = (addresses: readonly string[]): string => addresses.map((a) => `\`${a}\``).join(', ') || '–';
  const sum = (all: readonly Service[]): number => all.reduce((total, { memory }) => total + memory, 0);
  const rows = services.map(({ name, hostAddresses, memory }) => [
    `\`${name}\``,
    cell(insideOf(name)),
    cell(hostAddresses),
    String(memory),
    String(smaller.find((other) => other.name === name)?.memory ?? '–'),
  ]);
  return [
    ['Service', 'Inside', 'On the host', 'MiB, `standard`', 'MiB, `small`'],
    ['---', '---', '---', '--:', '--:'],
    ...rows,
    ['together', '', '', String(sum(services)), String(sum(smaller))],
  ]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');
}

/** A file, or of `file#name` what is between `// #region name` and `// #endregion` in it. */
function code(source: string): string {
  const [file = '', region] = source.split('#');
  const text = readFileSync(join(ROOT, file), 'utf8');
  const lines = text.trimEnd().split('\n');
  const start = region ? lines.findIndex((line) => line.trim() === `// #region ${region}`) : -1;
  if (region && start < 0) throw new Error(`${file} has no region ${region}`);
  const length = lines.slice(start + 1).findIndex((line) => line.trim() === '// #endregion');
  const part = lines.slice(start + 1, region ? start + 1 + length : undefined);
  const indent = Math.min(...part.filter((line) => line.trim()).map((line) => line.search(/\S/)));
  return ['```ts', ...part.map((line) => line.slice(indent)), '```'].join('\n');
}
