import { HostPath } from './host-path';
import type { IVolume, VolumeMount } from './platform';

/** Mounts of volumes, which the platform knows. @internal */
export function ofPlatform(
  mounts: readonly VolumeMount[],
): readonly (VolumeMount & { readonly volume: IVolume })[] {
  return mounts.flatMap((mount) => {
    const { volume } = mount;
    return volume instanceof HostPath ? [] : [{ ...mount, volume }];
  });
}
