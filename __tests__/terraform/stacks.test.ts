import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { STACKS, synthProgram } from '../support/program';
import { terraform } from '../support/terraform';

describe.each([
  ['plain', 'standard', 'public'],
  ['plain', 'standard', 'local'],
  ['plain', 'small', 'public'],
  ['plain', 'small', 'local'],
  ['plain', 'performance', 'public'],
  ['secured', 'small', 'public'],
])('%s, with the profile %s and %s images', (security, profile, images) => {
  const outdir = mkdtempSync(join(tmpdir(), 'validate-'));
  const settings = { PLATFORM_SECURITY: security, PLATFORM_PROFILE: profile, PLATFORM_IMAGES: images };
  beforeAll(() => synthProgram(settings, outdir));

  const further = [
    ...(security === 'secured' ? ['users'] : []),
    ...(profile === 'small' ? [] : ['observability']),
  ];

  test.each([...STACKS, ...further])('the real providers accept the stack %s', async (name) => {
    const stack = join(outdir, 'stacks', name);
    await terraform(stack, 'init', '-backend=false', '-input=false');
    const { stdout } = await terraform(stack, 'validate', '-json');
    expect(JSON.parse(stdout)).toMatchObject({ valid: true, diagnostics: [] });
  });
});
