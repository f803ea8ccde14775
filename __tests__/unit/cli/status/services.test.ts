import type Docker from 'dockerode';
import {
  askEngine,
  containersOn,
  nothingRuns,
  serviceStatuses,
  whatIsWrong,
} from '../../../../cli/status/services';
import { LABEL } from '../../../../constructs/core/labels';
import { broker, container } from '../../../support/plans';
import { synthesized } from '../../../support/synthesized';

const PLATFORM = { [LABEL.platform]: 'streaming' };

const running = (name: string, State: string, Status: string, Labels: object = PLATFORM) => ({
  Id: name,
  Names: [`/${name}`],
  State,
  Status,
  Labels,
});

const engine = (...containers: object[]): Docker =>
  ({
    listContainers: ({ filters }: { filters?: object }) =>
      Promise.resolve(
        containers.filter((each) => !filters || LABEL.platform in (each as { Labels: object }).Labels),
      ),
  }) as unknown as Docker;

const stacks = [
  synthesized('kafka', { docker_container: [broker(1), broker(2)] }),
  synthesized('own', {
    docker_container: [{ name: 'web' }, { name: 'job' }, { name: '${random_pet.it.id}' }],
  }),
];

test('says of every container how it is, in the order of the stacks, the user’s own among them', async () => {
  const docker = engine(
    running('kafka2', 'running', 'Up 2 minutes (unhealthy)'),
    running('kafka1', 'running', 'Up 2 minutes (healthy)'),
    running('web', 'running', 'Up 2 minutes', {}),
    running('job', 'exited', 'Exited (3) 4 seconds ago', {}),
    running('stranger', 'running', 'Up 2 minutes', {}),
  );
  const all = serviceStatuses(stacks, await containersOn(docker, stacks));
  expect(all.map(({ name, stack, state, well }) => [name, stack, state, well])).toEqual([
    ['kafka1', 'kafka', 'healthy', true],
    ['kafka2', 'kafka', 'unhealthy', false],
    ['web', 'own', 'running', true],
    ['job', 'own', 'exited (3)', false],
  ]);
  expect(all.flatMap((each) => whatIsWrong(each) ?? [])).toEqual([
    'kafka2 is unhealthy.',
    'job is exited (3).',
  ]);
});

test('what is missing is told, and so is what has left the program', async () => {
  const docker = engine(running('kafka3', 'running', 'Up 2 minutes (healthy)'));
  const all = serviceStatuses(stacks.slice(0, 1), await containersOn(docker, stacks));
  expect(all.flatMap((each) => whatIsWrong(each) ?? [])).toEqual([
    'kafka1 is not there.',
    'kafka2 is not there.',
    'kafka3 is no longer part of the program, and still there: `npx cdktf-streaming up` removes it.',
  ]);
  expect(nothingRuns(all)).toBe(false);
});

test('nothing is deployed where no container is there, and somebody wants one', async () => {
  expect(nothingRuns(serviceStatuses(stacks, await containersOn(engine(), stacks)))).toBe(true);
  expect(nothingRuns([])).toBe(false);
});

test('without an Engine a state is unknown, which is not wrong', () => {
  const [kafka1] = serviceStatuses(stacks, undefined);
  expect(kafka1).toMatchObject({ name: 'kafka1', role: 'broker', state: 'unknown', well: false });
  expect(whatIsWrong(kafka1!)).toBeUndefined();
});

test('where no stack has containers, no Engine is asked', async () => {
  await expect(askEngine([synthesized('topics', {})])).resolves.toEqual({ value: new Map() });
});

test('an Engine that does not answer is named', async () => {
  const before = process.env.DOCKER_HOST;
  process.env.DOCKER_HOST = 'unix:///run/no-engine.sock';
  const providers = { docker: { source: 'kreuzwerker/docker', version: '4.5.0' } };
  await expect(
    askEngine([synthesized('kafka', { docker_container: [container('a')] }, { providers })]),
  ).resolves.toEqual({
    why: 'The Docker Engine at unix:///run/no-engine.sock does not answer.',
  });
  process.env.DOCKER_HOST = before;
});
