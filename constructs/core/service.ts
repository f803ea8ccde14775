import { Construct, type IConstruct } from 'constructs';
import { Address } from './address';
import { Duration } from './duration';
import type { HealthCheck } from './health-check';
import type { IPlatform } from './platform';
import { runnableFacts, RUNNABLE_RULES, type RunnableDescription } from './runnable';
import { isWholeNumber, validate, type ValidationRule } from './validation';

/** A port that a service listens on. */
export interface ServicePort {
  /** What answers there, as shown to people: `Spark master UI`. */
  readonly name: string;
  /** In the container and in the platform's network. 1 to 65535. */
  readonly port: number;
  /**
   * On the host's 127.0.0.1, before the platform's port offset. 1 to 65535.
   * @default - not reachable from the host
   */
  readonly hostPort?: number;
  /** How the host's address is written for people, `http` for a page. @default - `host:port` */
  readonly scheme?: 'http';
}

/** Something that runs for ever. */
export interface ServiceDescription extends RunnableDescription {
  readonly ports: readonly ServicePort[];
  readonly healthCheck: HealthCheck;
  /** Time from the stop signal to the kill. @default Duration.seconds(10) */
  readonly stopGracePeriod: Duration;
  /** How long a deploy waits for the service to be healthy. @default Duration.minutes(3) */
  readonly startTimeout: Duration;
}

export interface ServiceProps
  extends
    Omit<ServiceDescription, 'ports' | 'stopGracePeriod' | 'startTimeout'>,
    Partial<Pick<ServiceDescription, 'ports' | 'stopGracePeriod' | 'startTimeout'>> {
  readonly platform: IPlatform;
}

/** A service, as others see it. */
export interface IService extends IConstruct {
  readonly serviceName: string;
  /** The address inside the platform's network. */
  internalAddress(portName: string): Address;
  /** The address on the host. */
  hostAddress(portName: string): Address;
}

/** A service of the platform: hardened, health-checked, restarted, with limits and rotated logs. */
export class Service extends Construct implements IService {
  public readonly serviceName: string;
  private readonly platform: IPlatform;
  private readonly ports: readonly ServicePort[];

  /** @throws ValidationError naming every broken rule, not only the first */
  public constructor(scope: Construct, id: string, props: ServiceProps) {
    super(scope, id);
    const { platform, ...given } = props;
    const description: ServiceDescription = {
      ...given,
      ports: given.ports ?? [],
      stopGracePeriod: given.stopGracePeriod ?? Duration.seconds(10),
      startTimeout: given.startTimeout ?? Duration.minutes(3),
    };
    this.serviceName = description.serviceName;
    this.platform = platform;
    this.ports = description.ports;
    validate(this, runnableFacts(platform, description), RUNNABLE_RULES);
    validate(this, { platform, ports: description.ports }, PORT_RULES);
    platform.runService(this, description);
  }

  public internalAddress(portName: string): Address {
    return new Address(this.serviceName, this.port(portName).port);
  }

  /** @throws Error if the port is not published on the host */
  public hostAddress(portName: string): Address {
    const { hostPort } = this.port(portName);
    if (hostPort === undefined)
      throw new Error(`${this.node.path}: port '${portName}' is not published on the host.`);
    return new Address('localhost', this.platform.hostPort(hostPort));
  }

  private port(name: string): ServicePort {
    const port = this.ports.find((p) => p.name === name);
    if (port) return port;
    const known = this.ports.map((p) => `'${p.name}'`).join(', ') || 'none';
    throw new Error(`${this.node.path}: there is no port '${name}'; the service's ports are ${known}.`);
  }
}

const PORT_RULES: readonly ValidationRule<{ platform: IPlatform; ports: readonly ServicePort[] }>[] = [
  {
    fails: ({ ports }) => ports.some(({ port }) => !isWholeNumber(port, 1, 65_535)),
    message: ({ ports }) =>
      `ports must be whole numbers from 1 to 65535, got ${ports.map((p) => p.port).join(', ')}.`,
    source: 'https://docs.docker.com/engine/network/#published-ports',
  },
  {
    fails: ({ platform, ports }) =>
      ports.some(
        ({ hostPort }) => hostPort !== undefined && !isWholeNumber(platform.hostPort(hostPort), 1, 65_535),
      ),
    message: ({ platform, ports }) =>
      `host ports must be whole numbers from 1 to 65535 with the platform's offset, got ` +
      `${ports.flatMap((p) => (p.hostPort === undefined ? [] : [platform.hostPort(p.hostPort)])).join(', ')}.`,
    source: 'https://docs.docker.com/engine/network/#published-ports',
  },
];
