import type { Stack } from '../../../cli/engine/synthesis';

/** An entry that allows something, in the provider's words. */
interface Right {
  readonly resource_type: string;
  readonly resource_name: string;
  readonly resource_pattern_type_filter: string;
  readonly acl_operation: string;
  readonly acl_principal: string;
}

/** What a user is allowed by the stacks. */
export function rightsIn(stacks: readonly Stack[], user: string): readonly Right[] {
  const all = stacks.flatMap((stack) => stack.resources('kafka_acl'));
  return all
    .map(({ attributes }) => attributes as unknown as Right)
    .filter(({ acl_principal }) => acl_principal === `User:${user}`);
}

/** Whether one of the rights is, or includes, what is wanted, such as `Describe Topic orders`. */
export function allows(rights: readonly Right[], wanted: string): boolean {
  const [operation = '', type = '', name = ''] = wanted.split(' ');
  return rights.some(
    (right) =>
      right.resource_type === type &&
      (right.resource_name === '*' ||
        (right.resource_pattern_type_filter === 'Prefixed'
          ? name.startsWith(right.resource_name)
          : name === right.resource_name)) &&
      (right.acl_operation === operation ||
        (operation === 'Describe' && ['Read', 'Write', 'Alter', 'Delete'].includes(right.acl_operation))),
  );
}
