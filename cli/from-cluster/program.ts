import { call, list, object, statement, text, type Code } from './code';
import { connectorItems } from './connectors';
import type { Description } from './description';
import type { Item, Items, LeftOut } from './item';
import { PASSWORD, securityCode } from './security';
import { subjectItems } from './subjects';
import { topicItems } from './topics';
import { userItems, USERS_BEGIN } from './users';

export interface Program {
  /** By their paths in the project. */
  readonly files: Readonly<Record<string, string>>;
  readonly leftOut: readonly LeftOut[];
  /** The variables that Terraform asks for. */
  readonly secrets: readonly string[];
  /** How many there are in the program, by the names of its files: `topics`. */
  readonly counts: Readonly<Record<string, number>>;
}

/** A stack, in a file of its own. */
interface Section extends Items {
  readonly name: string;
  /** What its items refer to. */
  readonly begin: (body: string) => string;
}

/** Why the library does not take what would have been made, by path. */
export type Refusals = ReadonlyMap<string, string>;

/** Makes a program out of what was found. @param refusals of each way that was tried, one after the other */
export function programOf(found: Description, refusals: readonly Refusals[] = []): Program {
  const sections = sectionsOf(found);
  const [said, leftOut] = [new Map<Section, Item[]>(), sections.flatMap((each) => each.leftOut)];
  const bodies = new Map<Section, string>();
  for (const section of sections) {
    const ways = section.items.map((item) => ({ item, ...wayOf(item, refusals) }));
    for (const { item, why } of ways) if (why !== undefined) leftOut.push({ what: item.what, why });
    const taken = ways.flatMap(({ item, way }) => (way ? [{ item, way }] : []));
    said.set(
      section,
      taken.map(({ item }) => item),
    );
    bodies.set(section, taken.flatMap(({ way }) => way.map((each) => statement(each))).join(''));
  }
  const used = sections.filter((section) => bodies.get(section) !== '');
  const items = used.flatMap((section) => said.get(section) ?? []);
  return {
    files: {
      'main.ts': main(used, found),
      'kafka.ts': kafka(found),
      ...Object.fromEntries(
        used.map((section) => [`${section.name}.ts`, stackFile(section, bodies.get(section) ?? '')]),
      ),
      ...Object.assign({}, ...items.map(({ files }) => files ?? {})),
    } as Record<string, string>,
    leftOut,
    secrets: [
      ...(found.security?.username === undefined ? [] : [PASSWORD]),
      ...items.flatMap(({ secrets }) => secrets ?? []),
    ],
    counts: Object.fromEntries(used.map((section) => [section.name, said.get(section)?.length ?? 0])),
  };
}

/** The first way that was not refused; why there is none, as the last refusal says it. */
function wayOf(
  { paths, ways }: Item,
  refusals: readonly Refusals[],
): { way?: readonly Code[]; why?: string } {
  const reasons = refusals.flatMap(
    (each) =>
      [...each].find(([refused]) =>
        paths.some((own) => refused === own || refused.startsWith(`${own}/`)),
      )?.[1] ?? [],
  );
  const way = ways[reasons.length];
  return way ? { way } : { why: reasons.at(-1) };
}

function sectionsOf(found: Description): readonly Section[] {
  const cluster = '  const cluster = kafka(stack);\n';
  const address = (url = ''): string => text(url);
  return [
    { name: 'topics', ...topicItems(found), begin: () => cluster },
    {
      name: 'users',
      ...userItems(found),
      begin: (body) => cluster + (body.includes('  user(') ? USERS_BEGIN : ''),
    },
    {
      name: 'connectors',
      ...connectorItems(found),
      begin: (body) =>
        statement([
          'const connect = ',
          call(
            'KafkaConnect.fromUrl',
            'stack',
            "'workers'",
            object({ url: address(found.connect?.url), cluster: 'kafka(stack)' }),
          ),
        ]) +
        (body.includes('secret(') ? SECRET : '') +
        (body.includes('topic(') ? TOPIC : ''),
    },
    {
      name: 'subjects',
      ...subjectItems(found),
      begin: () =>
        statement([
          'const registry = ',
          call(
            'SchemaRegistry.fromUrl',
            'stack',
            "'registry-server'",
            object({ url: address(found.registry?.url) }),
          ),
        ]),
    },
  ];
}

