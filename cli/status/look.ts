import { typed } from '../command-names';
import type { Stack } from '../engine/synthesis';
import { askAlerts } from './alerts';
import { askConnect } from './connect';
import { whatDrifted, type FoundDrift } from './drift';
import { allTopics, askKafka, unaskable } from './kafka';
import type { Namespaces } from './namespaces';
import type { Status } from './report';
import { nothingRuns, serviceStatuses, whatIsWrong, type Containers } from './services';
import type { Answer } from './within';

/**
 * Asks everybody how it is, and changes nothing.
 * @param drift undefined where nobody asked for it
 * @param denials what brokers refused of late, in sentences
 */
export async function look(
  stacks: readonly Stack[],
  containers: Answer<Containers>,
  drift?: readonly FoundDrift[],
  denials: readonly string[] = [],
  namespaces: Namespaces = { services: [], problems: [], unknown: [] },
): Promise<Status> {
  const ofContainers = serviceStatuses(stacks, 'value' in containers ? containers.value : undefined);
  const services = [...ofContainers, ...namespaces.services];
  const isDown = nothingRuns(services);
  const [kafka, connect, prometheus] = await Promise.all([
    askKafka(stacks, isDown),
    askConnect(stacks, isDown),
    askAlerts(stacks, isDown),
  ]);
  const findings = connect.map((each) => each.findings(allTopics(stacks, kafka)));
  const problems = [
    ...(isDown
      ? [`Nothing is deployed: \`${typed('up')}\` deploys.`]
      : [...ofContainers.flatMap((each) => whatIsWrong(each) ?? []), ...namespaces.problems]),
    ...kafka.flatMap((each) => each.problems),
    ...findings.flatMap((each) => each.problems),
    ...prometheus.flatMap((each) => each.problems),
    ...(drift ?? []).flatMap(({ status }) => whatDrifted(status) ?? []),
  ];
  const unknown = [
    ...('why' in containers ? [containers.why] : []),
    ...namespaces.unknown,
    ...[...kafka, ...connect, ...prometheus, ...(drift ?? [])].flatMap((each) => each.unknown),
    ...unaskable(stacks),
  ];
  return {
    version: 1,
    well: problems.length === 0 && unknown.length === 0,
    services,
    kafka: kafka.map(({ status }) => status),
    connect: connect.map(({ status }) => status),
    ...(prometheus.length > 0 && { prometheus: prometheus.map(({ status }) => status) }),
    ...(drift && { drift: drift.map(({ status }) => status) }),
    problems,
    unknown,
    notes: [...[...findings, ...prometheus, ...(drift ?? [])].flatMap(({ notes }) => notes), ...denials],
  };
}
