import { accepted } from '../../support/synth';
import { app, fourBrokers } from './snippets/ten-tasks';

test('the program of the ten tasks is one that a synth takes', () => {
  expect(() => accepted(app)).not.toThrow();
  expect(accepted(fourBrokers()).brokerCount).toBe(4);
});
