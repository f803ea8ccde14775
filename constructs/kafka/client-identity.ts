import type { Construct } from 'constructs';
import { ADMIN, LABEL } from '../core/labels';
import { reportProblem, validate, type TreeRule } from '../core/validation';
import { certificateOfClient } from './certificate-file';
import { CLIENT_CERTIFICATE_RULES } from './certificate-rules';
import { becomeUser } from './client-user';
import type { ClusterSecurity } from './cluster-security';
import type { IKafkaCluster } from './interfaces';

/** Makes a construct a client of brokers, and says what they want of it. @param user as who they know it, where each has a certificate of its own */
export function securityOf(
  client: Construct,
  cluster: IKafkaCluster,
  user: string,
): ClusterSecurity | undefined {
  const own = cluster.security?.as(user);
  if (own?.user === ADMIN) reportProblem(client, NOT_ADMIN, IS_ADMIN);
  else if (own?.user !== undefined) {
    validate(client, { certificateFiles: certificateOfClient(own) }, CLIENT_CERTIFICATE_RULES);
    if (cluster.authorization) becomeUser(client, cluster, own.user);
  }
  return own;
}

/** By which the set-up knows whose certificate to make. */
export const clientLabels = (security: ClusterSecurity | undefined): Record<string, string> =>
  security?.user === undefined ? {} : { [LABEL.user]: security.user };

const NOT_ADMIN: TreeRule = {
  requires: `No service of brokers with certificates is called ${ADMIN}, as whom Terraform may do everything there.`,
  source: 'policy',
};
const IS_ADMIN = `serviceName must be another than '${ADMIN}', because its certificate would be that of Terraform, which may do everything; rename it.`;
export const CLIENT_TREE_RULES: readonly TreeRule[] = [NOT_ADMIN];
