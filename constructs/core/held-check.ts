import { Duration } from './duration';
import type { HealthCheck } from './health-check';

/** How long one process of the Engine's goes on asking a healthy service, which is one in two minutes instead of forty. */
const HELD = Duration.minutes(2);

/** How long it goes on asking one that starts. Until then nobody sees what the check says. */
const HELD_AT_START = Duration.seconds(10);

/** Between two questions to a healthy service: with five failures at the interval of 3 s, it is noticed within 25 s. */
const WHILE_HEALTHY = Duration.seconds(10);

/** Gone with the container, and writable whatever its root is. @see https://docs.docker.com/reference/cli/docker/container/run/#ipc */
const STATE = '/dev/shm/health';

/**
 * What the Engine is told of a check: a process that asks over and over by itself, and ends when there is something new to
 * say. To start a process in a container costs the Engine far more than what is asked costs the service, and the Engine
 * of Debian 12 knows one interval for starting and for healthy services.
 * @param patience how many times longer one question may take
 */
export function held(check: HealthCheck, patience: number): { test: string[]; timeout: Duration } {
  const [command = 'CMD', ...words] = check.test;
  const question = check.timeout.times(patience);
  // In an image of others nobody knows what there is beside what is asked.
  if (!OWN.includes(words[0] ?? '')) return { test: [...check.test], timeout: question };
  const pause = longer(WHILE_HEALTHY, check.interval);
  return {
    test: [command, 'sh', '-c', script(question, pause, check.interval), 'health', ...words],
    // For a process that hangs itself: the questions end in time without it.
    timeout: HELD.plus(pause).plus(question.times(2)),
  };
}

/** What the library asks with, in images that have a shell. */
const OWN = ['bash', 'wget'];

const longer = (one: Duration, other: Duration): Duration =>
  one.toMilliseconds() > other.toMilliseconds() ? one : other;

/**
 * The file has the last answer and when it came. It is empty while a process asks, so that one that was killed leaves
 * nothing behind, and what is old says nothing: the Engine calls a container unhealthy that was paused, until the first
 * check afterwards.
 */
const script = (question: Duration, pause: Duration, interval: Duration): string =>
  `
now() { read -r now _ < /proc/uptime; now=\${now%.*}; }
now; began=$now was= when=
[ ! -r ${STATE} ] || read -r was when < ${STATE}
[ $((now - \${when:-0})) -le ${interval.plus(WHILE_HEALTHY).toSeconds()} ] || was=
{ :; } 2> /dev/null > ${STATE}
while
  said=$(timeout ${question.toSeconds()} "$@" 2>&1); code=$?; now
  case $was,$code in
    0,0) [ $((now - began)) -lt ${HELD.toSeconds()} ] && sleep ${pause.toSeconds()} ;;
    ,[!0]*) [ $((now - began)) -lt ${HELD_AT_START.toSeconds()} ] && sleep 1 ;;
    *) false ;;
  esac
do :; done
case $was,$code in ,[!0]*) ;; *) { echo $code $now; } 2> /dev/null > ${STATE} ;; esac
case $code in 124 | 143) said="$said no answer within ${question.toString()}" ;; esac
[ -z "$said" ] || printf '%s\\n' "$said"
exit $code
`.trim();
