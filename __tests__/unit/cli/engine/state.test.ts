import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  mayBeDeployed,
  readState,
  repairStates,
  resourcesIn,
  takeOverUnsaved,
} from '../../../../cli/engine/state';

let folder: string;
let file: string;
let unsaved: string;
let remote: string;

/** A Terraform whose backend is a file of its own. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'state-'));
  mkdirSync(join(folder, 'kafka'));
  file = join(folder, 'kafka.tfstate');
  unsaved = join(folder, 'kafka', 'errored.tfstate');
  remote = join(folder, 'remote');
  const binary = join(folder, 'terraform');
  const script = `#!/bin/sh
case "$2" in
  pull) [ ! -e ${remote} ] || cat ${remote} ;;
  push) cat $4 > ${remote} ;;
esac
`;
  writeFileSync(binary, script);
  chmodSync(binary, 0o755);
  process.env.TERRAFORM_BINARY_NAME = binary;
});

afterEach(() => {
  delete process.env.TERRAFORM_BINARY_NAME;
});

const state = (serial: number, id = 'one', lineage = 'ours'): string => {
  const instances = [{ attributes: { id } }];
  const resources = [{ mode: 'managed', type: 'docker_network', name: 'it', instances }];
  return JSON.stringify({ version: 4, serial, lineage, resources }, null, 2);
};

const elsewhere = () => ({ name: 'kafka', directory: join(folder, 'kafka'), localState: undefined });
const here = () => ({ ...elsewhere(), localState: { file, workspaces: join(folder, 'workspaces') } });

const repair = (): readonly string[] => repairStates([here()]);
const ids = (): string[] => resourcesIn(readFileSync(file, 'utf8')).map(({ id }) => id);

describe('what Terraform knows', () => {
  test('is asked of Terraform, whatever the backend', async () => {
    writeFileSync(remote, state(1));
    await expect(readState(elsewhere())).resolves.toMatchObject([{ id: 'one' }]);
  });

  test('is nothing where nobody has written a state yet', async () => {
    await expect(readState(elsewhere())).resolves.toEqual([]);
  });

  test('is not asked for where a local backend has written nothing', async () => {
    writeFileSync(remote, state(1));
    await expect(readState(here())).resolves.toEqual([]);
  });

  test('says what is half made', () => {
    const instances = [{ attributes: { id: 'x' }, status: 'tainted' }];
    const resources = [{ mode: 'managed', type: 'kafka_topic', name: 'it', instances }];
    expect(resourcesIn(JSON.stringify({ serial: 1, resources }))).toEqual([
      { address: 'kafka_topic.it', type: 'kafka_topic', id: 'x', isTainted: true },
    ]);
  });

  test('has the addresses that Terraform gives what is made of a list, in a module', () => {
    const instances = [
      { index_key: 0, attributes: { id: 'a' } },
      { index_key: 'b', attributes: { id: 'b' } },
    ];
    const resources = [
      { module: 'module.mine', mode: 'managed', type: 'kafka_topic', name: 'it', instances },
      { mode: 'data', type: 'kafka_topic', name: 'read', instances },
    ];
    expect(resourcesIn(JSON.stringify({ serial: 1, resources })).map(({ address }) => address)).toEqual([
      'module.mine.kafka_topic.it[0]',
      'module.mine.kafka_topic.it["b"]',
    ]);
  });
});

describe('whether anything is deployed', () => {
  test('a local backend says by its file, of any workspace', () => {
    expect(mayBeDeployed(here())).toBe(false);
    mkdirSync(join(folder, 'workspaces', 'blue'), { recursive: true });
    writeFileSync(join(folder, 'workspaces', 'blue', 'terraform.tfstate'), state(1));
    expect(mayBeDeployed(here())).toBe(true);
  });

  test('another one must be asked', () => {
    expect(mayBeDeployed(elsewhere())).toBe(true);
  });
});

describe('a local state', () => {
  test('that can be read stays as it is, whatever its backup says', () => {
    writeFileSync(file, state(2));
    writeFileSync(`${file}.backup`, state(1, 'old'));
    expect(repair()).toEqual([]);
    expect(ids()).toEqual(['one']);
  });

  test.each([
    ['half written', state(2).slice(0, 80)],
    ['emptied', ''],
    ['something else', '"words"'],
  ])('that is %s is restored from its backup, and kept', (_, content) => {
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
  ])('of which no backup %s begins anew', (_, backup) => {
    writeFileSync(file, '{');
    if (backup) writeFileSync(`${file}.backup`, backup);
    expect(repair()).toEqual([expect.stringContaining('starts from scratch')]);
    expect(existsSync(file)).toBe(false);
  });

  test('of another workspace is repaired too', () => {
    const other = join(folder, 'workspaces', 'blue');
    mkdirSync(other, { recursive: true });
    writeFileSync(join(other, 'terraform.tfstate'), '{');
    writeFileSync(join(other, 'terraform.tfstate.backup'), state(1));
    expect(repair()).toEqual([expect.stringContaining('restored from its backup')]);
  });
});

describe('what Terraform could not write', () => {
  test.each([
    ['there is none', undefined],
    ['that is older', state(2, 'old')],
  ])('is put where the state belongs, where %s', async (_, before) => {
    if (before) writeFileSync(remote, before);
    writeFileSync(unsaved, state(3, 'unsaved'));
    await expect(takeOverUnsaved(elsewhere())).resolves.toEqual([
      'what Terraform could not write of kafka was taken over',
    ]);
    await expect(readState(elsewhere())).resolves.toMatchObject([{ id: 'unsaved' }]);
    expect(existsSync(unsaved)).toBe(false);
  });

  test.each([
    ['is older', state(1, 'unsaved')],
    ['is of another platform', state(9, 'unsaved', 'theirs')],
    ['is half written', '{'],
  ])('is left out where it %s', async (_, content) => {
    writeFileSync(remote, state(2));
    writeFileSync(unsaved, content);
    await expect(takeOverUnsaved(elsewhere())).resolves.toEqual([]);
    await expect(readState(elsewhere())).resolves.toMatchObject([{ id: 'one' }]);
    expect(existsSync(unsaved)).toBe(false);
  });
});
