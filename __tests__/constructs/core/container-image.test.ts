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
