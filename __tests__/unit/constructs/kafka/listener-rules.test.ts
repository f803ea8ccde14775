import {
  Authorization,
  Certificates,
  ControllerQuorum,
  ListenerAuthentication,
  ListenerReach,
  Metadata,
  Plaintext,
  SecretFile,
  type KafkaClusterProps,
  type KafkaListenerSpec,
} from '../../../../constructs';
import { newCluster } from '../../../support/cluster';
import { accepted, newPlatform, newStack, warnings } from '../../../support/synth';

const INTERNAL: KafkaListenerSpec = { name: 'INTERNAL', reach: ListenerReach.inside() };
const EXTERNAL: KafkaListenerSpec = { name: 'EXTERNAL', reach: ListenerReach.host() };
const LAN: KafkaListenerSpec = { name: 'LAN', reach: ListenerReach.at('10.0.0.1'), port: 9192 };
const INSIDE: KafkaListenerSpec = { name: 'INSIDE', reach: ListenerReach.inside(), port: 19_192 };
const [authentication, scram] = [ListenerAuthentication.mutualTls(), ListenerAuthentication.scramSha512()];
const certificates = Certificates.folder('/nowhere');
const plain = ListenerAuthentication.plain({ users: ['bob'], passwords: '/run/secrets/users.properties' });
const tokens = ListenerAuthentication.oauthBearer({
  jwksEndpoint: 'https://id.example.com/jwks',
  issuer: 'https://id.example.com',
  caCertificate: '/run/secrets/issuer.crt',
});
const secretFiles = {
  '/run/secrets/users.properties': SecretFile.fromHost('/nowhere/users.properties'),
  '/run/secrets/issuer.crt': SecretFile.fromHost('/nowhere/issuer.crt'),
};
const ALL_MUTUAL = [INTERNAL, EXTERNAL].map((each) => ({ ...each, authentication }));

const moving = Certificates.folder('/nowhere', { plaintext: Plaintext.USED });
const PLAIN = [INTERNAL, EXTERNAL].map((each) => ({ ...each, tls: false }));
const BOTH = [...PLAIN, { ...INSIDE, authentication }];

type Props = Partial<KafkaClusterProps>;
const cluster = (props: Props): ReturnType<typeof newCluster> =>
  accepted(newCluster(newPlatform(newStack()), { metadata: Metadata.kraft(), ...props }));

test.each<[string, Props]>([
  ['the usual two', { listeners: [INTERNAL, EXTERNAL] }],
  ['TLS without more', { certificates, listeners: [INTERNAL, EXTERNAL] }],
  ['certificates and the usual two', { certificates }],
  [
    'mutual TLS everywhere, with authorization',
    { certificates, listeners: ALL_MUTUAL, authorization: Authorization.acls() },
  ],
  [
    'passwords with TLS beside it',
    { certificates, listeners: [...ALL_MUTUAL, { ...LAN, authentication: scram }] },
  ],
  [
    'plaintext inside, TLS outside',
    {
      certificates,
      listeners: [
        { ...INTERNAL, tls: false },
        { ...EXTERNAL, authentication },
      ],
    },
  ],
  [
    'a file of passwords',
    { certificates, secretFiles, listeners: [...ALL_MUTUAL, { ...LAN, authentication: plain }] },
  ],
  [
    'an issuer of tokens with an authority of its own',
    {
      certificates,
      secretFiles,
      listeners: [...ALL_MUTUAL, { ...LAN, authentication: tokens }],
    },
  ],
  ['the last port of all', { listeners: [INTERNAL, { ...EXTERNAL, port: 65_533 }] }],
  [
    'ports next to those of the controllers',
    {
      listeners: [
        { ...INTERNAL, port: 29_095 },
        { ...EXTERNAL, port: 29_090 },
      ],
    },
  ],
])('takes %s', (_, props) => {
  expect(warnings(cluster(props))).toEqual([]);
});

