// Runs main.ts out of one file that holds all of it: hundreds of modules take longer to load than to do their work.
import { mkdirSync, readdirSync, renameSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const root = dirname(import.meta.dirname);
const bundle = join(root, '.cache', 'app', 'main.cjs');

// All that it is made of. npm writes the last one after whatever it changes in node_modules.
const sources = [
  'main.ts',
  'constructs',
  'stacks',
  'providers',
  'tools/app.mjs',
  'node_modules/.package-lock.json',
];

const made = changedAt(bundle);
if (sources.some((source) => lastChange(join(root, source)) >= made)) await build();
createRequire(import.meta.url)(bundle);

async function build() {
  const start = new Date();
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    entryPoints: [join(root, 'main.ts')],
    bundle: true,
    platform: 'node',
    target: 'node20.12',
    write: false,
    plugins: [{ name: 'folders', setup: keepFolders }],
  });
  mkdirSync(dirname(bundle), { recursive: true });
  const whole = `${bundle}.${process.pid}`;
  writeFileSync(whole, outputFiles[0].contents);
  // What changes meanwhile is not in it.
  utimesSync(whole, start, start);
  // In one step, for another synth may be building it too.
  renameSync(whole, bundle);
}

/** A source finds its files from where it is, not from where the bundle is. */
function keepFolders({ onLoad }) {
  onLoad({ filter: /\.ts$/ }, async ({ path }) => {
    const source = await readFile(path, 'utf8');
    return { contents: source.replaceAll('__dirname', JSON.stringify(dirname(path))), loader: 'ts' };
  });
}

/** Of a file or a folder; a folder changes with the names in it. */
function lastChange(path) {
  const own = changedAt(path);
  if (!statSync(path).isDirectory()) return own;
  return Math.max(own, ...readdirSync(path).map((name) => lastChange(join(path, name))));
}

function changedAt(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
