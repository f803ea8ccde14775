import { text } from './checks';
import type { ServicePort } from './platform';

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
