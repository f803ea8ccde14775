import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Topic } from '@cdktf/provider-kafka/lib/topic';
import { KafkaProvider } from '@cdktf/provider-kafka/lib/provider';
import { PROVIDERS } from '../../scripts/lib/providers';

const FOLDER = join(__dirname, '..', '..', 'providers');

interface Inputs {
  readonly provider: string;
  readonly cdktf: string;
  readonly typescript: string;
}

const recorded = JSON.parse(readFileSync(join(FOLDER, 'kafka/lib/generated.json'), 'utf8')) as Inputs & {
  sha256: string;
};

// The generator is an ES module.
const current = JSON.parse(
  execFileSync(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      "import { digest, inputs } from './kafka/generate.mjs'; console.log(JSON.stringify({ ...inputs(), sha256: digest() }))",
    ],
    { cwd: FOLDER, encoding: 'utf8' },
  ),
) as typeof recorded;

test('the bindings were made by the installed cdktf and tsc, from the provider that the package names', () => {
  expect({ ...current, sha256: undefined }).toEqual({ ...recorded, sha256: undefined });
});

test('nobody edited the generated bindings', () => {
  expect(current.sha256).toBe(recorded.sha256);
});

test('they are imported like those of a prebuilt provider', () => {
  expect(Topic.tfResourceType).toBe('kafka_topic');
  expect(KafkaProvider.tfResourceType).toBe('kafka');
});

test.each(
  PROVIDERS.map(({ source, version, module }) => ({
    source,
    version,
    goMod: readFileSync(join(module, 'go.mod'), 'utf8'),
  })),
)(
  'where no registry answers, $source $version is built from the same release',
  ({ source, version, goMod }) => {
    if (source === 'mongey/kafka') {
      expect(goMod).toContain(`github.com/Mongey/terraform-provider-kafka v${version}\n`);
      expect(recorded.provider).toBe(`registry.terraform.io/${source}@${version}`);
    } else {
      // The module has no version tags that Go would accept; its commit is the one after the release.
      expect(goMod).toMatch(
        /=> github\.com\/kreuzwerker\/terraform-provider-docker v0\.0\.0-\d{14}-[0-9a-f]{12}\n/,
      );
    }
  },
);
