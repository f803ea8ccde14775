import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, DataResource, HttpBackend, LocalBackend, TerraformStack } from 'cdktf';
import { repairStates, readState, takeOverUnsaved } from '../../cli/engine/state';
import { readStacks, type Stack } from '../../cli/engine/synthesis';
import { applyPlan, destroy, forget, init, plan } from '../../cli/engine/terraform';
import { httpState, type HttpState } from '../support/http-state';

/** A stack with two resources that need no provider. */
function program(backend: (stack: TerraformStack) => unknown): Stack {
  const outdir = mkdtempSync(join(tmpdir(), 'backends-'));
  const app = new App({ outdir, stackTraces: false, skipValidation: true });
  const stack = new TerraformStack(app, 'data');
  backend(stack);
  for (const id of ['one', 'two']) new DataResource(stack, id, { input: { id } });
  app.synth();
  return readStacks(outdir)[0]!;
}

const addresses = async (stack: Stack): Promise<string[]> =>
  (await readState(stack)).map(({ address }) => address).sort();

async function deploy(stack: Stack): Promise<void> {
  await init(stack);
  await plan(stack);
  await applyPlan(stack);
}

describe('a backend that is reached by http', () => {
  let server: HttpState;
  let stack: Stack;

  beforeAll(async () => {
    server = await httpState();
    const { address } = server;
    stack = program(
      (scope) => new HttpBackend(scope, { address, lockAddress: address, unlockAddress: address }),
    );
  });

  afterAll(() => server.close());

  test('holds what is deployed, and is asked for it', async () => {
    await init(stack);
    await expect(readState(stack)).resolves.toEqual([]);
    const { resource_changes: changes } = await plan(stack);
    expect(changes?.map(({ change }) => change.actions)).toEqual([['create'], ['create']]);
    await applyPlan(stack);
    expect(server.state()).toContain('terraform_data');
    await expect(addresses(stack)).resolves.toEqual(['terraform_data.one', 'terraform_data.two']);
    expect(existsSync(join(stack.directory, 'terraform.tfstate'))).toBe(false);
  });

  test('is locked by all that changes it, and given back', async () => {
    const before = server.locks.count;
    await forget(stack, [{ address: 'terraform_data.one' }]);
    await expect(addresses(stack)).resolves.toEqual(['terraform_data.two']);
    expect(server.locks).toEqual({ count: before + 1, holder: undefined });
  });

  test('is given what Terraform could not write to it', async () => {
    const state = JSON.parse(server.state()!) as { serial: number; resources: unknown[] };
    const unsaved = { ...state, serial: state.serial + 1, resources: [] };
    writeFileSync(join(stack.directory, 'errored.tfstate'), JSON.stringify(unsaved));
    await expect(takeOverUnsaved(stack)).resolves.toHaveLength(1);
    await expect(addresses(stack)).resolves.toEqual([]);
  });

  test('is emptied by a destroy', async () => {
    await deploy(stack);
    await destroy(stack);
    await expect(addresses(stack)).resolves.toEqual([]);
  });
});

describe('workspaces of a local backend', () => {
  afterEach(() => {
    delete process.env.TF_WORKSPACE;
  });

  test('are each read, and repaired, for themselves', async () => {
    const stack = program((scope) => new LocalBackend(scope, { path: 'mine.tfstate' }));
    await deploy(stack);
    await forget(stack, [{ address: 'terraform_data.one' }]);
    process.env.TF_WORKSPACE = 'blue';
    await plan(stack);
    await applyPlan(stack);
    const blue = join(stack.localState!.workspaces, 'blue', 'terraform.tfstate');
    writeFileSync(`${blue}.backup`, JSON.stringify({ version: 4, serial: 1, lineage: 'x', resources: [] }));
    await expect(addresses(stack)).resolves.toEqual(['terraform_data.one', 'terraform_data.two']);
    writeFileSync(blue, '{');
    expect(repairStates([stack])).toEqual([expect.stringContaining('restored from its backup')]);
    await expect(addresses(stack)).resolves.toEqual([]);
    delete process.env.TF_WORKSPACE;
    await expect(addresses(stack)).resolves.toEqual(['terraform_data.two']);
  });
});
