import Table from 'cli-table3';
import { typed } from '../command-names';
import type { Lag } from '../engine/groups';
import type { ConnectorStatus, Status } from './report';
import { nothingRuns } from './services';

/** For people: tables of what there is, then a sentence for each thing that they should know. */
export function forPeople(status: Status): string {
  const { well, services, kafka, connect, problems, unknown, notes } = status;
  const isDown = nothingRuns(services);
  const groups = kafka.flatMap((each) => each.groups ?? []);
  const connectors = connect.flatMap((each) => each.connectors ?? []);
  const tables = [
    table(
      ['Service', 'State', 'Address'],
      isDown
        ? []
        : services.map(({ name, state, endpoints }) => [
            name,
            state,
            endpoints.map((each) => each.address).join('\n'),
          ]),
    ),
    table(
      ['Consumer group', 'Members', 'Topic', 'Lag'],
      groups.flatMap(({ name, members, topics }) =>
        (topics.length > 0 ? topics : [{ topic: '' }]).map((each) => [
          name,
          String(members),
          each.topic,
          lagIn(each),
        ]),
      ),
    ),
    table(
      ['Connector', 'State', 'Tasks that run'],
      connectors.map((each) => [each.name, each.state, tasksOf(each)]),
    ),
  ];
  const sentences = [...problems, ...unknown.map((each) => `Unknown: ${each}`), ...notes];
  const last = well
    ? ['All is well.']
    : problems.length > 0 && !isDown
      ? [`\`${typed('up')}\` mends what it can.`]
      : [];
  return [...tables.filter(Boolean), ...sentences, ...last].join('\n');
}

function table(head: string[], rows: readonly string[][]): string {
  if (rows.length === 0) return '';
  const made = new Table({ head, style: { head: [], border: [] } });
  made.push(...rows);
  return made.toString();
}

function lagIn({ topic, lag }: Lag): string {
  if (topic === '') return '';
  return lag === undefined ? 'unknown' : String(lag);
}

function tasksOf({ tasks }: ConnectorStatus): string {
  return `${tasks.filter(({ state }) => state === 'RUNNING').length} of ${tasks.length}`;
}
