// The platform of docs/guide/kubernetes.md.
import type { Construct } from 'constructs';
import { KubernetesPlatform } from '../../../../constructs';

export function platformOn(stack: Construct): KubernetesPlatform {
  // #region platform
  const platform = new KubernetesPlatform(stack, 'platform', {
    namespace: 'streaming',
    zoneLabel: 'topology.kubernetes.io/zone',
    storageClass: 'fast',
  });
  // #endregion
  return platform;
}
