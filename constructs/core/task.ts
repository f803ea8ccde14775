import { Construct } from 'constructs';
import type { IPlatform } from './platform';
import { runnableFacts, RUNNABLE_RULES, type RunnableDescription } from './runnable';
import { validate } from './validation';

/** Something that runs to its end on each deploy that changes it; any exit code but 0 stops the deploy. */
export type TaskDescription = RunnableDescription;

export interface TaskProps extends TaskDescription {
  readonly platform: IPlatform;
}

/** A task of the platform, with the same hardening as a service. */
export class Task extends Construct {
  /** @throws ValidationError naming every broken rule, not only the first */
  public constructor(scope: Construct, id: string, props: TaskProps) {
    super(scope, id);
    const { platform, ...description } = props;
    validate(this, runnableFacts(platform, description), RUNNABLE_RULES);
    platform.runTask(this, description);
  }
}
