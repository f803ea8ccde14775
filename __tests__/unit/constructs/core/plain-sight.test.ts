import { Fn, TerraformVariable, Testing } from 'cdktf';
import { ContainerImage } from '../../../../constructs/core/container-image';
import { HealthCheck } from '../../../../constructs/core/health-check';
import { Service, type ServiceProps } from '../../../../constructs/core/service';
import { Size } from '../../../../constructs/core/size';
import { KafkaCluster } from '../../../../constructs/kafka/kafka-cluster';
import { Metadata } from '../../../../constructs/kafka/metadata';
import { ValidationError } from '../../../../constructs/core/validation-error';
import { accepted, newPlatform, newStack } from '../../../support/synth';

const HUNTER = 'hunter2';
const stack = newStack();
let ids = 0;

function service(props: Partial<ServiceProps>): Service {
  const own = newStack('own', Testing.app());
  return accepted(
    new Service(own, `s${++ids}`, {
      platform: newPlatform(own),
      serviceName: 'web',
      image: ContainerImage.of('example/web:1.0'),
      user: 'web',
      memory: Size.mebibytes(64),
      healthCheck: HealthCheck.http(80, '/'),
      ...props,
    }),
  );
}

function refusal(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof ValidationError) return error.message;
    throw error;
  }
  throw new Error('it was accepted');
}

const sensitive = new TerraformVariable(stack, 'password', { type: 'string', sensitive: true });

test.each<[string, Partial<ServiceProps>]>([
  ['environment', { environment: { POSTGRES_PASSWORD: HUNTER } }],
  ['environment', { environment: { DATABASE_URL: `postgres://me:${HUNTER}@db/orders` } }],
  ['environment', { environment: { POSTGRES_PASSWORD: sensitive.stringValue } }],
  ['environment', { environment: { PLAIN: Fn.upper(sensitive.stringValue) } }],
  ['environment', { environment: { DATABASE_URL: `postgres://me:${sensitive.stringValue}@db/orders` } }],
  ['environment', { environment: { POSTGRES_PASSWORD: { hunter2: HUNTER } as never } }],
  ['command', { command: ['psql', '--password', HUNTER] }],
  ['command', { command: ['curl', '-u', `me:${HUNTER}`, 'http://db'] }],
  ['command', { command: [`--password=${HUNTER}`] }],
  ['command', { command: ['bash', '-c', `PGPASSWORD=${HUNTER} psql`] }],
  ['environment', { environment: ['POSTGRES_PASSWORD=hunter2'] as never }],
  ['healthCheck', { healthCheck: HealthCheck.bash(`psql postgres://me:${HUNTER}@db`) }],
  ['files', { files: { '/etc/web.properties': `user=me\npassword=${HUNTER}` } }],
  ['files', { files: { '/etc/key.pem': '-----BEGIN PRIVATE KEY-----\nhunter2' } }],
])('%s of a service shows no secret, and its refusal repeats none: %j', (property, props) => {
  const message = refusal(() => service(props));
  expect(message).toMatch(
    new RegExp(`${property} has a secret \\(.*secretFiles|${property} (is an object in|must be an object)`),
  );
  expect(message).not.toContain(HUNTER);
  expect(message.split('\n')).toHaveLength(2);
});

test.each<Partial<ServiceProps>>([
  { environment: { POSTGRES_PASSWORD_FILE: '/run/secrets/postgres', PORT: '80' } },
  { environment: { TOPIC: 'password-changed', URL: 'http://db:5432/orders' } },
  { command: ['postgres', '--password-file', '/run/secrets/postgres', '-c', 'ssl=on'] },
  { files: { '/app/main.py': 'password = open("/run/secrets/postgres").read()' } },
])('what only names a file is no secret: %j', (props) => {
  expect(() => service(props)).not.toThrow();
});

test('a variable that is added later is judged alike', () => {
  const web = service({});
  web.addEnvironment('API_TOKEN', HUNTER);
  const message = refusal(() => accepted(web));
  expect(message).toContain('environment has a secret (API_TOKEN)');
  expect(message).not.toContain(HUNTER);
});

test.each([
  [{ settings: { 'ssl.key.password': HUNTER } }, 'settings has a secret (ssl.key.password)'],
  [{ jvmOptions: `-Djavax.net.ssl.keyStorePassword=${HUNTER}` }, 'jvmOptions has a secret (it)'],
])('%j of brokers is refused once, however many there are', (props, says) => {
  const platform = newPlatform(newStack('brokers', Testing.app()));
  const message = refusal(() =>
    accepted(new KafkaCluster(platform, 'kafka', { platform, metadata: Metadata.kraft(), ...props })),
  );
  expect(message).toContain(says);
  expect(message).not.toContain(HUNTER);
  expect(message.split('\n').filter((line) => line.includes('- '))).toHaveLength(1);
});
