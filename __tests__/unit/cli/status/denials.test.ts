import { denied } from '../../../../cli/docker/denials';
import type { Service } from '../../../../cli/docker/services';
import { askDenials } from '../../../../cli/status/denials';

jest.mock('../../../../cli/docker/denials', () => ({ denied: jest.fn() }));

const service: Service = {
  ...{ name: 'kafka1', containerId: '1' },
  ...{ state: 'healthy', isReady: true, endpoints: [] },
};
const running = { value: new Map([['kafka1', service]]) };

beforeEach(() => jest.mocked(denied).mockReset().mockResolvedValue(['Denied to User:a']));

test('what is there is asked what it refused', async () => {
  await expect(askDenials(running)).resolves.toEqual(['Denied to User:a']);
  expect(jest.mocked(denied).mock.lastCall?.[1]).toEqual([service]);
});

test('nobody is asked where no Engine answers', async () => {
  await expect(askDenials({ why: 'The Docker Engine does not answer.' })).resolves.toEqual([]);
  expect(denied).not.toHaveBeenCalled();
});

test('a log that cannot be read is told', async () => {
  jest.mocked(denied).mockRejectedValue(new Error('no such container'));
  await expect(askDenials(running)).resolves.toEqual([
    'The logs of the brokers could not be asked: no such container.',
  ]);
});
