import { readFileSync } from 'node:fs';
import { Checker } from '../../tools/kubernetes/checker';
import { ensureDefinitions, type Definitions } from '../../tools/kubernetes/definitions';
import { broken, PLATFORM } from './support/mistakes';
import { REFUSED_BY_KUBERNETES } from './support/refused-by-kubernetes';
import { REFUSED_BY_OPERATORS } from './support/refused-by-operators';

let definitions: Definitions;
let checker: Checker;

beforeAll(async () => {
  definitions = await ensureDefinitions();
  checker = new Checker(definitions);
});

test('a whole platform is what the definitions say', () => {
  expect(checker.check(PLATFORM)).toEqual([]);
});

test.each([...REFUSED_BY_OPERATORS, ...REFUSED_BY_KUBERNETES])(
  '$object with $mistake is refused, for nothing else',
  (each) => {
    expect(checker.check(broken(each))).toEqual([expect.stringMatching(each.refusal)]);
  },
);

test('every rule that the operators wrote in CEL is among the broken ones', () => {
  const messages = definitions.operators.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/- rule: .*\n +message: (.*)/g)].map(([, message]) => message!),
  );
  expect(new Set(messages).size).toBe(7);
  const unbroken = messages.filter(
    (message) => !REFUSED_BY_OPERATORS.some(({ refusal }) => refusal.test(plain(message))),
  );
  expect(unbroken).toEqual([]);
});

/** Of a text in YAML's quotes. */
const plain = (text: string): string => text.replace(/^['"]|['"]$/g, '').replaceAll("''", "'");

test('everything that is wrong is said at once', () => {
  const document = `
apiVersion: kafka.strimzi.io/v1
kind: KafkaTopic
metadata: { name: Orders }
spec: { partition: 1, replicas: 0 }`;
  expect(checker.check(document)).toEqual([
    expect.stringContaining('spec: unknown field "partition"'),
    expect.stringContaining('spec.replicas: must be >= 1'),
    expect.stringContaining('metadata.name: must match pattern'),
  ]);
});

test('two objects of one name are refused, for one would take the place of the other', () => {
  const topic = (name: string): string => `
apiVersion: kafka.strimzi.io/v1
kind: KafkaTopic
metadata: { name: user-events, namespace: streaming }
spec: { topicName: ${name} }
`;
  expect(checker.check(`${topic('user_events')}---${topic('user.events')}`)).toEqual([
    'KafkaTopic user-events: is there twice',
  ]);
});

test('text that is no YAML is refused', () => {
  expect(checker.check('kind: {')).toEqual([expect.stringContaining('Flow map')]);
});

test('what is no object of the API is refused', () => {
  expect(checker.check('{"a": 1}')).toEqual(['an object: has no apiVersion and kind']);
});
