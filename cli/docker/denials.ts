import type Docker from 'dockerode';
import { KEEPS_LABEL, KEPT, LABEL } from '../../constructs/core/labels';
import { asWritten } from '../engine/kafka-words';
import { listed } from '../program';
import { withoutFrames } from './logs';
import type { Service } from './services';

/** What somebody was refused, and how often. */
export interface Denial {
  readonly principal: string;
  /** As `Write on the Topic orders`. */
  readonly what: string;
  readonly times: number;
}

const MINUTES = 10;
/** The latest of a broker, because a client that is refused asks on and on. */
const LINES = 5_000;

/** What brokers and controllers refused of late, in a sentence for each user; nothing where none refuses anything. */
export async function denied(docker: Docker, services: readonly Service[]): Promise<readonly string[]> {
  const logs = services
    .filter(({ labels }) => labels?.[LABEL.authorizer] !== undefined)
    .map(async ({ containerId }) => {
      const since = Math.floor(Date.now() / 1000) - MINUTES * 60;
      const options = { stdout: true, stderr: true, tail: LINES, since } as const;
      return withoutFrames(await docker.getContainer(containerId).logs(options));
    });
  const all = denialsIn((await Promise.all(logs)).join('\n')).filter((each) => !isUsual(each, services));
  return [...new Set(all.map(({ principal }) => principal))].map((principal) => {
    const own = all
      .filter((each) => each.principal === principal)
      .map(({ what, times }) => `${what}${times > 1 ? ` (${times} times)` : ''}`);
    return `Denied to ${principal} in the last ${MINUTES} minutes: ${listed(own, ', ')}.`;
  });
}

/** Kafka Connect asks at each start for its topics to be made, does without, and need not be able to: they are there. */
const isUsual = ({ principal, what }: Denial, services: readonly Service[]): boolean =>
  services.some(
    ({ labels = {} }) =>
      principal === `User:${labels[LABEL.user]}` &&
      Object.values(KEPT).some((kept) => what === `Create on the Topic ${labels[KEEPS_LABEL + kept]}`),
  );

/** As every authorizer of Kafka's says it, to the logger `kafka.authorizer.logger`. */
const DENIED =
  /Principal = (.*) is Denied operation = (\w+) .*? on resource = (\w+):(\w+):(.*?) for request = /;

/** Those in a log, the most frequent first. */
export function denialsIn(log: string): readonly Denial[] {
  const found = new Map<string, Denial>();
  for (const line of log.split('\n')) {
    const [, principal, operation = '', type, pattern, name] = DENIED.exec(line) ?? [];
    if (principal === undefined) continue;
    const what = `${asWritten(operation)} on the ${type} ${name}${pattern === 'PREFIXED' ? '…' : ''}`;
    const key = `${principal} ${what}`;
    found.set(key, { principal, what, times: (found.get(key)?.times ?? 0) + 1 });
  }
  return [...found.values()].sort((one, other) => other.times - one.times);
}
