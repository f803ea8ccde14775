import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { program } from '../cli/program';
import { runChecks } from './lib/checks';
import { ensureJavaFormat, findJava } from './lib/java';
import { ensurePython } from './lib/python';
import { ROOT } from './lib/root';

/** What imports are looked at in; tests may import whatever they test. */
const IMPORTING = ['main.ts', 'apps', 'bench', 'cli', 'constructs', 'demo', 'examples', 'stacks', 'tools'];

/** Every language by its own linter and formatter; with `--fix` they mend what they can. */
program(ROOT, async () => {
  const fix = process.argv.includes('--fix');
  const python = await ensurePython((step) => {
    console.log(`Python: ${step}`);
  });
  const bin = (name: string): string => join(python, '..', name);
  const sources = await byLanguage();
  await runChecks([
    { name: 'eslint', command: 'eslint', args: ['.', ...(fix ? ['--fix'] : [])] },
    {
      name: 'dependency-cruiser',
      command: 'depcruise',
      args: ['--output-type', 'err-long', ...IMPORTING],
    },
    {
      name: 'prettier',
      command: 'prettier',
      args: ['.', '--log-level=warn', fix ? '--write' : '--check'],
    },
    {
      name: 'ruff check',
      command: bin('ruff'),
      args: ['check', '--quiet', ...(fix ? ['--fix'] : []), ...sources.python],
    },
    {
      name: 'ruff format',
      command: bin('ruff'),
      args: ['format', '--quiet', ...(fix ? [] : ['--diff']), ...sources.python],
    },
    { name: 'shellcheck', command: bin('shellcheck'), args: sources.shell },
    {
      name: 'google-java-format',
      command: await findJava(),
      args: [
        ...['-jar', await ensureJavaFormat()],
        ...(fix ? ['--replace'] : ['--dry-run', '--set-exit-if-changed']),
        ...sources.java,
      ],
    },
  ]);
});

/** Scripts in images have no ending that would tell. */
async function byLanguage(): Promise<Record<'java' | 'python' | 'shell', readonly string[]>> {
  const { stdout } = await execa('git', ['ls-files'], { cwd: ROOT });
  const found = { java: [] as string[], python: [] as string[], shell: [] as string[] };
  for (const file of stdout.split('\n').filter((each) => !/\.(?!(java|py|sh)$)[^/]+$/.test(each))) {
    const [first = ''] = (await readFile(join(ROOT, file), 'utf8').catch(() => '')).split('\n', 1);
    if (file.endsWith('.java')) found.java.push(file);
    else if (file.endsWith('.py') || /^#!.*python/.test(first)) found.python.push(file);
    else if (file.endsWith('.sh') || /^#!.*\b(ba)?sh\b/.test(first)) found.shell.push(file);
  }
  return found;
}
