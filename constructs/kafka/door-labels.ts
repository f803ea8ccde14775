import { LABEL, USUAL_LISTENERS } from '../core/labels';
import { protocolMap, type Listener } from './listeners';

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
  return Object.fromEntries(
    Object.entries(said).filter(([label, map]) => !['', USUAL_LISTENERS[label]].includes(map)),
  );
}
