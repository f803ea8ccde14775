import { readFileSync } from 'node:fs';
import jestConfig from './jest.config.mjs';

const unit = jestConfig.projects.find(({ displayName }) => displayName === 'unit');

// Each area is changed under its own tests: all tests for each of some thousand changes would take a day.
export const AREAS = JSON.parse(readFileSync(new URL('tools/mutation-areas.json', import.meta.url), 'utf8'));
export const AREA = process.env.MUTATION_AREA ?? 'validation';

/** @type {import('jest').Config} */
export default {
  ...unit,
  testMatch: AREAS[AREA].tests.map((test) => `<rootDir>/__tests__/unit/${test}.test.ts`),
};
