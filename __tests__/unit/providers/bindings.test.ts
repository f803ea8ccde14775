import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { KafkaProvider } from '@cdktf/provider-kafka/lib/provider';
import { Topic } from '@cdktf/provider-kafka/lib/topic';
import { Connector } from '@cdktf/provider-kafka-connect/lib/connector';
import { KafkaConnectProvider } from '@cdktf/provider-kafka-connect/lib/provider';
import { PROVIDERS, providersOf } from '../../../cli/setup/providers';
import { KubernetesPlatform } from '../../../constructs';
import { newStack, synth } from '../../support/synth';

const FOLDER = join(__dirname, '..', '..', '..', 'providers');

interface Made {
  readonly provider: string;
  readonly cdktf: string;
  readonly typescript: string;
  readonly sha256: string;
}

// The generator is an ES module.
const current = JSON.parse(
  execFileSync(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `import { digest, inputs, packages } from './generate.mjs';
       const made = packages().map((name) => [name, { ...inputs(name), sha256: digest(name + '/lib') }]);
       console.log(JSON.stringify(Object.fromEntries(made)));`,
    ],
    { cwd: FOLDER, encoding: 'utf8' },
  ),
) as Record<string, Made>;

const recorded = (name: string): Made =>
  JSON.parse(readFileSync(join(FOLDER, name, 'lib', 'generated.json'), 'utf8')) as Made;

test('there are generated bindings of two providers', () => {
  expect(Object.keys(current)).toEqual(['kafka', 'kafka-connect']);
});

describe.each(Object.keys(current))('the bindings in %s', (name) => {
  test('were made by the installed cdktf and tsc, from the provider that the package names', () => {
    expect({ ...current[name], sha256: undefined }).toEqual({ ...recorded(name), sha256: undefined });
  });

  test('were edited by nobody', () => {
    expect(current[name]?.sha256).toBe(recorded(name).sha256);
  });
});

test('they are imported like those of a prebuilt provider', () => {
  const types = [Topic, KafkaProvider, Connector, KafkaConnectProvider];
  expect(types.map(({ tfResourceType }) => tfResourceType)).toEqual([
    'kafka_topic',
    'kafka',
    'kafka-connect_connector',
    'kafka-connect',
  ]);
});

const goMod = (source: string): string =>
  readFileSync(join(PROVIDERS.find((each) => each.source === source)?.module ?? '', 'go.mod'), 'utf8');

test.each([
  ['mongey/kafka', 'github.com/Mongey/terraform-provider-kafka', 'kafka'],
  ['mongey/kafka-connect', 'github.com/Mongey/terraform-provider-kafka-connect', 'kafka-connect'],
])(
  'where no registry answers, %s is built from the release that its bindings are of',
  (source, module, name) => {
    const { version } = PROVIDERS.find((each) => each.source === source)!;
    expect(goMod(source)).toContain(`${module} v${version}\n`);
    expect(recorded(name).provider).toBe(`registry.terraform.io/${source}@${version}`);
  },
);

test('where no registry answers, gavinbunney/kubectl is built from the release that its resources want', () => {
  const { version } = PROVIDERS.find(({ source }) => source === 'gavinbunney/kubectl')!;
  expect(goMod('gavinbunney/kubectl')).toContain(
    `github.com/gavinbunney/terraform-provider-kubectl v${version}\n`,
  );
  const stack = newStack();
  new KubernetesPlatform(stack, 'platform');
  const { required_providers } = synth(stack).terraform;
  expect(required_providers).toEqual({ kubectl: { source: 'gavinbunney/kubectl', version } });
});

test('where no registry answers, kreuzwerker/docker is built from the commit after its release', () => {
  // The module has no version tags that Go would accept.
  expect(goMod('kreuzwerker/docker')).toMatch(
    /=> github\.com\/kreuzwerker\/terraform-provider-docker v0\.0\.0-\d{14}-[0-9a-f]{12}\n/,
  );
});

test.each(['mongey/kafka-connect', 'Mongey/kafka-connect', 'registry.terraform.io/mongey/kafka-connect'])(
  'only what the stacks need is built, as where they need %s',
  (source) => {
    const stack = { providers: { connect: { source, version: '0.5.0' } } };
    expect(providersOf([stack, { providers: {} }]).map((each) => each.source)).toEqual([
      'mongey/kafka-connect',
    ]);
  },
);
