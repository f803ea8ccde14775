import { AREA, AREAS } from './jest.mutation.config.mjs';

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  testRunner: 'jest',
  // The test of the rules' table finds them by their files, not by an import.
  jest: { configFile: 'jest.mutation.config.mjs', enableFindRelatedTests: false },
  coverageAnalysis: 'perTest',
  mutate: AREAS[AREA].mutate,
  reporters: ['json', 'progress-append-only'],
  jsonReporter: { fileName: `.cache/mutation/${AREA}.json` },
  tempDirName: `.cache/stryker-${AREA}`,
  concurrency: 2,
  // A change that makes a loop endless is noticed, too; a machine with other work is no loop.
  timeoutMS: 60_000,
};
