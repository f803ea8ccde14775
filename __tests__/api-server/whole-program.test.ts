import { objectsOf } from '../support/kubernetes';
import { securedProgram, wholeProgram } from '../support/kubernetes-programs';
import type { Deployment } from './support/deployment';
import { everything, items, kubectl, refusalOf } from './support/kubectl';
import { StandIn } from './support/stand-in';
import { TerraformDeployment } from './support/terraform';
import { YamlDeployment, yamlOf } from './support/yaml';

const inNamespace = (...args: string[]): Promise<string> => kubectl([...args, '--namespace=streaming']);

test.each([
  ['the whole program', wholeProgram],
  ['a program whose brokers ask who is there', securedProgram],
])('%s is accepted in a strict dry run', async (_, program) => {
  const namespace = objectsOf(program()).find(({ kind }) => kind === 'Namespace');
  // What is in a namespace is asked after it.
  await kubectl(['create', '-f', '-'], JSON.stringify(namespace));
  try {
    expect(await refusalOf(yamlOf(program()))).toBe('');
  } finally {
    await kubectl(['delete', 'namespace', 'streaming']);
  }
});

describe.each<[string, () => Deployment]>([
  ['YAML, by kubectl', () => new YamlDeployment(wholeProgram)],
  ['Terraform', () => new TerraformDeployment(wholeProgram)],
])('the whole program as %s', (_, by) => {
  let before: readonly string[];
  let standIn: StandIn;
  let deployment: Deployment;

  beforeAll(async () => {
    before = await everything();
    standIn = new StandIn();
    deployment = by();
  });

  afterAll(() => standIn.stop());

  test('is applied, and then there is nothing to do', async () => {
    await deployment.apply();
    expect(await deployment.changes()).toEqual([]);
  });

  test('has its pods admitted, of each Deployment and Job', async () => {
    await inNamespace('wait', 'deployments', '--all', '--for=condition=Available', '--timeout=5m');
    await inNamespace('wait', 'jobs', '--all', '--for=condition=Complete', '--timeout=5m');
    const owners = items(await inNamespace('get', 'deployments,jobs', '--output=json'));
    const pods = items(await inNamespace('get', 'pods', '--output=json'));
    expect(pods).toHaveLength(owners.length);
  });

  test('is put right where somebody edited it by hand', async () => {
    await inNamespace('delete', 'kafkatopic', 'people');
    const patch = JSON.stringify({ spec: { kafka: { config: { 'min.insync.replicas': 1 } } } });
    await inNamespace('patch', 'kafka', 'streaming', '--type=merge', '--patch', patch);
    expect(await deployment.changes()).toEqual(['Kafka streaming', 'KafkaTopic people']);
    await deployment.apply();
    expect(await deployment.changes()).toEqual([]);
  });

  test('is destroyed without a trace', async () => {
    await deployment.destroy();
    expect(await everything()).toEqual(before);
  });
});
