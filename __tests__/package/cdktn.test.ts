import { cpSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { installIn, version } from './support/installed';

const CDKTN = '0.24.0';

/** The first that cdktn does not take is 10.8. */
const CONSTRUCTS = 'constructs@10.7.2';

/** A project of somebody else's with a program. */
function newProject(): string {
  const project = mkdtempSync(join(tmpdir(), 'cdktn-'));
  cpSync(join(__dirname, 'command'), project, { recursive: true });
  return project;
}

const synth = (project: string, program = 'main.cjs') =>
  execa(process.execPath, [program], {
    cwd: project,
    env: { CDKTF_OUTDIR: 'out' },
    all: true,
    reject: false,
  });

function stackIn(project: string, framework: string): unknown {
  const text = readFileSync(join(project, 'out', 'stacks', 'shop', 'cdk.tf.json'), 'utf8');
  expect(text).toContain(`"version": "${framework}"`);
  return JSON.parse(text.replace(`"version": "${framework}"`, '"version": ""').replaceAll(project, ''));
}

test('cdktn in the place of cdktf makes the same of a program', async () => {
  const [usual, moved] = [newProject(), newProject()];
  await installIn(usual);
  await installIn(moved, [`cdktf@npm:cdktn@${CDKTN}`, CONSTRUCTS], { overrides: { cdktf: '$cdktf' } });
  for (const project of [usual, moved]) expect(await synth(project)).toMatchObject({ all: '', exitCode: 0 });
  expect(stackIn(moved, CDKTN)).toEqual(stackIn(usual, version('cdktf')));
}, 600_000);

test('an App of cdktn beside cdktf is refused by a sentence', async () => {
  const project = newProject();
  await installIn(project, [`cdktn@${CDKTN}`, `cdktf@${version('cdktf')}`, CONSTRUCTS]);
  const program = readFileSync(join(project, 'main.cjs'), 'utf8').replace(
    "require('cdktf')",
    "require('cdktn')",
  );
  expect(program).toContain("require('cdktn')");
  const script = `try { ${program} } catch (error) { console.error(error.message); process.exitCode = 1; }`;
  const { all, exitCode } = await execa(process.execPath, ['-e', script], {
    cwd: project,
    all: true,
    reject: false,
  });
  expect([all, exitCode]).toEqual([
    expect.stringMatching(/The App must be of cdktf 0\.21, .* got one of cdktn 0\.24; /),
    1,
  ]);
  expect(all).not.toContain('TypeError');
}, 300_000);
