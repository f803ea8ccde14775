import { cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { transformFile, type Options } from '@swc/core';
import { execa } from 'execa';
import type { ListrTask } from 'listr2';
import { Problem, ROOT, tail } from './program';

const SOURCES = join(ROOT, 'constructs');
/** What the package holds; package.json names it. */
export const DIST = join(ROOT, 'dist');

/** Makes the library's JavaScript and type declarations out of its sources. */
export function packageSteps(): ListrTask[] {
  return [
    { title: 'Empty dist/', task: () => rm(DIST, { recursive: true, force: true }) },
    { title: 'Type declarations', task: declarations },
    { title: 'JavaScript', task: modules },
    { title: 'Dockerfiles', task: dockerfiles },
  ];
}

async function declarations(): Promise<void> {
  const { failed, all } = await execa('tsc', ['-p', 'tsconfig.package.json'], {
    cwd: ROOT,
    preferLocal: true,
    all: true,
    reject: false,
  });
  if (failed) throw new Problem('The library does not compile.', tail(all ?? '', 20));
}

async function modules(): Promise<void> {
  const files = await readdir(SOURCES, { recursive: true });
  for (const file of files.filter((each) => each.endsWith('.ts'))) {
    const { code } = await transformFile(join(SOURCES, file), COMPILATION);
    const target = join(DIST, file.replace(/\.ts$/, '.js'));
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, code);
  }
}

/** Other packages are loaded with their first use: bindings, validators of schemas, and cdktf itself. */
const COMPILATION: Options = {
  swcrc: false,
  jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
  // The annotation names the exports for an `import` in an ES module.
  module: { type: 'commonjs', lazy: true, exportInteropAnnotation: true },
};

async function dockerfiles(): Promise<void> {
  const files = await readdir(SOURCES, { recursive: true });
  for (const file of files.filter((each) => basename(dirname(each)) === 'images'))
    await cp(join(SOURCES, file), join(DIST, file));
}
