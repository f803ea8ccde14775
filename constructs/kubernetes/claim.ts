import { Construct } from 'constructs';
import type { IVolume } from '../core/platform';
import type { Size } from '../core/size';
import { inMebibytes } from './quantities';
import type { MakeObject } from './manifest';

export interface ClaimOptions {
  readonly namespace: string;
  readonly size: Size;
  readonly storageClass?: string;
  /** Whether pods on several nodes write it. @default false */
  readonly isShared?: boolean;
}

/** Storage that outlives the pods that use it. */
export class Claim extends Construct implements IVolume {
  public constructor(
    scope: Construct,
    id: string,
    { namespace, size, storageClass, isShared = false }: ClaimOptions,
    public readonly volumeName: string,
    make: MakeObject,
  ) {
    super(scope, id);
    make(this, 'Resource', () => ({
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { name: volumeName, namespace },
      spec: {
        accessModes: [isShared ? 'ReadWriteMany' : 'ReadWriteOnce'],
        resources: { requests: { storage: inMebibytes(size) } },
        storageClassName: storageClass,
      },
    }));
  }
}
