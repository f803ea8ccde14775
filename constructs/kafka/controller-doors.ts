import { Plaintext, type Certificates } from './certificates';
import { CONTROLLER_LISTENER, CONTROLLER_PORT, type ControllerDoor } from './kraft';

const OPEN: ControllerDoor = { name: CONTROLLER_LISTENER, port: CONTROLLER_PORT, protocol: 'PLAINTEXT' };
/** Of another name and at another port, because on its way from plaintext a controller has both. */
export const SECURE: ControllerDoor = { name: 'CONTROLLERTLS', port: 29_094, protocol: 'SSL' };

export const CONTROLLER_DOORS: readonly ControllerDoor[] = [OPEN, SECURE];

/**
 * All that controllers have; the first is the one by which all speak to them.
 * @see https://kafka.apache.org/39/documentation.html#listener_configuration
 */
export function controllerDoors(
  certificates: Pick<Certificates, 'plaintext'> | undefined,
): readonly [ControllerDoor, ...ControllerDoor[]] {
  if (!certificates) return [OPEN];
  if (certificates.plaintext === undefined) return [SECURE];
  return certificates.plaintext === Plaintext.USED ? [OPEN, SECURE] : [SECURE, OPEN];
}
