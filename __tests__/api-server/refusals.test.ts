import { parse } from 'yaml';
import { Checker } from '../../tools/kubernetes/checker';
import { ensureDefinitions } from '../../tools/kubernetes/definitions';
import { broken, PLATFORM, type Broken } from '../kubernetes/support/mistakes';
import { REFUSED_BY_KUBERNETES } from '../kubernetes/support/refused-by-kubernetes';
import { REFUSED_BY_OPERATORS } from '../kubernetes/support/refused-by-operators';
import { everything, kubectl, refusalOf } from './support/kubectl';
import { REFUSED_BY_API_SERVER } from './support/refused-by-api-server';

/** As JSON, for in kubectl's dialect of YAML `no` is false. */
const json = (each: Broken): string => JSON.stringify(parse(broken(each)));

let before: readonly string[];
let checker: Checker;

beforeAll(async () => {
  before = await everything();
  checker = new Checker(await ensureDefinitions());
  await kubectl(['apply', '--server-side', '--validate=strict', '-f', '-'], PLATFORM);
});

afterAll(async () => {
  await kubectl(['delete', 'namespace', 'streaming']);
  expect(await everything()).toEqual(before);
});

test('a whole platform is taken again, unchanged', async () => {
  expect(await refusalOf(PLATFORM)).toBe('');
});

test.each([...REFUSED_BY_OPERATORS, ...REFUSED_BY_KUBERNETES])(
  '$object with $mistake is refused, as it is without an API server',
  async (each) => {
    expect(checker.check(json(each))).not.toEqual([]);
    expect(await refusalOf(json(each))).not.toBe('');
  },
);

test.each([...REFUSED_BY_API_SERVER])(
  '$object with $mistake is refused, and only by an API server',
  async (each) => {
    expect(checker.check(json(each))).toEqual([]);
    expect(await refusalOf(json(each))).toMatch(each.refusal);
  },
);
