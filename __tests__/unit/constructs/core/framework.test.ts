import { App, TerraformStack } from 'cdktf';
import { KafkaCluster, KafkaTopic } from '../../../../constructs';

/** An App as another package than ours publishes it. */
function appOf(fqn: string, version: string): App {
  class Published extends App {}
  Object.defineProperty(Published, Symbol.for('jsii.rtti'), { value: { fqn, version } });
  return new Published({ outdir: '/nowhere' });
}

function topicIn(app: App): KafkaTopic {
  const cluster = KafkaCluster.fromBootstrapServers(new TerraformStack(app, 'topics'), 'brokers', {
    bootstrapServers: ['localhost:9092'],
  });
  return new KafkaTopic(cluster, 'orders', { cluster });
}

test.each([
  ['cdktn.App', '0.24.0'],
  ['cdktf.App', '0.20.12'],
])('an App of %s %s is refused at once, with the way to have one of the two', (fqn, version) => {
  expect(() => topicIn(appOf(fqn, version))).toThrow(
    new RegExp(
      `must be of cdktf 0\\.21, .* got one of ${fqn.split('.')[0]} ${version.slice(0, 4)}; .*"overrides": \\{ "cdktf": "\\$cdktf" \\}\\.`,
    ),
  );
});

test('an App of our own, or one that is derived from it, is taken', () => {
  class Mine extends App {}
  expect(topicIn(new Mine({ outdir: '/nowhere' })).topicName).toBe('orders');
  expect(topicIn(appOf('cdktf.App', '0.21.9')).topicName).toBe('orders');
});
