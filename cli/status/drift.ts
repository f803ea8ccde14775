import { existing } from '../engine/existing';
import { effects, isCreated, type Plan } from '../engine/plan';
import type { Runtime } from '../engine/runtime';
import type { Stack } from '../engine/synthesis';
import { init, plan } from '../engine/terraform';
import type { StackDrift } from './report';
import { askUndeclared } from './undeclared';
import { whyNot } from './within';

export interface FoundDrift {
  readonly status: StackDrift;
  readonly unknown: readonly string[];
  /** What somebody may have wanted so. */
  readonly notes: readonly string[];
}

/** Of a stack, with its plan where there is one. */
interface Planned extends FoundDrift {
  readonly plan?: Plan;
}

/** What a deploy would change, stack by stack: Terraform's plans, and what only the runtime sees. Applies nothing. */
export async function askDrift(stacks: readonly Stack[], runtime: Runtime): Promise<readonly FoundDrift[]> {
  const found = await Promise.all(stacks.map((stack) => ask(stack, runtime)));
  const plans = found.flatMap(({ plan }) => plan ?? []);
  // Who could not plan could not ask the brokers, and has said why.
  const undeclared =
    plans.length < stacks.length ? new Map<string, never>() : await askUndeclared(stacks, plans);
  return found.map(({ status, unknown }) => {
    const beside = undeclared.get(status.stack);
    return {
      status: { ...status, ...beside?.status },
      unknown: [...unknown, ...(beside?.unknown ?? [])],
      notes: beside?.notes ?? [],
    };
  });
}

async function ask(stack: Stack, runtime: Runtime): Promise<Planned> {
  try {
    await init(stack);
    const planned = await plan(stack);
    const drifted = await runtime.drifted(planned);
    const there = effects(planned).some(isCreated) ? await existing(stack) : [];
    const isSame = (address: string): boolean =>
      [...drifted, ...there].some((each) => each.address === address);
    const fields = await runtime.differences(planned);
    const changes = [
      ...effects(planned)
        .filter(({ address }) => !isSame(address))
        .map(({ address, change }) => {
          const attributes = fields.get(address);
          return { address, actions: change.actions, ...(attributes && { attributes }) };
        }),
      // As a deploy does with them.
      ...drifted.map(({ address, attributes }) => ({ address, actions: ['delete', 'create'], attributes })),
    ];
    return { status: { stack: stack.name, changes }, unknown: [], notes: [], plan: planned };
  } catch (error) {
    return {
      status: { stack: stack.name },
      unknown: [whyNot(`The drift of the stack ${stack.name}`, error)],
      notes: [],
    };
  }
}

/** In a sentence; undefined where nothing would change, or nobody knows. */
export function whatDrifted({ stack, changes = [], undeclared = [] }: StackDrift): string | undefined {
  const all = [
    ...changes.map(
      ({ address, actions, attributes }) =>
        `${actions.join(' and ')} ${address}${attributes ? ` (${attributes.join(', ')})` : ''}`,
    ),
    ...undeclared.filter(({ goes }) => goes).map(({ what }) => `take away ${what}`),
  ];
  if (all.length === 0) return undefined;
  const more = all.length > SHOWN ? [`and ${all.length - SHOWN} more`] : [];
  const lines = [...all.slice(0, SHOWN), ...more].map((line) => `\n  ${line}`);
  return `The stack ${stack} is not as declared. A deploy would${lines.join('')}`;
}

/** Of the changes of a stack; `--json` has all. */
const SHOWN = 10;
