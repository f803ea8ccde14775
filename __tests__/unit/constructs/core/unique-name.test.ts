import { Testing, TerraformVariable } from 'cdktf';
import { Construct } from 'constructs';
import { reserveName } from '../../../../constructs/core/unique-name';
import { newStack } from '../../../support/synth';

const rule = (kind: string): Parameters<typeof reserveName>[2] => ({
  kind,
  requires: 'One each.',
  source: 'the test',
});

function two(kinds: [string, string], names: [string, string], sameOwner = true): () => string {
  const app = Testing.app();
  const [one, other] = [newStack('one', app), newStack('two', app)];
  const owners = [new Construct(one, 'owner'), new Construct(one, 'other')] as const;
  reserveName(new Construct(one, 'first'), owners[0], rule(kinds[0]), names[0]);
  reserveName(new Construct(other, 'second'), owners[sameOwner ? 0 : 1], rule(kinds[1]), names[1]);
  return () => {
    app.synth();
    return 'taken';
  };
}

test('a name that is claimed twice is refused, also across stacks, once and with both paths', () => {
  const synth = two(['consumer group', 'consumer group'], ['my-group', 'my-group']);
  expect(synth).toThrow(
    "two/second cannot be made:\n  - the consumer group 'my-group' is already that of one/first; give one of them another. [the test]",
  );
  expect(synth).not.toThrow(/one\/first cannot/);
});

test.each<[string, [string, string], [string, string], boolean]>([
  ['another name', ['consumer group', 'consumer group'], ['a', 'b'], true],
  ['another kind', ['consumer group', 'topic'], ['a', 'a'], true],
  ['another owner', ['consumer group', 'consumer group'], ['a', 'a'], false],
])('%s is free', (_, kinds, names, sameOwner) => {
  expect(two(kinds, names, sameOwner)()).toBe('taken');
});

test('names that are one by their key clash, and both are shown', () => {
  const stack = newStack('one');
  reserveName(new Construct(stack, 'first'), stack, rule('metric'), 'a.b', 'a_b');
  reserveName(new Construct(stack, 'second'), stack, rule('metric'), 'a_b', 'a_b');
  expect(() => Testing.synth(stack, true)).toThrow("the metric 'a_b' is already that of one/first, 'a.b'");
});

test('a name that Terraform alone knows is not compared', () => {
  const stack = newStack();
  const name = new TerraformVariable(stack, 'name', { type: 'string' }).stringValue;
  reserveName(new Construct(stack, 'first'), stack, rule('topic'), name);
  reserveName(new Construct(stack, 'second'), stack, rule('topic'), name);
  expect(() => Testing.synth(stack, true)).not.toThrow();
});
