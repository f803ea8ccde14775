import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { checkCommand } from '../../../cli/commands/check';
import { downCommand } from '../../../cli/commands/down';
import { statusCommand } from '../../../cli/commands/status';
import { upCommand } from '../../../cli/commands/up';
import { pagesWithBlocks, renderIncludes } from '../../../tools/lib/readme';

const ROOT = join(__dirname, '..', '..', '..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

const README = read('README.md');
const pages = pagesWithBlocks();
const DOCUMENTS = [
  ...pages,
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'SECURITY.md',
  'docs/decisions.md',
  ...readdirSync(join(ROOT, 'docs/adr')).map((file) => `docs/adr/${file}`),
];

/** Of the command; `--profile` is what `npm start` adds. */
const OPTIONS = [upCommand(), downCommand(), statusCommand(), checkCommand()]
  .flatMap(({ options }) => options.map(({ long }) => long))
  .concat('--profile');

test.each(pages)('%s shows the platform and the code as they are, by `npx tsx tools/readme.ts`', (page) => {
  expect(read(page)).toBe(renderIncludes(read(page)));
});

test.each(pages)('all TypeScript in %s comes out of files that the type-check reads', (page) => {
  const text = read(page);
  const sources = [...text.matchAll(/<!-- include: ([^\s#]+)\S* -->/g)].flatMap(([, source]) => source ?? []);
  const files = sources.filter((source) => source.endsWith('.ts'));
  for (const file of files) expect(file).toMatch(/^(__tests__|examples)\//);
  const written = text.replace(/<!-- include: [\s\S]*?<!-- end of include -->/g, '');
  expect(written).not.toMatch(/^```(ts|typescript|js)$/m);
});

test('the README names every setting that the program reads, and no other', () => {
  const names = (text: string): string[] => [...new Set(text.match(/\bPLATFORM_[A-Z_]+/g))].sort();
  expect(names(README)).toEqual(names(read('stacks/settings.ts')));
});

describe.each(DOCUMENTS)('%s', (document) => {
  const text = read(document);

  test('names only npm scripts that there are', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const commands = [...text.matchAll(/npm (?:run ([\w:-]+)|(start|stop|test)\b)/g)];
    const unknown = commands.map(([, run, short]) => run ?? short).filter((name) => !scripts[String(name)]);
    expect(unknown).toEqual([]);
  });

  test('gives the command only options that it has', () => {
    const call =
      /(?:`|cdktf-streaming |npm (?:run )?)(?:up|down|status|check|start|stop|plan-check) ([^`\n]*)/g;
    const given = [...text.matchAll(call)].flatMap(
      ([, rest]) => rest?.match(/(?<=^| )--[a-z][a-z-]*/g) ?? [],
    );
    expect(given.filter((option) => !OPTIONS.includes(option))).toEqual([]);
  });

  test('links and refers only to files that there are', () => {
    const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)[^)]*\)/g)].map(([, link]) =>
      join(dirname(document), String(link)),
    );
    const folders = 'constructs|stacks|scripts|examples|apps|providers|docs|__tests__';
    const mentions = [...text.matchAll(new RegExp(`(?<![\\w./-])(?:${folders})/[\\w./-]*\\w`, 'g'))].map(
      ([path]) => path,
    );
    expect([...links, ...mentions].filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });
});

test('the tests that the guide of the listener names are there', () => {
  const named = [...read('docs/guide/listener.md').matchAll(/\(Tests?: (.*?)\.\)/g)].flatMap(([, names]) =>
    [...String(names).matchAll(/\*(.+?)\*/g)].map(([, name]) => name),
  );
  const tests = [...read('__tests__/e2e/listener.ts').matchAll(/test\('(.+?)',/g)].map(([, name]) => name);
  expect(named.length).toBeGreaterThan(3);
  expect(tests).toEqual(expect.arrayContaining(named));
});
