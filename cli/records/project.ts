import { rememberAccess } from '../engine/broker-access';
import { accessBy, readClientProperties } from '../engine/client-properties';
import { readProject } from '../engine/project';
import { synthesize } from '../engine/synthesis';
import { cacheFolder, CommandError } from '../program';
import { brokersOf, findTopic, registryOf, type Whereabouts } from './whereabouts';

/** What a user says of where a topic is. */
export interface AddressOptions {
  readonly bootstrapServers?: readonly string[];
  readonly commandConfig?: string;
  readonly schemaRegistry?: string;
}

/**
 * Where a topic is: as its user says, or else as the project in this folder says.
 * @throws CommandError where neither tells, nobody answers, or there is no such topic
 */
export async function locate(topic: string, options: AddressOptions): Promise<Whereabouts> {
  const { bootstrapServers, commandConfig, schemaRegistry: registry } = options;
  if (commandConfig !== undefined && !bootstrapServers)
    throw new CommandError(
      '--command-config says how brokers are spoken to: say which, by --bootstrap-servers <host:port,…>.',
    );
  if (bootstrapServers) {
    if (commandConfig !== undefined)
      rememberAccess(bootstrapServers, accessBy(readClientProperties(commandConfig)));
    await findTopic(topic, bootstrapServers);
    return { servers: bootstrapServers, registry };
  }
  readProject();
  // In a folder of its own, for somebody may be deploying from the project's.
  const stacks = await synthesize(cacheFolder('records'));
  const servers = brokersOf(topic, stacks);
  await findTopic(topic, servers);
  return { servers, registry: registry ?? registryOf(stacks) };
}
