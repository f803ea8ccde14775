import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type Docker from 'dockerode';
import { LABEL } from '../../../constructs/core/labels';
import { AS_IT_RUNS, chooseKafka, chooseProfile, chooseSpark, saveSetting } from '../../../tools/lib/choices';

const GIBIBYTE = 2 ** 30;
const engine = (memory: number): Docker =>
  ({ info: () => Promise.resolve({ MemTotal: memory }) }) as unknown as Docker;

let folder: string;
let file: string;
const environment = { ...process.env };

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'settings-'));
  file = join(folder, '.env');
  delete process.env.PLATFORM_PROFILE;
  delete process.env.PLATFORM_IMAGES;
  delete process.env.PLATFORM_KAFKA;
  delete process.env.PLATFORM_METADATA;
  delete process.env.PLATFORM_NAME;
  delete process.env.PLATFORM_SECURITY;
  delete process.env.PLATFORM_SPARK;
});

afterEach(() => {
  process.env = { ...environment };
});

describe('.env', () => {
  test('keeps its other lines, and the place of the changed one', () => {
    writeFileSync(file, '# mine\nPLATFORM_PROFILE=standard\nOTHER=1\n\n');
    saveSetting('PLATFORM_PROFILE', 'small', '', file);
    saveSetting('PLATFORM_IMAGES', 'local', 'as it is', file);
    expect(readFileSync(file, 'utf8')).toBe(
      '# mine\nPLATFORM_PROFILE=small\nOTHER=1\nPLATFORM_IMAGES=local # as it is\n',
    );
    expect(process.env.PLATFORM_PROFILE).toBe('small');
  });

  test('is not touched by what it says already', () => {
    writeFileSync(file, 'OTHER=1\nPLATFORM_PROFILE=small');
    saveSetting('PLATFORM_PROFILE', 'small', '', file);
    expect(readFileSync(file, 'utf8')).toBe('OTHER=1\nPLATFORM_PROFILE=small');
  });
});

describe('the profile', () => {
  test.each([
    [16 * GIBIBYTE, 'standard'],
    [15 * GIBIBYTE, 'standard'],
    [15 * GIBIBYTE - 1, 'small'],
    [8 * GIBIBYTE, 'small'],
  ])('of an Engine with %p bytes is %s', async (memory, value) => {
    await expect(chooseProfile(engine(memory))).resolves.toMatchObject({ value });
  });

  test('stays what was chosen before', async () => {
    process.env.PLATFORM_PROFILE = 'small';
    await expect(chooseProfile(engine(64 * GIBIBYTE))).resolves.toMatchObject({ value: 'small' });
  });

  test('is the one asked for, whatever was before', async () => {
    process.env.PLATFORM_PROFILE = 'small';
    await expect(chooseProfile(engine(GIBIBYTE), 'standard')).resolves.toMatchObject({ value: 'standard' });
  });
});

describe('the line of Kafka', () => {
  /** An Engine with brokers of these versions. @param asked gets the labels that it is asked for */
  const brokers = (versions: readonly (string | undefined)[], asked: string[] = []): Docker =>
    ({
      listContainers: ({ filters }: { filters: { label: string[] } }) => {
        asked.push(...filters.label);
        const labels = (version?: string) => ({
          [LABEL.role]: 'broker,controller',
          [LABEL.kafkaVersion]: version,
        });
        const others = [{ Labels: { [LABEL.role]: 'connect' } }, { Labels: {} }];
        return Promise.resolve([...others, ...versions.map((version) => ({ Labels: labels(version) }))]);
      },
    }) as unknown as Docker;

  test.each<[string, (string | undefined)[], string]>([
    ['with nothing yet is 4', [], '4'],
    ['with brokers of 3.9 stays', ['3.9', '3.9', '3.9'], '3.9'],
    ['with brokers that do not say it stays 3.9', [undefined], '3.9'],
    ['with brokers of 4 stays 4', ['4.3', '4.3'], '4'],
    ['in the middle of an upgrade is 4', ['4.3', '3.9'], '4'],
  ])('of a platform in KRaft %s', async (_, versions, value) => {
    process.env.PLATFORM_METADATA = 'kraft';
    await expect(chooseKafka(brokers(versions), file)).resolves.toMatchObject({ value });
  });

  test('that a platform stays on is in .env, and is said at every start until another is asked for', async () => {
    process.env.PLATFORM_METADATA = 'kraft';
    const reason = expect.stringContaining('4 upgrades it') as string;
    await expect(chooseKafka(brokers(['3.9']), file)).resolves.toEqual({ value: '3.9', reason });
    expect(readFileSync(file, 'utf8')).toBe(`PLATFORM_KAFKA=3.9 # ${AS_IT_RUNS}\n`);
    await expect(chooseKafka(brokers([]), file)).resolves.toMatchObject({ value: '3.9', reason });
    process.env.PLATFORM_KAFKA = '4';
    await expect(chooseKafka(brokers(['3.9']), file)).resolves.toMatchObject({ value: '4' });
  });

  test('is that of the platform of this name', async () => {
    process.env.PLATFORM_METADATA = 'kraft';
    const asked: string[] = [];
    await chooseKafka(brokers([], asked), file);
    process.env.PLATFORM_NAME = 'blue';
    await chooseKafka(brokers([], asked), file);
    expect(asked).toEqual([`${LABEL.platform}=streaming`, `${LABEL.platform}=blue`]);
  });

  test.each([{}, { PLATFORM_SECURITY: 'secured' }])(
    'of a platform with %j is 3.9, whoever runs',
    async (settings) => {
      Object.assign(process.env, settings);
      await expect(chooseKafka(brokers(['4.3']), file)).resolves.toMatchObject({ value: '3.9' });
    },
  );
});

describe('the line of Spark', () => {
  /** An Engine with workers of these versions, beside an application, which says none. */
  const workers = (...versions: (string | undefined)[]): Docker =>
    ({
      listContainers: () =>
        Promise.resolve([
          { Labels: { [LABEL.role]: 'spark-application' } },
          ...versions.map((version) => ({
            Labels: { [LABEL.role]: 'spark-worker', [LABEL.sparkVersion]: version },
          })),
        ]),
    }) as unknown as Docker;

  test.each<[string, (string | undefined)[], string, string]>([
    ['with nothing yet is 3.5', [], '3.5', 'as of new platforms'],
    ['with workers of 3.5 stays', ['3.5', '3.5'], '3.5', 'PLATFORM_SPARK=4 upgrades it'],
    ['with workers that do not say it stays 3.5', [undefined], '3.5', 'PLATFORM_SPARK=4 upgrades it'],
    ['with workers of 4 stays 4', ['4.2'], '4', 'keep PLATFORM_SPARK=4'],
    ['in the middle of an upgrade is 4', ['3.5', '4.2'], '4', 'keep PLATFORM_SPARK=4'],
  ])('of a platform %s', async (_, versions, value, reason) => {
    await expect(chooseSpark(workers(...versions))).resolves.toEqual({
      value,
      reason: expect.stringContaining(reason) as string,
    });
  });

  test('is the one asked for, whatever runs', async () => {
    process.env.PLATFORM_SPARK = '3.5';
    await expect(chooseSpark(workers('4.2'))).resolves.toMatchObject({ value: '3.5', isSet: true });
  });
});
