import { join } from 'node:path';
import { App, Testing, type TerraformStack } from 'cdktf';
import {
  ContainerImage,
  KafkaCluster,
  KubernetesPlatform,
  SecretFile,
  Size,
  SparkApplication,
  SparkCluster,
  SparkCode,
  type IKafkaTopic,
  type KubernetesPlatformProps,
  type SparkApplicationProps,
  type SparkClusterProps,
} from '../../../../constructs';
import { AveragesApp } from '../../../../apps/averages/averages-app';
import { JOB } from '../../../support/makers';
import { objectsOf, ofKind } from '../../../support/kubernetes';
import { newStack } from '../../../support/synth';

interface World {
  readonly stack: TerraformStack;
  readonly kafka: KafkaCluster;
  readonly cluster: SparkCluster;
}

function world(platform: KubernetesPlatformProps = {}, props: Partial<SparkClusterProps> = {}): World {
  const stack = newStack('streaming', Testing.app());
  const place = new KubernetesPlatform(stack, 'platform', platform);
  const kafka = new KafkaCluster(stack, 'brokers', { platform: place });
  return { stack, kafka, cluster: new SparkCluster(stack, 'spark', { platform: place, ...props }) };
}

function application(
  { stack, cluster }: World,
  props: Partial<SparkApplicationProps> = {},
): SparkApplication {
  return new SparkApplication(stack, 'job', {
    cluster,
    code: SparkCode.inImage('/opt/app/main.py'),
    ...props,
  });
}

const HARDENED = {
  allowPrivilegeEscalation: false,
  capabilities: { drop: ['ALL'] },
  readOnlyRootFilesystem: false,
};
const POD = {
  runAsNonRoot: true,
  seccompProfile: { type: 'RuntimeDefault' },
  runAsUser: 185,
  fsGroup: 185,
};

test('has an application run by the operator of Spark, its pods as restricted as all others, and no cluster', () => {
  const made = world();
  application(made, {
    kafka: made.kafka,
    driverMemory: Size.gibibytes(2),
    totalExecutorCores: 4,
    applicationArguments: ['--fast'],
    settings: { 'spark.sql.shuffle.partitions': 3 },
  });
  const labels = {
    'app.kubernetes.io/name': 'job',
    'app.kubernetes.io/part-of': 'streaming',
    'app.kubernetes.io/managed-by': 'cdktf-streaming',
  };
  const pod = { labels: { ...labels, 'reaches.cdktf-streaming/streaming': 'true' } };
  const env = [{ name: 'KAFKA_BOOTSTRAP_SERVERS', value: 'streaming-kafka-bootstrap:9092' }];
  expect(ofKind(made.stack, 'SparkApplication')).toEqual([
    {
      apiVersion: 'sparkoperator.k8s.io/v1beta2',
      kind: 'SparkApplication',
      metadata: {
        name: 'job',
        namespace: 'streaming',
        labels,
        annotations: expect.objectContaining({ 'cdktf-streaming.role': 'spark-application' }) as unknown,
      },
      spec: {
        type: 'Python',
        pythonVersion: '3',
        mode: 'cluster',
        image: 'apache/spark:3.5.7-scala2.12-java17-python3-ubuntu',
        imagePullPolicy: 'IfNotPresent',
        mainApplicationFile: 'local:///opt/app/main.py',
        arguments: ['--fast'],
        sparkVersion: '3.5.7',
        restartPolicy: {
          type: 'Always',
          onFailureRetryInterval: 10,
          onSubmissionFailureRetryInterval: 20,
        },
        sparkConf: {
          'spark.driver.maxResultSize': '1g',
          'spark.memory.fraction': '0.6',
          'spark.memory.storageFraction': '0.5',
          'spark.driver.extraJavaOptions': '-Dsun.net.inetaddr.ttl=0',
          'spark.executor.extraJavaOptions': '-Dsun.net.inetaddr.ttl=0',
          'spark.jars.ivy': '/tmp/ivy',
          'spark.sql.shuffle.partitions': '3',
        },
        deps: { packages: ['org.apache.spark:spark-sql-kafka-0-10_2.12:3.5.7'] },
        driver: {
          cores: 1,
          memory: '2048m',
          memoryOverhead: '384m',
          serviceAccount: 'spark',
          template: {
            metadata: pod,
            spec: {
              securityContext: POD,
              containers: [{ env, securityContext: HARDENED, name: 'spark-kubernetes-driver' }],
            },
          },
        },
        executor: {
          instances: 2,
          cores: 2,
          memory: '4096m',
          memoryOverhead: '410m',
          template: {
            metadata: pod,
            spec: {
              securityContext: POD,
              containers: [{ env, securityContext: HARDENED, name: 'spark-kubernetes-executor' }],
            },
          },
        },
      },
    },
  ]);
  const kinds = objectsOf(made.stack).map(({ kind }) => kind);
  expect(kinds).not.toContain('Deployment');
  expect(kinds).toEqual(expect.arrayContaining(['ServiceAccount', 'Role', 'RoleBinding']));
});

