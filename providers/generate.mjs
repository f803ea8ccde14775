// Writes the lib/ of the named packages beside this file, else of all, each from its provider's own schema:
// `cdktf get`, then tsc. Needs the providers, from the registry or from the local mirror.
// With --check it writes nothing and fails when a lib/ is not what it would write.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const home = dirname(fileURLToPath(import.meta.url));
const root = join(home, '..');
const lib = (name) => join(home, name, 'lib');
const inRoot = createRequire(join(root, 'package.json'));

/** Every package of bindings. */
export function packages() {
  return readdirSync(home).filter((name) => existsSync(join(home, name, 'package.json')));
}

/** What a lib/ is made from; recorded in it, so that a test without the provider can tell when it is stale. */
export function inputs(name) {
  const { provider } = JSON.parse(readFileSync(join(home, name, 'package.json'), 'utf8')).cdktf;
  return {
    provider: `${provider.name}@${provider.version}`,
    cdktf: inRoot('cdktf-cli/package.json').version,
    typescript: inRoot('typescript/package.json').version,
  };
}

/** One digest of every generated file's name and content. */
export function digest(folder) {
  const hash = createHash('sha256');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'generated.json')
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
  for (const file of files) {
    hash
      .update(file.slice(folder.length).replaceAll('\\', '/'))
      .update('\0')
      .update(readFileSync(file))
      .update('\0');
  }
  return hash.digest('hex');
}

function run(bin, args, cwd) {
  const env = { ...process.env, CHECKPOINT_DISABLE: '1', DISABLE_VERSION_CHECK: '1' };
  try {
    execFileSync(process.execPath, [inRoot.resolve(bin), ...args], {
      cwd,
      env,
      encoding: 'utf8',
      stdio: 'pipe',
    });
  } catch (error) {
    throw new Error(`${args.join(' ')} failed:\n${error.stdout}${error.stderr}`);
  }
}

function generate(name, into) {
  const made = inputs(name);
  // Inside the repository, so that tsc finds cdktf and constructs.
  const work = mkdtempSync(join(root, '.cache', 'bindings-'));
  try {
    const project = { language: 'typescript', app: '-', codeMakerOutput: 'gen', sendCrashReports: 'false' };
    const provider = made.provider.replace('registry.terraform.io/', '');
    writeFileSync(join(work, 'cdktf.json'), JSON.stringify({ ...project, terraformProviders: [provider] }));
    run('cdktf-cli/bundle/bin/cdktf', ['get'], work);
    writeFileSync(
      join(work, 'tsconfig.json'),
      JSON.stringify({
        compilerOptions: {
          target: 'ES2022',
          module: 'CommonJS',
          moduleResolution: 'Node10',
          declaration: true,
          strict: true,
          skipLibCheck: true,
          types: ['node'],
          rootDir: `gen/providers/${name}`,
          outDir: into,
        },
        include: [`gen/providers/${name}`],
      }),
    );
    rmSync(into, { recursive: true, force: true });
    run('typescript/bin/tsc', ['-p', work], work);
    writeFileSync(
      join(into, 'generated.json'),
      `${JSON.stringify({ ...made, sha256: digest(into) }, null, 2)}\n`,
    );
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** @throws if lib/ is stale and may only be checked */
function renew(name, check) {
  const fresh = mkdtempSync(join(root, '.cache', 'lib-'));
  try {
    generate(name, fresh);
    const same = existsSync(lib(name)) && digest(fresh) === digest(lib(name));
    if (check && !same)
      throw new Error(`providers/${name}/lib is stale: run \`npm run bindings\` and commit it.`);
    if (!check) {
      rmSync(lib(name), { recursive: true, force: true });
      cpSync(fresh, lib(name), { recursive: true });
    }
    console.log(`providers/${name}/lib is ${inputs(name).provider}${same ? ', unchanged' : ''}`);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values, positionals } = parseArgs({
    options: { check: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  mkdirSync(join(root, '.cache'), { recursive: true });
  try {
    for (const name of positionals.length > 0 ? positionals : packages()) renew(name, values.check);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
