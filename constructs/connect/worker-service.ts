import type { Construct } from 'constructs';
import { Duration } from '../core/duration';
import { HealthCheck } from '../core/health-check';
import { jvmEnvironment } from '../core/jvm';
import { KEEPS_LABEL, KEPT, LABEL, ROLE } from '../core/labels';
import type { IPlatform } from '../core/platform';
import { Service } from '../core/service';
import { clientLabels } from '../kafka/client-identity';
import { allowedToClients } from '../kafka/allowed-urls';
import type { ConnectFacts, KafkaConnectProps } from './kafka-connect-props';
import { workerEnvironment } from './worker-environment';

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
    },
    image: platform.images.kafkaConnect,
    environment: {
      ...workerEnvironment(facts, serviceName),
      ...jvmEnvironment('KAFKA', facts),
      ...allowedToClients(facts.cluster.security),
    },
    ports: [{ name: REST, port: REST_PORT, hostPort, scheme: 'http' }],
    secretFiles: facts.secretFiles,
    // The public image's own check asks port 80 unless told. Connectors are listed once the worker is in its group.
    healthCheck: HealthCheck.http(REST_PORT, '/connectors'),
    memory: facts.memory,
    // Tasks commit what they have done, and the group shares out their work anew.
    stopGracePeriod: Duration.seconds(30),
    dependsOn: [
      facts.cluster,
      ...[topics, topics.configs, topics.offsets, topics.statuses],
      ...facts.keyConverter.dependsOn,
      ...facts.valueConverter.dependsOn,
    ],
  });
}
