import { Construct } from 'constructs';
import { text } from '../core/checks';
import { LOGIN_BY_TLS, REMOTE_PROPERTIES, type RemoteProps } from '../core/basic-login';
import { answersAt } from '../core/identity';
import { placedAnywhere } from '../core/placed';
import { validateProps, type Properties } from '../core/properties';
import { validate, type Rule } from '../core/validation';
import { clusterReference, type IKafkaCluster } from '../kafka/interfaces';
import type { IKafkaConnect } from './interfaces';
import { CONNECT_CONFIGS } from './worker-settings';

export interface ExternalKafkaConnectProps extends RemoteProps {
  /** That of the workers. */
  readonly cluster: IKafkaCluster;
  /** The workers' `group.id`. @default - the construct id */
  readonly groupId?: string;
}

/** A Connect cluster that others run. Renders nothing. */
export function externalKafkaConnect(
  scope: Construct,
  id: string,
  props: ExternalKafkaConnectProps,
): IKafkaConnect {
  const made = new Construct(...placedAnywhere(scope, id));
  const valid = validateProps(made, props, EXTERNAL_KAFKA_CONNECT_PROPERTIES, { groupId: id });
  validate(made, valid, EXTERNAL_KAFKA_CONNECT_RULES);
  answersAt(made, [valid.url]);
  return Object.assign(made, {
    cluster: valid.cluster,
    groupId: valid.groupId,
    restUrl: valid.internalUrl ?? valid.url,
    hostRestUrl: valid.url,
    login: valid.login,
  });
}

export const EXTERNAL_KAFKA_CONNECT_PROPERTIES: Properties<ExternalKafkaConnectProps> = {
  ...REMOTE_PROPERTIES,
  cluster: clusterReference,
  groupId: text(`${CONNECT_CONFIGS}_group.id`, 'text that is not blank'),
};
export const EXTERNAL_KAFKA_CONNECT_RULES: readonly Rule<ExternalKafkaConnectProps>[] = [LOGIN_BY_TLS];
