import { denied } from '../../../../cli/docker/denials';
import { askDenials } from '../../../../cli/status/denials';
import type { Containers } from '../../../../cli/status/services';
import { container } from '../../../support/plans';
import { synthesized } from '../../../support/synthesized';

jest.mock('../../../../cli/docker/denials', () => ({ denied: jest.fn() }));

const env = ['KAFKA_AUTHORIZER_CLASS_NAME=org.apache.kafka.metadata.authorizer.StandardAuthorizer'];
const stacks = [
  synthesized('kafka', {
    docker_container: [
      container('kafka1', {}, { env }),
      container('kafka2', {}, { env: [] }),
      container('web'),
    ],
  }),
];

const running = (...names: string[]): { value: Containers } => ({
  value: new Map(
    names.map((name) => [name, { name, containerId: name, state: 'healthy', isReady: true, endpoints: [] }]),
  ),
});

beforeEach(() => jest.mocked(denied).mockReset().mockResolvedValue(['Denied to User:a']));

test('those that have an authorizer, and are there, are asked what they refused', async () => {
  await expect(askDenials(stacks, running('kafka1', 'kafka2', 'web'))).resolves.toEqual(['Denied to User:a']);
  const [, services] = jest.mocked(denied).mock.lastCall!;
  expect(services.map(({ name }) => name)).toEqual(['kafka1']);
});

test.each([
  ['none has one', running('kafka2', 'web')],
  ['no Engine answers', { why: 'The Docker Engine does not answer.' }],
])('nobody is asked where %s', async (_, containers) => {
  await expect(askDenials(stacks, containers)).resolves.toEqual([]);
  expect(denied).not.toHaveBeenCalled();
});

test('a log that cannot be read is told', async () => {
  jest.mocked(denied).mockRejectedValue(new Error('no such container'));
  await expect(askDenials(stacks, running('kafka1'))).resolves.toEqual([
    'The logs of the brokers could not be asked: no such container.',
  ]);
});
