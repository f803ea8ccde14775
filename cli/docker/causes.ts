import { typed } from '../command-names';

/** What a service says when it fails in a way that is known, and what mends it. */
interface Cause {
  readonly pattern: RegExp;
  /** @param found the groups of the pattern */
  readonly says: (...found: (string | undefined)[]) => string;
}

const SIZES = "`heap` is the JVM's, `memory` the container's";

/** What helps where nothing else does. */
const afresh = (what: string): string =>
  `\`${typed('down', '--volumes')}\` removes ${what}, and \`${typed('up')}\` recreates them.`;

const CAUSES: readonly Cause[] = [
  {
    pattern: /InconsistentClusterIdException|Invalid cluster\.id in/,
    says: () =>
      `Its volume belongs to another cluster than the metadata does: one of the two was removed or replaced without the other, or the cluster's \`metadata\` is another than before. Set that back if you changed it; else ${afresh('both, with all records')}`,
  },
  {
    pattern: /InconsistentBrokerIdException|Invalid node\.id in|doesn't match stored broker\.id/,
    says: () =>
      `Its volume belongs to a broker with another number: give the broker its number back, or ${afresh("every broker's records")}`,
  },
  {
    pattern: /ephemeral at (\S+), node already exists/,
    says: (node) =>
      `The session of its predecessor has not ended yet (${node}), which takes 18 s: it tries again by itself. If it goes on, another broker has the same number.`,
  },
  {
    pattern:
      /port is already allocated|failed to bind (?:host )?port|listen tcp\d? \S+ bind: address already in use/,
    says: () =>
      'Its port on the host is taken: stop what listens there (`docker ps` and `ss -ltnp` show it), or move the platform to other ports (`portOffset`).',
  },
  {
    pattern: /BindException|Address already in use/i,
    says: () => 'Its port inside the container is taken: two of its settings name the same one.',
  },
  {
    pattern: /No space left on device|Disk quota exceeded/i,
    says: () =>
      'The disk is full: `docker system df` shows what takes it, and `docker system prune` removes what nothing uses.',
  },
  {
    pattern: /OutOfMemoryError: (?:unable to create (?:new )?native thread|Map failed)/,
    says: () =>
      `The machine or the container's limit gives it no more memory or threads beside its heap (${SIZES}).`,
  },
  {
    pattern: /OutOfMemoryError(?:: ([\w ]+))?/,
    says: (what) => `Its JVM ran out of memory${what ? ` (${what.trim()})` : ''}: ${SIZES}.`,
  },
  {
    pattern:
      /AccessDeniedException: (\S+)|(\/var\/lib\/\S+)\W.*Permission denied|path (\S+) writable\] FAILED/,
    says: (...paths) =>
      `It may not write to ${paths.find(Boolean)}: its volume was made by an image with another user. Give it the image that it had before, or ${afresh('the volumes with all records')}`,
  },
  {
    pattern: /UnknownHostException: ([\w.-]+)|Temporary failure in name resolution|Name or service not known/,
    says: (host) =>
      `Its network knew no ${host ?? 'such host'} when it asked: that service was not running (\`docker ps -a\` shows all).`,
  },
  {
    pattern:
      /Topic '([^']+)' supplied via the '([\w.]+)' property is required to have 'cleanup\.policy=compact'/,
    says: (topic, setting) =>
      `The topic ${topic} (${setting}) was made by something else than this program, and is not compacted: delete it, and \`${typed('up')}\` makes it as it must be.`,
  },
  {
    pattern:
      /Timed out waiting for a node assignment|Failed to update metadata after|Timeout expired while fetching topic metadata/,
    says: () => 'No broker answered it in time: look at the brokers first.',
  },
  {
    pattern: /Initial job has not accepted any resources/,
    says: () =>
      'No Spark worker has the cores and the memory that one of its executors takes: see the page of the Spark master.',
  },
  {
    pattern: /exec format error/,
    says: () => 'Its image is made for another kind of processor than this machine has.',
  },
];

/** What these lines of a log are known to mean, in a sentence with its cure. */
export function knownCause(lines: readonly string[]): string | undefined {
  const text = lines.join('\n');
  for (const { pattern, says } of CAUSES) {
    const found = pattern.exec(text);
    if (found) return says(...found.slice(1));
  }
  return undefined;
}
