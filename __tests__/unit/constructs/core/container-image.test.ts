import { TerraformVariable } from 'cdktf';
import { ContainerImage } from '../../../../constructs/core/container-image';
import { newStack } from '../../../support/synth';

test.each([
  'kafka:3.9.1',
  'confluentinc/cp-kafka:7.9.6',
  'mirror.example.com:5000/hub/cp-kafka:7.9.6',
  `kafka@sha256:${'0'.repeat(64)}`,
  'kafka:latest-7.9',
  'localhost:5000/x:1',
  'localhost/x:1',
  `confluentinc/cp-kafka:7.9.6@sha256:${'a'.repeat(64)}`,
  `kafka:${'t'.repeat(128)}`,
  'Mirror.example.com/kafka:1',
  '[::1]:5000/kafka:1',
  `${'k'.repeat(255)}:1`,
])('takes the pinned reference %s', (reference) => {
  expect(ContainerImage.of(reference).reference).toBe(reference);
});

const PINNED = "must have a tag other than 'latest', or a digest";

test.each([
  ['kafka', PINNED],
  ['kafka:latest', PINNED],
  ['mirror.example.com:5000/kafka', PINNED],
  ['localhost:5000/x', PINNED],
  ['kafka:', PINNED],
  ['ka fka:1', 'must have no white space'],
  ['kafka:1\n', 'must have no white space'],
  ['My/kafka:1', 'must have its name in lower case'],
  ['confluentinc/cp_:1', "must have a name of a-z, 0-9, '.', '_', '-' and '/'"],
  ['/kafka:1', 'must have a name of'],
  [':1', 'must have a name of'],
  [`kafka:${'t'.repeat(129)}`, 'must have a tag of 1 to 128'],
  ['kafka:-1', 'must have a tag of 1 to 128'],
  [`kafka@sha256:${'0'.repeat(63)}`, 'must have a digest of 64 hexadecimal digits'],
  [`kafka:1@sha256:${'0'.repeat(65)}`, 'must have a digest of 64 hexadecimal digits'],
  [`kafka@sha512:${'0'.repeat(64)}`, 'must have a digest of 64 hexadecimal digits'],
  ['https://mirror.example.com/kafka:1', 'must name its registry without a protocol'],
  ['', 'must have a name of'],
  [`${'k'.repeat(256)}:1`, 'must have a name of at most 255 characters'],
  ['mirror.example.com:5000x/kafka:1', 'must have a registry of a host and a port'],
  ['-mirror.example.com/kafka:1', 'must have a registry of a host and a port'],
])('refuses %p: it %s', (reference, reason) => {
  const { problem } = ContainerImage.of(reference);
  expect(problem?.startsWith(reason)).toBe(true);
  expect(problem).toContain(`got '${reference.slice(0, 90)}`);
  expect(() => ContainerImage.of(reference).reference).toThrow(reason);
});

test('a part that Terraform alone knows is only rendered', () => {
  const tag = new TerraformVariable(newStack(), 'tag', { type: 'string' }).stringValue;
  expect(ContainerImage.of(`confluentinc/cp-kafka:${tag}`)).toMatchObject({ version: undefined });
  const major = new TerraformVariable(newStack(), 'major', { type: 'number' }).numberValue;
  expect(ContainerImage.of(`confluentinc/cp-kafka:${major}`).problem).toBeUndefined();
});

const DIGEST = `@sha256:8${'0'.repeat(63)}`;
test.each([
  ['confluentinc/cp-kafka:7.9.6', '7.9.6', undefined],
  ['confluentinc/cp-kafka:7.9.6-1-ubi8.arm64', '7.9.6', undefined],
  ['mirror.example.com:5000/hub/confluentinc/cp-kafka:8.0.0', '8.0.0', undefined],
  ['cp-kafka:8.0.0', '8.0.0', undefined],
  [`apache/kafka:4.0.0${DIGEST}`, '4.0.0', undefined],
  ['apache/spark:v3.5.7-scala2.12', '3.5.7', undefined],
  ['cdktf-streaming/kafka:3.9.1-0123456789ab', '3.9.1', undefined],
  ['my/kafka:7.9.6', undefined, '7.9.6'],
  ['apache/kafka:20260101', undefined, '20260101'],
  ['confluentinc/cp-kafka:2026.01.15', undefined, '2026'],
  [`confluentinc/cp-kafka${DIGEST}`, undefined, undefined],
  ['kafka:stable', undefined, undefined],
])('%s is of version %p, and looks like %p', (reference, version, likelyVersion) => {
  expect(ContainerImage.of(reference)).toMatchObject({ version, likelyVersion });
});

