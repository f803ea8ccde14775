import { TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import { DockerPlatform } from '../constructs/core/docker-platform';
import type { IPlatform } from '../constructs/core/platform';
import { KubernetesPlatform } from '../constructs/kubernetes/kubernetes-platform';
import { keepStateLocally } from './local-state';
import type { Settings } from './settings';

/** The network, the images and the volumes, or the namespace and its claims: what outlives the containers. */
export class PlatformStack extends TerraformStack {
  public readonly platform: IPlatform;

  public constructor(scope: Construct, id: string, settings: Settings) {
    super(scope, id);
    const { platformName, portOffset, patience, images, kubernetes } = settings;
    const { kafkaUi, schemaRegistry, spark } = images;
    this.platform = kubernetes
      ? new KubernetesPlatform(this, 'kubernetes-platform', {
          namespace: platformName,
          patience,
          images: { kafkaUi, schemaRegistry, spark },
          ...kubernetes,
        })
      : new DockerPlatform(this, 'docker-platform', { platformName, portOffset, patience, images });
    keepStateLocally(this, this.platform);
  }
}
