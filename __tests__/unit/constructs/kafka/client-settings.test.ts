import { TerraformVariable } from 'cdktf';
import { SecretFile } from '../../../../constructs/core/secret-file';
import {
  clientFiles,
  clientProperties,
  clientSettings,
  springEnvironment,
} from '../../../../constructs/kafka/client-settings';
import { ClusterSecurity } from '../../../../constructs/kafka/cluster-security';
import { scram, SCRAM_LOGIN, SCRAM_SETTINGS } from '../../../support/secured';
import { newStack } from '../../../support/synth';

const file = (name: string): SecretFile => SecretFile.fromHost(`/etc/streaming/${name}`);
const login = { username: 'me', password: file('login.properties') };
const FROM_FILE = '${file:/run/secrets/kafka/login.properties:password}';
const PROVIDER = {
  'config.providers': 'file',
  'config.providers.file.class': 'org.apache.kafka.common.config.provider.FileConfigProvider',
  'config.providers.file.param.allowed.paths': '/run/secrets/kafka/login.properties',
};

test.each<[string, ClusterSecurity, object]>([
  ['TLS by an authority that all trust', ClusterSecurity.tls(), { 'security.protocol': 'SSL' }],
  [
    'TLS',
    ClusterSecurity.tls({ caCertificate: file('ca.crt') }),
    {
      'security.protocol': 'SSL',
      'ssl.truststore.type': 'PEM',
      'ssl.truststore.location': '/run/secrets/kafka/ca.crt',
    },
  ],
  [
    'mutual TLS',
    ClusterSecurity.mutualTls({ keyStore: file('client.pem') }),
    {
      'security.protocol': 'SSL',
      'ssl.keystore.type': 'PEM',
      'ssl.keystore.location': '/run/secrets/kafka/client.pem',
    },
  ],
  [
    'PLAIN',
    ClusterSecurity.saslPlain(login),
    {
      'security.protocol': 'SASL_SSL',
      'sasl.mechanism': 'PLAIN',
      'sasl.jaas.config': `org.apache.kafka.common.security.plain.PlainLoginModule required username="me" password="${FROM_FILE}";`,
      ...PROVIDER,
    },
  ],
  [
    'SCRAM-SHA-256',
    ClusterSecurity.saslScramSha256(login),
    {
      'security.protocol': 'SASL_SSL',
      'sasl.mechanism': 'SCRAM-SHA-256',
      'sasl.jaas.config': SCRAM_LOGIN(FROM_FILE),
      ...PROVIDER,
    },
  ],
  ['SCRAM-SHA-512', scram(), { ...SCRAM_SETTINGS, 'sasl.jaas.config': SCRAM_LOGIN(FROM_FILE), ...PROVIDER }],
  [
    'OAUTHBEARER',
    ClusterSecurity.saslOAuthBearer({
      tokenEndpoint: 'https://id.example.com/token',
      clientId: 'me',
      clientSecret: file('login.properties'),
      issuerCaCertificate: file('issuer.crt'),
      scopes: ['kafka', 'read'],
    }),
    {
      'security.protocol': 'SASL_SSL',
      'sasl.mechanism': 'OAUTHBEARER',
      'sasl.login.callback.handler.class':
        'org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandler',
      'sasl.oauthbearer.token.endpoint.url': 'https://id.example.com/token',
      'sasl.jaas.config':
        'org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required clientId="me" scope="kafka read" clientSecret="${file:/run/secrets/kafka/login.properties:clientSecret}" ssl.truststore.type="PEM" ssl.truststore.location="/run/secrets/kafka/issuer.crt";',
      ...PROVIDER,
    },
  ],
])('a client speaks %s by these settings, which hold no secret', (_, security, settings) => {
  expect(clientSettings(security)).toEqual(settings);
  expect(security.unfitForServices).toBeUndefined();
});

test('nothing is set, mounted or said for brokers that ask for nothing', () => {
  expect([clientSettings(undefined), clientFiles(undefined), springEnvironment('S', undefined)]).toEqual([
    {},
    {},
    {},
  ]);
});

test('the files are where the settings look for them, in another folder, too', () => {
  expect(Object.keys(clientFiles(scram(), '/run/secrets/other'))).toEqual([
    '/run/secrets/other/ca.crt',
    '/run/secrets/other/login.properties',
  ]);
  expect(clientProperties(scram(), { folder: '/run/secrets/other' })).toContain(
    'ssl.truststore.location=/run/secrets/other/ca.crt\n',
  );
});

test('a program on Spring Boot, which would resolve references of Kafka as its own, imports the file', () => {
  expect(springEnvironment('SPRING_KAFKA_PROPERTIES', scram())).toEqual({
    SPRING_KAFKA_PROPERTIES_SECURITY_PROTOCOL: 'SASL_SSL',
    SPRING_KAFKA_PROPERTIES_SSL_TRUSTSTORE_TYPE: 'PEM',
    SPRING_KAFKA_PROPERTIES_SSL_TRUSTSTORE_LOCATION: '/run/secrets/kafka/ca.crt',
    SPRING_KAFKA_PROPERTIES_SASL_MECHANISM: 'SCRAM-SHA-512',
    SPRING_KAFKA_PROPERTIES_SASL_JAAS_CONFIG: SCRAM_LOGIN('${password}'),
    SPRING_CONFIG_IMPORT: 'file:/run/secrets/kafka/login.properties',
  });
});

const secret = new TerraformVariable(newStack(), 'secret', { type: 'string', sensitive: true });

test.each<[string, ClusterSecurity, RegExp]>([
  [
    'a password that is a variable',
    ClusterSecurity.saslPlain({ username: 'me', password: secret }),
    /of files, because a container's environment is in plain sight; got password without a file, give ClusterSecurity password: SecretFile.fromHost\('\/folder\/login.properties'\), with the line password=…$/,
  ],
  [
    'a key that is a variable, and a certificate in the program',
    ClusterSecurity.mutualTls({ certificate: 'PEM', key: secret, caCertificate: 'PEM' }),
    /got caCertificate, key without a file, give .*ca.crt.*keyStore: SecretFile.fromHost\('\/folder\/client.pem'\) instead of certificate and key$/,
  ],
  ['AWS IAM', ClusterSecurity.awsIam({ region: 'eu-central-1' }), /without AWS IAM, for which/],
])('no service is configured for %s', (_, security, says) => {
  expect(security.problem).toBeUndefined();
  expect(security.unfitForServices).toMatch(says);
});
