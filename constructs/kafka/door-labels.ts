import { LABEL } from '../core/labels';
import { HOST_LISTENER, INTERNAL_LISTENER, protocolMap, type Listener } from './listeners';
import { CONTROLLER_LISTENER } from './kraft';

type Listeners = Readonly<Record<string, Listener>>;

/**
 * What a node says of how others speak to it, and it to others; nothing where that is the usual.
 * @param ofControllers those that a controller has, or the one by which a broker speaks to them; none with ZooKeeper
 * @param first of its own listeners, by which it speaks to other brokers
 */
export function doorLabels(
  own: Listeners,
  ofControllers: Listeners = {},
  first = '',
): Record<string, string> {
  const usedFirst = { ...(own[first] && { [first]: own[first] }), ...own };
  const said = {
    [LABEL.brokerListeners]: protocolMap(usedFirst),
    [LABEL.controllerListeners]: protocolMap(ofControllers),
  };
  return Object.fromEntries(Object.entries(said).filter(([, map]) => !['', ...USUAL].includes(map)));
}

const USUAL = [
  protocolMap({ [INTERNAL_LISTENER]: {}, [HOST_LISTENER]: {} }),
  protocolMap({ [CONTROLLER_LISTENER]: {} }),
];
