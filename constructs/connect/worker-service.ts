import type { Construct, IConstruct } from 'constructs';
import { Duration } from '../core/duration';
import { healthByLogin } from '../core/login-file';
import { exporterEndpoint, showingBeans } from '../core/jmx-exporter';
import { jvmEnvironment } from '../core/jvm';
import { KEEPS_LABEL, KEPT, LABEL, ROLE } from '../core/labels';
import type { IPlatform } from '../core/platform';
import { Service } from '../core/service';
import { startCommand } from '../core/start-command';
import { clientLabels } from '../kafka/client-identity';
import { allowedToClients } from '../kafka/allowed-urls';
import type { ConnectFacts, KafkaConnectProps } from './kafka-connect-props';
import { BEANS } from './worker-beans';
import { filesOfWorkers, workerEnvironment } from './worker-environment';
import { loginOfContainer } from './worker-login';

/** The name of the port of its REST interface. */
export const REST = 'Kafka Connect REST';
const REST_PORT = 8083;

/** One worker of a Connect cluster. @param index from 0 on; each takes the next port of the host */
export function workerService(
  scope: Construct,
  serviceName: string,
  index: number,
  facts: ConnectFacts,
  props: KafkaConnectProps & { readonly platform: IPlatform },
): Service {
  const { platform } = props;
  const { topics } = facts;
  const { start, ...login } = loginOfContainer(facts.login);
  const { metrics } = facts;
  const hostPort = (props.hostPort ?? REST_PORT) + index;
  return new Service(scope, serviceName, {
    platform,
    serviceName,
    labels: {
      [LABEL.role]: ROLE.connect,
      ...clientLabels(facts.security),
      [KEEPS_LABEL + KEPT.configs]: topics.configs.topicName,
      [KEEPS_LABEL + KEPT.offsets]: topics.offsets.topicName,
      [KEEPS_LABEL + KEPT.statuses]: topics.statuses.topicName,
      ...login.labels,
    },
    image: platform.images.kafkaConnect,
    command: startCommand(start, metrics ? showingBeans('KAFKA_OPTS', BEANS) : undefined),
    ...(metrics && { metrics: [exporterEndpoint('kafka-connect', { connect: facts.groupId })] }),
    environment: {
      ...workerEnvironment(facts, serviceName),
      ...jvmEnvironment('KAFKA', facts),
      ...allowedToClients(facts.cluster.security),
      ...login.environment,
    },
    ports: [{ name: REST, port: REST_PORT, hostPort, scheme: 'http' }],
    secretFiles: { ...filesOfWorkers(facts), ...login.secretFiles },
    // The public image's own check asks port 80 unless told. Connectors are listed once the worker is in its group.
    healthCheck: healthByLogin(REST_PORT, '/connectors', facts.login),
    memory: facts.memory,
    // Tasks commit what they have done, and the group shares out their work anew.
    stopGracePeriod: Duration.seconds(30),
    dependsOn: needsOfWorkers(facts),
  });
}

/** What must be there before them. */
export const needsOfWorkers = ({
  cluster,
  topics,
  keyConverter,
  valueConverter,
}: ConnectFacts): readonly IConstruct[] => [
  cluster,
  ...[topics, topics.configs, topics.offsets, topics.statuses],
  ...keyConverter.dependsOn,
  ...valueConverter.dependsOn,
];
