import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { SPARK_KAFKA_PACKAGE } from '../../../constructs';
import { composeVariables } from '../../../bench/lib/compose';
import { programJson } from '../../support/program';
import type { SnakeCase } from '../../support/synth';

interface ComposeService {
  readonly image: string;
  readonly hostname: string;
  readonly restart: string;
  readonly command?: readonly string[];
  readonly mem_limit: string;
  readonly environment?: Readonly<Record<string, unknown>>;
  readonly ports: readonly string[];
  readonly volumes?: readonly string[];
  readonly stop_grace_period?: string;
  readonly healthcheck: {
    readonly test: readonly string[];
    readonly interval: string;
    readonly timeout: string;
    readonly retries: number;
    readonly start_period: string;
  };
}

interface Container extends Omit<SnakeCase, 'healthcheck'> {
  readonly hostname: string;
  readonly stop_timeout: number;
  readonly healthcheck: ComposeService['healthcheck'];
}

const FILE = join(__dirname, '..', '..', '..', 'bench', 'compose', 'compose.yaml');
const SETTINGS = { PLATFORM_PROFILE: 'small', PLATFORM_NAME: 'bench', PLATFORM_PORT_OFFSET: '22500' };
const MEBIBYTES = { m: 1, g: 1024 };

const { topics, ...written } = (
  parse(readFileSync(FILE, 'utf8'), { merge: true }) as { services: Record<string, ComposeService> }
).services;

const containers = (family: string): Container[] =>
  Object.values(programJson({ ...SETTINGS, PLATFORM_IMAGES: family })).flatMap(
    ({ resource }) => Object.values(resource?.docker_container ?? {}) as unknown as Container[],
  );

const all = containers('public');
const local = containers('local');
const cases = all.map((container): [string, Container, ComposeService] => [
  container.hostname,
  container,
  written[container.hostname]!,
]);

/** As compose does. */
const interpolated = (text: string, variables: Readonly<Record<string, string>>): string =>
  text
    .replace(/\$\{(\w+)(:?-([^}]*)|:\?[^}]*)\}/g, (_, name: string, __, byDefault = '') =>
      String(variables[name] ?? byDefault),
    )
    .replaceAll('$$', '$');

const seconds = (duration: string): number =>
  [...duration.matchAll(/(\d+)(m|s)/g)].reduce(
    (sum, [, count, unit]) => sum + Number(count) * (unit === 'm' ? 60 : 1),
    0,
  );

test('the compose file has the services of the platform, and what makes the topics', () => {
  expect(Object.keys(written).sort()).toEqual(all.map(({ hostname }) => hostname).sort());
  expect(topics).toBeDefined();
});

const IMAGE_OF_SPARK = all.find(({ hostname }) => hostname === 'spark-master')?.image;

test.each(cases)('%s runs the same image, also of the local family', (name, { image: ours }, service) => {
  // Our deploy makes the driver's of it.
  const published = name === 'kafka-spark-app' ? IMAGE_OF_SPARK : ours;
  expect(interpolated(service.image, composeVariables(all))).toBe(published);
  const image = local.find(({ hostname }) => hostname === name)?.image;
  expect(interpolated(service.image, composeVariables(local))).toBe(image);
  if (name !== 'listener') expect(interpolated(service.image, {})).toBe(published);
});

test.each(cases)('%s runs the same command', (_, container, service) => {
  const ours = container.command?.join(' ').replace(/--jars \S+/, `--packages ${SPARK_KAFKA_PACKAGE}`);
  const theirs = service.command?.map((word) => interpolated(word, {})).join(' ');
  expect(theirs?.replace('--conf spark.jars.ivy=/opt/spark/work-dir/ivy ', '')).toBe(ours);
});

test.each(cases)('%s has the same limit, restarts and grace', (_, container, service) => {
  const [, count, unit] = /^(\d+)([mg])$/.exec(service.mem_limit) ?? [];
  expect(Number(count) * MEBIBYTES[unit as 'm' | 'g']).toBe(container.memory);
  expect(service.restart).toBe(container.restart);
  expect(seconds(service.stop_grace_period ?? '10s')).toBe(container.stop_timeout);
});

/** At which port and path, by whatever program; or else the whole. */
function asked(words: readonly string[]): unknown {
  const text = interpolated(words.join(' '), {});
  const [, port] = /127\.0\.0\.1[:/](\d+)/.exec(text) ?? [];
  return port === undefined ? text : { port, path: /(?:get |:\d+)(\/\S+)(?: HTTP|$)/i.exec(text)?.[1] };
}

// Nobody writes into a compose file what lets one process of the Engine ask many times.
test.each(cases)('%s is asked the same for its health', (_, container, service) => {
  const { test: words, retries, interval, timeout, start_period: start } = service.healthcheck;
  expect(asked(words.slice(1))).toEqual(asked(container.healthcheck.test.slice(5)));
  expect(retries).toBe(container.healthcheck.retries);
  expect([interval, start].map(seconds)).toEqual(
    [container.healthcheck.interval, container.healthcheck.start_period].map(seconds),
  );
  expect(container.healthcheck.test[3]).toContain(`timeout ${seconds(timeout)} `);
});

test.each(cases)('%s publishes the same ports and keeps the same folders', (_, container, service) => {
  expect(service.ports).toEqual(
    container.ports?.map(({ ip, external, internal }) => `${ip}:${external}:${internal}`),
  );
  const volumes = (service.volumes ?? []).filter((each) => !each.startsWith('.'));
  expect(volumes.sort()).toEqual(
    (container.volumes ?? [])
      .map(({ volume_name, container_path }) => `${volume_name?.replace('bench-', '')}:${container_path}`)
      .sort(),
  );
});

test.each(cases)('%s has the same settings', (name, container, service) => {
  const environment = Object.entries(service.environment ?? {}).map(
    ([key, value]) => `${key}=${String(value)}`,
  );
  // What the application is told of its topics, it is told on its command line too.
  const expected = name === 'kafka-spark-app' ? [] : (container.env ?? []);
  expect(environment.sort()).toEqual([...expected].sort());
});
