import { Testing } from 'cdktf';
import { Construct } from 'constructs';
import { claim } from '../../../constructs/core/claim';
import { newStack } from '../../support/synth';

function two(kinds: [string, string], names: [string, string], sameOwner = true): () => string {
  const app = Testing.app();
  const [one, other] = [newStack('one', app), newStack('two', app)];
  const owners = [new Construct(one, 'owner'), new Construct(one, 'other')] as const;
  claim(new Construct(one, 'first'), owners[0], kinds[0], names[0]);
  claim(new Construct(other, 'second'), owners[sameOwner ? 0 : 1], kinds[1], names[1]);
  return () => {
    app.synth();
    return 'taken';
  };
}

test('a name that is claimed twice is refused, also across stacks, once and with both paths', () => {
  const synth = two(['consumer group', 'consumer group'], ['my-group', 'my-group']);
  expect(synth).toThrow(
    "two/second: the consumer group 'my-group' is already that of one/first; give one of them another.",
  );
  expect(synth).not.toThrow(/one\/first: the/);
});

test.each<[string, [string, string], [string, string], boolean]>([
  ['another name', ['consumer group', 'consumer group'], ['a', 'b'], true],
  ['another kind', ['consumer group', 'topic'], ['a', 'a'], true],
  ['another owner', ['consumer group', 'consumer group'], ['a', 'a'], false],
])('%s is free', (_, kinds, names, sameOwner) => {
  expect(two(kinds, names, sameOwner)()).toBe('taken');
});
