import { Variables } from '../../../../cli/compose/variables';

const VALUES = { TAG: '1.2', EMPTY: '' };

test.each([
  ['$TAG', '1.2'],
  ['${TAG}-x', '1.2-x'],
  ['$$TAG', '$TAG'],
  ['${NOBODY}', ''],
  ['${NOBODY:-a}', 'a'],
  ['${EMPTY:-a}', 'a'],
  ['${EMPTY-a}', ''],
  ['${NOBODY:-${TAG}}', '1.2'],
  ['${TAG:+set}', 'set'],
  ['${NOBODY+set}', ''],
  ['${TAG:?must}', '1.2'],
  ['100%, {x}', '100%, {x}'],
  ['a $ b', 'a $ b'],
])('%s is %p', (text, value) => {
  expect(new Variables(VALUES).in(text)).toBe(value);
});

test('remembers what nobody has set, and whose value the program has', () => {
  const variables = new Variables(VALUES);
  variables.in('$NOBODY ${TAG} ${OTHER:-x}');
  expect([[...variables.unset], [...variables.used]]).toEqual([['NOBODY'], ['TAG', 'OTHER']]);
});
