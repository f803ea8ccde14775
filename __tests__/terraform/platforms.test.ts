import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { ValidationError } from '../../constructs/core/validation-error';
import { World } from '../support/world';
import { build, PLATFORMS, type Written } from '../support/platforms';
import { terraform } from '../support/terraform';

const RUNS = { numRuns: Number(process.env.FC_RUNS ?? 8), seed: Number(process.env.FC_SEED ?? 2026) };

/** Synthesizes all of it into one stack. */
function synthesize(written: Written): World | undefined {
  const world = new World(written, true);
  try {
    build(world, written);
    world.app.synth();
    return world;
  } catch (error) {
    if (error instanceof ValidationError) return undefined;
    throw error;
  }
}

test('the real providers accept every platform that the constructs accept', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'validate-'));
  let made = 0;
  const accepts = fc.asyncProperty(PLATFORMS, async (written) => {
    const world = synthesize(written);
    fc.pre(world !== undefined);
    cpSync(join(world.app.outdir, 'stacks', 'only', 'cdk.tf.json'), join(folder, 'cdk.tf.json'));
    if (made === 0) await terraform(folder, 'init', '-backend=false', '-input=false');
    made += 1;
    const { stdout } = await terraform(folder, 'validate', '-json');
    expect(JSON.parse(stdout)).toMatchObject({ valid: true, diagnostics: [] });
  });
  await fc.assert(accepts, RUNS);
});
