import { readFileSync } from 'node:fs';
import jestConfig from './jest.config.mjs';

const unit = jestConfig.projects.find(({ displayName }) => displayName === 'unit');

// Each area is changed under its own tests: all tests for each of some thousand changes would take a day.
const AREAS = JSON.parse(readFileSync(new URL('scripts/mutation-areas.json', import.meta.url), 'utf8'));
const name = process.env.MUTATION_AREA ?? 'validation';
const area = AREAS[name];

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  testRunner: 'jest',
  jest: {
    config: {
      ...unit,
      testMatch: area.tests.map((test) => `<rootDir>/__tests__/constructs/${test}.test.ts`),
    },
  },
  coverageAnalysis: 'perTest',
  mutate: area.mutate,
  reporters: ['json', 'progress-append-only'],
  jsonReporter: { fileName: `.cache/mutation/${name}.json` },
  tempDirName: `.cache/stryker-${name}`,
  concurrency: 2,
  // A change that makes a loop endless is noticed, too; a machine with other work is no loop.
  timeoutMS: 60_000,
};
