import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type Docker from 'dockerode';
import { chooseProfile, saveSetting } from '../../../tools/lib/choices';

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
