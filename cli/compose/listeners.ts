import type { ComposeService, Variable } from './service';
import { properties, text } from './code';
import type { Writer } from './writer';

/** A listener of a broker, as its variables have it. */
export interface Listener {
  readonly name: string;
  /** In the container. */
  readonly port: number;
  readonly host?: string;
  /** As clients are told it. */
  readonly advertised?: number;
  readonly protocol: string;
}

/** A variable of a broker, whatever its image calls it: Bitnami's images put `CFG_` before every setting. */
export const brokerVariable = ({ environment }: ComposeService, name: string): Variable | undefined =>
  environment.get(`KAFKA_${name}`) ?? environment.get(`KAFKA_CFG_${name}`);

export const brokerValue = (service: ComposeService, name: string): string | undefined => {
  const variable = brokerVariable(service, name);
  variable?.entry.done();
  return variable?.value.trim();
};

const addresses = (given = ''): (readonly [name: string, host: string, port: number])[] =>
  given
    .split(',')
    .map((each) => /^\s*([\w.-]+):\/\/([^:]*):(\d+)\s*$/.exec(each))
    .flatMap((found) => (found ? [[found[1] ?? '', found[2] ?? '', Number(found[3])] as const] : []));

const controllerNames = (service: ComposeService): readonly string[] =>
  (brokerValue(service, 'CONTROLLER_LISTENER_NAMES') ?? 'CONTROLLER').split(',').map((each) => each.trim());

/** Where a broker listens as a controller. */
export const controllerPorts = (service: ComposeService): readonly number[] =>
  addresses(brokerValue(service, 'LISTENERS'))
    .filter(([name]) => controllerNames(service).includes(name))
    .map(([, , port]) => port);

/** Those of a broker, without its controllers'. */
export function listenersOf(service: ComposeService): readonly Listener[] {
  const ofControllers = controllerNames(service);
  const protocols = new Map(
    (brokerValue(service, 'LISTENER_SECURITY_PROTOCOL_MAP') ?? '')
      .split(',')
      .map((each) => each.trim().split(':') as [string, string]),
  );
  brokerValue(service, 'INTER_BROKER_LISTENER_NAME');
  const bound = addresses(brokerValue(service, 'LISTENERS'));
  const old = brokerValue(service, 'ADVERTISED_HOST_NAME');
  const oldPort = Number(brokerValue(service, 'ADVERTISED_PORT') ?? 9092);
  brokerValue(service, 'PORT');
  const told = addresses(brokerValue(service, 'ADVERTISED_LISTENERS'));
  const advertised =
    told.length > 0 ? told : old === undefined ? bound : [['PLAINTEXT', old, oldPort] as const];
  return advertised
    .filter(([name]) => !ofControllers.includes(name))
    .map(([name, host, port]) => ({
      name,
      port: bound.find(([each]) => each === name)?.[2] ?? port,
      host: ['', '0.0.0.0'].includes(host) ? service.name : host,
      advertised: port,
      protocol: protocols.get(name) ?? (/^(SSL|SASL_SSL|SASL_PLAINTEXT)$/.test(name) ? name : 'PLAINTEXT'),
    }));
}

/** Where brokers listen in the network and beyond, as the program has it, and at which ports. */
export interface Doors {
  /** Undefined where they are the library's own. */
  readonly code?: string;
  /** Of the first broker on the host, where listeners are the library's own. */
  readonly hostPort?: number;
  /** Of the first broker in the network. */
  readonly inside: number;
  /** Of the first broker on the host. */
  readonly outside: number;
}

const INSIDE = 19_092;
const OUTSIDE = 9092;
/** Where hardly anything is. */
const ELSEWHERE = 29_192;
const ADDRESS = /^[a-zA-Z0-9]([a-zA-Z0-9.-]*[a-zA-Z0-9])?$/;
/** Where controllers listen. */
const CONTROLLERS = [29_093, 29_094];

const hitsControllers = (port: number, count: number): boolean =>
  CONTROLLERS.some((each) => port <= each && each < port + count);