test.each<[string, Props, RegExp]>([
  ['nothing for brokers', { listeners: [EXTERNAL] }, /must have one with .*inside.*got EXTERNAL, add it/],
  [
    'an INTERNAL that is on the machine',
    { listeners: [{ ...INTERNAL, reach: ListenerReach.host() }] },
    /must have one with ListenerReach.inside/,
  ],
  [
    'nothing for Terraform',
    { listeners: [INTERNAL] },
    /by which Terraform makes topics; got INTERNAL, add it/,
  ],
  [
    'a password for Terraform',
    { certificates, listeners: [INTERNAL, { ...EXTERNAL, authentication: scram }] },
    /EXTERNAL, the first .*got SCRAM-SHA-512/,
  ],
  [
    'passwords among brokers',
    { certificates, listeners: [{ ...INTERNAL, authentication: scram }, EXTERNAL] },
    /INTERNAL, the first that is reached inside, must have .*got SCRAM-SHA-512/,
  ],
  [
    'one name twice',
    { listeners: [INTERNAL, EXTERNAL, { ...LAN, name: 'EXTERNAL', dangerouslyOpen: true }] },
    /more than one EXTERNAL/,
  ],
  ['one port twice', { listeners: [INTERNAL, EXTERNAL, { ...INSIDE, port: 9092 }] }, /more than one at 9092/],
  [
    'the port of the controllers',
    { listeners: [{ ...INTERNAL, port: 29_093 }, EXTERNAL] },
    /INTERNAL must not come to the ports 29093 and 29094/,
  ],
  [
    'a broker that comes to that port',
    { listeners: [{ ...INTERNAL, port: 29_091 }, EXTERNAL] },
    /INTERNAL must not come to the ports 29093 and 29094/,
  ],
  [
    'plaintext that is used and no listener for TLS',
    { certificates: moving, listeners: PLAIN },
    /listeners must have one with ListenerReach.inside\(\) with TLS, too, while plaintext is used/,
  ],
  [
    'plaintext that is accepted and no listener without TLS',
    {
      certificates: Certificates.folder('/nowhere', { plaintext: Plaintext.ACCEPTED }),
      listeners: ALL_MUTUAL,
    },
    /inside\(\) with tls: false, too, while plaintext is accepted/,
  ],
  [
    'a port too high for the last broker',
    { listeners: [INTERNAL, { ...EXTERNAL, port: 65_534 }] },
    /at most 65533, .*got 65534 of EXTERNAL/,
  ],
  [
    'hostPort beside listeners',
    { hostPort: 9192, listeners: [INTERNAL, EXTERNAL] },
    /hostPort must not be given beside listeners/,
  ],
  [
    'TLS without certificates',
    { listeners: [INTERNAL, { ...EXTERNAL, tls: true }] },
    /EXTERNAL must not have tls without certificates/,
  ],
  [
    'mutual TLS without TLS',
    { certificates, listeners: [INTERNAL, { ...EXTERNAL, tls: false, authentication }] },
    /EXTERNAL must have tls, without which/,
  ],
  [
    'SCRAM without TLS',
    { listeners: [INTERNAL, EXTERNAL, { ...INSIDE, authentication: scram }] },
    /INSIDE must have tls, because everybody/,
  ],
  [
    'PLAIN without TLS',
    { secretFiles, listeners: [INTERNAL, EXTERNAL, { ...INSIDE, authentication: plain }] },
    /INSIDE must have tls, because everybody/,
  ],
  [
    'OAUTHBEARER without TLS',
    {
      secretFiles,
      listeners: [INTERNAL, EXTERNAL, { ...INSIDE, authentication: tokens }],
    },
    /INSIDE must have tls, because everybody on the way reads the password or token/,
  ],
  [
    'tokens among brokers',
    { certificates, secretFiles, listeners: [{ ...INTERNAL, authentication: tokens }, EXTERNAL] },
    /INTERNAL, the first that is reached inside, must have .*got OAUTHBEARER/,
  ],
  [
    'a token for Terraform',
    { certificates, secretFiles, listeners: [INTERNAL, { ...EXTERNAL, authentication: tokens }] },
    /EXTERNAL, the first .*got OAUTHBEARER/,
  ],
  [
    'an authority of the issuer that is nowhere',
    { certificates, listeners: [...ALL_MUTUAL, { ...LAN, authentication: tokens }] },
    /'\/run\/secrets\/issuer.crt' must be one of secretFiles.*fromHost\('\/folder\/issuer.crt'\)/,
  ],
  [
    'a LAN that is asked nothing',
    { certificates, listeners: [INTERNAL, EXTERNAL, LAN] },
    /LAN must have an authentication/,
  ],
  [
    'authorization of nobody',
    {
      certificates,
      listeners: [INTERNAL, { ...EXTERNAL, authentication }],
      authorization: Authorization.acls(),
    },
    /User:ANONYMOUS at INTERNAL/,
  ],
  [
    'authorization of the usual two',
    { authorization: Authorization.acls() },
    /User:ANONYMOUS at INTERNAL, EXTERNAL/,
  ],
  [
    'passwords that are nowhere',
    { certificates, listeners: [...ALL_MUTUAL, { ...LAN, authentication: plain }] },
    /'\/run\/secrets\/users.properties' must be one of secretFiles/,
  ],
  [
    'a setting that certificates say',
    { certificates, settings: { 'ssl.keystore.type': 'JKS' } },
    /settings must not have ssl.keystore.type/,
  ],
  [
    'a setting that a listener says',
    { certificates, listeners: ALL_MUTUAL, settings: { 'listener.name.internal.ssl.client.auth': 'none' } },
    /settings must not have listener.name.internal.ssl.client.auth/,
  ],
  [
    'super users beside authorization',
    {
      certificates,
      listeners: ALL_MUTUAL,
      authorization: Authorization.acls(),
      settings: { 'super.users': 'User:a' },
    },
    /settings must not have super.users/,
  ],
])('refuses %s', (_, props, message) => {
  const refusal = (): unknown => cluster(props);
  expect(refusal).toThrow(message);
  expect(refusal).toThrow(/^[^\n]*\n {2}- [^\n]*$/);
});

