// Runs a program of this repository out of one file that holds all of it: hundreds of modules take longer to load than to
// do their work.
//   node tools/run.mjs <program> [argument…]
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire, SourceMap } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';

const root = dirname(import.meta.dirname);
// Without itself, the program has the arguments that it would have alone.
const [program] = process.argv.splice(2, 1);
const bundle = join(root, '.cache', 'app', `${basename(program, '.ts')}.cjs`);
const note = `${bundle}.json`;

// npm writes the second one after whatever it changes in node_modules.
const always = [import.meta.filename, join(root, 'node_modules', '.package-lock.json')];

if (!isOf(madeOf())) await build();

// What is refused names the line of the source. cdktf notes that of every token, too, which nobody reads.
let sourceMap;
Error.prepareStackTrace = (error, frames) =>
  error instanceof Error ? `${error}${frames.map((frame) => `\n    at ${inSource(frame)}`).join('')}` : '';
createRequire(import.meta.url)(bundle);

/** The sources of the bundle that is there, with the times at which they were changed before they were read. */
function madeOf() {
  try {
    return JSON.parse(readFileSync(note, 'utf8'));
  } catch {
    return {};
  }
}

function isOf(sources) {
  return (
    always.every((path) => path in sources) &&
    Object.entries(sources).every(([path, time]) => time === lastChange(path))
  );
}

async function build() {
  const sources = Object.fromEntries(always.map((path) => [path, lastChange(path)]));
  const { build } = await import('esbuild');
  const {
    outputFiles: [map, code],
  } = await build({
    entryPoints: [join(root, program)],
    bundle: true,
    platform: 'node',
    target: 'node22.19',
    write: false,
    outfile: bundle,
    sourcemap: 'external',
    sourcesContent: false,
    minifyWhitespace: true,
    // As in the package's bundles (tools/lib/package.ts).
    define: { 'import.meta.url': '__filename' },
    alias: { '@platformatic/wasm-utils': '@platformatic/wasm-utils/bundled' },
    external: ['cpu-features', '*/sshcrypto.node'],
    plugins: [
      { name: 'sources', setup: (builder) => readSources(builder, sources) },
      { name: 'light', setup: leaveOutZip },
    ],
  });
  mkdirSync(dirname(bundle), { recursive: true });
  // The note last: without it, whatever is there is built anew.
  const files = [map, code, { path: note, contents: JSON.stringify(sources) }];
  for (const { path, contents } of files) {
    const whole = `${path}.${process.pid}`;
    writeFileSync(whole, contents);
    // In one step, for another run may be building it too.
    renameSync(whole, path);
  }
}

/** A line of a stack trace, as Node writes it. */
function inSource(frame) {
  if (frame.getFileName() !== bundle) return String(frame);
  sourceMap ??= new SourceMap(JSON.parse(readFileSync(`${bundle}.map`, 'utf8')));
  const { originalSource, originalLine, originalColumn } = sourceMap.findEntry(
    frame.getLineNumber() - 1,
    frame.getColumnNumber() - 1,
  );
  if (originalSource === undefined) return String(frame);
  const source = resolve(dirname(bundle), originalSource);
  return `${frame.getFunctionName() ?? '<anonymous>'} (${source}:${originalLine + 1}:${originalColumn + 1})`;
}

/** Notes what is ours; and a source finds its files from where it is, not from where the bundle is. */
function readSources({ onLoad }, sources) {
  onLoad({ filter: /\.(ts|js|json)$/ }, async ({ path }) => {
    if (path.includes('node_modules')) return undefined;
    sources[path] = lastChange(path);
    if (!path.endsWith('.ts')) return undefined;
    const source = await readFile(path, 'utf8');
    return { contents: source.replaceAll('__dirname', JSON.stringify(dirname(path))), loader: 'ts' };
  });
}

/** cdktf zips in a process of its own, and loads what zips in every process. */
function leaveOutZip({ onResolve, onLoad }) {
  onResolve({ filter: /^archiver$/ }, () => ({ path: 'archiver', namespace: 'left-out' }));
  onLoad({ filter: /./, namespace: 'left-out' }, () => ({ contents: '' }));
}

/** Null where the file is not there. */
function lastChange(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? null;
}
