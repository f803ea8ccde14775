import { wholeNumber } from './checks';

export const PORTS = 'https://docs.docker.com/engine/network/#published-ports';

/** A port, of a container or of the host. */
export const portCheck = wholeNumber(PORTS, 1, 65_535);
