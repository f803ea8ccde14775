import { KUBERNETES } from '../../tools/kubernetes/definitions';
import { securedProgram } from '../support/kubernetes-programs';
import { everything, kubectl, refusal } from './support/kubectl';
import { StandIn } from './support/stand-in';
import { yamlOf } from './support/yaml';

let before: readonly string[];

beforeAll(async () => {
  before = await everything();
  await kubectl(['apply', '--server-side', '--validate=strict', '-f', '-'], yamlOf(securedProgram()));
});

afterAll(async () => {
  await kubectl(['delete', 'namespace', 'streaming']);
  expect(await everything()).toEqual(before);
});

const wait = (seconds: number): Promise<string> =>
  kubectl([
    ...['wait', 'kafkas,kafkatopics,kafkausers', '--all', '--namespace=streaming'],
    ...['--for=condition=Ready', `--timeout=${seconds}s`],
  ]);

test('the server is the version whose definitions are checked without it', async () => {
  const versions = JSON.parse(await kubectl(['version', '--output=json'])) as Record<string, object>;
  expect(versions.serverVersion).toMatchObject({ gitVersion: KUBERNETES.version });
});

test('without the stand-in nobody is ready, and a wait ends with what is not', async () => {
  const refused = await refusal(wait(2));
  for (const what of ['kafkas/streaming', 'kafkatopics/orders', 'kafkausers/billing'])
    expect(refused).toContain(`timed out waiting for the condition on ${what}`);
});

test('with the stand-in all are', async () => {
  const standIn = new StandIn();
  try {
    expect(await wait(60)).toContain('kafka.kafka.strimzi.io/streaming condition met');
  } finally {
    await standIn.stop();
  }
});
