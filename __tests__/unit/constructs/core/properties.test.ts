import { TerraformVariable } from 'cdktf';
import { Construct } from 'constructs';
import { text, wholeNumber, wholeNumberOrToken } from '../../../../constructs/core/checks';
import {
  validateProps,
  preconditions,
  required,
  type Properties,
} from '../../../../constructs/core/properties';
import { accepted, newStack } from '../../../support/synth';

jest.unmock('../../../../constructs/core/caller');

interface Props {
  readonly name: string;
  readonly count?: number;
  readonly copies?: number;
}

const PROPERTIES: Properties<Props> = {
  name: required(text('the test', 'a name')),
  count: wholeNumber('the test', 1),
  copies: wholeNumberOrToken('the test', 1),
};

const make = (given: unknown): { scope: Construct; props: Props } => {
  const scope = new Construct(newStack('stack'), 'thing');
  return { scope, props: validateProps(scope, given as Props, PROPERTIES) };
};
const refusalOf = (given: unknown): (() => unknown) => {
  return () => accepted(make(given).scope);
};

test('what is right is taken as it is', () => {
  const { scope, props } = make({ name: 'a', count: 2, copies: undefined });
  expect(props).toEqual({ name: 'a', count: 2 });
  expect(() => accepted(scope)).not.toThrow();
});

test('what is wrong is refused at synth, and its default takes its place meanwhile', () => {
  const { scope, props } = make({ name: 'a', count: '7 days', copies: -1 });
  expect(props).toEqual({ name: 'a' });
  expect(() => accepted(scope)).toThrow(
    [
      'stack/thing cannot be made:',
      "  - count must be a whole number, 1 or more; got '7 days'. [the test] (at __tests__/unit/constructs/core/properties.test.ts:28)",
      '  - copies must be a whole number, 1 or more; got -1. [the test] (at __tests__/unit/constructs/core/properties.test.ts:28)',
    ].join('\n'),
  );
});

test('null is not nothing', () => {
  expect(refusalOf({ name: 'a', count: null })).toThrow('count must be a whole number, 1 or more; got null');
});

test.each([{}, { name: undefined }, { name: '' }, { name: 7 }, undefined, null])(
  'without what has no default (%p) nothing can be built',
  (given) => {
    expect(() => make(given)).toThrow(
      /^stack\/thing cannot be made:\n {2}- (name must be (text, )?a name|its properties must be a plain object of .*); got /,
    );
  },
);

test('then everything else that is wrong is said, too', () => {
  expect(() => make({ count: 0 })).toThrow(/name must be.*count must be/s);
});

test('a misspelt property is refused, with those that there are', () => {
  expect(refusalOf({ name: 'a', cuont: 3 })).toThrow(
    "there is no property 'cuont'; there are copies, count, name. [policy]",
  );
});

test('without a misspelt property everything else is there', () => {
  expect(make({ name: 'a', cuont: 3 }).props).toEqual({ name: 'a' });
});

describe('a value known only to Terraform', () => {
  const token = new TerraformVariable(newStack(), 'v', { type: 'number' }).numberValue;

  test('is refused where it decides what is built', () => {
    expect(refusalOf({ name: 'a', count: token })).toThrow(
      'count must be known at synth, because what is built depends on it; got a value known only to Terraform, give a whole number, 1 or more',
    );
  });

  test('passes elsewhere, and is left to Terraform to check', () => {
    const { scope, props } = make({ name: 'a', copies: token });
    expect(() => accepted(scope)).not.toThrow();
    expect(preconditions(scope, props, PROPERTIES)).toEqual([
      {
        condition: expect.anything() as unknown,
        errorMessage: 'stack/thing: copies must be a whole number, 1 or more.',
      },
    ]);
  });

  test('is nothing to check for Terraform when it is known', () => {
    const { scope, props } = make({ name: 'a', copies: 1 });
    expect(preconditions(scope, props, PROPERTIES)).toEqual([]);
  });
});