const SECRET = `  const secret = (name: string): TerraformVariable =>
    new TerraformVariable(stack, name, { type: 'string', sensitive: true });
`;
const TOPIC = `  const topic = (name: string): IKafkaTopic => KafkaTopic.fromTopicName(stack, \`topic \${name}\`, name);
`;

/** What a program of the library names. */
const EXPORTS = [
  ...[
    'Acl',
    'CleanupPolicy',
    'Compatibility',
    'Connector',
    'Duration',
    'IKafkaTopic',
    'KafkaConnect',
    'KafkaTopic',
    'KafkaUser',
  ],
  ...[
    'Retention',
    'Schema',
    'SchemaRegistry',
    'Size',
    'Subject',
    'TimestampType',
    'UserAuthentication',
    'UserQuota',
  ],
];
const TYPES = ['App', 'IKafkaTopic', 'UserQuota'];

function stackFile({ name, begin }: Section, body: string): string {
  const own = `${begin(body)}${body}`;
  const code = own.replaceAll(/'[^'\n]*'|"[^"\n]*"/g, '');
  const uses = (each: string): boolean => new RegExp(`\\b${each}\\b`).test(code);
  const imported = EXPORTS.filter(uses);
  const types = (names: readonly string[]): Code[] =>
    names.map((each) => (TYPES.includes(each) ? `type ${each}` : each));
  const fromCdktf = ['TerraformStack', ...(uses('TerraformVariable') ? ['TerraformVariable'] : []), 'App'];
  return [
    importLine(types(fromCdktf), 'cdktf'),
    importLine(types(imported), 'cdktf-streaming'),
    ...(uses('kafka') ? [importLine(['kafka'], './kafka')] : []),
    `\nexport function ${name}(app: App): TerraformStack {\n  const stack = new TerraformStack(app, '${name}');\n${own}  return stack;\n}\n`,
  ].join('');
}

const importLine = (names: readonly Code[], from: string): string =>
  names.length === 0
    ? ''
    : statement(['import ', { brackets: ['{ ', ' }'], parts: names }, ` from '${from}'`], 0);

function kafka({ bootstrapServers, security }: Description): string {
  const props = object({
    bootstrapServers: list(bootstrapServers.map(text)),
    security: security && securityCode(security),
    onlyGivenSettings: 'true',
  });
  const hasPassword = security?.username !== undefined;
  const hasFiles = [security?.caFile, security?.keyStoreFile].some((each) => each !== undefined);
  const names = [
    ...(security ? ['ClusterSecurity'] : []),
    'KafkaCluster',
    ...(hasFiles ? ['SecretFile'] : []),
    'type IKafkaCluster',
  ];
  const fromCdktf = hasPassword ? '{ TerraformVariable, type TerraformStack }' : 'type { TerraformStack }';
  const password = call(
    'TerraformVariable',
    'stack',
    text(PASSWORD),
    object({ type: "'string'", sensitive: 'true' }),
  );
  return `import ${fromCdktf} from 'cdktf';
import { ${names.join(', ')} } from 'cdktf-streaming';

/** The cluster, as each stack refers to it. What nothing is said of stays as brokers and workers do it by themselves. */
export function kafka(stack: TerraformStack): IKafkaCluster {
${hasPassword ? statement(['const password = new ', password]) : ''}${statement(['return ', call('KafkaCluster.fromBootstrapServers', 'stack', "'brokers'", props)])}}
`;
}

function main(sections: readonly Section[], { bootstrapServers }: Description): string {
  const names = sections.map(({ name }) => name);
  const both = ['topics', 'connectors'].every((name) => names.includes(name));
  const build = (name: string): string =>
    both && name === 'topics'
      ? 'const made = topics(app);'
      : both && name === 'connectors'
        ? 'connectors(app).addDependency(made);'
        : `${name}(app);`;
  return `/** What was in the cluster at ${bootstrapServers.join(', ')}, as code. */
import { App } from 'cdktf';
import { importExisting } from 'cdktf-streaming';
${[...names]
  .sort()
  .map((name) => `import { ${name} } from './${name}';\n`)
  .join('')}
const app = new App();
${names.map(build).join('\n')}
// Terraform takes over what is there. Delete the line once it is deployed: elsewhere nothing is there.
importExisting(app);
app.synth();
`;
}
