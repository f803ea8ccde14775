import { labelsIn } from '../../../../cli/engine/labelled';
import { unlabelled } from '../../../../cli/engine/unlabelled';
import { KEEPS_LABEL, LABEL, TOPIC_DEFAULT_LABEL } from '../../../../constructs/core/labels';
import { ControllerQuorum } from '../../../../constructs/kafka/controller-quorum';
import { KafkaCluster } from '../../../../constructs/kafka/kafka-cluster';
import { Metadata } from '../../../../constructs/kafka/metadata';
import { ZooKeeperEnsemble } from '../../../../constructs/zookeeper/zookeeper-ensemble';
import { programJson } from '../../../support/program';
import { newPlatform, newStack, resources, type SnakeCase } from '../../../support/synth';

type Attributes = Record<string, unknown>;

const program = (settings: Record<string, string>): Attributes[] =>
  Object.values(programJson({ PLATFORM_PROFILE: 'small', ...settings })).flatMap(
    ({ resource }) => Object.values(resource?.docker_container ?? {}) as Attributes[],
  );

function migration(): Attributes[] {
  const stack = newStack();
  const platform = newPlatform(stack);
  const ensemble = new ZooKeeperEnsemble(stack, 'zoo', { platform });
  const quorum = new ControllerQuorum(stack, 'controllers', { platform, migratesFrom: ensemble });
  new KafkaCluster(stack, 'kafka', { platform, metadata: Metadata.migrating(ensemble, quorum) });
  return resources(stack, 'docker_container');
}

const bare = (container: Attributes): Attributes => ({
  ...container,
  labels: (container as unknown as SnakeCase).labels.filter(({ label }) =>
    [LABEL.platform, LABEL.service].includes(label as typeof LABEL.platform),
  ),
});

/** Controllers are told of topics what brokers are, and answer for none. */
const withoutTopics = (container: Attributes): Attributes => ({
  ...container,
  env: (container.env as readonly string[]).filter(
    (each) =>
      !/controller/.test(String(container.name)) || !/^KAFKA_(LOG_(RETENTION|CLEANUP)|MIN_INSYNC)/.test(each),
  ),
});

describe.each([
  ['with metadata in ZooKeeper', program({})],
  ['with metadata in KRaft', program({ PLATFORM_METADATA: 'kraft' })],
  ['on the way from one to the other', migration()],
])('%s', (_, containers) => {
  test.each(containers.map((each) => [each.name, each] as const))(
    '%s says by labels all that was read out of variables and commands',
    (name, container) => {
      const before = unlabelled(withoutTopics(container));
      expect(labelsIn(container)).toMatchObject(before);
      expect(labelsIn(bare(container))).toMatchObject(before);
      if (/kafka\d|zoo|connect|registry/.test(String(name)))
        expect(Object.keys(before).length).toBeGreaterThan(0);
    },
  );
});

test('all that the gate asks for is said by somebody', () => {
  const said = [...program({}), ...program({ PLATFORM_SECURITY: 'secured' })].flatMap((each) =>
    Object.keys(labelsIn(each)),
  );
  const asked = [
    // Nothing of the program asks people for a login.
    ...Object.values(LABEL).filter((each) => each !== LABEL.login),
    ...['retention.ms', 'retention.bytes', 'cleanup.policy', 'min.insync.replicas'].map(
      (each) => TOPIC_DEFAULT_LABEL + each,
    ),
    ...['connect-configs', 'connect-offsets', 'connect-statuses', 'schemas'].map(
      (each) => KEEPS_LABEL + each,
    ),
  ];
  expect([...new Set(said)]).toEqual(expect.arrayContaining(asked));
});

test('what belongs to no platform is nothing of ours, whatever its variables are', () => {
  expect(labelsIn({ name: 'mine', env: ['KAFKA_BROKER_ID=1'], labels: [] })).toEqual({});
});
