import { App, TerraformResource, TerraformStack, Testing } from 'cdktf';
import { Construct } from 'constructs';
import { addDependencies, addStackDependency, siblingStack } from '../../../../constructs/core/dependencies';
import { accepted, newStack, type Synthesized } from '../../../support/synth';

const resource = (scope: Construct, id: string): TerraformResource =>
  new TerraformResource(scope, id, { terraformResourceType: 'null_resource' });

test('a resource waits for every resource below what it comes after', () => {
  const stack = newStack();
  const group = new Construct(stack, 'group');
  resource(group, 'a');
  const late = resource(stack, 'late');
  addDependencies(late, [group]);
  const { resource: all } = JSON.parse(Testing.synth(stack)) as Synthesized;
  expect(Object.values(all?.null_resource ?? {})).toContainEqual({
    depends_on: [expect.stringMatching(/^null_resource\.group_a_/)],
  });
});

test('across stacks the stacks are ordered, once', () => {
  const app = Testing.app();
  const [first, second] = [newStack('first', app), newStack('second', app)];
  const late = resource(second, 'late');
  addDependencies(late, [first]);
  addStackDependency(second, first);
  expect(late.dependsOn).toBeUndefined();
  expect(second.dependencies).toEqual([first]);
});

test('waits for nothing that is in no stack, such as a reference', () => {
  const app = Testing.app();
  const late = resource(newStack('stack', app), 'late');
  addDependencies(late, [new Construct(app, 'reference')]);
  expect(late.dependsOn).toBeUndefined();
});

test('refuses a cycle between stacks, with both', () => {
  const app = Testing.app();
  const [first, second] = [newStack('first', app), newStack('second', app)];
  addStackDependency(second, first);
  addStackDependency(new Construct(first, 'early'), new Construct(second, 'late'));
  expect(() => accepted(first)).toThrow(
    'first/early cannot be made:\n  - its stack first must not come after second because of second/late: that comes after it already',
  );
});

test('a stack beside another is made once', () => {
  const stack = new TerraformStack(new App(), 'services');
  const beside = siblingStack(new Construct(stack, 'connect'), 'connectors');
  expect(siblingStack(stack, 'connectors')).toBe(beside);
});

test('a stack beside another cannot be made where the id is taken', () => {
  const app = new App();
  new Construct(app, 'connectors');
  expect(() => siblingStack(new TerraformStack(app, 'services'), 'connectors')).toThrow(
    'connectors cannot be made:\n  - it is not a stack, and services needs its id for one',
  );
});

describe('in one stack', () => {
  const things = (): Record<'a' | 'b' | 'c', TerraformResource> => {
    const stack = newStack();
    const made = (id: string): TerraformResource => resource(new Construct(stack, id), 'Resource');
    return { a: made('a'), b: made('b'), c: made('c') };
  };

  test('two that wait for each other are refused, once, with both', () => {
    const { a, b } = things();
    addDependencies(a, [b]);
    addDependencies(b, [a]);
    expect(() => accepted(a)).toThrow(
      /^test\/a cannot be made:\n {2}- it waits for itself: test\/a after test\/b after test\/a; leave one of these out of startAfter or dependsOn\. \[\S+\]$/,
    );
  });

  test('so is a longer circle, also behind one that is in none', () => {
    const { a, b, c } = things();
    addDependencies(resource(a, 'late'), [a]);
    addDependencies(a, [b]);
    addDependencies(b, [c]);
    addDependencies(c, [a]);
    expect(() => accepted(a)).toThrow('it waits for itself: test/a after test/b after test/c after test/a;');
  });

  test('so is what waits for itself, or for what it is in', () => {
    const { a } = things();
    addDependencies(a, [a.node.scope!]);
    expect(() => accepted(a)).toThrow('it waits for itself: test/a after test/a;');
  });

  test('two ways to one thing are no circle', () => {
    const { a, b, c } = things();
    addDependencies(a, [b, c]);
    addDependencies(b, [c]);
    expect(() => accepted(a)).not.toThrow();
  });
});
