// Where a token is made goes into cdktf's own error messages only; finding it out through source maps took half of
// the suite's time.
jest.mock('cdktf/lib/tokens/private/stack-trace', () => ({
  captureStackTrace: () => ['somewhere'],
  // Its name in cdktn.
  captureCreationStack: () => ['somewhere'],
}));

// cdktf zips in a process of its own, and loads what zips in every process.
jest.mock('cdktf/node_modules/archiver', () => ({}), { virtual: true });

// Nor is the line of a refusal looked up, but where that is what is tested.
jest.mock('../../constructs/core/caller', () => ({
  callerLine: () => '__tests__/main.ts:1',
  making: () => undefined,
  madeAt: () => undefined,
}));