test.each(['Internal', 'A_B', '9LAN', 'A'.repeat(21), 'CONTROLLER', 'CONTROLLERTLS', 'SASLSSL'])(
  'refuses the name %p',
  (name) => {
    expect(() => cluster({ listeners: [INTERNAL, EXTERNAL, { ...INSIDE, name }] })).toThrow(
      /listeners is a list in which \[2\].* name must be/,
    );
  },
);

test.each<[string, KafkaListenerSpec]>([
  ['passwords without TLS', { ...INSIDE, authentication: scram }],
  ['a LAN that is asked nothing', LAN],
])('takes %s where somebody says that it is meant, and warns', (_, listener) => {
  const listeners = [INTERNAL, EXTERNAL, { ...listener, dangerouslyOpen: true }];
  expect(warnings(cluster({ listeners }))).toEqual([
    expect.stringContaining(`listeners: ${listener.name} is dangerouslyOpen`),
  ]);
});

test.each<[string, Props, string]>([
  ['TLS', { certificates, listeners: [INTERNAL, EXTERNAL] }, 'listeners, certificates'],
  [
    'passwords',
    { listeners: [INTERNAL, EXTERNAL, { ...INSIDE, authentication: scram, dangerouslyOpen: true }] },
    'listeners',
  ],
])('refuses %s with metadata in ZooKeeper', (_, props, what) => {
  const withZooKeeper = (): unknown => accepted(newCluster(newPlatform(newStack()), props));
  expect(withZooKeeper).toThrow(`${what} must not be given with metadata in ZooKeeper`);
});

test.each<[string, Partial<KafkaClusterProps>, object, RegExp]>([
  ['only brokers have them', { certificates }, {}, /certificates must be given to the ControllerQuorum, too/],
  [
    'only controllers have them',
    {},
    { certificates },
    /certificates must be given, because the ControllerQuorum/,
  ],
  [
    'they are not as far from plaintext',
    { certificates: moving, listeners: BOTH },
    { certificates },
    /must say the same of plaintext as those of the ControllerQuorum/,
  ],
])('refuses certificates where %s', (_, props, ofQuorum, message) => {
  const stack = newStack();
  const platform = newPlatform(stack);
  const metadata = Metadata.kraft(new ControllerQuorum(stack, 'controllers', { platform, ...ofQuorum }));
  expect(() => accepted(newCluster(platform, { metadata, ...props }, stack))).toThrow(message);
});

test.each<[Plaintext, string]>([
  [Plaintext.USED, 'plaintext is still used between brokers'],
  [Plaintext.ACCEPTED, 'plaintext is still accepted'],
])('warns on the way from plaintext, while it is %s', (plaintext, message) => {
  const certificates = Certificates.folder('/nowhere', { plaintext });
  expect(warnings(cluster({ certificates, listeners: BOTH }))).toEqual([expect.stringContaining(message)]);
});

test('refuses certificates that are at none of the steps from plaintext', () => {
  const { problem } = Certificates.folder('/nowhere', { plaintext: 'gone' as never });
  expect(problem).toMatch(/plaintext must be one of 'used', 'accepted'/);
});

test.each(['User:alice', 'a;b', ' alice', '', 'ANONYMOUS'])('refuses the super user %p', (user) => {
  expect(Authorization.acls({ superUsers: [user] }).problem).toContain('superUsers');
});

test.each<[string, readonly string[]]>([
  ['nobody', []],
  ['somebody twice', ['bob', 'bob']],
  ['a name with quotes', ['b"ob']],
])('refuses PLAIN of %s', (_, users) => {
  expect(ListenerAuthentication.plain({ users, passwords: '/run/secrets/a' }).problem).toContain('users');
});

const JWKS = 'https://id.example.com/jwks';

test.each([
  ['jwksEndpoint', 'http://id.example.com/jwks'],
  ['jwksEndpoint', 'https://'],
  ['jwksEndpoint', 'https://a/jwks,https://b/jwks'],
  ['issuer', ''],
  ['issuer', 'https://id.example.com '],
  ['audience', 'kafka,other'],
  ['principalClaim', ''],
  ['caCertificate', 'issuer.crt'],
  ['caCertificate', '/run/secrets/a "b'],
])('refuses tokens whose %s is %p', (option, value) => {
  const authenticate = { jwksEndpoint: JWKS, issuer: 'https://id.example.com', [option]: value };
  expect(ListenerAuthentication.oauthBearer(authenticate).problem).toContain(option);
});

test.each(['https://a', 'https://10.0.0.1:8443/realms/a/certs?b=c'])('takes keys of tokens from %p', (at) => {
  expect(ListenerAuthentication.oauthBearer({ jwksEndpoint: at, issuer: 'a' }).problem).toBeUndefined();
});
