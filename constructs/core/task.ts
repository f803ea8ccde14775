import { Construct } from 'constructs';
import type { IPlatform } from './platform';
import { checked, type Properties } from './properties';
import { RUNNABLE_PROPERTIES, RUNNABLE_RULES, runnableFacts, type RunnableDescription } from './runnable';
import { PLATFORM } from './service';
import { validate } from './validation';
import { placed } from './placed';

/** Something that runs to its end on each deploy that changes it; any exit code but 0 stops the deploy. */
export type TaskDescription = RunnableDescription;

export interface TaskProps extends TaskDescription {
  readonly platform: IPlatform;
}

/** A task of the platform, with the same hardening as a service. */
export class Task extends Construct {
  /** What is broken is refused at synth, all of it together. */
  public constructor(scope: Construct, id: string, props: TaskProps) {
    super(...placed(scope, id));
    const { platform, ...description } = checked(this, props, TASK_PROPERTIES);
    validate(this, runnableFacts(platform, description), RUNNABLE_RULES);
    platform.runTask(this, description);
  }
}

export const TASK_PROPERTIES: Properties<TaskProps> = {
  ...RUNNABLE_PROPERTIES,
  platform: PLATFORM,
};
