import { TerraformVariable } from 'cdktf';
import { Construct } from 'constructs';
import * as library from '../../../constructs';
import { ValidationError, type Problem } from '../../../constructs/core/validation-error';
import { assertValid } from '../../../constructs/core/validation';
import { KINDS, UNREADABLE } from './kinds';
import { MAKERS, withNeeds, type Junk, type Maker } from '../../support/makers';
import { World } from '../../support/world';

/** What is said of a construct of each of these properties; all of them in one tree, which is looked through once. */
function refusals(world: World, { stack, make }: Maker, all: readonly unknown[]): string[][] {
  const scope = world.stack(stack);
  const made = all.map((props) => {
    const id = world.id();
    return { id, own: said(() => make(scope, id, props as never)) };
  });
  const together = said(() => assertValid(scope));
  return made.map(({ id, own }) =>
    (own.length > 0 ? own : together)
      .filter(({ path }) => path === NO_REFUSAL || path.split('/').includes(id))
      .map(({ reason }) => reason),
  );
}

const NO_REFUSAL = 'not a refusal';

function said(act: () => unknown): readonly Problem[] {
  try {
    act();
    return [];
  } catch (error) {
    if (error instanceof ValidationError) return error.problems;
    return [{ path: NO_REFUSAL, reason: `${NO_REFUSAL}: ${String((error as Error).stack)}` }];
  }
}

const unreadable = (reasons: readonly string[]): string[] =>
  reasons.filter((each) => UNREADABLE.test(each) || each.startsWith(NO_REFUSAL));

const isRequired = (maker: Maker, name: string): boolean => 'required' in (maker.properties[name] ?? {});

describe.each(MAKERS.map((maker): [string, Maker] => [maker.name, maker]))('%s', (_, maker) => {
  const names = Object.keys(maker.properties);

  test('is refused when all of its properties are something else', () => {
    const kinds = Object.entries({ ...KINDS, text: 'text' });
    const all = refusals(
      new World(),
      maker,
      kinds.map(([, value]) => value),
    );
    for (const [index, [kind]] of kinds.entries())
      expect([kind, all[index]?.[0]]).toEqual([
        kind,
        expect.stringMatching(/ must be a plain object of |no property/),
      ]);
    expect(unreadable(all.flat())).toEqual([]);
  });

  test('is refused, once for each, when its properties are of another kind', () => {
    const world = new World();
    const valid: Junk = withNeeds(maker, world);
    const optional = names.filter((name) => !isRequired(maker, name));
    const kinds = Object.entries(KINDS);
    const all = refusals(
      world,
      maker,
      kinds.map(([, value]) => ({ ...valid, ...Object.fromEntries(optional.map((name) => [name, value])) })),
    );
    for (const [index, [kind]] of kinds.entries()) {
      const reasons = all[index] ?? [];
      const once = optional.filter(
        (name) => reasons.filter((each) => each.startsWith(`${name} `)).length === 1,
      );
      // What only the tree tells, of all that are in it, is in no line.
      const own = reasons.filter((each) => each.endsWith(')'));
      expect([kind, once, own.length]).toEqual([kind, optional, optional.length]);
    }
    expect(unreadable(all.flat())).toEqual([]);
  });

  test('is refused, once, without what it cannot do without', () => {
    const world = new World();
    const valid: Junk = withNeeds(maker, world);
    const cases = names
      .filter((name) => isRequired(maker, name))
      .flatMap((name) => Object.entries({ ...KINDS, nothing: undefined }).map((kind) => [name, ...kind]));
    const all = refusals(
      world,
      maker,
      cases.map(([name, , value]) => ({ ...valid, [String(name)]: value })),
    );
    for (const [index, [name, kind]] of cases.entries())
      expect([name, kind, all[index]]).toEqual([
        name,
        kind,
        [expect.stringMatching(new RegExp(`^${String(name)} `))],
      ]);
    expect(unreadable(all.flat())).toEqual([]);
  });

  test('takes, or refuses in words, what Terraform alone knows', () => {
    const world = new World();
    const valid: Junk = withNeeds(maker, world);
    const variable = new TerraformVariable(world.stack(maker.stack), 'v', { type: 'any' });
    const { stringValue, numberValue, listValue, booleanValue } = variable;
    const tokens = [stringValue, `a-${stringValue}`, numberValue, listValue, booleanValue];
    const cases = names.flatMap((name) =>
      tokens.map((token) => ({ ...valid, ...maker.single, [name]: token })),
    );
    expect(unreadable(refusals(world, maker, cases).flat())).toEqual([]);
  });

  test('cannot have an id that is empty, or no text', () => {
    const world = new World();
    const [scope, props] = [world.stack(maker.stack), withNeeds(maker, world)];
    const ids = [undefined, null, '', 5];
    const refused = ids.map((id) => said(() => maker.make(scope, id as never, props)));
    // Each tells of those before it, too.
    expect(refused.map(({ length }) => length)).toEqual([1, 2, 3, 4]);
    expect(refused.at(-1)?.map(({ reason }) => reason)).toEqual(
      ['undefined', 'null', "''", '5'].map((got): unknown =>
        expect.stringContaining(`its id must be text that is known at synth and not empty; got ${got}. [`),
      ),
    );
  });

  test('cannot be made twice of one id, in an App, or in nothing', () => {
    const world = new World();
    const props = withNeeds(maker, world);
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
