import { App, Testing, type TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  ConnectTopics,
  Connector,
  ContainerApp,
  ContainerImage,
  DockerPlatform,
  HealthCheck,
  KafkaCluster,
  KafkaConnect,
  KafkaTopic,
  Metadata,
  SchemaRegistry,
  SchemaRegistryTopic,
  Service,
  Size,
  SparkApplication,
  SparkCluster,
  SparkCode,
  ZooKeeperEnsemble,
  type IKafkaCluster,
  type IKafkaTopic,
  type IPlatform,
  type ISparkCluster,
} from '../../../constructs';
import { AveragesApp } from '../../../apps/averages/averages-app';
import { IMAGES, newStack } from '../../support/synth';

/** Properties as a program without a compiler passes them. */
export type Junk = Readonly<Record<string, unknown>>;

/** A small platform of which a case breaks one part; each part is made when it is first asked for, as it should be. */
export class World {
  public readonly app: App = Testing.app();
  private readonly parts = new Map<string, unknown>();
  private ids = 0;

  /**
   * @param given what the parts get that nobody asks for by themselves. @default - nothing
   * @param together whether everything is in one stack. @default false
   */
  public constructor(
    private readonly given: Partial<Record<'platform' | 'zooKeeper' | 'brokers' | 'spark', Junk>> = {},
    private readonly together = false,
  ) {}

  public stack(id: string): Construct {
    return this.part(`stack ${id}`, () =>
      this.together ? new Construct(this.only, id) : newStack(id, this.app),
    );
  }

  private get only(): TerraformStack {
    return this.part('stack', () => newStack('only', this.app));
  }

  public get platform(): IPlatform {
    return this.part('platform', () => this.dockerPlatform());
  }

  public get cluster(): IKafkaCluster {
    return this.part('cluster', () => this.kafkaCluster());
  }

  public get spark(): ISparkCluster {
    return this.part('spark', () => this.sparkCluster());
  }

  public dockerPlatform(props: Junk = this.given.platform ?? {}, stack = 'platform'): DockerPlatform {
    return new DockerPlatform(this.stack(stack), 'docker', { images: IMAGES, ...props });
  }

  public zooKeeper(props: Junk = this.given.zooKeeper ?? {}): ZooKeeperEnsemble {
    return new ZooKeeperEnsemble(this.stack('kafka'), 'zookeeper', { platform: this.platform, ...props });
  }

  public kafkaCluster(props: Junk = this.given.brokers ?? {}): KafkaCluster {
    const metadata = props.metadata ?? Metadata.zooKeeper(this.zooKeeper());
    const all = { platform: this.platform, ...props, metadata: metadata as Metadata };
    return new KafkaCluster(this.stack('kafka'), 'brokers', all);
  }

  public externalCluster(): IKafkaCluster {
    const bootstrapServers = ['broker.example.com:9092'];
    return KafkaCluster.fromBootstrapServers(this.stack('kafka'), 'others', { bootstrapServers });
  }

  public topic(id: string, props: Junk = {}, stack = 'topics'): KafkaTopic {
    return new KafkaTopic(this.stack(stack), id, { cluster: this.cluster, ...props });
  }

  public connectTopics(props: Junk = {}): ConnectTopics {
    return new ConnectTopics(this.stack('topics'), 'connect', { cluster: this.cluster, ...props });
  }

  public connect(props: Junk = {}, id = 'connect'): KafkaConnect {
    const topics = (props.topics as ConnectTopics | undefined) ?? this.connectTopics();
    const all = { platform: this.platform, cluster: this.cluster, ...props, topics };
    return new KafkaConnect(this.stack('services'), id, all);
  }

  public connector(props: Junk = {}): Connector {
    return this.connect().addConnector('copy', { connectorClass: 'com.example.KnownConnector', ...props });
  }

  public registry(props: Junk = {}): SchemaRegistry {
    const { platform, cluster } = this;
    const topic =
      (props.topic as IKafkaTopic | undefined) ??
      new SchemaRegistryTopic(this.stack('topics'), 'schemas', { cluster });
    return new SchemaRegistry(this.stack('services'), 'registry', { platform, cluster, ...props, topic });
  }

  public service(id: string, props: Junk = {}, stack = 'services'): Service {
    return new Service(this.stack(stack), id, {
      platform: this.platform,
      serviceName: id,
      ...SERVICE,
      ...props,
    });
  }

  public containerApp(id: string, props: Junk = {}): ContainerApp {
    return new ContainerApp(this.stack('streaming'), id, {
      platform: this.platform,
      kafka: this.cluster,
      ...SERVICE,
      ...props,
    });
  }

  public sparkCluster(props: Junk = this.given.spark ?? {}): SparkCluster {
    return new SparkCluster(this.stack('streaming'), 'spark', { platform: this.platform, ...props });
  }

  public sparkApplication(props: Junk = {}): SparkApplication {
    const code = SparkCode.python(join(pythonFolder(), 'job.py'));
    return new SparkApplication(this.stack('streaming'), 'job', {
      cluster: this.spark,
      code,
      ...props,
    });
  }

  public averages(props: Junk = {}): AveragesApp {
    return new AveragesApp(this.stack('streaming'), 'averages', {
      cluster: this.spark,
      kafka: this.cluster,
      source: (props.source as IKafkaTopic | undefined) ?? this.topic('people'),
      sink: (props.sink as IKafkaTopic | undefined) ?? this.topic('averages'),
      deadLetters: this.topic('people-dead'),
      ...props,
    });
  }

  /** What `make` makes, once. */
  public once<T>(name: string, make: () => T): T {
    return this.part(`once ${name}`, make);
  }

  /** One that nothing has. */
  public id(): string {
    return `case${++this.ids}`;
  }

  private part<T>(name: string, make: () => T): T {
    if (!this.parts.has(name)) this.parts.set(name, make());
    return this.parts.get(name) as T;
  }
}

const SERVICE = {
  image: ContainerImage.of('example/web:1'),
  user: 'web',
  memory: Size.mebibytes(64),
  healthCheck: HealthCheck.http(80, '/'),
};

let folder: string | undefined;

export function pythonFolder(): string {
  if (folder === undefined) {
    folder = mkdtempSync(join(tmpdir(), 'python-'));
    writeFileSync(join(folder, 'job.py'), '');
  }
  return folder;
}
