import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { forgetInitialized, isInitialized, noteInitialized } from '../../../../cli/engine/initialized';
import type { Stack } from '../../../../cli/engine/synthesis';
import { init } from '../../../../cli/engine/terraform';

const PROVIDERS = '.terraform/providers/registry.terraform.io/kreuzwerker/docker/3.6.2';
const REQUIRED = { docker: { source: 'kreuzwerker/docker', version: '3.6.2' } };
const SYNTHESIZED = {
  terraform: { backend: { local: { path: 'kafka.tfstate' } }, required_providers: REQUIRED },
  provider: { docker: [{}] },
  resource: { docker_network: { net: { name: 'one' } } },
};

function write(directory: string, json: object): void {
  writeFileSync(join(directory, 'cdk.tf.json'), JSON.stringify(json));
}

/** A folder as `terraform init` leaves it, the provider a link into a cache. */
function initialized(): string {
  const directory = mkdtempSync(join(tmpdir(), 'stack-'));
  write(directory, SYNTHESIZED);
  mkdirSync(join(directory, PROVIDERS), { recursive: true });
  mkdirSync(join(directory, 'cache'));
  symlinkSync(join(directory, 'cache'), join(directory, PROVIDERS, 'linux_amd64'));
  writeFileSync(join(directory, '.terraform.lock.hcl'), 'provider "docker" {}');
  writeFileSync(join(directory, '.terraform/terraform.tfstate'), '{"backend":{"hash":1}}');
  noteInitialized(directory);
  return directory;
}

const terraform = (props: object): object => ({
  ...SYNTHESIZED,
  terraform: { ...SYNTHESIZED.terraform, ...props },
});

test('a folder that nobody has initialized is not initialized', () => {
  const directory = mkdtempSync(join(tmpdir(), 'stack-'));
  write(directory, SYNTHESIZED);
  expect(isInitialized(directory)).toBe(false);
  noteInitialized(directory);
  expect(isInitialized(directory)).toBe(false);
});

test.each<[string, object]>([
  ['nothing', SYNTHESIZED],
  ['an attribute of a resource', { ...SYNTHESIZED, resource: { docker_network: { net: { name: 'two' } } } }],
  ['another resource of a type', { ...SYNTHESIZED, resource: { docker_network: { net: {}, more: {} } } }],
  ['how a provider is set', { ...SYNTHESIZED, provider: { docker: [{ host: 'ssh://me@there' }] } }],
])('stays initialized when a synth changes %s', (_, json) => {
  const directory = initialized();
  write(directory, json);
  expect(isInitialized(directory)).toBe(true);
});

test.each<[string, object]>([
  ['the backend', terraform({ backend: { http: { address: 'https://state.example.com' } } })],
  ['where the local state is', terraform({ backend: { local: { path: 'other.tfstate' } } })],
  [
    'the version of a provider',
    terraform({ required_providers: { docker: { ...REQUIRED.docker, version: '3.6.3' } } }),
  ],
  ['a provider more', { ...SYNTHESIZED, provider: { docker: [{}], kafka: [{}] } }],
  ['a type of resources', { ...SYNTHESIZED, resource: { random_id: { a: {} } } }],
  ['a module', { ...SYNTHESIZED, module: { vpc: { source: './vpc' } } }],
])('is to be initialized again when a synth changes %s', (_, json) => {
  const directory = initialized();
  write(directory, json);
  expect(isInitialized(directory)).toBe(false);
});

test.each<[string, (directory: string) => void]>([
  ['its folder', (directory) => rmSync(join(directory, '.terraform'), { recursive: true })],
  ['a provider', (directory) => rmSync(join(directory, PROVIDERS), { recursive: true })],
  ['the cache with a provider', (directory) => rmSync(join(directory, 'cache'), { recursive: true })],
  ['the lock file', (directory) => rmSync(join(directory, '.terraform.lock.hcl'))],
  ['a line of the lock file', (directory) => appendFileSync(join(directory, '.terraform.lock.hcl'), '\n')],
  [
    'the backend, by hand',
    (directory) => writeFileSync(join(directory, '.terraform/terraform.tfstate'), '{}'),
  ],
  ['what is noted', forgetInitialized],
])('is to be initialized again when somebody has changed or removed %s', (_, change) => {
  const directory = initialized();
  change(directory);
  expect(isInitialized(directory)).toBe(false);
});

test('is to be initialized again with other arguments', () => {
  const directory = initialized();
  process.env.TF_CLI_ARGS_init = '-backend-config=prod.hcl';
  try {
    expect(isInitialized(directory)).toBe(false);
  } finally {
    delete process.env.TF_CLI_ARGS_init;
  }
});

describe('init', () => {
  const before = process.env.TERRAFORM_BINARY_NAME;
  afterEach(() => {
    if (before === undefined) delete process.env.TERRAFORM_BINARY_NAME;
    else process.env.TERRAFORM_BINARY_NAME = before;
  });

  /** Notes that it was run, and leaves the folder initialized, or half. */
  function fakeTerraform(directory: string, script: string): void {
    const binary = join(directory, 'terraform');
    writeFileSync(binary, `#!/bin/sh\necho "$@" >> calls\n${script}\n`);
    chmodSync(binary, 0o755);
    process.env.TERRAFORM_BINARY_NAME = binary;
  }
  const stack = (directory: string): Stack =>
    ({ name: 'kafka', directory, localState: 'kafka.tfstate' }) as unknown as Stack;
  const calls = (directory: string): string =>
    existsSync(join(directory, 'calls')) ? readFileSync(join(directory, 'calls'), 'utf8') : '';

  test('runs nothing where it would change nothing', async () => {
    const directory = initialized();
    fakeTerraform(directory, 'exit 1');
    noteInitialized(directory);
    await init(stack(directory));
    expect(calls(directory)).toBe('');
  });

  test('runs Terraform where something is asked for that is not there, and notes it', async () => {
    const directory = initialized();
    fakeTerraform(directory, '');
    write(directory, terraform({ required_providers: {} }));
    await init(stack(directory));
    expect(calls(directory)).toBe('init -input=false\n');
    expect(isInitialized(directory)).toBe(true);
  });

  test('notes nothing where Terraform fails', async () => {
    const directory = initialized();
    fakeTerraform(directory, 'exit 1');
    write(directory, terraform({ required_providers: {} }));
    await expect(init(stack(directory))).rejects.toThrow('terraform init kafka failed');
    write(directory, SYNTHESIZED);
    expect(isInitialized(directory)).toBe(false);
  });
});
