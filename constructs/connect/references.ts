import { having } from '../core/checks';

/** A Connect cluster, whoever runs it. */
export const CONNECT = having('a KafkaConnect', 'node', 'groupId', 'restUrl', 'hostRestUrl');
