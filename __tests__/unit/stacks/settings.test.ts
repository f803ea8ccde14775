import { App, Testing } from 'cdktf';
import { PROFILES } from '../../../stacks/profile';
import { readSettings } from '../../../stacks/settings';
import { kafkaMajorVersion, lineOf } from '../../../constructs/core/kafka-version';
import type { ContainerImage } from '../../../constructs/core/container-image';
import { FOLDERS } from '../../support/program';

const read = (
  environment: Record<string, string>,
  context: Record<string, unknown> = {},
): ReturnType<typeof readSettings> => {
  const app: App = Testing.app({ context });
  return readSettings(environment, app.node, FOLDERS);
};

const lineIn = (image: ContainerImage): string => lineOf(kafkaMajorVersion(image));

test('without settings it is the standard platform with public images', () => {
  expect(read({})).toMatchObject({
    platformName: 'streaming',
    portOffset: 0,
    patience: 1,
    profile: PROFILES.standard,
    metadata: 'zookeeper',
  });
  expect(read({}).images.kafka.reference).toBe('confluentinc/cp-kafka:7.9.6');
});

test.each<[Record<string, string>, string, string]>([
  [{}, 'zookeeper', '3.9'],
  [{ PLATFORM_KAFKA: '3.9' }, 'zookeeper', '3.9'],
  [{ PLATFORM_METADATA: 'kraft' }, 'kraft', '4'],
  [{ PLATFORM_METADATA: 'kraft', PLATFORM_KAFKA: '3.9' }, 'kraft', '3.9'],
  [{ PLATFORM_SECURITY: 'secured' }, 'kraft', '3.9'],
  [{ PLATFORM_SECURITY: 'secured', PLATFORM_METADATA: 'kraft' }, 'kraft', '3.9'],
])('with %j metadata is in %s, and Kafka is %s', (environment, mode, line) => {
  const { metadata, images } = read(environment);
  expect([metadata, lineIn(images.kafka)]).toEqual([mode, line]);
});

test.each(['public', 'local'])(
  'Kafka 4 is brokers and workers of it in the family %s, in KRaft',
  (family) => {
    const asked = { PLATFORM_IMAGES: family, PLATFORM_KAFKA: '4' };
    const { images, metadata } = read(asked);
    expect([images.kafka, images.kafkaConnect].map(lineIn)).toEqual(['4', '4']);
    expect(metadata).toBe('kraft');
    expect(read({ ...asked, PLATFORM_METADATA: 'kraft' })).toEqual(read(asked));
    expect(lineIn(read({ ...asked, PLATFORM_KAFKA: '3.9' }).images.kafka)).toBe('3.9');
  },
);

test.each([
  ['public', /^apache\/spark:3\.5\.7-/, /^apache\/spark:4\.2\.0-scala2\.13-/],
  ['local', /^cdktf-streaming\/spark:3\.5\.7-/, /^cdktf-streaming\/spark-4:4\.2\.0-/],
])('Spark of the family %s is 3.5, and 4 where that is asked for', (family, former, newer) => {
  const asked = { PLATFORM_IMAGES: family };
  expect(read(asked).images.spark.reference).toMatch(former);
  expect(read({ ...asked, PLATFORM_SPARK: '3.5' })).toEqual(read(asked));
  const { spark, ...others } = read({ ...asked, PLATFORM_SPARK: '4' }).images;
  expect(spark.reference).toMatch(newer);
  expect({ ...others, spark: read(asked).images.spark }).toEqual(read(asked).images);
});

test('Kafka 4 knows no ZooKeeper, and that is said in one sentence', () => {
  expect(() => read({ PLATFORM_KAFKA: '4', PLATFORM_METADATA: 'zookeeper' })).toThrow(
    /^settings cannot be made:\n {2}- PLATFORM_KAFKA must not be 4 while PLATFORM_METADATA is zookeeper, .*\.$/,
  );
});

test.each(['public', 'local'])('a secured platform may have Kafka 4 of the family %s', (family) => {
  const asked = { PLATFORM_KAFKA: '4', PLATFORM_SECURITY: 'secured', PLATFORM_IMAGES: family };
  const { certificates, images } = read(asked);
  expect(certificates).toBeDefined();
  expect(lineIn(images.kafka)).toBe('4');
});

