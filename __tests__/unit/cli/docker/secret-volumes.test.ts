import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Testing } from 'cdktf';
import { copySecrets, secretVolumes } from '../../../../cli/docker/secret-volumes';
import { namedCertificates } from '../../../../cli/setup/broker-certificates';
import { isElsewhere } from '../../../../cli/steps/secret-step';
import { Certificates, ControllerQuorum, KafkaCluster, Metadata } from '../../../../constructs';
import { newPlatform, newStack, resources } from '../../../support/synth';

/** A broker and a controller of an Engine elsewhere, as the command finds them. */
function stacks(folder: string) {
  const stack = newStack('kafka', Testing.app());
  const platform = newPlatform(stack, { copiesSecretFiles: true });
  const props = { platform, certificates: Certificates.folder(folder) };
  const quorum = new ControllerQuorum(stack, 'controllers', { ...props, controllers: 1 });
  new KafkaCluster(stack, 'kafka', { ...props, brokers: 1, metadata: Metadata.kraft(quorum) });
  const all = (type: string) => resources(stack, type).map((attributes) => ({ address: '', attributes }));
  const found: Record<string, ReturnType<typeof all>> = {
    docker_container: all('docker_container'),
    docker_volume: all('docker_volume'),
  };
  return [{ resources: (type: string) => found[type] ?? [], kafkaProviders: [] }];
}

/** An Engine with one image, and what is put into its volumes. */
function engine(image: string) {
  const did: string[] = [];
  const put: Record<string, Buffer> = {};
  let mounts: { Source: string; Target: string }[] = [];
  const container = {
    putArchive: (content: Buffer, { path }: { path: string }) => {
      put[mounts.find(({ Target }) => Target === path)?.Source ?? ''] = content;
      return Promise.resolve();
    },
    start: () => Promise.reject(new Error('started')),
    remove: () => Promise.resolve(did.push('removed')),
  };
  const docker = {
    getImage: (name: string) => ({
      inspect: () => (name === image ? Promise.resolve({}) : Promise.reject(new Error('none'))),
    }),
    createVolume: ({ Name, Labels }: { Name: string; Labels: object }) =>
      Promise.resolve(did.push(`${Name} ${JSON.stringify(Labels)}`)),
    createContainer: (options: { HostConfig: { Mounts: typeof mounts } }) => {
      mounts = options.HostConfig.Mounts;
      expect(JSON.stringify(options)).not.toContain('key of');
      return Promise.resolve(container);
    },
  };
  return { docker: docker as never, did, put };
}

const FILES = ['ca.crt', 'kafka1.pem', 'kafka-controller1.pem'];

/** The volumes of a program whose keys were made, which constructs would look into. */
function withKeys(names = FILES): ReturnType<typeof secretVolumes> {
  const folder = mkdtempSync(join(tmpdir(), 'keys-'));
  const volumes = secretVolumes(stacks(folder));
  for (const name of names) writeFileSync(join(folder, name), `key of ${name}`, { mode: 0o400 });
  return volumes;
}

/** What tar itself reads of an archive. */
function unpacked(content: Buffer): Record<string, string> {
  const to = mkdtempSync(join(tmpdir(), 'unpacked-'));
  execFileSync('tar', ['-x', '-C', to], { input: content });
  const names = execFileSync('tar', ['-t'], { input: content }).toString().trim().split('\n');
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(to, name), 'utf8')]));
}

test('each container has its own key in its volume, and no other, put there before anything starts', async () => {
  const { docker, did, put } = engine('example/kafka:3.9.1');
  await copySecrets(docker, withKeys());
  expect(Object.fromEntries(Object.entries(put).map(([name, content]) => [name, unpacked(content)]))).toEqual(
    {
      'streaming-kafka1-run-secrets-kafka-tls': {
        'kafka1.pem': 'key of kafka1.pem',
        'ca.crt': 'key of ca.crt',
      },
      'streaming-kafka-controller1-run-secrets-kafka-tls': {
        'kafka-controller1.pem': 'key of kafka-controller1.pem',
        'ca.crt': 'key of ca.crt',
      },
    },
  );
  const first = put['streaming-kafka1-run-secrets-kafka-tls'];
  expect(execFileSync('tar', ['-tv', '--numeric-owner'], { input: first }).toString()).toMatch(
    /^-r-------- 1000\/1000 .* kafka1\.pem$/m,
  );
  expect(did.at(-1)).toBe('removed');
  expect(did[0]).toMatch(/ \{"cdktf-streaming.platform":"streaming"\}$/);
});

test('a file that is not there is named, and nothing is made', async () => {
  const { docker, did } = engine('example/kafka:3.9.1');
  const volumes = withKeys(['ca.crt']);
  await expect(copySecrets(docker, volumes)).rejects.toThrow(
    /The secret file \S+\.pem cannot be read \(ENOENT\)/,
  );
  expect(did).toEqual([]);
});

test('an Engine without any of the images is told by their names', async () => {
  const volumes = withKeys();
  await expect(copySecrets(engine('other:1').docker, volumes)).rejects.toThrow(
    'has none of the images example/kafka:3.9.1',
  );
});

test('the set-up makes certificates of what is copied as well', () => {
  expect(
    namedCertificates(stacks('/nowhere'))
      .map(({ name }) => name)
      .sort(),
  ).toEqual(['admin', 'kafka-controller1', 'kafka1']);
});

test.each([
  ['ssh://me@far', true],
  ['tcp://10.0.0.1:2375', true],
  ['tcp://localhost:2375', false],
  ['tcp://127.0.0.1:2375', false],
  ['unix:///var/run/docker.sock', false],
  ['npipe:////./pipe/docker_engine', false],
  ['', false],
])('whether an Engine at %s sees other files than this machine: %p', (host, elsewhere) => {
  expect(isElsewhere(host)).toBe(elsewhere);
});
