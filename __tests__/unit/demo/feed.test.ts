import { byKey } from '../../../demo/feed';

test('sends what is for several partitions in several requests, each key in its order', () => {
  const message = (key: string, value: string): { key: string; value: string } => ({ key, value });
  const mixed = [message('Ada', '1'), message('Alan', '2'), message('Ada', '3')];
  expect(byKey(mixed)).toEqual([[mixed[0], mixed[2]], [mixed[1]]]);
});