test('a platform is plain unless it is asked for another', () => {
  expect(read({}).certificates).toBeUndefined();
  expect(read({ PLATFORM_SECURITY: 'plain', PLATFORM_METADATA: 'zookeeper' }).metadata).toBe('zookeeper');
});

test.each<Record<string, string>>([{}, { PLATFORM_METADATA: 'kraft' }])(
  'a secured platform has its metadata in KRaft, and certificates in a folder of its own, with %j',
  (environment) => {
    const { metadata, certificates } = read({
      PLATFORM_SECURITY: 'secured',
      PLATFORM_NAME: 'blue',
      ...environment,
    });
    expect([metadata, certificates?.path]).toEqual(['kraft', '/project/.secrets/blue']);
  },
);

test('a platform with ZooKeeper cannot be secured, and is told so in one sentence', () => {
  expect(() => read({ PLATFORM_SECURITY: 'secured', PLATFORM_METADATA: 'zookeeper' })).toThrow(
    /^settings cannot be made:\n {2}- PLATFORM_SECURITY must not be secured while PLATFORM_METADATA is zookeeper, .*; set PLATFORM_METADATA=kraft, or leave it out\.$/,
  );
});

test.each(['0', '11', '1.5', 'a while'])('patience of %p is refused', (PLATFORM_PATIENCE) => {
  expect(() => read({ PLATFORM_PATIENCE })).toThrow('PLATFORM_PATIENCE must be a whole number from 1 to 10');
});

test.each(['1', '10'])('patience may be %p', (PLATFORM_PATIENCE) => {
  expect(read({ PLATFORM_PATIENCE }).patience).toBe(Number(PLATFORM_PATIENCE));
});

test('the environment wins over the context', () => {
  const context = { PLATFORM_PROFILE: 'small', PLATFORM_NAME: 'context', PLATFORM_PORT_OFFSET: 10 };
  expect(read({ PLATFORM_NAME: 'environment' }, context)).toMatchObject({
    platformName: 'environment',
    portOffset: 10,
    profile: PROFILES.small,
  });
});

test('refuses all that is no setting in one message', () => {
  expect(() =>
    read({
      PLATFORM_PROFILE: 'large',
      PLATFORM_IMAGES: 'mine',
      PLATFORM_PORT_OFFSET: '-1',
      PLATFORM_PATIENCE: '11',
      PLATFORM_KAFKA: '3',
      PLATFORM_SPARK: '3',
      PLATFORM_METADATA: 'file',
      PLATFORM_SECURITY: 'safe',
      PLATFORM_TARGET: 'cloud',
    }),
  ).toThrow(
    /PLATFORM_PROFILE must be one of standard, small, performance, got 'large'.*PLATFORM_IMAGES must be public or local, got 'mine'.*PLATFORM_PORT_OFFSET must be a whole number from 0 to 50000, got '-1'.*PLATFORM_PATIENCE must be a whole number from 1 to 10, got '11'.*PLATFORM_KAFKA must be 3\.9 or 4, got '3'.*PLATFORM_SPARK must be 3\.5 or 4, got '3'.*PLATFORM_METADATA must be zookeeper or kraft, got 'file'.*PLATFORM_TARGET must be docker or kubernetes, got 'cloud'.*PLATFORM_SECURITY must be plain or secured, got 'safe'/s,
  );
});

test('refuses what looks like a setting and is none, with the nearest that there is', () => {
  expect(() => read({ PLATFORM_PROFIL: 'small', PATH: '/bin' })).toThrow(
    /^settings cannot be made:\n {2}- PLATFORM_PROFIL is not a setting; did you mean PLATFORM_PROFILE\? There are PLATFORM_TARGET, .*\.$/,
  );
});

