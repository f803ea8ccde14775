import { KafkaProvider } from '@cdktf/provider-kafka/lib/provider';
import { TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';
import type { IKafkaCluster } from './kafka-cluster';

/** The provider for `cluster` in the stack around `scope`: the one that its owner made, else a new one. */
export function kafkaProvider(scope: IConstruct, cluster: IKafkaCluster): KafkaProvider {
  const stack = TerraformStack.of(scope);
  const providers = stack.node.children.filter((child) => child instanceof KafkaProvider);
  const servers = [...cluster.hostBootstrapServers];
  const alias = providers.length > 0 ? `kafka-${providers.length + 1}` : undefined;
  return (
    providers.find(({ bootstrapServers }) => String(bootstrapServers) === String(servers)) ??
    // The provider's own default is TLS, and a plaintext listener then answers with an unexplained EOF.
    new KafkaProvider(stack, `cdktf-streaming-${alias ?? 'kafka'}`, {
      bootstrapServers: servers,
      tlsEnabled: false,
      ...cluster.security?.provider,
      alias,
    })
  );
}
