import { KafkaConnectProvider } from '@cdktf/provider-kafka-connect/lib/provider';
import { TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';
import type { IKafkaConnect } from './kafka-connect';

/** The provider for `connect` in the stack around `scope`: the one that its owner made, else a new one. */
export function ensureKafkaConnectProvider(scope: IConstruct, connect: IKafkaConnect): KafkaConnectProvider {
  const stack = TerraformStack.of(scope);
  const providers = stack.node.children.filter((child) => child instanceof KafkaConnectProvider);
  const alias = providers.length > 0 ? `kafka-connect-${providers.length + 1}` : undefined;
  return (
    providers.find(({ url }) => url === connect.hostRestUrl) ??
    new KafkaConnectProvider(stack, alias ?? 'kafka-connect', { url: connect.hostRestUrl, alias })
  );
}
