import { KafkaProvider } from '@cdktf/provider-kafka/lib/provider';
import { TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';
import type { IKafkaCluster } from './kafka-cluster';

/** Sees to it that the stack around `scope` has a Kafka provider: the one that its owner made, else one for `cluster`. */
export function ensureKafkaProvider(scope: IConstruct, cluster: IKafkaCluster): void {
  const stack = TerraformStack.of(scope);
  if (stack.node.children.some((child) => child instanceof KafkaProvider)) return;
  // The provider's own default is TLS, and a plaintext listener then answers with an unexplained EOF.
  new KafkaProvider(stack, 'cdktf-streaming-kafka', {
    bootstrapServers: [...cluster.hostBootstrapServers],
    tlsEnabled: false,
  });
}
