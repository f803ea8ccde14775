import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import { transformFile, type Options } from '@swc/core';
import { build } from 'esbuild';
import { execa } from 'execa';
import type { ListrTask } from 'listr2';
import { localImages } from '../../constructs/local-images/local-images';
import { CommandError, tail } from '../../cli/program';
import { ROOT } from './root';

const SOURCES = join(ROOT, 'constructs');
const PROVIDERS = join(ROOT, 'providers');
/** What the package holds; package.json names it. */
export const DIST = join(ROOT, 'dist');

/** Makes the library's JavaScript and type declarations out of its sources. */
export function packageSteps(): ListrTask[] {
  return [
    { title: 'Empty dist/', task: () => rm(DIST, { recursive: true, force: true }) },
    { title: 'Type declarations', task: declarations },
    { title: 'JavaScript', task: modules },
    { title: 'Bindings', task: bindings },
    { title: 'Dockerfiles and tables of settings', task: files },
    { title: 'Command', task: command },
    { title: 'What its set-up builds from', task: sourcesOfSetup },
  ];
}

async function declarations(): Promise<void> {
  const { failed, all } = await execa('tsc', ['-p', 'tsconfig.package.json'], {
    cwd: ROOT,
    preferLocal: true,
    all: true,
    reject: false,
  });
  if (failed) throw new CommandError('The library does not compile.', tail(all ?? '', 20));
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

/** Into the package's own files: Yarn leaves out what a package bundles in its node_modules, and looks for it elsewhere. */
async function bindings(): Promise<void> {
  const files = (await readdir(DIST, { recursive: true })).filter((file) => /\.(js|d\.ts)$/.test(file));
  for (const [folder, name] of await ownProviders()) {
    await cp(join(PROVIDERS, folder, 'lib'), join(DIST, 'bindings', folder), { recursive: true });
    for (const file of files.map((each) => join(DIST, each))) {
      const to = `./${relative(dirname(file), join(DIST, 'bindings', folder))}`;
      const text = await readFile(file, 'utf8');
      const own = text.replaceAll(
        new RegExp(`(['"])${name}(?:/lib)?(/[^'"]*)?\\1`, 'g'),
        (_, quote: string, module = '') => `${quote}${to}${module}/index.js${quote}`,
      );
      if (own !== text) await writeFile(file, own);
    }
  }
}

/** The providers whose bindings are generated here: their folders, and what the sources import them as. */
async function ownProviders(): Promise<[folder: string, name: string][]> {
  const folders = (await readdir(PROVIDERS)).filter((folder) =>
    existsSync(join(PROVIDERS, folder, 'package.json')),
  );
  return Promise.all(
    folders.map(async (folder) => {
      const { name } = JSON.parse(await readFile(join(PROVIDERS, folder, 'package.json'), 'utf8')) as {
        name: string;
      };
      return [folder, name];
    }),
  );
}

/** What the modules read while they run. */
async function files(): Promise<void> {
  const all = await readdir(SOURCES, { recursive: true });
  for (const file of all.filter((each) => ['images', 'settings'].includes(basename(dirname(each)))))
    await cp(join(SOURCES, file), join(DIST, file));
}

/** In one file with what it is made of, so that whoever installs the library installs no tool; beside it the schema of what it prints. */
async function command(): Promise<void> {
  await bundle('cli/bin.ts', join(DIST, 'cli', 'bin.cjs'));
  // What writes programs asks the library's checks, which read them beside themselves.
  await cp(join(SOURCES, 'core', 'settings'), join(DIST, 'cli', 'settings'), { recursive: true });
  await cp(join(ROOT, 'cli', 'status', 'status.schema.json'), join(DIST, 'cli', 'status.schema.json'));
}

/** @param source a part of the command, with all that it loads, also later */
export async function bundle(source: string, outfile: string): Promise<void> {
  await build({
    entryPoints: [join(ROOT, source)],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node22.19',
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'none',
    logLevel: 'error',
    // For ES modules that look for files beside themselves; one has a variant that needs none.
    define: { 'import.meta.url': '__filename' },
    alias: { '@platformatic/wasm-utils': '@platformatic/wasm-utils/bundled' },
    // The project has the first two; the others are native, for Engines by SSH, and do without.
    external: ['cdktf', 'constructs', 'cpu-features', '*/sshcrypto.node'],
  });
}

/** Where the command looks for it: beside its own folder, as in this repository. */
async function sourcesOfSetup(): Promise<void> {
  const images = join(ROOT, 'images');
  const contexts = localImages(images).map(({ context }) => context);
  const folders = [images, ...contexts, join(PROVIDERS, 'build')];
  const isSource = (path: string): boolean =>
    !relative(ROOT, path)
      .split(sep)
      .some((name) => ['node_modules', 'target', 'test', 'tests', 'ca'].includes(name));
  for (const folder of new Set(folders))
    await cp(folder, join(DIST, relative(ROOT, folder)), { recursive: true, filter: isSource });
}
