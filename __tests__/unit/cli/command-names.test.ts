import { beforeOptions, nameCommands, typed } from '../../../cli/command-names';

test('a message names a command as its user types it', () => {
  expect(typed('up')).toBe('npx cdktf-streaming up');
  expect(typed('down', '--volumes')).toBe('npx cdktf-streaming down --volumes');
  expect(beforeOptions('up')).toBe('npx cdktf-streaming up');
});

test('also where a project calls it otherwise: npm has options after two dashes', () => {
  nameCommands({ up: 'npm start' });
  expect(typed('up')).toBe('npm start');
  expect(typed('up', '--patience 3')).toBe('npm start -- --patience 3');
  expect(beforeOptions('up')).toBe('npm start --');
  expect(typed('check')).toBe('npx cdktf-streaming check');
});
