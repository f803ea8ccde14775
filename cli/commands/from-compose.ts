import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { Command } from 'commander';
import { CommandError } from '../program';
import type { Converted } from '../compose/program';
import { noteLines } from '../compose/notes';

interface Options {
  readonly output: string;
  readonly profile?: readonly string[];
  readonly keepData?: boolean;
  readonly force?: boolean;
  readonly json?: boolean;
}

export function fromComposeCommand(): Command {
  const repeated = (value: string, before: readonly string[] = []): string[] => [...before, value];
  return new Command('from-compose')
    .description(
      'writes what a compose file runs as a program of these constructs, and says of each line that is not carried over why, and what to do. Deploys nothing',
    )
    .argument('<file>', 'such as docker-compose.yml')
    .option('--output <file>', 'where the program goes', 'main.ts')
    .option('--profile <name>', 'has the services of this profile, too; repeatable', repeated)
    .option('--keep-data', 'goes on with the volumes that compose has made, once it is stopped')
    .option('--force', 'takes the place of a program that is there')
    .option('--json', 'prints what became of the file as JSON, and nothing else')
    .action(fromCompose);
}

/** @throws CommandError if there is nothing to write, or something in its place */
async function fromCompose(file: string, options: Options): Promise<void> {
  const { output, profile: profiles = [], keepData = false, force = false, json = false } = options;
  if (existsSync(output) && !force)
    throw new CommandError(`${output} is there already: give another --output, or --force to replace it.`);
  // The parser, the formatter and the library's checks are for this command alone.
  const { convert } = await import('../compose/program.js');
  const converted = await convert(file, { profiles, keepsData: keepData });
  const { constructs, containers } = converted.services;
  if (constructs + containers === 0)
    throw new CommandError(`Nothing of ${file} can be carried over.`, noteLines(converted.notes).join('\n'));
  writeFileSync(output, converted.program);
  const settings = [...writeProject(output), ...writeSecrets(converted.secrets)];
  if (json) console.log(JSON.stringify(report(converted), undefined, 2));
  else console.log([...summary(converted, file, output, keepData), ...settings].join('\n'));
}

const report = ({ notes, services, secrets, name, variables }: Converted): object => ({
  version: 1,
  name,
  services,
  notes,
  variables,
  secrets: [...secrets.keys()],
});

function summary(
  { services, notes, variables: { unset, used } }: Converted,
  file: string,
  output: string,
  keepsData: boolean,
): string[] {
  const { all, constructs, containers, leftOut } = services;
  return [
    ...noteLines(notes),
    ...(notes.length > 0 ? [''] : []),
    `${output} has ${constructs + containers} of the ${all} services of ${file}: ${constructs} as constructs of Kafka and Spark, ${containers} as containers of your own${leftOut > 0 ? `; ${leftOut} ${leftOut === 1 ? 'is' : 'are'} left out` : ''}. What is not said above is carried over as it stands, but that`,
    ...(unset.length > 0
      ? [`- ${unset.join(', ')} has no value, for which compose takes none: set it and convert again;`]
      : []),
    ...(used.length > 0 ? [`- ${used.join(', ')} has the value that it has now;`] : []),
    '- ports are published on 127.0.0.1 alone, where the file names no address; hostAddress opens one;',
    '- every container has a limit of memory, 1 GiB where the file has none and the image is not known to take more;',
    '- all services are in one network, and stay stopped once somebody stops them;',
    keepsData
      ? '- volumes that compose has made are gone on with; stop its project before: docker compose stop.'
      : '- volumes begin empty; --keep-data goes on with those that compose has made.',
  ];
}

/** What a project needs that is not one yet. @returns what was done */
function writeProject(output: string): string[] {
  if (existsSync('cdktf.json')) return [];
  const project = { language: 'typescript', app: `npx tsx ${output}`, output: 'cdktf.out' };
  writeFileSync('cdktf.json', `${JSON.stringify(project, undefined, 2)}\n`);
  const isThere = existsSync('package.json') && readFileSync('package.json', 'utf8').includes('"tsx"');
  return [
    '',
    `cdktf.json runs it.${isThere ? '' : ' It takes `npm install cdktf constructs cdktf-streaming tsx`.'} Then: npx cdktf-streaming up`,
  ];
}

/** The values of secrets go where commands look for them, and nowhere else. @returns what was done */
function writeSecrets(secrets: ReadonlyMap<string, string>): string[] {
  const before = existsSync('.env') ? readFileSync('.env', 'utf8') : '';
  const missing = [...secrets].filter(([id]) => !new RegExp(`^TF_VAR_${id}=`, 'm').test(before));
  if (missing.length === 0) return [];
  const [first = ''] = missing.map(([id]) => `TF_VAR_${id}`);
  const quote = (value: string): string | undefined => ["'", '"', '`'].find((each) => !value.includes(each));
  const lines = missing.map(([id, value]) => {
    const mark = quote(value) ?? "'";
    return `TF_VAR_${id}=${mark}${value}${mark}\n`;
  });
  appendFileSync('.env', (before === '' || before.endsWith('\n') ? '' : '\n') + lines.join(''), {
    mode: 0o600,
  });
  return [
    '',
    `.env has the values of ${missing.length} secret${missing.length === 1 ? '' : 's'}, as ${first}${missing.length > 1 ? ' and so on' : ''}: it belongs in .gitignore.`,
  ];
}
