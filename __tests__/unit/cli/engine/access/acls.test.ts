import type { AclFilter } from 'kafkajs';
import { aclsAt } from '../../../../../cli/engine/access/acls';
import { withAdmin } from '../../../../../cli/engine/partitions';

jest.mock<object>('../../../../../cli/engine/partitions', () => ({ withAdmin: jest.fn() }));

const given = (admin: object): void =>
  void jest.mocked(withAdmin).mockImplementation((_, work) => work(admin as never));

/** One that denies, in Kafka's numbers. */
const RESOURCE = { resourceType: 5, resourceName: 't', resourcePatternType: 4 };
const ACL = { principal: 'User:billing', host: '10.0.0.7', operation: 10, permissionType: 2 };

test('an ACL is told in Kafka’s words, and taken away as exactly that one', async () => {
  const deleted: AclFilter[] = [];
  given({
    describeAcls: () => Promise.resolve({ resources: [{ ...RESOURCE, acls: [ACL] }] }),
    deleteAcls: ({ filters }: { filters: AclFilter[] }) => {
      deleted.push(...filters);
      return Promise.resolve({ filterResponses: [{ errorCode: 0 }] });
    },
  });
  const [found] = await aclsAt(['kafka:9092']);
  expect(found).toMatchObject({
    kind: 'acl',
    of: 'User:billing',
    user: 'billing',
    fields: ['Deny', 'DescribeConfigs', 'TransactionalId', 'Prefixed', 't', '10.0.0.7'],
    what: 'Deny DescribeConfigs on the TransactionalId t… to User:billing from 10.0.0.7',
    denies: true,
  });
  await found!.remove();
  expect(deleted).toEqual([{ ...RESOURCE, ...ACL }]);
});

test.each([
  ['User:*', undefined],
  ['Group:devs', undefined],
  ['User:CN=a,O=b', 'CN=a,O=b'],
])('%s is the user %s', async (principal, user) => {
  const acls = [{ ...ACL, principal }];
  given({ describeAcls: () => Promise.resolve({ resources: [{ ...RESOURCE, acls }] }) });
  const [found] = await aclsAt(['kafka:9092']);
  expect(found!.user).toBe(user);
});

test('an ACL that the brokers keep is a failure, with what they say', async () => {
  given({
    describeAcls: () => Promise.resolve({ resources: [{ ...RESOURCE, acls: [ACL] }] }),
    deleteAcls: () => Promise.resolve({ filterResponses: [{ errorCode: 31, errorMessage: 'not you' }] }),
  });
  const [found] = await aclsAt(['kafka:9092']);
  await expect(found!.remove()).rejects.toThrow('The brokers at kafka:9092 keep an ACL: not you');
});

test('brokers without an authorizer have none, and another failure is one', async () => {
  const failure = Object.assign(new Error('Security features are disabled'), { type: 'SECURITY_DISABLED' });
  given({ describeAcls: () => Promise.reject(failure) });
  await expect(aclsAt(['kafka:9092'])).resolves.toEqual([]);
  failure.type = 'CLUSTER_AUTHORIZATION_FAILED';
  await expect(aclsAt(['kafka:9092'])).rejects.toBe(failure);
});
