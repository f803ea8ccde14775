import { format } from 'prettier/standalone';
import * as babel from 'prettier/plugins/babel';
import * as estree from 'prettier/plugins/estree';
import { properties, text, texts } from './code';
import { readCompose, type ComposeFile } from './file';
import { sayLeftOver } from './left-over';
import { Notes, type Note } from './notes';
import { ComposeService } from './service';
import { writeServices, type Counts } from './services';
import { Writer, type Wishes } from './writer';

/** What a compose file became. */
export interface Converted {
  /** The program, formatted. */
  readonly program: string;
  /** Of the project, as the platform is called. */
  readonly name: string;
  readonly notes: readonly Note[];
  /** Variables of the file: those without a value, and those whose value is now in the program. */
  readonly variables: { readonly unset: readonly string[]; readonly used: readonly string[] };
  /** Values of the secret variables, by their ids, which are in no program. */
  readonly secrets: ReadonlyMap<string, string>;
  /** How many services there are, and how many became what. */
  readonly services: Counts & { readonly all: number };
}

/** Writes the program of a compose file. @throws CommandError if it is none */
export async function convert(
  path: string,
  wishes: Wishes,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<Converted> {
  const notes = new Notes();
  const file = readCompose(path, notes, environment);
  const services = activeServices(file, notes, wishes);
  const writer = new Writer(file, notes, wishes, services);
  const counts = writeServices(writer, services);
  const program = await formatted(assembled(writer, path));
  for (const entry of file.roots.flatMap((root) => root.leftOver())) sayLeftOver(entry, writer);
  return {
    program,
    name: platformName(file.name),
    notes: notes.inOrder,
    variables: { unset: [...file.variables.unset], used: [...file.variables.used] },
    secrets: writer.secrets,
    services: { all: services.length, ...counts },
  };
}

/** Those of the profiles that are wished, and of none. */
function activeServices(file: ComposeFile, notes: Notes, { profiles }: Wishes): ComposeService[] {
  return [...file.services].flatMap(([name, entry]) => {
    const own = entry.get('profiles')?.items.flatMap((each) => each.text() ?? []) ?? [];
    if (own.length === 0 || own.some((each) => profiles.includes(each)))
      return new ComposeService(name, entry, file, notes);
    notes.leftOut(
      entry,
      `it is of the profiles ${own.join(', ')}: convert with --profile ${own[0] ?? ''} to have it.`,
    );
    return [];
  });
}

/** 2 to 32 of a-z, 0-9 and '-', beginning with a letter or digit. */
function platformName(project: string): string {
  const name = project
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 32);
  return name.length > 1 && !['bridge', 'host', 'none', 'default', 'ingress'].includes(name)
    ? name
    : `${name}-platform`.replace(/^-/, '');
}

function assembled(writer: Writer, path: string): string {
  const { file } = writer;
  const external = [...file.top.networks].find(
    ([, each]) => (each.get('external')?.text() ?? 'false') !== 'false',
  );
  const network = external && (external[1].get('name')?.text() ?? external[0]);
  for (const each of file.top.networks.values())
    if (['bridge', undefined].includes(each.get('driver')?.peek())) each.get('driver')?.done();
  if (writer.images.size > 0) writer.use('Images');
  const lists = new Map([...writer.aliases].map(([name, all]) => [name, `[${all.map(text).join(', ')}]`]));
  const platform = properties({
    platformName: text(platformName(file.name)),
    existingNetwork: network === undefined ? undefined : text(network),
    images:
      writer.images.size === 0
        ? undefined
        : `{ ...Images.public(), ${[...writer.images].map(([name, code]) => `${name}: ${code}`).join(', ')} }`,
    aliases: lists.size === 0 ? undefined : properties(Object.fromEntries(lists)),
    existingVolumes: texts(Object.fromEntries(writer.existingVolumes)),
  });
  const cdktf = [
    'App',
    'TerraformStack',
    ...(writer.usesOverride ? ['TerraformResource'] : []),
    ...(writer.secrets.size > 0 ? ['TerraformVariable'] : []),
  ];
  const body = withoutUnused(writer.statements).join('\n');
  return [
    `/** What ${path} runs, as \`cdktf-streaming from-compose\` wrote it: from now on a program, to be changed as one. */`,
    ...(writer.usesPaths && body.includes('resolve(') ? ["import { resolve } from 'node:path';"] : []),
    `import { ${cdktf.sort().join(', ')} } from 'cdktf';`,
    ...(writer.usesOverride ? ["import type { Construct } from 'constructs';"] : []),
    `import { ${[...writer.imports].sort().join(', ')} } from 'cdktf-streaming';`,
    '',
    'const app = new App();',
    `const stack = new TerraformStack(app, ${text(platformName(file.name))});`,
    `const platform = new DockerPlatform(stack, ${text(file.services.has('platform') ? 'docker-platform' : 'platform')}, ${platform});`,
    ...(writer.secrets.size > 0
      ? ['', '// Their values are in TF_VAR_<id>, which .env may set, and in no program.']
      : []),
    ...[...writer.secretConstants].map(
      ([id, constant]) =>
        `const ${constant} = new TerraformVariable(stack, ${text(id)}, { type: 'string', sensitive: true });`,
    ),
    '',
    body,
    '',
    'app.synth();',
    ...(writer.usesOverride ? [OVERRIDE] : []),
  ].join('\n');
}

/** A constant that nothing refers to is none. */
function withoutUnused(statements: readonly string[]): readonly string[] {
  const code = statements.map((statement) => statement.replaceAll(/"(?:[^"\\]|\\.)*"/g, '""'));
  return statements.map((statement, index) => {
    const [constant = '', name = ''] = /^const (\w+) = /.exec(statement) ?? [];
    const others = code.filter((_, other) => other !== index);
    const isUsed = others.some((other) => new RegExp(`\\b${name}\\b(?!['":])`).test(other));
    return name === '' || isUsed ? statement : statement.slice(constant.length);
  });
}

const OVERRIDE = `
/** What the library has no property for, by its name in Terraform's docker_container. */
function override(container: Construct, attributes: Readonly<Record<string, unknown>>): void {
  const resource = container.node.findAll().find(({ node }) => node.id === 'Resource') as TerraformResource;
  for (const [name, value] of Object.entries(attributes)) resource.addOverride(name, value);
}`;

/** As the library's own examples are. */
function formatted(program: string): Promise<string> {
  return format(program, {
    parser: 'babel-ts',
    plugins: [babel, estree],
    printWidth: 110,
    singleQuote: true,
  });
}
