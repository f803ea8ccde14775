import { withAdmin } from './partitions';
import { readState } from './state';
import type { Stack } from './synthesis';
import { adopt, forget } from './terraform';

/** The topics that a stack declares and its state does not have. */
async function undeployedTopics(stack: Stack): Promise<ReadonlyMap<string, string>> {
  const state = await readState(stack);
  const known = new Set(state.filter(({ type }) => type === 'kafka_topic').map(({ id }) => id));
  const declared = stack
    .resources('kafka_topic')
    .map(({ address, attributes }) => [String(attributes.name), address] as const);
  return new Map(declared.filter(([name]) => !known.has(name)));
}

/**
 * Takes topics that are on the brokers already into the state, where creating them would fail as "already exists".
 * @returns the names of the topics
 */
export async function adoptTopics(stack: Stack): Promise<readonly string[]> {
  const missing = await undeployedTopics(stack);
  if (missing.size === 0 || stack.kafkaServers.length === 0) return [];
  const topics = await withAdmin(stack.kafkaServers, (admin) => admin.listTopics());
  const existing = topics.filter((name) => missing.has(name));
  for (const name of existing) await adopt(stack, missing.get(name) ?? '', name);
  return existing;
}

const CONNECTOR = 'kafka-connect_connector';

/**
 * Brings a stack's state in line with the connectors that run: making one that is there already fails, and so does
 * destroying one that somebody deleted. Does nothing while the workers are away.
 * @returns what was done, connector by connector
 */
export async function reconcileConnectors(stack: Stack): Promise<readonly string[]> {
  const running = stack.connectUrl && (await connectorsOnWorkers(stack.connectUrl));
  if (!running) return [];
  const known = (await readState(stack)).filter(({ type }) => type === CONNECTOR);
  const deleted = known.filter(({ id }) => !running.includes(id));
  const unknown = stack
    .resources(CONNECTOR)
    .map(({ address, attributes }) => ({ address, id: String(attributes.name) }))
    .filter(({ id }) => running.includes(id) && !known.some((each) => each.id === id));
  if (deleted.length + unknown.length === 0) return [];

  await forget(stack, deleted);
  for (const { address, id } of unknown) await adopt(stack, address, id);
  return [
    ...deleted.map(({ id }) => `the connector ${id} was deleted by hand`),
    ...unknown.map(({ id }) => `took over the connector ${id}`),
  ];
}

/** Undefined where no worker answers. */
async function connectorsOnWorkers(url: string): Promise<readonly string[] | undefined> {
  try {
    const answer = await fetch(`${url}/connectors`, { signal: AbortSignal.timeout(5_000) });
    return answer.ok ? ((await answer.json()) as string[]) : undefined;
  } catch {
    return undefined;
  }
}
