import { LABEL, ROLE } from '../../../../../constructs/core/labels';
import { mayPause } from '../../../../../cli/engine/plan-gate';
import { unlikeListeners } from '../../../../../cli/engine/plan-gate/listeners';
import { container, newPlatform, newStack } from '../../../../support/synth';
import { broker, change, container as planned, plan } from '../../../../support/plans';
import { STEPS } from '../../../docs/snippets/from-plaintext';

type Step = keyof typeof STEPS;

/** The brokers of a step, as a plan has them. */
function brokersOf(step: Step): ReturnType<typeof container>[] {
  const stack = newStack();
  STEPS[step](stack, newPlatform(stack));
  return ['kafka1', 'kafka2', 'kafka3'].map((name) => container(stack, name));
}

function found(from: Step, to: Step, replaced = 3) {
  const [before, after] = [brokersOf(from), brokersOf(to)];
  // Those that an interrupted deploy has replaced already.
  const changes = before.map((each, index) =>
    change(
      'docker_container',
      index < replaced ? { ...each } : { ...after[index] },
      { ...after[index] },
      true,
    ),
  );
  return unlikeListeners([plan(...changes)]);
}

test.each<[Step, Step]>([
  ['before', 'used'],
  ['used', 'accepted'],
  ['accepted', 'done'],
  ['used', 'before'],
  ['accepted', 'used'],
  ['done', 'accepted'],
  ['done', 'done'],
])('from %p to %p is a step in which all understand each other', (from, to) => {
  expect(found(from, to)).toEqual([]);
  expect(found(from, to, 1)).toEqual([]);
});

test.each<[Step, Step]>([
  ['before', 'accepted'],
  ['before', 'done'],
  ['used', 'done'],
  ['done', 'used'],
  ['done', 'before'],
])('from %p to %p is none', (from, to) => {
  expect(found(from, to)).toEqual([
    {
      rule: 'listeners',
      name: 'at-once',
      sentence: expect.stringMatching(/^kafka1, kafka2, kafka3 and those .* Plaintext\.USED/) as string,
      containers: ['kafka1', 'kafka2', 'kafka3'],
    },
  ]);
});

const USED = { [LABEL.brokerListeners]: 'INTERNAL:PLAINTEXT,EXTERNAL:PLAINTEXT,BROKERS:SSL' };
const ACCEPTED = { [LABEL.brokerListeners]: 'BROKERS:SSL,INTERNAL:PLAINTEXT,EXTERNAL:PLAINTEXT' };
type Labels = Record<string, string>;
const edit = (id: number, before: Labels, after: Labels) =>
  change('docker_container', broker(id, before), broker(id, after), true);

test('a step is none that one broker has not taken the last one for', () => {
  expect(unlikeListeners([plan(edit(1, USED, ACCEPTED), edit(2, USED, ACCEPTED))])).toEqual([]);
  expect(unlikeListeners([plan(edit(1, USED, ACCEPTED), edit(2, {}, ACCEPTED))])).toHaveLength(1);
});

test('a broker alone has nobody to understand', () => {
  expect(unlikeListeners([plan(edit(1, {}, ACCEPTED))])).toEqual([]);
});

test('a listener outside keeps its protocol, for who asks all brokers', () => {
  const closed = { [LABEL.brokerListeners]: 'INTERNAL:PLAINTEXT,EXTERNAL:SSL' };
  const other = { [LABEL.brokerListeners]: 'INTERNAL:PLAINTEXT,ADMIN:SSL' };
  expect(unlikeListeners([plan(edit(1, {}, closed), edit(2, {}, closed))])).toHaveLength(1);
  expect(unlikeListeners([plan(edit(1, {}, other), edit(2, {}, other))])).toEqual([]);
});

test('brokers must be understood by controllers of their own', () => {
  const tls = { [LABEL.controllerListeners]: 'CONTROLLERTLS:SSL' };
  const both = { [LABEL.controllerListeners]: 'CONTROLLER:PLAINTEXT,CONTROLLERTLS:SSL' };
  const controller = (before: Labels, after: Labels) => {
    const [was, is] = [before, after].map((labels) =>
      planned('kafka-controller1', { [LABEL.role]: ROLE.controller, ...labels }),
    ) as [Labels, Labels];
    return change('docker_container', was, is, true);
  };
  expect(unlikeListeners([plan(controller({}, both), edit(1, {}, {}))])).toEqual([]);
  expect(unlikeListeners([plan(controller(both, both), edit(1, {}, tls))])).toEqual([]);
  expect(unlikeListeners([plan(controller({}, both), edit(1, {}, tls))])).toHaveLength(1);
  expect(unlikeListeners([plan(controller(both, tls), edit(1, {}, tls))])).toHaveLength(1);
});

test('who says yes to it, or to all brokers at once, says yes to a pause', () => {
  expect(mayPause(['listeners:at-once'])).toBe(true);
  expect(mayPause(['topic:orders', 'brokers:at-once'])).toBe(true);
  expect(mayPause(['topic:at-once'])).toBe(false);
});
