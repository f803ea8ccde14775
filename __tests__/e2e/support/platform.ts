import type { Kafka } from 'kafkajs';
import { DeployedPlatform } from '../../support/deployed-platform';
import * as records from '../../support/records';
import type { Received } from '../../support/records';

export type { Received };
export { docker, ROOT } from '../../support/deployed-platform';

const platform = new DeployedPlatform('e2e', 20_000);
export const HOST_PORTS = [...platform.hostPorts];

export const container = platform.container.bind(platform);
export const run = platform.run.bind(platform);
export const npm = platform.npm.bind(platform);
export const cdktf = platform.cdktf.bind(platform);
export const inContainer = platform.inContainer.bind(platform);
export const kafkaTool = platform.kafkaTool.bind(platform);
export const kafka = (...ports: number[]): Kafka => platform.kafka(ports);

/** Everything in a topic from its beginning on, as soon as it is enough. */
export const receive = (
  topic: string,
  isEnough: (records: readonly Received[]) => boolean,
  seconds?: number,
): Promise<readonly Received[]> => records.receive(kafka(...HOST_PORTS), topic, isEnough, seconds);

/** Sends with acks=all, in this order, to one partition. */
export const send = (
  topic: string,
  values: readonly (string | Buffer | null)[],
  ports = HOST_PORTS,
  key = 'e2e',
): Promise<void> => records.send(kafka(...ports), topic, values, key);
