import type { FoundEntry } from '../../../../cli/engine/access/entry';
import { accessClusters, undeclaredAt, type Undeclared } from '../../../../cli/engine/access/undeclared';
import type { Plan } from '../../../../cli/engine/plan';
import { CommandError } from '../../../../cli/program';
import { askDrift, whatDrifted, type FoundDrift } from '../../../../cli/status/drift';
import { change, plan } from '../../../support/plans';
import { synthesized } from '../../../support/synthesized';

jest.mock<object>('../../../../cli/engine/access/undeclared', () => ({
  ...jest.requireActual<object>('../../../../cli/engine/access/undeclared'),
  accessClusters: jest.fn(),
  undeclaredAt: jest.fn(),
}));

let planned: Plan | CommandError;

jest.mock('../../../../cli/engine/terraform', () => ({
  init: () => Promise.resolve(),
  plan: () => (planned instanceof CommandError ? Promise.reject(planned) : Promise.resolve(planned)),
}));

const found = (of: string): FoundEntry => ({
  kind: 'acl',
  of,
  fields: [],
  what: `Allow All to ${of}`,
  remove: () => Promise.reject(new Error('nothing is changed')),
});

const ask = (): Promise<readonly FoundDrift[]> =>
  askDrift([synthesized('users', {}), synthesized('more', {})], {
    conditions: () => Promise.resolve(new Map()),
    drifted: () => Promise.resolve([]),
    execute: () => Promise.resolve(''),
    settle: () => Promise.resolve([]),
    differences: () => Promise.resolve(new Map()),
  });

function brokersHave(beside: Partial<Undeclared>): void {
  jest.mocked(undeclaredAt).mockResolvedValue({ going: [], staying: [], unknown: [], ...beside });
}

beforeEach(() => {
  planned = plan();
  jest.mocked(accessClusters).mockResolvedValue([{ servers: ['a:1'], stack: 'more', declared: [] }]);
  jest.mocked(undeclaredAt).mockReset();
});

test('what users have beside what the program says is drift where a deploy takes it away, else noted', async () => {
  brokersHave({ going: [found('User:billing')], staying: [found('User:bob')], unknown: ['quotas: no'] });
  const [users, more] = await ask();
  expect(users).toEqual({ status: { stack: 'users', changes: [] }, unknown: [], notes: [] });
  expect(more).toEqual({
    status: {
      stack: 'more',
      changes: [],
      undeclared: [
        { kind: 'acl', of: 'User:billing', what: 'Allow All to User:billing', goes: true },
        { kind: 'acl', of: 'User:bob', what: 'Allow All to User:bob', goes: false },
      ],
    },
    unknown: ['quotas: no'],
    notes: [
      'The program does not say, and leaves: Allow All to User:bob. `npx cdktf-streaming up --allow acl:User:bob` takes it away.',
    ],
  });
  expect(whatDrifted(more!.status)).toBe(
    'The stack more is not as declared. A deploy would\n  take away Allow All to User:billing',
  );
});

test('what Terraform is about to take away is said by its plan alone', async () => {
  const gone = { entity_type: 'user', entity_name: 'billing' };
  planned = plan(change('kafka_quota', gone, null), change('kafka_quota', null, gone));
  brokersHave({});
  await ask();
  const [, known = []] = jest.mocked(undeclaredAt).mock.calls[0]!;
  expect(known.map(({ of }) => of)).toEqual(['user=billing', 'user=billing']);
});

test('of many entries of one user the first are shown', async () => {
  brokersHave({ staying: Array.from({ length: 7 }, () => found('User:bob')) });
  const [, more] = await ask();
  expect(more!.notes).toEqual([expect.stringContaining('Allow All to User:bob and 2 more. `')]);
});

test('where brokers do not answer that is said once, and where nobody could plan not again', async () => {
  jest
    .mocked(accessClusters)
    .mockRejectedValue(new CommandError('The brokers at a:1 refused the request: no'));
  const unknown = (all: readonly FoundDrift[]) => all.flatMap((each) => each.unknown);
  expect(unknown(await ask())).toEqual(['The brokers at a:1 refused the request: no.']);
  planned = new CommandError('terraform plan failed');
  expect(unknown(await ask())).toEqual(['terraform plan failed.', 'terraform plan failed.']);
});
