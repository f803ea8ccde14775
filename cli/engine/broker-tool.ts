import type { Cluster } from './clusters';
import { CommandError } from '../program';
import type { Runtime } from './runtime';

/**
 * Runs one of Kafka's own tools.
 * @param input what it finds in the file {@link INPUT}
 */
export type BrokerTool = (input: object, tool: string, ...options: readonly string[]) => Promise<void>;

/** In the container. */
export const INPUT = '/tmp/cdktf-streaming-input.json';
const CONFIGURATION = '/tmp/cdktf-streaming-client.properties';

/**
 * Kafka's own tools, in the container of a broker that works, who they are as well: a super user where there is authorization.
 * @throws CommandError if no broker of the cluster works that says how the others are found
 */
export async function brokerTool(cluster: Cluster, runtime: Runtime): Promise<BrokerTool> {
  const conditions = await runtime.conditions([...cluster.bootstrapServers.keys()]);
  const [found] = [...cluster.bootstrapServers].filter(([name]) => conditions.get(name) === 'well');
  if (!found) throw new CommandError(`None of the brokers ${cluster.brokers.join(', ')} works.`);
  const [container, server] = found;
  return async (input, tool, ...options) => {
    const json = JSON.stringify(input);
    await runtime.execute(container, toolCommand(server, Buffer.byteLength(json), tool, options), json);
  };
}

/** One tool calls it otherwise. */
const configurationOption = (tool: string): string =>
  tool === 'kafka-leader-election' ? '--admin.config' : '--command-config';

/** What a broker says to others it says to itself: as the variables have it by which its image is configured. */
const CONFIGURE = `case ",$KAFKA_LISTENER_SECURITY_PROTOCOL_MAP," in
*",$KAFKA_INTER_BROKER_LISTENER_NAME:SSL,"*) printf '%s\\n' security.protocol=SSL \
"ssl.keystore.type=$KAFKA_SSL_KEYSTORE_TYPE" "ssl.keystore.location=$KAFKA_SSL_KEYSTORE_LOCATION" \
"ssl.truststore.type=$KAFKA_SSL_TRUSTSTORE_TYPE" "ssl.truststore.location=$KAFKA_SSL_TRUSTSTORE_LOCATION" ;;
esac > ${CONFIGURATION}`;

/**
 * The broker's own heap, agents and ports are not the tool's: beside it in one container there is no room for these.
 * @param size of the input in bytes; so many are read, because not every way to an Engine can tell of an end
 */
function toolCommand(server: string, size: number, tool: string, options: readonly string[]): string[] {
  const environment = ['KAFKA_HEAP_OPTS=-Xmx128m', 'KAFKA_OPTS=', 'KAFKA_JMX_OPTS=', 'JMX_PORT='];
  const broker = ['--bootstrap-server', server, configurationOption(tool), CONFIGURATION];
  const script = `head -c ${size} > ${INPUT} && ${CONFIGURE} && exec "$@"`;
  return ['sh', '-c', script, 'sh', 'env', ...environment, tool, ...broker, ...options];
}
