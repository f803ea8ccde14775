import { StartedProgram } from '../support/started-program';
import { EDITS } from './support/attributes';

const program = new StartedProgram('e2e/programs/attributes.ts', 'e2e-attributes', 27_000);
const names = Object.keys(EDITS);

interface Seen {
  readonly id: string;
  readonly shown: unknown;
  readonly health: string | undefined;
}

async function seen(): Promise<ReadonlyMap<string, Seen>> {
  const all = names.map(async (name): Promise<[string, Seen]> => {
    const inspected = await program.container(name).inspect();
    const { Id: id, State } = inspected;
    return [name, { id, shown: await EDITS[name]?.shown(inspected), health: State.Health?.Status }];
  });
  return new Map(await Promise.all(all));
}

const ids = (of: ReadonlyMap<string, Seen>): string[] => names.map((name) => of.get(name)?.id ?? name);

let before: ReadonlyMap<string, Seen>;
let after: ReadonlyMap<string, Seen>;

beforeAll(async () => {
  await program.remove();
  await program.deploy();
  before = await seen();
  await program.deploy({ CHANGED: 'yes' });
  after = await seen();
});
afterAll(() => program.remove());

test.each(Object.entries(EDITS))(
  'a change of %s that was reported as made has reached the container',
  (name, edit) => {
    expect(before.get(name)?.shown).toEqual(edit.before);
    expect(after.get(name)).toMatchObject({ shown: edit.after, health: 'healthy' });
  },
);

test('memory alone changes while the container runs', () => {
  const kept = names.filter((name) => after.get(name)?.id === before.get(name)?.id);
  expect(kept).toEqual(['memory']);
});

test('nothing is left to change', async () => {
  expect(await program.deploy({ CHANGED: 'yes' })).not.toContain('applying attributes');
  expect(ids(await seen())).toEqual(ids(after));
});
