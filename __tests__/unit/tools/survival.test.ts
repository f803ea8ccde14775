import { withRows, type MetadataMode, type Row } from '../../../tools/lib/survival';

const row = (scenario: string, acknowledged = 1000, metadata: MetadataMode = 'zookeeper'): Row => ({
  scenario,
  metadata,
  acknowledged,
  lost: 0,
  duplicated: 1,
  longestPause: 8_449,
  inSync: 12_050,
});
const EMPTY = 'Before.\n\n<!-- measured by npm run test:faults -->\n<!-- measured -->\n\nAfter.\n';

const body = (document: string): string[] => document.split('\n').filter((line) => /^\| \d/.test(line));

test('rows are shown in seconds, without the words that choose scenarios', () => {
  expect(body(withRows(EMPTY, [row('1. A broker is killed @quick')]))).toEqual([
    '| 1. A broker is killed | ZooKeeper | 1000 | 0 | 1 | 8.4 s | 12.1 s |',
  ]);
});

test('rows are in the order of their numbers', () => {
  const document = withRows(EMPTY, [row('10. Ten'), row('9. Nine'), row('1. One')]);
  expect(body(document).map((line) => line.split('|')[1])).toEqual([' 1. One ', ' 9. Nine ', ' 10. Ten ']);
});

test('a scenario that ran again replaces its row, and leaves the others and the text', () => {
  const before = withRows(EMPTY, [row('1. One'), row('2. Two')]);
  const after = withRows(before, [row('2. Two @quick', 7)]);
  expect(body(after)).toEqual([body(before)[0], '| 2. Two | ZooKeeper | 7 | 0 | 1 | 8.4 s | 12.1 s |']);
  expect(after).toMatch(/^Before\.\n\n<!-- measured/);
  expect(after).toMatch(/<!-- measured -->\n\nAfter\.\n$/);
});

test('a scenario has a row for each place where metadata can be', () => {
  const before = withRows(EMPTY, [row('1. One'), row('2. Two')]);
  const after = withRows(before, [row('1. One', 7, 'kraft')]);
  expect(body(after)).toEqual(['| 1. One | KRaft | 7 | 0 | 1 | 8.4 s | 12.1 s |', ...body(before)]);
});

test('what was found of a secured platform has a row of its own', () => {
  const before = withRows(EMPTY, [row('1. One', 1000, 'kraft')]);
  const after = withRows(before, [{ ...row('1. One', 7, 'kraft'), security: 'secured' }]);
  expect(body(after)).toEqual([...body(before), '| 1. One | KRaft, secured | 7 | 0 | 1 | 8.4 s | 12.1 s |']);
  expect(body(withRows(after, [{ ...row('1. One', 1000, 'kraft'), security: 'plain' }]))).toEqual(
    body(after),
  );
});

test('without rows a document stays as it is', () => {
  const document = withRows(EMPTY, [row('1. One')]);
  expect(withRows(document, [])).toBe(document);
});
