import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Command } from 'commander';
import { readClientProperties } from '../engine/client-properties';
import type { Description } from '../from-cluster/description';
import { programOf, type Program, type Refusals } from '../from-cluster/program';
import { describe } from '../from-cluster/read';
import { report } from '../from-cluster/report';
import { tryProgram } from '../from-cluster/trial';
import { CommandError, listed } from '../program';
import { bootstrapServers, commandConfig, schemaRegistry, url } from './addresses';

interface Options {
  readonly bootstrapServers: readonly string[];
  readonly commandConfig?: string;
  readonly connect?: string;
  readonly schemaRegistry?: string;
  readonly output: string;
}

export function fromClusterCommand(): Command {
  return new Command('from-cluster')
    .description(
      'writes a program of what a running cluster has: topics, users, ACLs, quotas, connectors and subjects. Changes nothing',
    )
    .addOption(bootstrapServers('one of its brokers, or more').makeOptionMandatory())
    .addOption(commandConfig())
    .option('--connect <url>', "the REST interface of one of Kafka Connect's workers", url)
    .addOption(schemaRegistry('the schema registry'))
    .option('--output <folder>', 'where to write it', '.')
    .action(fromCluster);
}

async function fromCluster(options: Options): Promise<void> {
  const { bootstrapServers, commandConfig: config, connect, schemaRegistry: registry, output } = options;
  const properties = config === undefined ? undefined : readClientProperties(config);
  const found = await describe({ bootstrapServers, connect, registry }, properties);
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