/** @param brokers one cluster's, in their order */
export function doorsOf(writer: Writer, brokers: readonly ComposeService[]): Doors {
  const [first, ...others] = brokers;
  if (!first) return { inside: INSIDE, outside: OUTSIDE };
  for (const each of others) listenersOf(each);
  const entry = (brokerVariable(first, 'ADVERTISED_LISTENERS') ?? brokerVariable(first, 'LISTENERS'))?.entry;
  const all = listenersOf(first);
  const secured = all.filter(({ protocol }) => protocol !== 'PLAINTEXT');
  if (secured.length > 0)
    writer.notes.changed(
      entry ?? first.entry,
      `${secured.map(({ name, protocol }) => `${name} (${protocol})`).join(', ')} is not carried over: keystores and logins become \`certificates\` and \`listeners\` of the cluster; until then every listener is in plaintext, on this machine alone.`,
    );
  const plain = all.filter(({ protocol }) => protocol === 'PLAINTEXT');
  const names = new Set([first.name, ...first.aliases]);
  const isInside = ({ host = '' }: Listener): boolean => names.has(host);
  const isHost = ({ host = '' }: Listener): boolean => /^(localhost|127\.0\.0\.1)$/.test(host);
  const inside = plain.find(isInside);
  const published = publishedPort(first, plain.find(isHost));
  const beyond = plain.filter((each) => !isInside(each) && !isHost(each));
  const elsewhere = beyond.filter(({ host = '' }) => ADDRESS.test(host));
  for (const { name, host = '' } of beyond.filter((each) => !elsewhere.includes(each)))
    writer.notes.leftOut(
      entry ?? first.entry,
      `${name} is at ${host}, which is no address or name: give it one by ListenerReach.at(…).`,
    );
  const insidePort = inside && !hitsControllers(inside.port, brokers.length) ? inside.port : INSIDE;
  const wanted = published ?? OUTSIDE;
  const isAllowed = !overlaps(insidePort, wanted, brokers.length) && !hitsControllers(wanted, brokers.length);
  const outside = writer.ports(
    isAllowed ? wanted : undefined,
    overlaps(insidePort, INSIDE, brokers.length) ? ELSEWHERE : INSIDE,
    brokers.length,
    brokers,
  );
  const isFree = outside === wanted;
  if (!isFree)
    writer.notes.changed(
      entry ?? first.entry,
      `on the host brokers are at localhost:${outside}, because ports from ${wanted} on are those of another listener, of controllers or of another service here.`,
    );
  if (published === undefined && isFree && plain.length > 0 && !elsewhere.length)
    writer.notes.changed(
      entry ?? first.entry,
      `brokers are also at localhost:${outside}, where Terraform makes topics.`,
    );
  if (insidePort === INSIDE && elsewhere.length === 0)
    return { inside: insidePort, outside, ...(outside !== OUTSIDE && { hostPort: outside }) };
  return {
    inside: insidePort,
    outside,
    code: listenersCode(writer, brokers, insidePort, outside, elsewhere),
  };
}

/** The port of the host by which a listener is reached, or any that the file publishes of a broker's. */
function publishedPort(broker: ComposeService, listener: Listener | undefined): number | undefined {
  if (listener?.advertised !== undefined) return listener.advertised;
  return broker.ports.find(
    ({ container, host }) => host !== undefined && container >= 9090 && container < 9100,
  )?.host;
}

const overlaps = (one: number, other: number, count: number): boolean => Math.abs(one - other) < count;

function listenersCode(
  writer: Writer,
  brokers: readonly ComposeService[],
  inside: number,
  outside: number,
  elsewhere: readonly Listener[],
): string {
  writer.use('ListenerReach');
  const taken = new Set([inside, outside]);
  const further = elsewhere.flatMap(({ name, host = '', port, advertised = port }) => {
    const isWrong = [...taken].some((each) => overlaps(each, advertised, brokers.length));
    const isAllowed = !isWrong && !hitsControllers(advertised, brokers.length);
    const at = writer.ports(isAllowed ? advertised : undefined, ELSEWHERE, brokers.length, brokers);
    taken.add(at);
    const entry = brokers[0] && brokerVariable(brokers[0], 'ADVERTISED_LISTENERS')?.entry;
    if (at !== advertised && entry)
      writer.notes.changed(
        entry,
        `${name} is at ${host}:${at}, because ports from ${advertised} on are those of another listener, of controllers or of another service here.`,
      );
    return properties({
      name: text(listenerName(name)),
      reach: `ListenerReach.at(${text(host)})`,
      port: String(at),
      // It was open before, to whoever reaches the machine.
      dangerouslyOpen: 'true',
    });
  });
  const all = [
    properties({ name: "'INTERNAL'", reach: 'ListenerReach.inside()', port: String(inside) }),
    properties({ name: "'EXTERNAL'", reach: 'ListenerReach.host()', port: String(outside) }),
    ...further,
  ];
  return `[${all.join(', ')}]`;
}

/** As the library takes it: capital letters and digits. */
function listenerName(name: string): string {
  const plain = name
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .slice(0, 20)
    .replace(/SSL$/, '');
  return /^[A-Z]/.test(plain) && !['INTERNAL', 'EXTERNAL', 'CONTROLLER'].includes(plain)
    ? plain
    : `AT${plain}`.slice(0, 20);
}
