import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import type { Description } from '../from-cluster/description';
import { programOf, type Program, type Refusals } from '../from-cluster/program';
import { describe } from '../from-cluster/read';
import { report } from '../from-cluster/report';
import { tryProgram } from '../from-cluster/trial';
import { CommandError, listed } from '../program';

interface Options {
  readonly bootstrapServers: readonly string[];
  readonly connect?: string;
  readonly schemaRegistry?: string;
  readonly output: string;
}

export function fromClusterCommand(): Command {
  return new Command('from-cluster')
    .description(
      'writes a program of what a running cluster has: topics, users, ACLs, quotas, connectors and subjects. Changes nothing',
    )
    .requiredOption('--bootstrap-servers <host:port,…>', 'one of its brokers, or more', servers)
    .option('--connect <url>', "the REST interface of one of Kafka Connect's workers", url)
    .option('--schema-registry <url>', 'the schema registry', url)
    .option('--output <folder>', 'where to write it', '.')
    .action(fromCluster);
}

async function fromCluster({ bootstrapServers, connect, schemaRegistry, output }: Options): Promise<void> {
  const found = await describe({ bootstrapServers, connect, registry: schemaRegistry });
  const taken = [...Object.keys(programOf(found).files), 'cdktf.json'].filter((file) =>
    existsSync(join(output, file)),
  );
  if (taken.length > 0)
    throw new CommandError(
      `There is a ${listed(taken, ', ')} in ${output} already, which is not overwritten: give another folder, --output <folder>.`,
    );
  const { program, failure } = await written(found, output);
  console.log(report(program, output, found.unknown, failure));
}

/** What a project of these programs is run by. */
const APP = 'npx tsx main.ts';
const PROJECT = `${JSON.stringify({ language: 'typescript', app: APP }, undefined, 2)}\n`;

/** The library judges each way in which something may be said; more ways than these there are not. */
const ROUNDS = 4;

async function written(found: Description, folder: string): Promise<{ program: Program; failure?: string }> {
  const refusals: Refusals[] = [];
  for (;;) {
    const program = programOf(found, refusals);
    const all = { ...program.files, 'cdktf.json': PROJECT };
    for (const [file, text] of Object.entries(all)) {
      await mkdir(dirname(join(folder, file)), { recursive: true });
      await writeFile(join(folder, file), text);
    }
    const trial = await tryProgram(folder, APP);
    if (trial.refusals.size === 0 || refusals.length === ROUNDS) return { program, failure: trial.failure };
    refusals.push(trial.refusals);
    for (const file of Object.keys(program.files)) await rm(join(folder, file));
  }
}

function servers(text: string): readonly string[] {
  const all = text.split(',').flatMap((each) => each.trim() || []);
  const wrong = all.find((each) => !/^(\[[0-9a-fA-F:]+\]|[\w.-]+):\d{1,5}$/.test(each));
  if (all.length === 0 || wrong !== undefined)
    throw new InvalidArgumentError(`Give host:port of each, parted by commas; got '${wrong ?? text}'.`);
  return all;
}

function url(text: string): string {
  if (!/^https?:\/\/[^\s/?#@]+(\/[^\s/?#]+)*\/?$/.test(text))
    throw new InvalidArgumentError('Give an address such as http://localhost:8083, without a user.');
  return text.replace(/\/$/, '');
}
