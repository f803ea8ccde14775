import { Command } from 'commander';
import { Interruption } from '../engine/run';
import { CommandError } from '../program';
import { asAvro, asJson, type Encode } from '../records/encode';
import { untilInterrupted } from '../records/interruption';
import { due } from '../records/pace';
import { RecordProducer } from '../records/producer';
import { locate, type AddressOptions } from '../records/project';
import { Registry } from '../records/registry';
import { subjectFor } from '../records/subject';
import { anyOf, samples, schemaIn, type Values } from '../records/values';
import { bootstrapServers, commandConfig, rate, schemaRegistry, wholeNumber } from './addresses';

interface ProduceOptions extends AddressOptions {
  readonly sample?: string;
  readonly schema?: string;
  readonly subject?: string;
  readonly key?: string;
  readonly rate: number;
  readonly count?: number;
}

export function produceCommand(): Command {
  return new Command('produce')
    .description('sends records to a topic at a rate, each exactly once, until Ctrl-C')
    .argument('<topic>', 'that exists')
    .option('--sample <json>', 'what to send, or a file of it: {now}, {millis} and {count} are filled in')
    .option('--schema <file>', 'an Avro schema, of which to send anything that it allows')
    .option(
      '--subject <name>',
      'whose latest Avro schema the records have (default: <topic>-value, if there is one; else they are JSON)',
    )
    .option('--key <field>', "a field of the value that is the record's key, too")
    .option('--rate <n>', 'records a second', rate, 1)
    .option('--count <n>', 'how many to send', wholeNumber)
    .addOption(bootstrapServers('brokers, where not those of the project in this folder'))
    .addOption(commandConfig())
    .addOption(schemaRegistry('the registry, where not that of the project'))
    .action(produce);
}

async function produce(topic: string, options: ProduceOptions): Promise<void> {
  if (options.sample !== undefined && options.schema !== undefined)
    throw new CommandError('Give either --sample or --schema: each says what to send.');
  const signal = untilInterrupted();
  const { servers, registry } = await locate(topic, options);
  const { values, encode } = await makers(topic, options, registry);
  // What cannot be made is said before anything is sent.
  encode(values(1));
  const producer = await RecordProducer.open(servers, topic);
  let sent = 0;
  try {
    for await (const some of due(options, signal)) {
      await producer.send(Array.from({ length: some }, (_, index) => encode(values(sent + index + 1))));
      sent += some;
    }
  } finally {
    await producer.close();
    console.error(`Sent ${sent} ${sent === 1 ? 'record' : 'records'} to ${topic}.`);
  }
  if (options.count !== undefined && sent < options.count)
    throw new Interruption(`Interrupted, before all ${options.count} were sent.`);
}

interface Makers {
  readonly values: Values;
  readonly encode: Encode;
}

async function makers(topic: string, options: ProduceOptions, url: string | undefined): Promise<Makers> {
  const given =
    options.sample !== undefined
      ? samples(options.sample)
      : options.schema !== undefined
        ? anyOf(schemaIn(options.schema))
        : undefined;
  const subject = await subjectFor(topic, options.subject, url === undefined ? undefined : new Registry(url));
  if (subject?.schema.avro) {
    const encode = asAvro(subject.schema, subject.name, options.key);
    return { values: given ?? anyOf(subject.schema.avro), encode };
  }
  if (given) return { values: given, encode: asJson(options.key) };
  const why = subject
    ? `${subject.name} is in ${subject.schema.language}, of which nothing can be made up here`
    : url === undefined
      ? 'no registry is known'
      : `the registry at ${url} has no subject ${topic}-value`;
  throw new CommandError(
    `What to send is unknown, for ${why}: give --sample '{"id": "{count}"}', or --schema <file> of an Avro schema.`,
  );
}
