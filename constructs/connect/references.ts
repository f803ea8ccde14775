import type { IConstruct } from 'constructs';
import { having } from '../core/checks';
import type { IPlatform } from '../core/platform';
import { reach } from '../core/reach';
import type { IKafkaConnect } from './kafka-connect';

/** A Connect cluster, whoever runs it. */
export const CONNECT = having('a KafkaConnect', 'node', 'cluster', 'groupId', 'restUrl', 'hostRestUrl');

/** Refuses at synth that `scope`, which runs on `platform`, works with workers that its containers cannot reach. */
export function reachConnect(scope: IConstruct, platform: IPlatform, connect: IKafkaConnect): void {
  const cure = "its restUrl must be an address inside the platform's network";
  reach(scope, platform, connect, [connect.restUrl], cure);
}
