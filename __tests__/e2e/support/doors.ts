import { generateKeyPairSync } from 'node:crypto';
import { Kafka, logLevel, type KafkaConfig, type SASLOptions } from 'kafkajs';
import type { PemFiles } from '../../support/pem-files';
import type { TokenIssuer } from '../../support/token-issuer';

/** A broker, and what those who come to it have. */
export interface World {
  /** Where each of its doors is. */
  readonly doors: Readonly<Record<string, string>>;
  readonly files: PemFiles;
  readonly issuer: TokenIssuer;
  readonly passwords: Readonly<Record<string, string>>;
}

type Login = (world: World) => Pick<KafkaConfig, 'ssl' | 'sasl'>;
type Attempt = readonly [
  who: string,
  verb: 'writes' | 'reads',
  topic: string,
  door: string,
  may: boolean,
  login: Login,
];

const trusting = ({ files }: World, authority = 'ca.crt'): { readonly ca: string } => ({
  ca: files.read(authority),
});
const plaintext: Login = () => ({ ssl: false });
const nobody: Login = (world) => ({ ssl: trusting(world) });
const certificate =
  (name: string, authority?: string): Login =>
  (world) => ({
    ssl: {
      ...trusting(world, authority),
      cert: world.files.read(`${name}.pem`),
      key: world.files.read(`${name}.pem`),
    },
  });
const password =
  (mechanism: 'plain' | 'scram-sha-512', username: string, said?: string): Login =>
  (world) => ({
    ssl: trusting(world),
    sasl: { mechanism, username, password: said ?? world.passwords[username] ?? '' } as SASLOptions,
  });
const scram = password.bind(undefined, 'scram-sha-512');
const plain = password.bind(undefined, 'plain');
const thief = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
const token =
  (user: string, claims?: Readonly<Record<string, unknown>>, key?: typeof thief): Login =>
  (world) => ({
    ssl: trusting(world),
    sasl: {
      mechanism: 'oauthbearer',
      oauthBearerProvider: () => Promise.resolve({ value: world.issuer.token(user, claims, key) }),
    },
  });
const withoutTls =
  (login: Login): Login =>
  (world) => ({ ...login(world), ssl: false });

export const ATTEMPTS: readonly Attempt[] = [
  ['alice', 'writes', 'orders', 'EXTERNAL', true, certificate('alice')],
  ['alice', 'reads', 'orders', 'EXTERNAL', true, certificate('alice')],
  ['alice', 'writes', 'secrets', 'EXTERNAL', false, certificate('alice')],
  ['mallory, whom nobody knows', 'writes', 'orders', 'EXTERNAL', false, certificate('mallory')],
  ['somebody without a certificate', 'writes', 'orders', 'EXTERNAL', false, nobody],
  ['alice with a certificate that has ended', 'writes', 'orders', 'EXTERNAL', false, certificate('ended')],
  ['alice of another authority', 'writes', 'orders', 'EXTERNAL', false, certificate('stranger')],
  [
    'alice, who trusts another authority',
    'writes',
    'orders',
    'EXTERNAL',
    false,
    certificate('alice', 'other.crt'),
  ],
  ['somebody in plaintext', 'writes', 'orders', 'EXTERNAL', false, plaintext],
  ['carol', 'writes', 'orders', 'USERS', true, scram('carol')],
  ['carol', 'reads', 'orders', 'USERS', true, scram('carol')],
  ['carol', 'writes', 'secrets', 'USERS', false, scram('carol')],
  ['carol with a wrong password', 'writes', 'orders', 'USERS', false, scram('carol', 'wrong')],
  ['zoe, who is not there', 'writes', 'orders', 'USERS', false, scram('zoe', 'zoe')],
  ['carol by PLAIN', 'writes', 'orders', 'USERS', false, plain('carol')],
  ['carol without TLS', 'writes', 'orders', 'USERS', false, withoutTls(scram('carol'))],
  ['alice with her certificate alone', 'writes', 'orders', 'USERS', false, certificate('alice')],
  ['somebody with nothing', 'writes', 'orders', 'USERS', false, nobody],
  ['bob', 'writes', 'orders', 'PARTNERS', true, plain('bob')],
  ['bob', 'reads', 'orders', 'PARTNERS', true, plain('bob')],
  ['bob', 'writes', 'secrets', 'PARTNERS', false, plain('bob')],
  ['eve, who may nothing', 'writes', 'orders', 'PARTNERS', false, plain('eve')],
  ["bob with eve's password", 'writes', 'orders', 'PARTNERS', false, plain('bob', 'of eve')],
  ['bob by SCRAM', 'writes', 'orders', 'PARTNERS', false, scram('bob')],
  ['bob without TLS', 'writes', 'orders', 'PARTNERS', false, withoutTls(plain('bob'))],
  ['somebody in plaintext', 'writes', 'orders', 'PARTNERS', false, plaintext],
  ['dora', 'writes', 'orders', 'TOKENS', true, token('dora')],
  ['dora', 'reads', 'orders', 'TOKENS', true, token('dora')],
  ['dora', 'writes', 'secrets', 'TOKENS', false, token('dora')],
  ['emil, who may nothing', 'writes', 'orders', 'TOKENS', false, token('emil')],
  [
    'dora with a token that has ended',
    'writes',
    'orders',
    'TOKENS',
    false,
    token('dora', { iat: 0, exp: 1 }),
  ],
  ['dora with a token for others', 'writes', 'orders', 'TOKENS', false, token('dora', { aud: 'mail' })],
  ['dora with a token for nobody', 'writes', 'orders', 'TOKENS', false, token('dora', { aud: undefined })],
  ['dora of another issuer', 'writes', 'orders', 'TOKENS', false, token('dora', { iss: 'https://a' })],
  ['a thief who signs for dora', 'writes', 'orders', 'TOKENS', false, token('dora', {}, thief)],
  ['dora without TLS', 'writes', 'orders', 'TOKENS', false, withoutTls(token('dora'))],
  ['bob with his password', 'writes', 'orders', 'TOKENS', false, plain('bob')],
  ['somebody with nothing', 'writes', 'orders', 'TOKENS', false, nobody],
];

/** @throws what the broker said, where it refuses */
export async function attempt([who, verb, topic, door, , login]: Attempt, world: World): Promise<void> {
  const kafka = new Kafka({
    brokers: [world.doors[door] ?? ''],
    ...login(world),
    logLevel: logLevel.NOTHING,
    connectionTimeout: 10_000,
    retry: { retries: 1 },
  });
  if (verb === 'writes') {
    const producer = kafka.producer({ allowAutoTopicCreation: false });
    await producer
      .connect()
      .then(() => producer.send({ topic, messages: [{ value: who }] }))
      .finally(() => producer.disconnect());
    return;
  }
  const consumer = kafka.consumer({ groupId: who });
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  await new Promise<void>((resolve, reject) => {
    consumer.on('consumer.crash', ({ payload }) => reject(payload.error));
    const eachMessage = (): Promise<void> => {
      resolve();
      return Promise.resolve();
    };
    consumer.run({ eachMessage }).catch(reject);
  }).finally(() => consumer.disconnect());
}
