import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Stack } from '../../../../cli/engine/synthesis';
import { certifiedUsers } from '../../../../cli/setup/user-certificates';

const acl = (principal: string, provider?: string): object => ({ acl_principal: principal, provider });

/** A stack of users. */
function users(
  folder: string,
  resources: Record<string, object[]>,
): Pick<Stack, 'resources' | 'kafkaProviders'> {
  const provider = { servers: ['localhost:9092'], isOpen: true };
  return {
    resources: (type) =>
      (resources[type] ?? []).map((attributes) => ({
        address: '',
        attributes: attributes as Record<string, unknown>,
      })),
    kafkaProviders: [
      { ...provider, name: 'kafka', certificate: join(folder, 'admin.pem') },
      { ...provider, name: 'kafka.other' },
    ],
  };
}

const found = (folder: string, resources: Record<string, object[]>, folders = [folder]): readonly object[] =>
  certifiedUsers([users(folder, resources)], new Set(folders));

test('finds users who may do something, beside the brokers whom they come to', () => {
  expect(found('/nowhere', { kafka_acl: [acl('User:demo'), acl('User:billing')] })).toEqual([
    { folder: '/nowhere', name: 'demo' },
    { folder: '/nowhere', name: 'billing' },
  ]);
});

test.each<[string, Record<string, object[]>]>([
  ['with a password', { kafka_acl: [acl('User:me')], kafka_user_scram_credential: [{ username: 'me' }] }],
  ['of brokers that are shown no certificate', { kafka_acl: [acl('User:me', 'kafka.other')] }],
  ['whose name is more than a common name', { kafka_acl: [acl('User:CN=me,O=example'), acl('User:../me')] }],
])('makes none for a user %s', (_, resources) => {
  expect(found('/nowhere', resources)).toEqual([]);
});

test('makes none for users of brokers that are not deployed here', () => {
  expect(found('/nowhere', { kafka_acl: [acl('User:me')] }, ['/elsewhere'])).toEqual([]);
});

test('makes none where the authority is of others, who hand them out', () => {
  const folder = mkdtempSync(join(tmpdir(), 'authority-'));
  writeFileSync(join(folder, 'ca.crt'), '');
  const resources = { kafka_acl: [acl('User:me')] };
  expect(found(folder, resources)).toEqual([]);
  writeFileSync(join(folder, 'ca.key'), '');
  expect(found(folder, resources)).toEqual([{ folder, name: 'me' }]);
});
