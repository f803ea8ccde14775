import { listed } from '../program';
import { existing } from './existing';
import { withAdmin } from './partitions';
import { askRest } from './rest-logins';
import { readState } from './state';
import { enterIntoState } from './state-entries';
import { isAskable, livesOnBrokers, resourcesOf, type Resource, type Stack } from './synthesis';
import { adopt, forget } from './terraform';
import type { Progress } from './waiting';

/** Takes over what is there already. @returns whether the state is another one now */
export async function adoptExisting(stack: Stack, say: Progress): Promise<boolean> {
  if (!livesOnBrokers(stack)) return false;
  const adopted = await adoptTopics(stack);
  if (adopted.length > 0) say(`took over the topics ${adopted.join(', ')}`);
  const entries = await existing(stack);
  await enterIntoState(stack, entries);
  if (entries.length > 0)
    say(
      `took over ${listed(
        entries.map(({ address }) => address),
        ', ',
      )}`,
    );
  const steps = await reconcileConnectors(stack);
  for (const step of steps) say(step);
  return adopted.length + entries.length + steps.length > 0;
}

/** The topics that a stack declares and its state does not have. Two clusters may have one of the same name. */
async function undeployedTopics(stack: Stack): Promise<readonly Resource[]> {
  const declared = stack.resources('kafka_topic');
  const state = (await readState(stack)).filter(({ type }) => type === 'kafka_topic');
  const isKnown = ({ address, attributes }: Resource): boolean =>
    state.some(
      (each) =>
        each.address === address ||
        // Terraform moves it, or makes it anew, and says so in its plan.
        (each.id === attributes.name && !declared.some((other) => other.address === each.address)),
    );
  return declared.filter((each) => !isKnown(each) && !stack.imports.includes(each.address));
}

/**
 * Takes topics that are on the brokers already into the state, where creating them would fail as "already exists".
 * @returns the names of the topics
 */
export async function adoptTopics(stack: Stack): Promise<readonly string[]> {
  const missing = await undeployedTopics(stack);
  const adopted: string[] = [];
  for (const provider of stack.kafkaProviders.filter(isAskable)) {
    const own = resourcesOf({ resources: () => missing }, provider, 'kafka_topic');
    if (own.length === 0) continue;
    const topics = new Set(await withAdmin(provider.servers, (admin) => admin.listTopics()));
    for (const { address, attributes } of own) {
      const name = String(attributes.name);
      if (!topics.has(name)) continue;
      await adopt(stack, address, name);
      adopted.push(name);
    }
  }
  return adopted;
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
    .filter(({ address }) => !stack.imports.includes(address))
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
    const answer = await askRest(url, '/connectors', 5_000);
    return answer.ok ? ((await answer.json()) as string[]) : undefined;
  } catch {
    return undefined;
  }
}
