import { Construct } from 'constructs';
import { withCopies } from './copied-secrets';
import { withNeedsOfImage } from './image-needs';
import type { IPlatform, TaskDescription } from './platform';
import { validateProps, type Properties } from './properties';
import { CONTAINER_PROPERTIES, CONTAINER_RULES, containerFacts } from './container-description';
import { platformReference } from './service';
import { validate } from './validation';
import { placed } from './placed';

export interface TaskProps extends TaskDescription {
  /** What runs it. */
  readonly platform: IPlatform;
}

/** A task of the platform, with the same hardening as a service. */
export class Task extends Construct {
  /** What is broken is refused at synth, all of it together. */
  public constructor(scope: Construct, id: string, props: TaskProps) {
    super(...placed(scope, id));
    const { platform, ...given } = validateProps(this, props, TASK_PROPERTIES);
    const description = withCopies(platform, withNeedsOfImage(this, platform, given));
    validate(this, containerFacts(platform, description), CONTAINER_RULES);
    platform.runTask(this, description);
  }
}

export const TASK_PROPERTIES: Properties<TaskProps> = {
  ...CONTAINER_PROPERTIES,
  platform: platformReference,
};
