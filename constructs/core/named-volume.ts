import { Volume } from '@cdktf/provider-docker/lib/volume';
import { Construct } from 'constructs';
import { VOLUME_NAME } from './docker-platform-props';
import type { IVolume } from './platform';
import { reserveName } from './unique-name';

/** One of the platform's own, labelled as that. */
export class NamedVolume extends Construct implements IVolume {
  public constructor(
    scope: Construct,
    id: string,
    public readonly volumeName: string,
    labels: { label: string; value: string }[],
  ) {
    super(scope, id);
    reserveName(this, this.node.root, VOLUME_NAME, volumeName);
    new Volume(this, 'Resource', { name: volumeName, labels });
  }
}

/** One that somebody else made, and who knows what is on it. */
export class ExistingVolume extends Construct implements IVolume {
  public constructor(
    scope: Construct,
    id: string,
    public readonly volumeName: string,
  ) {
    super(scope, id);
    reserveName(this, this.node.root, VOLUME_NAME, volumeName);
  }
}
