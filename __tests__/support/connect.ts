import { Testing, type App, type TerraformStack } from 'cdktf';
import { ConnectTopics } from '../../constructs/connect/connect-topics';
import { KafkaConnect } from '../../constructs/connect/kafka-connect';
import type { KafkaConnectProps } from '../../constructs/connect/kafka-connect-props';
import { newCluster } from './cluster';
import { IMAGES, newPlatform, newStack } from './synth';

/** A platform with brokers, and Connect's topics, each in a stack of its own. */
export function newKafka(app: App = Testing.app(), images = IMAGES) {
  const stack = newStack('kafka', app);
  const platform = newPlatform(stack, { images });
  const cluster = newCluster(platform);
  const topics = new ConnectTopics(newStack('topics', app), 'connect-topics', { cluster });
  return { app, stack, platform, cluster, topics };
}

let shared: ReturnType<typeof newKafka> | undefined;

/** Connect in a stack of its own. @param kafka in whose program it is. @default - brokers of another, which all have */
export function newConnect(
  props: Partial<KafkaConnectProps> = {},
  kafka?: ReturnType<typeof newKafka>,
): { connect: KafkaConnect; stack: TerraformStack } {
  const stack = newStack('services', kafka?.app);
  const { platform, cluster, topics } = kafka ?? (shared ??= newKafka());
  return { connect: new KafkaConnect(stack, 'connect', { platform, cluster, topics, ...props }), stack };
}
