import { objectsOf } from '../support/kubernetes';
import { securedProgram, wholeProgram } from '../support/kubernetes-programs';
import { everything, items, kubectl, refusalOf } from './support/kubectl';
import { StandIn } from './support/stand-in';
import { Deployment } from './support/terraform';
import { yamlOf } from './support/yaml';

const inNamespace = (...args: string[]): Promise<string> => kubectl([...args, '--namespace=streaming']);

describe.each([
  ['the whole program', wholeProgram, ['streaming', 'applications']],
  ['brokers that ask who is there', securedProgram, ['streaming']],
])('%s', (_, program, stacks) => {
  let before: readonly string[];
  let standIn: StandIn;
  let deployment: Deployment;

  beforeAll(async () => {
    before = await everything();
    standIn = new StandIn();
    deployment = await Deployment.of(program(), stacks);
  });

  afterAll(() => standIn.stop());

  test('is all accepted in a strict dry run', async () => {
    const namespace = objectsOf(program()).find(({ kind }) => kind === 'Namespace');
    // What is in a namespace is asked after it.
    await kubectl(['create', '-f', '-'], JSON.stringify(namespace));
    expect(await refusalOf(yamlOf(program()))).toBe('');
    await kubectl(['delete', 'namespace', 'streaming']);
  });

  test('is deployed by Terraform, after which there is nothing to do', async () => {
    await deployment.apply();
    expect(await deployment.plan()).toEqual([]);
  });

  test('has its pods admitted, of each Deployment and Job', async () => {
    const owners = items(await inNamespace('get', 'deployments,jobs', '--output=json'));
    const pods = items(await inNamespace('get', 'pods', '--output=json'));
    expect(pods).toHaveLength(owners.length);
  });

  test('is put right where somebody edits it by hand', async () => {
    await inNamespace('delete', 'kafkatopic', '--all');
    const patch = JSON.stringify({ spec: { kafka: { config: { 'min.insync.replicas': 1 } } } });
    await inNamespace('patch', 'kafka', 'streaming', '--type=merge', '--patch', patch);
    const drift = await deployment.plan();
    expect(drift).toContain('update Kafka streaming');
    expect(drift.filter((each) => !each.startsWith('create KafkaTopic '))).toHaveLength(1);
    await deployment.apply();
    expect(await deployment.plan()).toEqual([]);
  });

  test('is destroyed without a trace', async () => {
    await deployment.destroy();
    expect(await everything()).toEqual(before);
  });
});
