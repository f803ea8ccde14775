import { TerraformVariable } from 'cdktf';
import { Construct } from 'constructs';
import * as library from '../../constructs';
import { ValidationError } from '../../constructs';
import { assertValid } from '../../constructs/core/validation';
import { KINDS, UNREADABLE } from './kinds';
import { MAKERS, type Maker } from './makers';
import { World } from './world';

// Of hundreds of refusals; that they have it, others tell.
jest.mock('../../constructs/core/caller', () => ({ callerLine: () => 'main.ts:1' }));

/** What is said of a construct of its own; a broken expectation where it is not said as it should be. */
function refusals(world: World, { stack, make }: Maker, props: unknown, id = world.id()): string[] {
  const scope = world.stack(stack);
  try {
    make(scope, id, props as never);
    assertValid(scope);
  } catch (error) {
    if (!(error instanceof ValidationError)) return [`not a refusal: ${String((error as Error).stack)}`];
    return error.problems.filter(({ path }) => path.split('/').includes(id)).map(({ reason }) => reason);
  }
  return [];
}

const unreadable = (reasons: readonly string[]): string[] => reasons.filter((each) => UNREADABLE.test(each));

const isRequired = (maker: Maker, name: string): boolean => 'required' in (maker.properties[name] ?? {});

describe.each(MAKERS.map((maker): [string, Maker] => [maker.name, maker]))('%s', (_, maker) => {
  const names = Object.keys(maker.properties);

  test('is refused when all of its properties are something else', () => {
    const world = new World();
    for (const [kind, value] of Object.entries({ ...KINDS, text: 'text' })) {
      const reasons = refusals(world, maker, value);
      expect([kind, reasons[0]]).toEqual([
        kind,
        expect.stringMatching(/ must be a plain object of |no property/),
      ]);
      expect(unreadable(reasons)).toEqual([]);
    }
  });

  test('is refused, once for each, when its properties are of another kind', () => {
    const world = new World();
    const valid = maker.valid(world);
    for (const [kind, value] of Object.entries(KINDS)) {
      const optional = names.filter((name) => !isRequired(maker, name));
      const reasons = refusals(world, maker, {
        ...valid,
        ...Object.fromEntries(optional.map((name) => [name, value])),
      });
      const said = optional.filter(
        (name) => reasons.filter((each) => each.startsWith(`${name} `)).length === 1,
      );
      // What only the tree tells, of all that are in it, is in no line.
      const own = reasons.filter((each) => each.endsWith('(at main.ts:1)'));
      expect([kind, said, own.length]).toEqual([kind, optional, optional.length]);
      expect(unreadable(reasons)).toEqual([]);
    }
  });

  test('is refused, once, without what it cannot do without', () => {
    const world = new World();
    const valid = maker.valid(world);
    for (const name of names.filter((each) => isRequired(maker, each)))
      for (const [kind, value] of Object.entries({ ...KINDS, nothing: undefined })) {
        const reasons = refusals(world, maker, { ...valid, [name]: value });
        expect([name, kind, reasons]).toEqual([name, kind, [expect.stringMatching(new RegExp(`^${name} `))]]);
        expect(unreadable(reasons)).toEqual([]);
      }
  });

  test('takes, or refuses in words, what Terraform alone knows', () => {
    const world = new World();
    const valid = maker.valid(world);
    const variable = new TerraformVariable(world.stack(maker.stack), 'v', { type: 'any' });
    const { stringValue, numberValue, listValue, booleanValue } = variable;
    for (const name of names)
      for (const token of [stringValue, `a-${stringValue}`, numberValue, listValue, booleanValue]) {
        const reasons = refusals(world, maker, { ...valid, [name]: token });
        expect([name, unreadable(reasons)]).toEqual([name, []]);
        expect([name, reasons.filter((each) => each.startsWith('not a refusal'))]).toEqual([name, []]);
      }
  });

  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['no text', ''],
    ['a number', 5],
  ])('cannot have %s for an id', (_what, id) => {
    const world = new World();
    const made = (): unknown =>
      maker.make(world.stack(maker.stack), id as never, maker.valid(world) as never);
    expect(made).toThrow(ValidationError);
    expect(made).toThrow(/its id must be text that is known at synth and not empty; got .* \(at \S+:\d+\)$/);
  });

  test('cannot be made twice of one id, in an App, or in nothing', () => {
    const world = new World();
    const props = maker.valid(world) as never;
    const scope = world.stack(maker.stack);
    new Construct(scope, 'taken');
    expect(() => maker.make(scope, 'taken', props)).toThrow(
      /where 'taken' is a Construct; give one of them another/,
    );
    expect(() => maker.make(undefined as never, 'a', props)).toThrow(
      /it must be in a construct, such as a stack; got undefined/,
    );
    if (!maker.name.includes('.'))
      expect(() => maker.make(world.app, 'a', props)).toThrow(/it must be in a stack; got a App/);
  });
});

test('every construct that is exported is tried', () => {
  const classes = Object.values(library).filter(
    (each) => typeof each === 'function' && each.prototype instanceof Construct,
  ) as readonly { readonly name: string }[];
  const tried = new Set(MAKERS.map(({ name }) => name));
  expect(classes.map(({ name }) => name).filter((name) => !tried.has(name))).toEqual([]);
});
