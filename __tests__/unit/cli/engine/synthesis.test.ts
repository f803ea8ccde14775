import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, CloudBackend, HttpBackend, LocalBackend, NamedCloudWorkspace, TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { Container } from '@cdktf/provider-docker/lib/container';
import { Network } from '@cdktf/provider-docker/lib/network';
import { Volume } from '@cdktf/provider-docker/lib/volume';
import { Connector } from '@cdktf/provider-kafka-connect/lib/connector';
import { Acl } from '@cdktf/provider-kafka/lib/acl';
import { Quota } from '@cdktf/provider-kafka/lib/quota';
import { Topic } from '@cdktf/provider-kafka/lib/topic';
import { UserScramCredential } from '@cdktf/provider-kafka/lib/user-scram-credential';
import { RestfulResource } from '../../../../constructs/providers/restful';
import { declaredServices } from '../../../../cli/docker/services';
import {
  upstreamOf,
  livesOnBrokers,
  openClusters,
  platformNames,
  readStacks,
  type Stack,
} from '../../../../cli/engine/synthesis';
import { LABEL } from '../../../../constructs/core/labels';

let output: string;
let stacks: readonly Stack[];

beforeAll(() => {
  output = mkdtempSync(join(tmpdir(), 'synthesis-'));
  const app = new App({ outdir: output, stackTraces: false, skipValidation: true });
  const [topics, brokers] = ['a-topics', 'b-brokers'].map((id) => {
    const stack = new TerraformStack(app, id);
    new LocalBackend(stack, { path: `../../.state/${id}.tfstate` });
    return stack;
  }) as [TerraformStack, TerraformStack];
  topics.addDependency(brokers);
  const labels = [{ label: 'cdktf-streaming.service', value: 'kafka1' }];
  new Container(brokers, 'broker', { name: 'kafka1', image: 'x', labels });
  new Topic(topics, 'known', { name: 'known', partitions: 1, replicationFactor: 1 });
  new Topic(topics, 'new', { name: 'new', partitions: 1, replicationFactor: 1 });
  app.synth();
  stacks = readStacks(output);
});

test('stacks come in the order of their deployment, whatever their names', () => {
  expect(stacks.map(({ name }) => name)).toEqual(['b-brokers', 'a-topics']);
});

test('stacks that are made in a construct come in that order, too', () => {
  const outdir = mkdtempSync(join(tmpdir(), 'synthesis-'));
  const app = new App({ outdir, stackTraces: false, skipValidation: true });
  const region = new Construct(app, 'region');
  const [topics, brokers] = ['a-topics', 'b-brokers'].map((id) => new TerraformStack(region, id));
  topics!.addDependency(brokers!);
  app.synth();
  expect(readStacks(outdir).map(({ name, dependencies }) => [name, dependencies])).toEqual([
    ['b-brokers', []],
    ['a-topics', ['b-brokers']],
  ]);
});

test('a stack knows where a local backend keeps its state, of each workspace', () => {
  expect(stacks[0]?.localState).toEqual({
    file: join(output, '.state', 'b-brokers.tfstate'),
    workspaces: join(output, 'stacks', 'b-brokers', 'terraform.tfstate.d'),
  });
});

test('what another backend keeps is nothing to look for', () => {
  const outdir = mkdtempSync(join(tmpdir(), 'synthesis-'));
  const app = new App({ outdir, stackTraces: false, skipValidation: true });
  new HttpBackend(new TerraformStack(app, 'remote'), { address: 'http://localhost/state' });
  new CloudBackend(new TerraformStack(app, 'cloud'), {
    organization: 'ours',
    workspaces: new NamedCloudWorkspace('ours'),
  });
  app.synth();
  expect(readStacks(outdir).map(({ localState }) => localState)).toEqual([undefined, undefined]);
});

test.each([
  ['are asked', {}, true],
  ['that want TLS are not', { tls_enabled: true }, false],
  ['that want a login are not', { sasl_username: 'me' }, false],
])('brokers %s', (_, provider, isOpen) => {
  const folder = mkdtempSync(join(tmpdir(), 'brokers-'));
  const app = new App({ outdir: folder, stackTraces: false, skipValidation: true });
  const stack = new TerraformStack(app, 'stack');
  new LocalBackend(stack, { path: 'x.tfstate' });
  const all = { bootstrap_servers: ['localhost:9092'], tls_enabled: false, ...provider };
  const other = { ...all, alias: 'other', bootstrap_servers: ['localhost:9192'] };
  stack.addOverride('provider.kafka', [all, other]);
  app.synth();
  expect(readStacks(folder)[0]?.kafkaProviders).toEqual([
    { name: 'kafka', servers: ['localhost:9092'], isOpen },
    { name: 'kafka.other', servers: ['localhost:9192'], isOpen },
  ]);
});

