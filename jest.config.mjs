// Node can require these ES modules; Jest's own loader can not, so they are compiled like our sources.
const ES_MODULES =
  '@marcbachmann|@platformatic|execa|get-stream|human-signals|is-stream|mimic-fn|npm-run-path|onetime|path-key|strip-final-newline';

const project = {
  testEnvironment: 'node',
  transform: {
    '\\.[jt]s$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${ES_MODULES})/)`, '/providers/[^/]+/lib/'],
  // As the programs name it that the command writes.
  moduleNameMapper: { '^cdktf-streaming$': '<rootDir>/constructs/index.ts' },
  modulePathIgnorePatterns: ['<rootDir>/cdktf.out', '<rootDir>/.cache', '<rootDir>/dist'],
};

const patience = ['<rootDir>/__tests__/support/patience.ts'];

/** @type {import('jest').Config} */
export default {
  globalSetup: '<rootDir>/__tests__/support/temporary-folder.ts',
  // Without this one core of two stays idle.
  maxWorkers: '100%',
  projects: [
    {
      ...project,
      displayName: 'unit',
      // What the faults' checker notices needs no platform, and stands beside it.
      testMatch: ['<rootDir>/__tests__/{unit,faults/support}/**/*.test.ts'],
      setupFiles: ['<rootDir>/__tests__/support/light-cdktf.ts'],
    },
    {
      ...project,
      displayName: 'terraform',
      testMatch: ['<rootDir>/__tests__/terraform/**/*.test.ts'],
      setupFilesAfterEnv: patience,
    },
    {
      ...project,
      displayName: 'kubernetes',
      testMatch: ['<rootDir>/__tests__/kubernetes/*.test.ts'],
      setupFilesAfterEnv: patience,
    },
    {
      ...project,
      displayName: 'api-server',
      testMatch: ['<rootDir>/__tests__/api-server/*.test.ts'],
      globalSetup: '<rootDir>/__tests__/api-server/support/start.ts',
      globalTeardown: '<rootDir>/__tests__/api-server/support/stop.ts',
      setupFilesAfterEnv: patience,
    },
    {
      ...project,
      displayName: 'prometheus',
      testMatch: ['<rootDir>/__tests__/prometheus/*.test.ts'],
      setupFilesAfterEnv: patience,
    },
    {
      ...project,
      displayName: 'package',
      testMatch: ['<rootDir>/__tests__/package/*.test.ts'],
      globalSetup: '<rootDir>/__tests__/package/support/pack.ts',
    },
    {
      ...project,
      displayName: 'e2e',
      testMatch: ['<rootDir>/__tests__/e2e/**/*.test.ts'],
      setupFilesAfterEnv: patience,
    },
    {
      ...project,
      displayName: 'faults',
      testMatch: ['<rootDir>/__tests__/faults/*.test.ts'],
      globalSetup: '<rootDir>/__tests__/faults/support/deploy.ts',
      globalTeardown: '<rootDir>/__tests__/faults/support/remove.ts',
      setupFilesAfterEnv: patience,
    },
  ],
};
