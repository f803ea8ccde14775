import type { IPlatform, VolumeMount } from '../core/platform';

/** Where a broker, or a controller, keeps its log. */
export function dataVolume(platform: IPlatform, serviceName: string): VolumeMount {
  return { volume: platform.volume(`${serviceName}-data`), path: '/var/lib/kafka/data' };
}
