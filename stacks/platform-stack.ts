import { TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import { DockerPlatform } from '../constructs/core/docker-platform';
import type { IPlatform } from '../constructs/core/platform';
import { keepStateLocally } from './local-state';
import type { Settings } from './settings';

/** The network, the images and the volumes: what outlives the containers. */
export class PlatformStack extends TerraformStack {
  public readonly platform: IPlatform;

  public constructor(scope: Construct, id: string, settings: Settings) {
    super(scope, id);
    const { platformName, portOffset, patience, images } = settings;
    keepStateLocally(this, platformName);
    this.platform = new DockerPlatform(this, 'docker-platform', {
      platformName,
      portOffset,
      patience,
      images,
    });
  }
}
