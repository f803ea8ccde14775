import type { ContainerImage } from '../core/container-image';
import type { IPlatform, VolumeMount } from '../core/platform';

/** What every process of Kafka's image needs of its container, a broker as well as a controller. */
export interface KafkaContainer {
  readonly image: ContainerImage;
  readonly user: string;
  readonly volumes: readonly VolumeMount[];
  readonly writablePaths: readonly string[];
}

export function kafkaContainer(platform: IPlatform, serviceName: string): KafkaContainer {
  return {
    image: platform.images.kafka,
    user: 'appuser',
    volumes: [
      { volume: platform.volume(`${serviceName}-data`), path: '/var/lib/kafka/data' },
      // Unused, but the image declares it, and the Engine would make a volume without a name at each start.
      { volume: platform.volume(`${serviceName}-secrets`), path: '/etc/kafka/secrets' },
    ],
    writablePaths: ['/etc/kafka', '/var/log/kafka'],
  };
}
