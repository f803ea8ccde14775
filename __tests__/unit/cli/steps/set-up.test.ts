import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { extractErrors } from '../../../../cli/engine/run';
import { dockerEngine, runningEngine } from '../../../../cli/setup/docker-engine';
import { fakeEngine } from '../../../support/fake-engine';
import { isInitialized, mirrorFolder } from '../../../../cli/setup/providers';
import { findTerraform } from '../../../../cli/engine/terraform';

const environment = { ...process.env };
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'set-up-'));
});

afterEach(() => {
  process.env = { ...environment };
});

test('an Engine elsewhere that does not answer is named, with what to do', async () => {
  process.env.DOCKER_HOST = 'tcp://127.0.0.1:1';
  await expect(dockerEngine(() => undefined, true)).rejects.toThrow(
    /^The Docker Engine at tcp:\/\/127\.0\.0\.1:1 does not answer .*: start it, or choose another one/,
  );
});

describe('a Docker Engine', () => {
  const context = (said: string): void => {
    process.env.PATH = `${folder}${delimiter}${environment.PATH}`;
    delete process.env.DOCKER_HOST;
    delete process.env.DOCKER_CERT_PATH;
    writeFileSync(join(folder, 'docker'), `#!/bin/sh\necho '${said}'\n`);
    chmodSync(join(folder, 'docker'), 0o755);
  };

  test.each([
    ['Engine', undefined],
    [
      'Podman Engine',
      /^What answers at tcp:\S+ is Podman 4\.3\.1, .* was tried, .* or choose an Engine with DOCKER_HOST/s,
    ],
  ])('that calls itself “%s” is taken or refused', async (Name, message) => {
    const engine = await fakeEngine((path) =>
      path.includes('version')
        ? { status: 200, body: { Components: [{ Name, Version: '4.3.1' }] } }
        : { status: 200 },
    );
    process.env.DOCKER_HOST = engine.address;
    try {
      const found = dockerEngine(() => undefined, true);
      await (message ? expect(found).rejects.toThrow(message) : expect(found).resolves.toBeDefined());
    } finally {
      await engine.close();
    }
  });

  test.each([
    ['with certificates', { docker: ['ca.pem', 'cert.pem', 'key.pem'] }, join('/tls', 'docker')],
    ['without any', {}, undefined],
  ])('of a context %s is told to all who ask it', async (_, TLSMaterial, path) => {
    const Endpoints = { docker: { Host: 'unix:///no/engine.sock' } };
    context(JSON.stringify([{ Endpoints, TLSMaterial, Storage: { TLSPath: '/tls' } }]));
    await runningEngine();
    expect(process.env).toMatchObject({ DOCKER_HOST: 'unix:///no/engine.sock' });
    expect(process.env.DOCKER_CERT_PATH).toBe(path);
    expect(process.env.DOCKER_TLS_VERIFY).toBe(path && '1');
  });
});

describe('Terraform', () => {
  const install = (name: string): void => {
    const json = JSON.stringify({ terraform_version: '1.2.3', platform: 'plan9_mips' });
    writeFileSync(join(folder, name), `#!/bin/sh\necho '${json}'\n`);
    chmodSync(join(folder, name), 0o755);
  };

  beforeEach(() => {
    process.env.PATH = folder;
    delete process.env.TERRAFORM_BINARY_NAME;
  });

  test('is preferred to OpenTofu', async () => {
    install('terraform');
    install('tofu');
    await expect(findTerraform()).resolves.toEqual({
      binary: 'terraform',
      version: '1.2.3',
      platform: 'plan9_mips',
    });
  });

  test('may be OpenTofu, and then cdktf is told', async () => {
    install('tofu');
    await expect(findTerraform()).resolves.toMatchObject({ binary: 'tofu' });
    expect(process.env.TERRAFORM_BINARY_NAME).toBe('tofu');
  });

  test('may be missing, and then it is said where to get it', async () => {
    await expect(findTerraform()).rejects.toThrow(
      'Neither terraform nor tofu is on the PATH: install Terraform',
    );
  });

  test('is the one that is named, and no other', async () => {
    install('terraform');
    process.env.TERRAFORM_BINARY_NAME = 'terraform-1.5';
    await expect(findTerraform()).rejects.toThrow('terraform-1.5 is on the PATH');
  });
});

test.each([
  ['terraform', 'registry.terraform.io'],
  ['/opt/bin/tofu', 'registry.opentofu.org'],
])('%s looks for built providers under %s', (binary, registry) => {
  const { target } = mirrorFolder({ binary, platform: 'linux_arm64' }, 'mongey/kafka', '0.13.1');
  expect(target).toContain(join('plugins', registry, 'mongey', 'kafka', '0.13.1', 'linux_arm64'));
});

describe('a stack that was initialized', () => {
  const PLATFORM = { platform: 'plan9_mips' };
  const needs = (version: string): Parameters<typeof isInitialized>[1] => ({
    name: 'topics',
    directory: folder,
    providers: { kafka: { source: 'mongey/kafka', version } },
  });
  const mirror = (): string => join(folder, 'mirror');

  beforeEach(() => {
    const provider = 'registry.terraform.io/mongey/kafka';
    const lines = ['  version     = "0.13.1"', '  constraints = "0.13.1"', '  hashes = []'];
    writeFileSync(join(folder, '.terraform.lock.hcl'), `provider "${provider}" {\n${lines.join('\n')}\n}\n`);
    const unpacked = join(folder, '.terraform', 'providers', provider, '0.13.1');
    mkdirSync(unpacked, { recursive: true });
    mkdirSync(mirror());
    writeFileSync(join(mirror(), 'terraform-provider-kafka_v0.13.1'), '');
    symlinkSync(mirror(), join(unpacked, PLATFORM.platform));
  });

  test('has what it needs', () => {
    expect(isInitialized(PLATFORM, needs('0.13.1'))).toBe(true);
  });

  test('is initialized again where it needs another version', () => {
    expect(isInitialized(PLATFORM, needs('0.13.2'))).toBe(false);
  });

  test('is initialized again where the mirror of its providers was emptied', () => {
    rmSync(mirror(), { recursive: true });
    expect(isInitialized(PLATFORM, needs('0.13.1'))).toBe(false);
  });

  test('is initialized again where a provider itself is gone', () => {
    rmSync(join(mirror(), 'terraform-provider-kafka_v0.13.1'));
    expect(isInitialized(PLATFORM, needs('0.13.1'))).toBe(false);
  });

  test('is initialized again where it has no lock file', () => {
    rmSync(join(folder, '.terraform.lock.hcl'));
    expect(isInitialized(PLATFORM, needs('0.13.1'))).toBe(false);
  });
});

describe('of a failed run', () => {
  test('Terraform’s errors are shown, without colours and boxes', () => {
    const output =
      'kafka  Creating...\n\u001b[31m╷\u001b[0m\n\u001b[31m│\u001b[0m Error: no space\nkafka  │ on line 3\n╵\nbye\n';
    expect(extractErrors(output)).toBe('Error: no space\non line 3');
  });

  test('warnings are left out', () => {
    const box = (text: string): string => `╷\n│ ${text}\n│ more of it\n╵\n`;
    expect(extractErrors(`Creating...\n${box('Warning: x')}${box('Error: y')}`)).toBe('Error: y\nmore of it');
  });

  test('the end is shown where there are none', () => {
    const lines = Array.from({ length: 25 }, (_, index) => `line ${index}`);
    expect(extractErrors(lines.join('\n')).split('\n')).toEqual(lines.slice(-20));
  });
});
