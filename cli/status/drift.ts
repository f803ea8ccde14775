import { effects } from '../engine/plan';
import type { Runtime } from '../engine/runtime';
import type { Stack } from '../engine/synthesis';
import { init, plan } from '../engine/terraform';
import type { StackDrift } from './report';
import { whyNot } from './within';

export interface FoundDrift {
  readonly status: StackDrift;
  readonly unknown: readonly string[];
}

/** What a deploy would change, stack by stack: Terraform's plans, and what only the runtime sees. Applies nothing. */
export function askDrift(stacks: readonly Stack[], runtime: Runtime): Promise<readonly FoundDrift[]> {
  return Promise.all(stacks.map((stack) => ask(stack, runtime)));
}

async function ask(stack: Stack, runtime: Runtime): Promise<FoundDrift> {
  try {
    await init(stack);
    const planned = await plan(stack);
    const drifted = await runtime.drifted(planned);
    const changes = [
      ...effects(planned)
        .filter(({ address }) => !drifted.some((each) => each.address === address))
        .map(({ address, change }) => ({ address, actions: change.actions })),
      // As a deploy does with them.
      ...drifted.map(({ address, attributes }) => ({ address, actions: ['delete', 'create'], attributes })),
    ];
    return { status: { stack: stack.name, changes }, unknown: [] };
  } catch (error) {
    return {
      status: { stack: stack.name },
      unknown: [whyNot(`The drift of the stack ${stack.name}`, error)],
    };
  }
}

/** In a sentence; undefined where nothing would change, or nobody knows. */
export function whatDrifted({ stack, changes = [] }: StackDrift): string | undefined {
  if (changes.length === 0) return undefined;
  const lines = changes
    .slice(0, SHOWN)
    .map(({ address, actions, attributes }) =>
      [
        `\n  ${actions.join(' and ')} ${address}`,
        ...(attributes ? [` (${attributes.join(', ')})`] : []),
      ].join(''),
    );
  const more = changes.length > SHOWN ? [`\n  and ${changes.length - SHOWN} more`] : [];
  return `The stack ${stack} is not as declared. A deploy would${[...lines, ...more].join('')}`;
}

/** Of the changes of a stack; `--json` has all. */
const SHOWN = 10;
