import * as estree from 'prettier/plugins/estree';
import * as typescript from 'prettier/plugins/typescript';
import { format } from 'prettier/standalone';
import type { ClientProperties } from '../../../../cli/engine/client-properties';
import { programOf } from '../../../../cli/from-cluster/program';
import { securityIn } from '../../../../cli/from-cluster/security';
import { FOUND } from '../../../support/found-cluster';

const STYLE = { parser: 'typescript', plugins: [typescript, estree], printWidth: 110, singleQuote: true };
const login = { mechanism: 'PLAIN', username: 'shop', password: 'hunter2' } as const;
const programWith = (properties: ClientProperties): ReturnType<typeof programOf> =>
  programOf({ ...FOUND, security: securityIn(properties) });

test.each<[string, ClientProperties, RegExp]>([
  ['TLS', { isEncrypted: true }, /security: ClusterSecurity\.tls\(\),/],
  [
    'TLS of an authority',
    { isEncrypted: true, caFile: '/pki/ca.crt' },
    /ClusterSecurity\.tls\(\{ caCertificate: SecretFile\.fromHost\('\/pki\/ca\.crt'\) \}\)/,
  ],
  [
    'a certificate',
    { isEncrypted: true, keyStoreFile: '/pki/shop.pem' },
    /ClusterSecurity\.mutualTls\(\{ keyStore: SecretFile\.fromHost\('\/pki\/shop\.pem'\) \}\)/,
  ],
  [
    'a password',
    { isEncrypted: true, login },
    /const password = new TerraformVariable\(stack, 'brokers_password', \{ type: 'string', sensitive: true \}\);\n.*ClusterSecurity\.saslPlain\(\{ username: 'shop', password \}\)/s,
  ],
])('the program says %s, as our examples are written', async (_, properties, said) => {
  const { files } = programWith(properties);
  const text = files['kafka.ts'] ?? '';
  expect(text).toMatch(said);
  expect(await format(text, STYLE)).toBe(text);
});

test('the password is in no file, but among what Terraform is to be given', () => {
  const { files, secrets } = programWith({ isEncrypted: true, login });
  expect(Object.values(files).join('')).not.toContain('hunter2');
  expect(secrets[0]).toBe('brokers_password');
  expect(programOf(FOUND).secrets).not.toContain('brokers_password');
});

test('plaintext needs no words', () => expect(securityIn({ isEncrypted: false })).toBeUndefined());

test.each<[string, ClientProperties, RegExp]>([
  ['a login in plaintext', { isEncrypted: false, login }, /logs in over TLS only/],
  ['both', { isEncrypted: true, login, keyStoreFile: '/pki/shop.pem' }, /not both/],
])('the library has no word for %s', (_, properties, message) => {
  expect(() => securityIn(properties)).toThrow(message);
});
