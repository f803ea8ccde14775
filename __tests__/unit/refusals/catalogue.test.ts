import { ValidationError } from '../../../constructs';
import { MAKERS, withNeeds } from '../../support/makers';
import { accepted, newStack, warnings } from '../../support/synth';
import { World, type Junk } from '../../support/world';
import { CONNECT } from './catalogue/connect';
import { CONTAINERS } from './catalogue/containers';
import { KAFKA, KAFKA_WARNINGS } from './catalogue/kafka';
import { METRICS, METRICS_WARNINGS } from './catalogue/metrics';
import type { Catalogue, Row } from './catalogue/row';
import { SPARK } from './catalogue/spark';

const makers = new Map(MAKERS.map((maker) => [maker.name, maker]));
/** What each construct works with, sound and made once. */
const worlds = new Map<string, World>();

interface Outcome {
  readonly problems: readonly string[];
  readonly warned: readonly string[];
}

/** What is said of a construct with these properties. */
function outcome(construct: string, props: Junk): Outcome {
  const maker = makers.get(construct)!;
  const world = worlds.get(construct) ?? new World();
  worlds.set(construct, world);
  const stack = newStack('it');
  try {
    maker.make(stack, 'is', withNeeds(maker, world, props));
    accepted(stack);
    return { problems: [], warned: stack.node.findAll().flatMap(warnings) };
  } catch (error) {
    if (!(error instanceof ValidationError)) throw error;
    expect(error.message).toMatch(/^it\/is[\w/-]* cannot be made:\n {2}- /);
    expect(error.stack).not.toMatch(/^ +at /m);
    return { problems: error.problems.map(({ reason }) => reason), warned: [] };
  }
}

function propsOf(given: string, value: unknown): Junk {
  if (given === '') return value as Junk;
  const [property = '', setting] = given.split(' ');
  return { [property]: setting === undefined ? value : { [setting]: value } };
}

const escape = (text: string): string => text.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`);
const SOURCE = String.raw` \[[^\]]{3,}\]( \(at __tests__/\S+:\d+\))?$`;

/** The whole sentence, with the source of its rule. */
function sentence(given: string, says: string): RegExp {
  const subject = given === '' ? '' : `${given.split(' ').at(-1)} `;
  return new RegExp(`${escape(subject + says)}.*${SOURCE}`);
}

type Line = readonly [construct: string, ...row: Required<Row>];
const lines = (...all: Catalogue[]): Line[] =>
  all.flatMap((each) =>
    Object.entries(each).flatMap(([construct, rows]) =>
      rows.map(([given, says, wrong, right = []]): Line => [construct, given, says, wrong, right]),
    ),
  );

test.each(lines(KAFKA, CONTAINERS, CONNECT, SPARK, METRICS))(
  '%s: %s %s',
  (construct, given, says, wrong, right) => {
    const problem: unknown = expect.stringMatching(sentence(given, says));
    for (const value of wrong)
      expect([value, outcome(construct, propsOf(given, value)).problems]).toEqual([value, [problem]]);
    for (const value of right)
      expect([value, outcome(construct, propsOf(given, value)).problems]).toEqual([value, []]);
  },
);

test.each(lines(KAFKA_WARNINGS, METRICS_WARNINGS))(
  '%s warns: %s %s',
  (construct, given, says, wrong, right) => {
    const warned = (value: unknown): unknown => {
      const { problems, warned } = outcome(construct, propsOf(given, value));
      return { problems, warned: warned.filter((each) => sentence(given, says).test(each)).length };
    };
    for (const value of wrong) expect([value, warned(value)]).toEqual([value, { problems: [], warned: 1 }]);
    for (const value of right) expect([value, warned(value)]).toEqual([value, { problems: [], warned: 0 }]);
  },
);
