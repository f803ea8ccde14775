import type { KafkaProvider } from '@cdktf/provider-kafka/lib/provider';
import type { TerraformResource } from 'cdktf';
import type { IConstruct } from 'constructs';
import { addDependencies } from '../core/dependencies';
import { Service } from '../core/service';
import type { IKafkaCluster } from './interfaces';

/**
 * Makes what is made in a cluster wait for its brokers, and for the first that is made by the same provider: where several
 * are the first to use the provider's connection at once, one may find it half made, and fails with `kafka: broker not
 * connected`.
 * @see https://github.com/IBM/sarama/blob/v1.46.1/broker.go#L164
 */
export function orderAfterBrokers(
  resource: TerraformResource,
  provider: KafkaProvider,
  cluster: IKafkaCluster,
): void {
  const first = FIRST.get(provider);
  if (!first) FIRST.set(provider, resource);
  addDependencies(resource, first ? [...brokersOf(cluster), first] : brokersOf(cluster));
}

const FIRST = new WeakMap<KafkaProvider, TerraformResource>();

/** Beside them a cluster may hold what is made in it. Looked for once, because that may be thousands. */
function brokersOf(cluster: IKafkaCluster): readonly IConstruct[] {
  const found = BROKERS.get(cluster);
  const brokers = found ?? cluster.node.children.filter((child) => child instanceof Service);
  if (!found) BROKERS.set(cluster, brokers);
  return brokers;
}

const BROKERS = new WeakMap<IKafkaCluster, readonly IConstruct[]>();
