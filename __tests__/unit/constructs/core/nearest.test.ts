import { misspelt, nearest } from '../../../../constructs/core/nearest';

test.each([
  ['PROFIL', 'PROFILE'],
  ['IMAGE', 'IMAGES'],
  ['NMAE', 'NAME'],
  ['PROFILE', 'PROFILE'],
])('%s is nearest to %s', (name, expected) => {
  expect(nearest(name, ['NAME', 'IMAGES', 'PROFILE'])).toBe(expected);
});

test.each([
  ['profil', 'PROFILE'],
  ['IMAGES', 'IMAGES'],
  ['AMES', undefined],
])('%s is misspelt for %p', (name, expected) => {
  expect(misspelt(name, ['NAME', 'IMAGES', 'PROFILE'])).toBe(expected);
});
