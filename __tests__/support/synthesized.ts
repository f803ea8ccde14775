import type { Stack } from '../../cli/engine/synthesis';

/** A stack as it is read after a synth, with resources by their type. */
export function synthesized(
  name: string,
  resources: Readonly<Record<string, readonly Record<string, unknown>[]>>,
  rest: Partial<Stack> = {},
): Stack {
  return {
    name,
    directory: '',
    localState: undefined,
    dependencies: [],
    providers: {},
    kafkaProviders: [],
    connectUrl: undefined,
    registries: [],
    imports: [],
    resources: (type) =>
      (resources[type] ?? []).map((attributes) => ({
        address: `${type}.${String(attributes.name)}`,
        attributes,
      })),
    ...rest,
  };
}
