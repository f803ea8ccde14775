import { tmpdir } from 'node:os';
import { App, Testing, type TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import {
  ConnectTopics,
  ContainerApp,
  DockerPlatform,
  KafkaCluster,
  KafkaConnect,
  KafkaTopic,
  Prometheus,
  QuantityError,
  SchemaRegistry,
  SchemaRegistryTopic,
  Service,
  SparkApplication,
  SparkCluster,
  ValidationError,
  ZooKeeperEnsemble,
  type Connector,
  type IKafkaCluster,
} from '../../constructs';
import { assertValid } from '../../constructs/core/validation';
import { AveragesApp } from '../../apps/averages/averages-app';
import { MAKERS, withNeeds, type Junk, type Kind, type Parts } from './makers';
import { newStack } from './synth';

export type { Junk } from './makers';

/** A small platform of which a case breaks one part; each part is made when it is first asked for, as it should be. */
export class World implements Parts {
  public readonly app: App = Testing.app({ outdir: tmpdir() });
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

  public get platform(): DockerPlatform {
    return this.part('platform', () => this.dockerPlatform());
  }

  public get ensemble(): ZooKeeperEnsemble {
    return this.part('ensemble', () => this.zooKeeper());
  }

  public get cluster(): KafkaCluster {
    return this.part('cluster', () => this.kafkaCluster());
  }

  public get foreignCluster(): IKafkaCluster {
    const bootstrapServers = ['broker.example.com:9092'];
    return this.part('cluster of others', () =>
      KafkaCluster.fromBootstrapServers(this.stack('kafka'), 'others', { bootstrapServers }),
    );
  }

  public get internalTopics(): ConnectTopics {
    return this.part('internal topics', () => this.make(ConnectTopics, 'connect'));
  }

  public get workers(): KafkaConnect {
    return this.part('workers', () => this.connect());
  }

  public get schemas(): SchemaRegistryTopic {
    return this.part('schemas', () => this.make(SchemaRegistryTopic, 'schemas'));
  }

  public get schemaRegistry(): SchemaRegistry {
    return this.part('registry', () => this.registry());
  }

  public get prometheus(): Prometheus {
    return this.part('prometheus', () => this.make(Prometheus, 'prometheus'));
  }

  public get spark(): SparkCluster {
    return this.part('spark', () => this.make(SparkCluster, 'spark', this.given.spark));
  }

  public dockerPlatform(props: Junk = this.given.platform ?? {}, stack = 'platform'): DockerPlatform {
    return this.make(DockerPlatform, 'docker', props, stack);
  }

  public zooKeeper(props: Junk = this.given.zooKeeper ?? {}): ZooKeeperEnsemble {
    return this.make(ZooKeeperEnsemble, 'zookeeper', props);
  }

  public kafkaCluster(props: Junk = this.given.brokers ?? {}): KafkaCluster {
    return this.make(KafkaCluster, 'brokers', props);
  }

  public topic(id: string, props: Junk = {}, stack?: string): KafkaTopic {
    return this.make(KafkaTopic, id, props, stack);
  }

  public connect(props: Junk = {}, id = 'connect'): KafkaConnect {
    return this.make(KafkaConnect, id, props);
  }

  public connector(props: Junk = {}): Connector {
    return this.connect().addConnector('copy', { connectorClass: 'com.example.KnownConnector', ...props });
  }

  public registry(props: Junk = {}): SchemaRegistry {
    return this.make(SchemaRegistry, 'registry', props);
  }

  public service(id: string, props: Junk = {}, stack?: string): Service {
    return this.make(Service, id, { serviceName: id, ...props }, stack);
  }

  public containerApp(id: string, props: Junk = {}): ContainerApp {
    return this.make(ContainerApp, id, { kafka: this.cluster, serviceName: undefined, ...props });
  }

  public sparkApplication(props: Junk = {}, id = 'job'): SparkApplication {
    return this.make(SparkApplication, id, props);
  }

  public averages(props: Junk = {}): AveragesApp {
    const needs = {
      cluster: () => this.spark,
      kafka: () => this.cluster,
      source: () => this.topic('people'),
      sink: () => this.topic('averages'),
      deadLetters: () => this.topic('people-dead'),
    };
    return new AveragesApp(this.stack('streaming'), 'averages', withNeeds({ needs }, this, props));
  }

  /** A construct with what it cannot do without, and with these properties. */
  public make<Made>(kind: Kind<Made>, id: string, props?: Junk, stack?: string): Made {
    const maker = MAKERS.find((each) => each.kind === kind)!;
    return new kind(this.stack(stack ?? maker.stack), id, withNeeds(maker, this, props));
  }

  public id(): string {
    return `case${++this.ids}`;
  }

  private part<T>(name: string, make: () => T): T {
    if (!this.parts.has(name)) this.parts.set(name, make());
    return this.parts.get(name) as T;
  }
}

/** What is said of what is made in a world; nothing if it is accepted. */
export function refusal(make: (world: World) => unknown, world = new World()): string {
  try {
    make(world);
    assertValid(world.app);
    return '';
  } catch (error) {
    if (error instanceof ValidationError || error instanceof QuantityError) return error.message;
    throw error;
  }
}