test('brokers that only Terraform knows are asked by nobody else', () => {
  const folder = mkdtempSync(join(tmpdir(), 'brokers-'));
  const app = new App({ outdir: folder, stackTraces: false, skipValidation: true });
  const stack = new TerraformStack(app, 'stack');
  stack.addOverride('provider.kafka', [{ bootstrap_servers: '${var.servers}', tls_enabled: false }]);
  app.synth();
  const stacks = readStacks(folder);
  expect(stacks[0]?.kafkaProviders).toEqual([{ name: 'kafka', servers: [], isOpen: true }]);
  expect(openClusters(stacks)).toEqual([]);
});

test('services are known by their labels', () => {
  expect(declaredServices(stacks)).toEqual(['kafka1']);
});

test.each([
  ['topics', Topic, { name: 'x', partitions: 1, replicationFactor: 1 }],
  ['users', UserScramCredential, { username: 'x', scramMechanism: 'SCRAM-SHA-512' }],
  ['quotas', Quota, { entityType: 'user', entityName: 'x', config: { request_percentage: 1 } }],
  [
    'ACLs',
    Acl,
    {
      ...{ resourceType: 'Topic', resourceName: 'x', aclPrincipal: 'User:x', aclHost: '*' },
      ...{ aclOperation: 'Read', aclPermissionType: 'Allow' },
    },
  ],
  ['connectors', Connector, { name: 'x' }],
  ['subjects', RestfulResource, { attributes: { path: '/subjects/x/versions', body: {} } }],
] as const)('%s go with the volumes, and are destroyed by nobody before', (_, Made, config) => {
  const folder = mkdtempSync(join(tmpdir(), 'volumes-'));
  const app = new App({ outdir: folder, stackTraces: false, skipValidation: true });
  new (Made as new (scope: TerraformStack, id: string, config: object) => unknown)(
    new TerraformStack(app, 'stack'),
    'x',
    config,
  );
  app.synth();
  expect(readStacks(folder).map(livesOnBrokers)).toEqual([true]);
});

test('containers do not', () => {
  expect(stacks.map((stack) => [stack.name, livesOnBrokers(stack)])).toEqual([
    ['b-brokers', false],
    ['a-topics', true],
  ]);
});

test('dependencies of dependencies come first, and each once', () => {
  const stack = (name: string, ...dependencies: string[]) => ({ name, dependencies });
  const diamond = [stack('d', 'b', 'c'), stack('c', 'a'), stack('b', 'a'), stack('a')];
  expect(upstreamOf('d', diamond)).toEqual(['a', 'b', 'c']);
  expect(upstreamOf('a', diamond)).toEqual([]);
});

test.each([Network, Container, Volume])('a platform is known by the label of whatever is there', (Made) => {
  const folder = mkdtempSync(join(tmpdir(), 'platform-'));
  const app = new App({ outdir: folder, stackTraces: false, skipValidation: true });
  const stack = new TerraformStack(app, 'stack');
  new LocalBackend(stack, { path: 'x.tfstate' });
  new Container(stack, 'another', { name: 'x', image: 'x' });
  const labels = [{ label: 'cdktf-streaming.platform', value: 'blue' }];
  new (Made as typeof Container)(stack, 'made', { name: 'x', image: 'x', labels });
  app.synth();
  expect(platformNames(readStacks(folder))).toEqual(['blue']);
});

test('a program may have several platforms, or none', () => {
  expect(platformNames(stacks)).toEqual([]);
  const network = (value: string) => ({ attributes: { labels: [{ label: LABEL.platform, value }] } });
  const networks = ['blue', 'green', 'blue'].map(network);
  const both = { resources: (type: string) => (type === 'docker_network' ? networks : []) };
  expect(platformNames([both as unknown as Stack])).toEqual(['blue', 'green']);
});
