import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readState, repairStates } from '../../../cli/engine/state';
import type { Stack } from '../../../cli/engine/synthesis';

let folder: string;
let file: string;
let unsaved: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'state-'));
  mkdirSync(join(folder, 'kafka'));
  file = join(folder, 'kafka.tfstate');
  unsaved = join(folder, 'kafka', 'errored.tfstate');
});

const state = (serial: number, id = 'one', lineage = 'ours'): string => {
  const instances = [{ attributes: { id } }];
  const resources = [{ mode: 'managed', type: 'docker_network', name: 'it', instances }];
  return JSON.stringify({ version: 4, serial, lineage, resources }, null, 2);
};

const repair = (): readonly string[] =>
  repairStates([{ name: 'kafka', stateFile: file, directory: join(folder, 'kafka') } as Stack]);

const ids = (): string[] => readState(file).map(({ id }) => id);

test('a state that can be read stays as it is, whatever its backup says', () => {
  writeFileSync(file, state(2));
  writeFileSync(`${file}.backup`, state(1, 'old'));
  expect(repair()).toEqual([]);
  expect(ids()).toEqual(['one']);
});

test.each([
  ['half written', state(2).slice(0, 80)],
  ['emptied', ''],
  ['something else', '"words"'],
])('one that is %s is restored from its backup, and kept', (_, content) => {
  writeFileSync(file, content);
  writeFileSync(`${file}.backup`, state(1, 'old'));
  expect(repair()).toEqual([
    expect.stringContaining('kafka.tfstate was unreadable: restored from its backup'),
  ]);
  expect(ids()).toEqual(['old']);
  expect(readFileSync(`${file}.unreadable`, 'utf8')).toBe(content);
});

test.each([
  ['is there', undefined],
  ['can be read', '{'],
])('where no backup %s, it begins anew', (_, backup) => {
  writeFileSync(file, '{');
  if (backup) writeFileSync(`${file}.backup`, backup);
  expect(repair()).toEqual([expect.stringContaining('begins anew')]);
  expect(existsSync(file)).toBe(false);
});

test('what Terraform could not write is taken over, before a backup', () => {
  writeFileSync(file, '{');
  writeFileSync(`${file}.backup`, state(1, 'old'));
  writeFileSync(unsaved, state(3, 'unsaved'));
  expect(repair()).toEqual(['what Terraform could not write of kafka.tfstate was taken over']);
  expect(ids()).toEqual(['unsaved']);
  expect(existsSync(unsaved)).toBe(false);
});

test.each([
  ['older', state(1, 'unsaved')],
  ['of another platform', state(9, 'unsaved', 'theirs')],
])('but not where it is %s than what is there', (_, content) => {
  writeFileSync(file, state(2));
  writeFileSync(unsaved, content);
  expect(repair()).toEqual([]);
  expect(ids()).toEqual(['one']);
  expect(existsSync(unsaved)).toBe(false);
});

test('states of stacks that have left the program are repaired too: what they name is known', () => {
  writeFileSync(file, state(1));
  writeFileSync(join(folder, 'gone.tfstate'), '{');
  writeFileSync(join(folder, 'gone.tfstate.backup'), state(1, 'gone'));
  expect(repair()).toEqual([expect.stringContaining('gone.tfstate was unreadable')]);
});

test('one that nobody has repaired is a sentence that names the cure', () => {
  writeFileSync(file, '{');
  expect(ids).toThrow(
    /kafka\.tfstate cannot be read: `npx cdktf-streaming up` and `npx cdktf-streaming down` restore it/,
  );
});

test('what is half made is told apart', () => {
  const instances = [{ attributes: { id: 'x' }, status: 'tainted' }];
  const resources = [{ mode: 'managed', type: 'kafka_topic', name: 'it', instances }];
  writeFileSync(file, JSON.stringify({ serial: 1, resources }));
  expect(readState(file)).toEqual([
    { address: 'kafka_topic.it', type: 'kafka_topic', id: 'x', isTainted: true },
  ]);
});
