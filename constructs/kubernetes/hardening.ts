/**
 * What the restricted Pod Security Standard wants of a pod, and of each container in it.
 * @see https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted
 */
export const HARDENED_POD = { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } };

export const HARDENED_CONTAINER = { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } };

/** What makes Kubernetes refuse all that is not so. */
export const RESTRICTED = { 'pod-security.kubernetes.io/enforce': 'restricted' };
