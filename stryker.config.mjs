import jestConfig from './jest.config.mjs';

const unit = jestConfig.projects.find(({ displayName }) => displayName === 'unit');

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  testRunner: 'jest',
  jest: {
    config: {
      ...unit,
      // What is not about constructs takes long, and can tell nothing about them.
      testMatch: ['<rootDir>/__tests__/(constructs|refusals)/**/*.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', 'refusals/platforms.test.ts'],
    },
  },
  coverageAnalysis: 'perTest',
  // Validation and quantities: what decides whether a platform is refused, and how.
  mutate: [
    'constructs/core/{checks,claim,container-image,duration,health-check,heap,order,properties,show,size,validation,validation-error}.ts',
    'constructs/*/*-rules.ts',
    'constructs/kafka/{retention,topic-settings,references,cluster-security}.ts',
  ],
  ignoreStatic: false,
  reporters: ['clear-text', 'progress-append-only', 'json', 'html'],
  clearTextReporter: { allowColor: false, reportTests: false },
  jsonReporter: { fileName: '.cache/mutation/report.json' },
  htmlReporter: { fileName: '.cache/mutation/report.html' },
  tempDirName: '.cache/stryker',
  concurrency: 2,
  thresholds: { high: 95, low: 90, break: 90 },
};
