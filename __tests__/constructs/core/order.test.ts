import { App, TerraformResource, TerraformStack, Testing } from 'cdktf';
import { Construct } from 'constructs';
import { orderAfter, orderStackAfter, stackBeside } from '../../../constructs/core/order';
import { accepted, newStack, type Synthesized } from '../../support/synth';

const resource = (scope: Construct, id: string): TerraformResource =>
  new TerraformResource(scope, id, { terraformResourceType: 'null_resource' });

test('a resource waits for every resource below what it comes after', () => {
  const stack = newStack();
  const group = new Construct(stack, 'group');
  resource(group, 'a');
  const late = resource(stack, 'late');
  orderAfter(late, [group]);
  const { resource: all } = JSON.parse(Testing.synth(stack)) as Synthesized;
  expect(Object.values(all?.null_resource ?? {})).toContainEqual({
    depends_on: [expect.stringMatching(/^null_resource\.group_a_/)],
  });
});

test('across stacks the stacks are ordered, once', () => {
  const app = Testing.app();
  const [first, second] = [newStack('first', app), newStack('second', app)];
  const late = resource(second, 'late');
  orderAfter(late, [first]);
  orderStackAfter(second, first);
  expect(late.dependsOn).toBeUndefined();
  expect(second.dependencies).toEqual([first]);
});

test('waits for nothing that is in no stack, such as a reference', () => {
  const app = Testing.app();
  const late = resource(newStack('stack', app), 'late');
  orderAfter(late, [new Construct(app, 'reference')]);
  expect(late.dependsOn).toBeUndefined();
});

test('refuses a cycle between stacks, with both', () => {
  const app = Testing.app();
  const [first, second] = [newStack('first', app), newStack('second', app)];
  orderStackAfter(second, first);
  orderStackAfter(new Construct(first, 'early'), new Construct(second, 'late'));
  expect(() => accepted(first)).toThrow(
    'first/early cannot be made:\n  - its stack first must not come after second because of second/late: that comes after it already',
  );
});

test('a stack beside another is made once', () => {
  const stack = new TerraformStack(new App(), 'services');
  const beside = stackBeside(new Construct(stack, 'connect'), 'connectors');
  expect(stackBeside(stack, 'connectors')).toBe(beside);
});

test('a stack beside another cannot be made where the id is taken', () => {
  const app = new App();
  new Construct(app, 'connectors');
  expect(() => stackBeside(new TerraformStack(app, 'services'), 'connectors')).toThrow(
    'connectors cannot be made:\n  - it is not a stack, and services needs its id for one',
  );
});
