import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { STACKS, synthProgram } from '../support/program';
import { terraform } from '../support/terraform';

describe.each([
  ['standard', 'public'],
  ['standard', 'local'],
  ['small', 'public'],
  ['small', 'local'],
  ['performance', 'public'],
])('with the profile %s and %s images', (profile, images) => {
  const outdir = mkdtempSync(join(tmpdir(), 'validate-'));
  beforeAll(() => synthProgram({ PLATFORM_PROFILE: profile, PLATFORM_IMAGES: images }, outdir));

  test.each(STACKS)('the real providers accept the stack %s', async (name) => {
    const stack = join(outdir, 'stacks', name);
    await terraform(stack, 'init', '-backend=false', '-input=false');
    const { stdout } = await terraform(stack, 'validate', '-json');
    expect(JSON.parse(stdout)).toMatchObject({ valid: true, diagnostics: [] });
  });
});
