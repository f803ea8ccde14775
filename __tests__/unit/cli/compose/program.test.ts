import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { noteLines } from '../../../../cli/compose/notes';
import { convert, type Converted } from '../../../../cli/compose/program';

const FIXTURES = join(__dirname, 'fixtures');
const home = process.cwd();
afterAll(() => process.chdir(home));

/** Each with what it is converted with. */
const WISHES = {
  shop: { profiles: [], keepsData: true },
  lake: { profiles: [], keepsData: false },
} as const;
type Fixture = keyof typeof WISHES;

async function converted(fixture: Fixture): Promise<Converted> {
  process.chdir(join(FIXTURES, fixture));
  return convert('docker-compose.yml', WISHES[fixture], { TARGET: 'lake' });
}

const expected = (fixture: Fixture, file: string): string =>
  readFileSync(join(FIXTURES, fixture, file), 'utf8');

describe.each(Object.keys(WISHES) as Fixture[])('%s', (fixture) => {
  // That it compiles, and is formatted as our examples are, is asked of all sources.
  test('becomes the program beside it', async () => {
    const { program } = await converted(fixture);
    expect(program).toBe(expected(fixture, 'main.ts'));
  });

  test('is told apart line by line, where a line is not carried over as it stands', async () => {
    const { notes } = await converted(fixture);
    expect(`${noteLines(notes).join('\n')}\n`).toBe(expected(fixture, 'notes.txt'));
  });

  test('synthesizes', () => {
    process.chdir(join(FIXTURES, fixture));
    process.env.CDKTF_OUTDIR = mkdtempSync(join(tmpdir(), 'from-compose-'));
    const warned = jest.spyOn(console, 'error').mockImplementation();
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- a program is run by loading it
    require(join(FIXTURES, fixture, 'main.ts'));
    warned.mockRestore();
    expect(readdirSync(join(process.env.CDKTF_OUTDIR, 'stacks'))).toEqual([fixture]);
    delete process.env.CDKTF_OUTDIR;
  });
});

test('no secret of the file is in the program, and each value is handed back', async () => {
  const { program, secrets } = await converted('shop');
  expect(program).not.toContain('hunter2');
  expect(Object.fromEntries(secrets)).toEqual({
    postgres_password: 'hunter2',
    db_url: 'postgres://shop:hunter2@db/shop',
  });
});

test('counts what became of the services', async () => {
  const { services } = await converted('shop');
  expect(services).toEqual({ all: 9, constructs: 6, containers: 3, leftOut: 0 });
});
