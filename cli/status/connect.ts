import {
  askConnectors,
  connectorFindings,
  type ConnectorAnswer,
  type Connectors,
  type Findings,
} from '../docker/connectors';
import type { Stack } from '../engine/synthesis';
import { connectClusters, type DeclaredCluster } from './declared';
import { notThere } from './not-there';
import type { ConnectorStatus, ConnectStatus } from './report';
import { within } from './within';

/** What was found of a Connect cluster. */
export interface FoundConnect {
  readonly status: ConnectStatus;
  /** @param topics that there are; undefined where nobody could be asked */
  findings(topics: ReadonlySet<string> | undefined): Findings;
  readonly unknown: readonly string[];
}

/** @param isDown whether no container of the stacks is there, so that of their own workers none answers */
export function askConnect(stacks: readonly Stack[], isDown: boolean): Promise<readonly FoundConnect[]> {
  return Promise.all(connectClusters(stacks).map((each) => ask(each, isDown && each.isOwn)));
}

async function ask({ addresses, names }: DeclaredCluster, isDown: boolean): Promise<FoundConnect> {
  const none = (unknown: readonly string[]): FoundConnect => ({
    status: { urls: addresses },
    findings: () => ({ problems: [], notes: [] }),
    unknown,
  });
  if (isDown) return none([]);
  const answer = await within(`Kafka Connect at ${addresses.join(', ')}`, anyOf(addresses));
  if ('why' in answer) return none([answer.why]);
  const { url, connectors } = answer.value;
  const missing = names.filter((name) => !(name in connectors));
  return {
    status: {
      urls: addresses,
      connectors: Object.entries(connectors).map(([name, each]) => connectorStatus(name, each)),
      missingConnectors: missing,
    },
    findings: (topics) => {
      const { problems, notes } = connectorFindings(url, connectors, topics);
      return {
        problems: [...notThere('connector', missing, 'on the workers'), ...problems],
        notes,
      };
    },
    unknown: [],
  };
}

/** Every worker knows all connectors of its cluster. */
async function anyOf(urls: readonly string[]): Promise<{ url: string; connectors: Connectors }> {
  const asked = urls.map(async (url) => ({ url, connectors: await askConnectors(url) }));
  return Promise.any(asked).catch((error: unknown) => {
    throw (error as AggregateError).errors[0];
  });
}

function connectorStatus(name: string, { status }: ConnectorAnswer): ConnectorStatus {
  const { connector, tasks } = status;
  return {
    name,
    state: connector.state,
    ...firstLine(connector.trace),
    tasks: tasks.map(({ id, state, trace }) => ({ id, state, ...firstLine(trace) })),
  };
}

function firstLine(trace: string | undefined): { error?: string } {
  const [error] = (trace ?? '').split('\n');
  return error ? { error } : {};
}
