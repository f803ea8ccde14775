import { text } from './checks';
import { formatValue } from './format-value';
import type { IPlatform, ServicePort } from './platform';
import { PORTS } from './port';
import { repeated } from './repeated';
import type { Rule } from './validation';

/** What is bound on the host, unless it is said otherwise. */
export const LOOPBACK = '127.0.0.1';

/** Where people find a port that is published on the host. */
export function hostNameOf({ hostAddress = LOOPBACK, hostName }: ServicePort): string {
  return hostName ?? ([LOOPBACK, '0.0.0.0'].includes(hostAddress) ? 'localhost' : hostAddress);
}

const PUBLISHED = 'https://docs.docker.com/engine/network/port-publishing/';
export const IPV4 = /^((25[0-5]|2[0-4]\d|1?\d?\d)(\.(?!$)|$)){4}$/;
const NAME =
  /^(?=.{1,253}$)[a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(\.[a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$/;

/** An address of the host that is bound. */
export const HOST_ADDRESS = text(
  PUBLISHED,
  'an address in IPv4 of the machine that runs the Engine, or 0.0.0.0 for all of them',
  IPV4,
);

/** By which it is found. */
export const HOST_NAME = text(
  'RFC 1123',
  "an address in IPv4 or a name, such as '192.168.1.10' or 'kafka.example.com'",
  NAME,
);

interface PortFacts {
  readonly platform: IPlatform;
  readonly ports: readonly ServicePort[];
}

const outside = ({ platform, ports }: PortFacts): number[] =>
  ports
    .flatMap(({ hostPort }) => (hostPort === undefined ? [] : [platform.hostPort(hostPort)]))
    .filter((port) => port > 65_535);

/** Bound nowhere, where that is of no use. */
const unpublished = ({ ports }: PortFacts): string[] =>
  ports
    .filter(({ hostPort, hostAddress, hostName }) => hostPort === undefined && (hostAddress ?? hostName))
    .map(({ name }) => name);

const namedTwice = ({ ports }: PortFacts): string[] => repeated(ports.map(({ name }) => name));

export const PORT_RULES: readonly Rule<PortFacts>[] = [
  {
    requires: 'The ports of a service have different names, by which their addresses are asked for.',
    fails: (facts) => namedTwice(facts).length > 0,
    message: (facts) =>
      `ports must have different names, got more than one ${namedTwice(facts).map(formatValue).join(', ')}; give each its own.`,
    source: 'policy',
  },
  {
    requires: 'hostAddress and hostName are of a port with a hostPort.',
    fails: (facts) => unpublished(facts).length > 0,
    message: (facts) =>
      `ports: ${unpublished(facts).map(formatValue).join(', ')} must have a hostPort beside hostAddress and hostName, or is not published at all; give one, or leave both out.`,
    source: PORTS,
  },
  {
    requires: 'With the portOffset of its platform, a host port is at most 65535.',
    fails: (facts) => outside(facts).length > 0,
    message: (facts) =>
      `host ports must be at most 65535 with the platform's offset, got ${outside(facts).join(', ')}; lower portOffset or hostPort.`,
    source: PORTS,
  },
];
