import { allOf, check } from '../core/checks';
import { validateOptions, required, type Properties } from '../core/properties';
import { isLoopback } from '../core/reach';
import { HOST_ADDRESS, HOST_NAME, IPV4, LOOPBACK } from '../core/service-port';

export interface ReachOptions {
  /**
   * The address of the Engine's machine that is bound, in IPv4: `127.0.0.1` where Docker Desktop brings others in by itself.
   * @default - the address that brokers advertise; every one, 0.0.0.0, where that is a name
   */
  readonly bind?: string;
}

/**
 * From where clients reach a listener: the one place that says which address of a machine is bound, and at which one brokers
 * tell clients to find them. A port in front of them, such as a tunnel's, must be the same on both sides.
 * @see https://kafka.apache.org/39/documentation.html#brokerconfigs_advertised.listeners
 */
export class ListenerReach {
  /** In the platform's network, at the name of each broker; nothing is bound on a machine. */
  public static inside(): ListenerReach {
    return new ListenerReach();
  }

  /** On the machine that runs the Engine, at `localhost`. */
  public static host(): ListenerReach {
    return new ListenerReach('localhost', LOOPBACK);
  }

  /**
   * Elsewhere, at an address or a name of that machine: in a LAN, or `host.docker.internal` for other containers on it.
   * @param address what brokers advertise, an address in IPv4 or a name
   */
  public static at(address: string, options: ReachOptions = {}): ListenerReach {
    const { right, problem } = validateOptions(
      'a ListenerReach',
      LISTENER_REACH_PROPERTIES,
      { address },
      options,
    );
    const { address: advertised = '', bind } = right;
    return new ListenerReach(advertised, bind ?? (IPV4.test(advertised) ? advertised : '0.0.0.0'), problem);
  }

  private constructor(
    /** What brokers advertise; undefined where that is the name of each. */
    public readonly advertised?: string,
    /** The address of the machine that is bound; undefined where nothing is. */
    public readonly bind?: string,
    /** Why it cannot be. */
    public readonly problem?: string,
  ) {}

  /** Whether only the platform's own network reaches it. @internal */
  public get isInside(): boolean {
    return this.bind === undefined;
  }

  /** Whether somebody may reach it who is neither on the machine nor in the platform's network. @internal */
  public get isOpen(): boolean {
    return this.bind !== undefined && (this.bind === '0.0.0.0' || !isLoopback(this.bind));
  }
}

/** An address as clients are told it. */
const ADVERTISED = allOf(
  HOST_NAME,
  check(
    'policy',
    'none of the machine itself, for which there is ListenerReach.host()',
    (address) => typeof address !== 'string' || !isLoopback(address),
  ),
  check(
    'RFC 1123',
    'with parts up to 255 where it is of digits',
    (address) => typeof address !== 'string' || !/^[\d.]+$/.test(address) || IPV4.test(address),
  ),
);

export const LISTENER_REACH_PROPERTIES: Properties<ReachOptions & { readonly address: string }> = {
  address: required(ADVERTISED),
  bind: HOST_ADDRESS,
};
