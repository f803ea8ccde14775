import { exporterEndpoint, EXPORTER_PORT, showingBeans } from '../core/jmx-exporter';
import type { ServiceProps } from '../core/service';
import { startCommand } from '../core/start-command';
import type { Rule } from '../core/validation';
import { BEANS } from './broker-beans';
import type { ListenerFacts } from './kafka-listener-spec';

/** What makes a broker or a controller say how it is. @param cluster which it is of */
export const nodeMetrics = (cluster: string): Pick<ServiceProps, 'command' | 'metrics'> => ({
  command: startCommand(showingBeans('KAFKA_OPTS', BEANS)),
  metrics: [exporterEndpoint('kafka', { cluster })],
});

interface Facts {
  readonly metrics: boolean;
  readonly brokerCount: number;
  readonly listeners: readonly ListenerFacts[];
}

/** Each broker has the next port of a listener, in its own container, too. */
const atExporter = ({ listeners, brokerCount }: Facts): ListenerFacts[] =>
  listeners.filter(({ port }) => port <= EXPORTER_PORT && EXPORTER_PORT < port + brokerCount);

export const EXPORTER_PORT_FREE: Rule<Facts> = {
  requires: `With metrics, no broker listens at ${EXPORTER_PORT}.`,
  fails: (facts) => facts.metrics && atExporter(facts).length > 0,
  message: (facts) =>
    `no broker may listen at ${EXPORTER_PORT} while metrics is true, because it says there how it is; got ${atExporter(
      facts,
    )
      .map(({ name, port }) => `${name} at ${port} to ${port + facts.brokerCount - 1}`)
      .join(', ')}, give that listener another port.`,
  source: 'policy',
};
