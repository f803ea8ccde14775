import { TerraformStack, type TerraformProvider } from 'cdktf';
import type { Construct, IConstruct } from 'constructs';
import { escapeTemplate } from './escape-template';
import { assertOneFramework } from './framework';
import { keepStatesApart } from './state';

/**
 * A provider in the stack around `scope`: the one that its owner made, else a new one.
 * @param name what its id, and its alias if it is not the first of its kind, begin with
 * @param fits which of those that are there will do
 */
export function ensureProvider<Config, Provider extends TerraformProvider>(
  scope: IConstruct,
  kind: new (scope: Construct, id: string, config: Config) => Provider,
  name: string,
  config: Omit<Config, 'alias'>,
  fits: (provider: Provider) => boolean,
): Provider {
  const stack = TerraformStack.of(scope);
  const taken = ALIAS_TAKEN.get(stack) ?? [];
  const again = taken.find((each): each is Provider => each instanceof kind && fits(each));
  if (again) return again;
  assertOneFramework(stack);
  const made = stack.node.children.filter((child): child is Provider => child instanceof kind);
  const alias = made.length > 0 ? `${name}-${made.length + 1}` : undefined;
  const own = `${OURS}${alias ?? name}`;
  // A topic, say, may have the id already.
  const id = stack.node.tryFindChild(own) ? `${own}-provider` : own;
  const provider = made.find(fits) ?? new kind(stack, id, escapeTemplate({ ...config, alias }) as Config);
  keepStatesApart(stack);
  ALIAS_TAKEN.set(stack, [...taken, provider]);
  return provider;
}

const OURS = 'cdktf-streaming-';

/** Whether a provider was made here, and not by the stack's owner. */
export function isOurs({ node }: TerraformProvider): boolean {
  return node.id.startsWith(OURS);
}

/** So that not every one of thousands of topics looks through all that the stack holds. */
const ALIAS_TAKEN = new WeakMap<TerraformStack, readonly TerraformProvider[]>();
