// Runs main.ts out of one file that holds all of it: hundreds of modules take longer to load than to do their work.
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire, SourceMap } from 'node:module';
import { dirname, join, resolve } from 'node:path';

const root = dirname(import.meta.dirname);
const bundle = join(root, '.cache', 'app', 'main.cjs');

// All that it is made of. npm writes the last one after whatever it changes in node_modules.
const sources = [
  'main.ts',
  'constructs',
  'stacks',
  // Beside the programs that they deploy, which are none of it.
  ...readdirSync(join(root, 'apps'), { recursive: true }).flatMap((file) =>
    file.endsWith('.ts') ? join('apps', file) : [],
  ),
  'providers',
  'tools/app.mjs',
  'node_modules/.package-lock.json',
];

const made = lastChange(bundle);
if (sources.some((source) => lastChange(join(root, source)) >= made)) await build();

// What is refused names the line of the source. cdktf notes that of every token, too, which nobody reads.
let sourceMap;
Error.prepareStackTrace = (error, frames) =>
  error instanceof Error ? `${error}${frames.map((frame) => `\n    at ${inSource(frame)}`).join('')}` : '';
createRequire(import.meta.url)(bundle);

async function build() {
  const start = new Date();
  const { build } = await import('esbuild');
  const {
    outputFiles: [map, code],
  } = await build({
    entryPoints: [join(root, 'main.ts')],
    bundle: true,
    platform: 'node',
    target: 'node22.19',
    write: false,
    outfile: bundle,
    sourcemap: 'external',
    sourcesContent: false,
    minifyWhitespace: true,
    plugins: [
      { name: 'folders', setup: keepFolders },
      { name: 'light', setup: leaveOutZip },
    ],
  });
  mkdirSync(dirname(bundle), { recursive: true });
  for (const { path, contents } of [map, code]) {
    const whole = `${path}.${process.pid}`;
    writeFileSync(whole, contents);
    // What changes meanwhile is not in it.
    utimesSync(whole, start, start);
    // In one step, for another synth may be building it too.
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

/** A source finds its files from where it is, not from where the bundle is. */
function keepFolders({ onLoad }) {
  onLoad({ filter: /\.ts$/ }, async ({ path }) => {
    const source = await readFile(path, 'utf8');
    return { contents: source.replaceAll('__dirname', JSON.stringify(dirname(path))), loader: 'ts' };
  });
}

/** cdktf zips in a process of its own, and loads what zips in every process. */
function leaveOutZip({ onResolve, onLoad }) {
  onResolve({ filter: /^archiver$/ }, () => ({ path: 'archiver', namespace: 'left-out' }));
  onLoad({ filter: /./, namespace: 'left-out' }, () => ({ contents: '' }));
}

/** Of a file or a folder; a folder changes with the names in it. */
function lastChange(path) {
  const stats = statSync(path, { throwIfNoEntry: false });
  const own = stats?.mtimeMs ?? 0;
  return stats?.isDirectory()
    ? Math.max(own, ...readdirSync(path).map((name) => lastChange(join(path, name))))
    : own;
}
