const project = {
  testEnvironment: 'node',
  // Of the bindings under providers/, which npm links into node_modules, only the compiled .js is loaded.
  transform: {
    '\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } },
    ],
  },
  modulePathIgnorePatterns: ['<rootDir>/cdktf.out', '<rootDir>/.cache'],
};

const patience = ['<rootDir>/__tests__/support/patience.ts'];

/** @type {import('jest').Config} */
export default {
  projects: [
    {
      ...project,
      displayName: 'unit',
      testMatch: ['<rootDir>/__tests__/**/*.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', '<rootDir>/__tests__/(e2e|validate)/'],
    },
    {
      ...project,
      displayName: 'validate',
      testMatch: ['<rootDir>/__tests__/validate/**/*.test.ts'],
      setupFilesAfterEnv: patience,
    },
    {
      ...project,
      displayName: 'e2e',
      testMatch: ['<rootDir>/__tests__/e2e/**/*.test.ts'],
      setupFilesAfterEnv: patience,
    },
  ],
};
