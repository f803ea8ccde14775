import { Command, Option } from 'commander';
import { Interruption } from '../engine/run';
import { untilInterrupted } from '../records/interruption';
import { locate, type AddressOptions } from '../records/project';
import { EARLIEST, LATEST, RecordReader } from '../records/reader';
import { Registry } from '../records/registry';
import { until } from '../records/shown';
import { forPeople, forPrograms, shown } from '../records/text';
import { bootstrapServers, commandConfig, schemaRegistry, wholeNumber } from './addresses';

interface ConsumeOptions extends AddressOptions {
  readonly from: 'earliest' | 'latest';
  readonly limit?: number;
  readonly untilEnd?: boolean;
  readonly json?: boolean;
}

export function consumeCommand(): Command {
  return new Command('consume')
    .description('shows the records of a topic, decoded by the registry, until Ctrl-C. Changes nothing')
    .argument('<topic>', 'that exists')
    .addOption(
      new Option('--from <where>', 'the first record to show')
        .choices(['earliest', 'latest'])
        .default('latest'),
    )
    .option('--limit <n>', 'how many to show', wholeNumber)
    .option('--until-end', 'only what is there already, from the earliest')
    .option('--json', 'for programs: an object in each line')
    .addOption(bootstrapServers('brokers, where not those of the project in this folder'))
    .addOption(commandConfig())
    .addOption(schemaRegistry('the registry, where not that of the project'))
    .action(consume);
}

async function consume(topic: string, options: ConsumeOptions): Promise<void> {
  const { limit, untilEnd = false, json = false } = options;
  const signal = untilInterrupted();
  const { servers, registry: url } = await locate(topic, options);
  const registry = url === undefined ? undefined : new Registry(url);
  const reader = await RecordReader.open(servers);
  let count = 0;
  try {
    const ends = untilEnd ? await reader.places([topic], LATEST) : undefined;
    const isFromStart = untilEnd || options.from === 'earliest';
    const places = await reader.places([topic], isFromStart ? EARLIEST : LATEST);
    for await (const records of until(reader.from(places), { places, ends, limit, signal }))
      for (const record of records) {
        const each = await shown(record, registry);
        process.stdout.write(`${json ? forPrograms(each) : forPeople(each)}\n`);
        count += 1;
      }
  } finally {
    await reader.close();
  }
  if (signal.aborted && limit !== undefined && process.stdout.writable)
    throw new Interruption(`Interrupted, after ${count} of ${limit} records.`);
}
