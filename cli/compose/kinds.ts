import type { ComposeService } from './service';

/** What a service is written as. */
export type Kind =
  | 'zookeeper'
  | 'broker'
  | 'controller'
  | 'registry'
  | 'connect'
  | 'page'
  | 'spark-master'
  | 'spark-worker'
  | 'container';

/** The last part of an image's repository: `cp-kafka`. */
export const imageName = (image = ''): string =>
  image
    .replace(/@.*/, '')
    .replace(/:[^/]*$/, '')
    .split('/')
    .at(-1) ?? '';

/** What follows an image's name; undefined where it has none. */
export const imageTag = (image = ''): string | undefined => /:([^/:]+)$/.exec(image.replace(/@.*/, ''))?.[1];

const BROKERS = /^(cp-kafka|cp-server|cp-enterprise-kafka|kafka|kafka-native)$/;
const OF_BROKERS =
  /^(KAFKA_(CFG_)?(ADVERTISED_LISTENERS|ADVERTISED_HOST_NAME|ZOOKEEPER_CONNECT|PROCESS_ROLES|BROKER_ID|NODE_ID|LISTENERS|CONTROLLER_QUORUM_VOTERS)|NODE_ROLE)$/;
/** What does something with brokers, and ends or not. */
const TOOLS =
  /kafka-(topics|configs|acls|console|producer|consumer|storage)|connect-(distributed|standalone)|cub /;

/** What starts a broker, once something before it is done. */
const STARTS = /docker\/run|kafka-server-start|start-kafka|entrypoint|run\.sh|launch/;

export function kindOf(service: ComposeService): Kind {
  const name = imageName(service.image);
  const has = (pattern: RegExp): boolean =>
    [...service.environment.keys()].some((each) => pattern.test(each));
  const said = ['command', 'entrypoint']
    .flatMap((key) => {
      const entry = service.entry.get(key);
      return entry?.isList ? entry.items.map((each) => each.peek()) : [entry?.peek()];
    })
    .join(' ')
    .trim();
  if (/^(cp-)?zookeeper$/.test(name) && !TOOLS.test(said)) return 'zookeeper';
  if (isBroker(name, has, said)) return rolesOf(service) === 'controller' ? 'controller' : 'broker';
  if (/^cp-schema-registry$/.test(name) && said === '') return 'registry';
  if (has(/^CONNECT_BOOTSTRAP_SERVERS$/) && said === '') return 'connect';
  if (name === 'kafka-ui' && said === '') return 'page';
  return sparkKind(service, name, said) ?? 'container';
}

function isBroker(name: string, has: (pattern: RegExp) => boolean, said: string): boolean {
  // What starts something else with the image, such as a test, is none.
  if (said !== '' && !STARTS.test(said)) return false;
  if (TOOLS.test(said.replace(/kafka-storage\S*/g, ''))) return false;
  if (name === '') return has(/^KAFKA_ADVERTISED_(LISTENERS|HOST_NAME)$/);
  return BROKERS.test(name) && (has(OF_BROKERS) || said === '');
}

/** As `process.roles` has them; nothing in ZooKeeper. */
export function rolesOf({ environment }: ComposeService): string {
  const roles = ['KAFKA_PROCESS_ROLES', 'KAFKA_CFG_PROCESS_ROLES', 'NODE_ROLE'].flatMap(
    (name) => environment.get(name)?.value ?? [],
  );
  return roles[0]?.trim() ?? '';
}

function sparkKind({ environment }: ComposeService, name: string, said: string): Kind | undefined {
  if (!/^spark(-(master|worker|py))?$/.test(name)) return undefined;
  const mode = environment.get('SPARK_MODE')?.value.toLowerCase();
  if (mode === 'master' || /deploy\.master\.Master|start-master/.test(said) || name === 'spark-master')
    return 'spark-master';
  if (mode === 'worker' || /deploy\.worker\.Worker|start-worker/.test(said) || name === 'spark-worker')
    return 'spark-worker';
  return undefined;
}