test('a version that is said beside it holds', () => {
  const said = ContainerImage.of('my/kafka:8.0.0', { version: '3.9.1' });
  expect(said).toMatchObject({ version: '3.9.1', likelyVersion: undefined });
  expect(ContainerImage.of('my/kafka:1', { version: 'new' }).problem).toBe(
    "is a ContainerImage in which version must be a version of numbers, such as '3.9.1'; got 'new'",
  );
});

test.each([undefined, null, 7, ['kafka:7.9.6']])('refuses %p, which is no text', (reference) => {
  expect(ContainerImage.of(reference as never).problem).toMatch(new RegExp(`got .*${String(reference)}`));
});

test('one that cannot be is no reference, wherever somebody uses it', () => {
  expect(() => ContainerImage.of('kafka').reference).toThrow(/^An image must have a tag other than 'latest'/);
});

test('promises nothing unless told', () => {
  expect(ContainerImage.of('kafka:3.9.1')).toMatchObject({
    readOnlyRoot: false,
    bundledPackages: [],
    pluginClasses: undefined,
    fetcher: 'kafka:3.9.1',
    user: undefined,
    writablePaths: [],
    declaredVolumes: {},
    groupPerStart: false,
  });
});

test('promises what it is told', () => {
  const options = {
    readOnlyRoot: true,
    bundledPackages: ['org.example:lib:1'],
    pluginClasses: ['com.example.Connector'],
    fetcher: 'builder:1',
    user: '1000',
    writablePaths: ['/var/lib/web'],
    declaredVolumes: { data: '/var/data' },
    groupPerStart: true,
  };
  expect(ContainerImage.of('kafka:3.9.1', options)).toMatchObject(options);
});

test.each([
  [{ user: 'root' }, "user must be a user by name or number, and not root; got 'root'"],
  [{ writablePaths: ['/'] }, "writablePaths is a list in which [0] must be an absolute path without ':'"],
  [
    { declaredVolumes: { data: 'data' } },
    "declaredVolumes is an object in which 'data' must be an absolute path",
  ],
  [
    { declaredVolumes: { 'my data': '/data' } },
    "declaredVolumes is an object in which 'my data' is not a valid name",
  ],
])('refuses %p', (options, reason) => {
  expect(ContainerImage.of('kafka:3.9.1', options).problem).toContain(reason);
});

test.each([
  [undefined, 1000],
  ['appuser', 1000],
  ['me', undefined],
])('has the number of its family for the user %p: %p', (user, uid) => {
  const image = ContainerImage.of('my/kafka:1', { user }).withNeeds({ user: 'appuser', uid: 1000 });
  expect(image.uid).toBe(uid);
});

test('has the number that it says itself', () => {
  const image = ContainerImage.of('my/kafka:1', { uid: 7 }).withNeeds({ user: 'appuser', uid: 1000 });
  expect([image.user, image.uid]).toEqual(['appuser', 7]);
});

test('asks for what its family does where it says nothing itself, and for nothing else', () => {
  const needs = { user: 'appuser', writablePaths: ['/etc/kafka'] };
  expect(
    ContainerImage.of('my/kafka:1', { version: '3.9.1', writablePaths: [] }).withNeeds(needs),
  ).toMatchObject({
    reference: 'my/kafka:1',
    version: '3.9.1',
    user: 'appuser',
    writablePaths: [],
  });
  expect(ContainerImage.of('kafka').withNeeds(needs).problem).toMatch(/^must have a tag other than 'latest'/);
});