test.each<[Record<string, string>, Record<string, unknown>, RegExp]>([
  [{}, { PLATFORM_PROFIL: 'small' }, /- PLATFORM_PROFIL is not a setting; did you mean PLATFORM_PROFILE\?/],
  [{}, { PLATFORM_PROFILE: { size: 'small' } }, /got '\{"size":"small"\}'\.$/],
  [{ PLATFORM_PORT_OFFSET: '50001' }, {}, /PLATFORM_PORT_OFFSET must be a whole number from 0 to 50000/],
  [{ PLATFORM_NAME: 'My Platform' }, {}, /made:\n  - PLATFORM_NAME must be 2 to 32 .*; got 'My Platform'\.$/],
])('refuses the environment %j with the context %j, once', (environment, context, says) => {
  expect(() => read(environment, context)).toThrow(says);
});

const KUBERNETES = {
  PLATFORM_TARGET: 'kubernetes',
  PLATFORM_IMAGE_REGISTRY: 'registry.example.com/team',
  PLATFORM_SHARED_STORAGE_CLASS: 'nfs',
};

describe('on Kubernetes', () => {
  test('metadata is in KRaft and Kafka is 4, and both may be said', () => {
    const settings = read(KUBERNETES);
    expect([settings.metadata, lineIn(settings.images.kafka)]).toEqual(['kraft', '4']);
    expect(settings.kubernetes).toEqual({ sharedStorageClass: 'nfs' });
    expect(read({ ...KUBERNETES, PLATFORM_METADATA: 'kraft', PLATFORM_KAFKA: '4' })).toEqual(settings);
  });

  test('metrics and properties of the JVM are left to the operators', () => {
    const { metrics, kafka, connect } = read(KUBERNETES).profile;
    expect(metrics).toBe(false);
    for (const { jvmOptions } of [kafka, connect]) {
      expect(jvmOptions).toMatch(/^-XX:\+UseG1GC .*-XX:-UsePerfData$/);
      expect(jvmOptions).not.toContain('-D');
    }
    expect(
      read({ ...KUBERNETES, PLATFORM_PROFILE: 'performance' }).profile.connect.jvmOptions,
    ).toBeUndefined();
  });

  test.each(['public', 'local'])('all images of the family %s are in the registry', (PLATFORM_IMAGES) => {
    const { images, applications } = read({ ...KUBERNETES, PLATFORM_IMAGES });
    for (const { reference } of [images.spark, images.kafkaUi, images.schemaRegistry, applications.listener])
      expect(reference).toMatch(/^registry\.example\.com\/team\/[a-z]/);
    expect(applications.listener.reference).toContain('/cdktf-streaming/listener:');
  });

  test('what cannot be carried over, and what is missing, is refused all at once', () => {
    expect(() =>
      read({
        PLATFORM_TARGET: 'kubernetes',
        PLATFORM_NAME: 'kube-mine',
        PLATFORM_METADATA: 'zookeeper',
        PLATFORM_KAFKA: '3.9',
        PLATFORM_SECURITY: 'secured',
        PLATFORM_PORT_OFFSET: '1',
      }),
    ).toThrow(
      /^settings cannot be made:\n {2}- PLATFORM_NAME must be none of .*got 'kube-mine'; on Kubernetes it is the namespace\.\n {2}- PLATFORM_METADATA must not be zookeeper on .*\n {2}- PLATFORM_KAFKA must not be 3\.9 on .*\n {2}- PLATFORM_SECURITY must not be secured on .*\n {2}- PLATFORM_PORT_OFFSET must not be given on .*\n {2}- PLATFORM_IMAGE_REGISTRY must be given on .*\n {2}- PLATFORM_SHARED_STORAGE_CLASS must be given on .*$/,
    );
  });

  test('a class of storage that can be none is refused', () => {
    expect(() => read({ ...KUBERNETES, PLATFORM_SHARED_STORAGE_CLASS: 'My Class' })).toThrow(
      /PLATFORM_SHARED_STORAGE_CLASS must be the name of a StorageClass; got 'My Class'\.$/,
    );
  });
});

test('on Docker there is no class of storage', () => {
  expect(() => read({ PLATFORM_SHARED_STORAGE_CLASS: 'nfs' })).toThrow(
    /- PLATFORM_SHARED_STORAGE_CLASS must not be given on Docker, /,
  );
});
