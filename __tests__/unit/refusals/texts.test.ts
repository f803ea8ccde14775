import { HealthCheck, Metadata } from '../../../constructs';
import { synthesize } from '../../../constructs/testing';
import { World } from '../../support/world';

const TEXT = '${HOME} %{HOME}';
const given = { jvmOptions: `-Dtext=${TEXT}` };

/** Every text of a stack's resources and providers, names included. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => (name === '//' ? [] : [name, ...textsOf(each)]));
}

test.each<[string, (world: World) => unknown]>([
  ['ZooKeeper', (w) => w.kafkaCluster({ metadata: Metadata.zooKeeper(w.zooKeeper(given)) })],
  ['brokers', (w) => w.kafkaCluster(given)],
  ['Connect', (w) => w.connect(given)],
  ['a connector', (w) => w.connector({ config: { text: TEXT } })],
  ['the registry', (w) => w.registry(given)],
  ['a Spark application', (w) => w.sparkApplication({ applicationArguments: [TEXT] })],
  ['the environment of an application', (w) => w.containerApp('app', { environment: { TEXT } })],
  ['the command of a service', (w) => w.service('web', { command: [TEXT] })],
  ['the health check of a service', (w) => w.service('web', { healthCheck: HealthCheck.bash(TEXT) })],
  ['a file of a service', (w) => w.service('web', { files: { '/text': TEXT } })],
  ['the path of a file of a service', (w) => w.service('web', { files: { [`/${TEXT}`]: 'a' } })],
  [
    'the path of a volume',
    (w) => w.service('web', { volumes: [{ volume: w.platform.volume('a'), path: `/${TEXT}` }] }),
  ],
  ['the name of a port', (w) => w.service('web', { ports: [{ name: TEXT, port: 80, hostPort: 80 }] })],
])('text for %s reaches no resource as a template', (_, build) => {
  const world = new World();
  build(world);
  const texts = Object.values(synthesize(world.app).stacks).flatMap(({ resource, provider }) =>
    textsOf([resource, provider]),
  );
  expect(texts.filter((text) => text.includes('$${HOME} %%{HOME}')).length).toBeGreaterThan(0);
  expect(texts.filter((text) => /(?<!\$)\$\{|(?<!%)%\{/.test(text))).toEqual([]);
});