test.each([
  [
    'a claim that several nodes write',
    { sharedStorageClass: 'nfs' },
    {},
    '/opt/spark/work-dir/checkpoints/KafkaSparkApp',
  ],
  ['an object store', {}, { checkpointFolder: 's3a://bucket/all' }, 's3a://bucket/all/KafkaSparkApp'],
])(
  'has the checkpoint of the averages in %s, and says when it last made progress',
  (_, platform, props, checkpoint) => {
    const { stack, kafka, cluster } = world(platform, props);
    const app = stack.node.root as App;
    const topic = (id: string): IKafkaTopic => kafka.addTopic(id);
    new AveragesApp(newStack('applications', app), 'averages', {
      cluster,
      kafka,
      source: topic('user_events'),
      sink: topic('averages'),
      deadLetters: topic('dead'),
    });
    const [made] = ofKind(app, 'SparkApplication');
    expect(made!.spec.arguments).toEqual(expect.arrayContaining(['--checkpoint-location', checkpoint]));
    const container = made!.spec.driver?.template?.spec?.containers?.[0];
    expect(container).toMatchObject({ readinessProbe: { periodSeconds: 3, failureThreshold: 5 } });
    expect(Object.keys(ofKind(app, 'ConfigMap')[0]!.data).length).toBeGreaterThan(3);
    const claims = ofKind(app, 'PersistentVolumeClaim').map(({ spec }) => spec);
    expect(claims).toEqual(
      'sharedStorageClass' in platform
        ? [
            {
              accessModes: ['ReadWriteMany'],
              resources: { requests: { storage: '1Gi' } },
              storageClassName: 'nfs',
            },
          ]
        : [],
    );
  },
);

describe('refuses', () => {
  test('a checkpoint that one node alone could write', () => {
    const made = world();
    application(made, {
      applicationArguments: [SparkApplication.checkpointLocation(made.cluster, 'job')],
    });
    expect(() => objectsOf(made.stack)).toThrow(
      'its checkpoint must be where its driver and executors write',
    );
  });

  test('code that would have to be built into an image, once', () => {
    const made = world();
    application(made, { code: SparkCode.folder(join(JOB, '..'), { main: 'job.py' }) });
    expect(() => objectsOf(made.stack)).toThrow(
      /job cannot be made:\n {2}- code must be in the image already on Kubernetes.*SparkCode.inImage\('\/opt\/app\/main.py'\).*(?!\n {2}-)/,
    );
  });

  test('an image of which nobody knows the Spark', () => {
    const spark = ContainerImage.of('example/spark:latest-build', { user: '185' });
    const made = world({ images: { spark } });
    application(made);
    expect(() => objectsOf(made.stack)).toThrow('the version of Spark in its image must be known');
  });

  test('metrics of a master and workers that there are not', () => {
    const made = world({}, { metrics: true });
    expect(() => objectsOf(made.stack)).toThrow('metrics must not be true on Kubernetes');
  });

  test('secrets of a cluster that there is not', () => {
    const made = world({}, { secretFiles: { '/run/secrets/a': SecretFile.fromSecret('a') } });
    expect(() => objectsOf(made.stack)).toThrow('secretFiles must be given to the application on Kubernetes');
  });
});
