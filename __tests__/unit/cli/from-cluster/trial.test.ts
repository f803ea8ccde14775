import { refusalsIn } from '../../../../cli/from-cluster/trial';

test('what the library refuses is read by path, without where the rule comes from', () => {
  // As Node prints an error that nobody caught.
  const said = `node:internal/process/promises:394
    triggerUncaughtException(err, true /* fromPromise */);
    ^

[ValidationError: topics/brokers/audit cannot be made:
  - minInsyncReplicas must be at most 1; got 2. [policy] (at topics.ts:7)
users/odd/Read Topic a-* cannot be made:
  - name must have no '*', got 'a-*'; [] is none. [org.apache.kafka.Resource#WILDCARD; policy]
  - and more. [policy] (at users.ts:33)]

Node.js v20.19.4`;
  expect([...refusalsIn(said)]).toEqual([
    ['topics/brokers/audit', 'minInsyncReplicas must be at most 1; got 2.'],
    ['users/odd/Read Topic a-*', "name must have no '*', got 'a-*'; [] is none."],
  ]);
});

test('what else a program says is no refusal', () => {
  expect(refusalsIn("Error: Cannot find module 'cdktf'\n  - nothing").size).toBe(0);
});
