import { ContainerImage } from '../../../constructs/core/container-image';

test.each([
  'kafka:3.9.1',
  'confluentinc/cp-kafka:7.9.6',
  'mirror.example.com:5000/hub/cp-kafka:7.9.6',
  `kafka@sha256:${'0'.repeat(64)}`,
  'kafka:latest-7.9',
])('takes the pinned reference %s', (reference) => {
  expect(ContainerImage.of(reference).reference).toBe(reference);
});

test.each([
  'kafka',
  'kafka:latest',
  'mirror.example.com:5000/kafka',
  'kafka:',
  'ka fka:1',
  `kafka@sha256:${'0'.repeat(63)}`,
  '',
])('refuses %p, which may be another image tomorrow', (reference) => {
  expect(ContainerImage.of(reference).problem).toContain(`got '${reference}'`);
  expect(() => ContainerImage.of(reference).reference).toThrow(`got '${reference}'`);
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
  });
});

test('promises what it is told', () => {
  const options = {
    readOnlyRoot: true,
    bundledPackages: ['org.example:lib:1'],
    pluginClasses: ['com.example.Connector'],
    fetcher: 'builder:1',
  };
  expect(ContainerImage.of('kafka:3.9.1', options)).toMatchObject(options);
});
