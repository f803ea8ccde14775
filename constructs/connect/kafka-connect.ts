import { Construct } from 'constructs';
import type { BasicLogin } from '../core/basic-login';
import { reserveName } from '../core/unique-name';
import { placeBeside, placeBetween } from '../core/beside';
import { addAgent } from '../core/jmx-exporter';
import { kafkaMajorVersion, lineBy } from '../core/kafka-version';
import type { IPlatform } from '../core/platform';
import { validateProps, withOwn } from '../core/properties';
import { platformOf } from '../core/reach';
import { resolvable, type Resolvable } from '../core/config-provider';
import type { Service } from '../core/service';
import { valueOf } from '../core/setting-rules';
import { toProblem, isRefused, reportProblem, validate, validateTree } from '../core/validation';
import type { Problem } from '../core/validation-error';
import { placed } from '../core/placed';
import { needsAcls } from '../kafka/acls-of';
import { securityOf } from '../kafka/client-identity';
import { reachBrokers, type IKafkaCluster } from '../kafka/interfaces';
import { reachRegistry, type ISchemaRegistry } from '../schema-registry/interfaces';
import { filesOfRegistry } from '../schema-registry/registry-client';
import { aclsOfWorkers } from './connect-acls';
import { groupsOfConsumers } from './connect-groups';
import type { ConnectPlugin } from './connect-plugin';
import { ConnectTopics } from './connect-topics';
import { Connector } from './connector';
import type { ConnectorOptions } from './connector-props';
import { converterProblems } from './connector-classes';
import { externalKafkaConnect, type ExternalKafkaConnectProps } from './external-kafka-connect';
import type { IKafkaConnect } from './interfaces';
import {
  connectFacts,
  KAFKA_CONNECT_PROPERTIES,
  KAFKA_CONNECT_RULES,
  nameOfFirst,
  needsRegistry,
  type ConnectFacts,
  type KafkaConnectProps,
} from './kafka-connect-props';
import {
  CONNECT_TOPIC_CLAIM,
  GROUP_CLAIM,
  ONE_REGISTRY,
  pluginProblem,
  PLUGINS_ADDED,
  REGISTRY_USED,
  registryProblem,
  WITHOUT_REGISTRY,
} from './kafka-connect-relations';
import {
  convertersOf,
  filesOfWorkers,
  operatedSettings,
  ownFiles,
  referencesEnvironment,
  registryEnvironment,
} from './worker-environment';
import { connectOperatorOf } from './operator';
import { needsOfWorkers, REST, workerService } from './worker-service';
import { SETTINGS_OF_WORKERS } from './worker-settings';

/**
 * Distributed workers, `kafka-connect` and further ones, with their REST interface on localhost:8083 and up.
 * @see https://kafka.apache.org/39/documentation.html#connect
 */
export class KafkaConnect extends Construct implements IKafkaConnect {
  /** Refers to workers that others run, for connectors. Renders nothing. */
  public static fromUrl(scope: Construct, id: string, props: ExternalKafkaConnectProps): IKafkaConnect {
    return externalKafkaConnect(scope, id, props);
  }

  public readonly cluster: IKafkaCluster;
  public readonly groupId: string;
  public readonly restUrl: string;
  public readonly hostRestUrl: string;
  public readonly login?: BasicLogin;
  public readonly platform: IPlatform;
  private readonly facts: ConnectFacts;
  private readonly workers: readonly Service[];
  private readonly plugins: ConnectPlugin[] = [];
  private used?: ISchemaRegistry;

  /** What is broken is refused at synth, all of it together. */
  public constructor(scope: Construct, id: string, props: KafkaConnectProps) {
    super(...placed(scope, id));
    const line = lineBy(() => {
      const image = (props.platform ?? props.cluster.platform)?.images.kafkaConnect;
      return image && kafkaMajorVersion(image);
    });
    const valid = validateProps(this, props, { ...KAFKA_CONNECT_PROPERTIES, ...SETTINGS_OF_WORKERS[line] });
    const { cluster } = valid;
    const name = nameOfFirst(valid);
    const platform = platformOf(this, props, valid.platform, [cluster]);
    const topics =
      valid.topics ??
      new ConnectTopics(placeBetween(cluster, this, 'topics'), 'topics', { cluster, prefix: name });
    const whole = { ...valid, platform, topics };
    // All workers are one user.
    this.facts = connectFacts(whole, securityOf(this, cluster, name));
    validate(this, this.facts, KAFKA_CONNECT_RULES);
    this.platform = platform;
    this.cluster = cluster;
    reachBrokers(this, platform, cluster);
    const { keyConverter, valueConverter } = this.facts;
    for (const registry of new Set([...keyConverter.dependsOn, ...valueConverter.dependsOn]))
      reachRegistry(this, platform, registry, true);
    this.groupId = this.facts.groupId;
    this.login = this.facts.login;

    reserveName(this, cluster, GROUP_CLAIM, this.groupId);
    const { configs, offsets, statuses } = topics;
    for (const topicName of new Set([configs, offsets, statuses].map((topic) => topic.topicName)))
      reserveName(this, cluster, CONNECT_TOPIC_CLAIM, topicName);
    validateTree(this, groupsOfConsumers);
    needsAcls(this, () => aclsOfWorkers(this.facts));
    validateTree(this, () => this.problems());

    const operator = connectOperatorOf(platform);
    if (operator) {
      this.workers = [];
      this.restUrl = operator.runWorkers(this, {
        ...this.facts,
        name,
        asksForLogin: valid.login !== undefined,
        allSettings: () => operatedSettings(this.facts, this.used),
        plugins: () => this.plugins,
        dependsOn: needsOfWorkers(this.facts),
      });
      this.hostRestUrl = this.restUrl;
      return;
    }
    const worker = (index: number): Service =>
      workerService(this, index === 0 ? name : `${name}-${index + 1}`, index, this.facts, whole);
    const first = worker(0);
    const further = Array.from({ length: this.facts.workers - 1 }, (_, index) => worker(index + 1));
    this.workers = [first, ...further];
    if (this.facts.metrics) addAgent(this, platform, platform.images.kafkaConnect);
    this.restUrl = `http://${first.internalAddress(REST).toString()}`;
    this.hostRestUrl = `http://${first.hostAddress(REST).toString()}`;
  }

  public get registry(): ISchemaRegistry | undefined {
    return this.used;
  }

  public get exactlyOnceSource(): boolean {
    return this.facts.exactlyOnceSource;
  }

  public get overridePolicy(): string | undefined {
    return valueOf('worker', this.facts.settings, 'connector.client.config.override.policy');
  }

  /** @internal */
  public get resolvable(): Resolvable {
    const { settings } = this.facts;
    return { ...resolvable(settings, filesOfWorkers(this.facts, this.used)), own: ownFiles(this.facts) };
  }

  public get pluginClasses(): readonly string[] | undefined {
    return this.platform.images.kafkaConnect.pluginClasses;
  }

  /** Undefined where the image, a plugin or a further folder of the plugin path may hold others, or a plugin is refused. */
  public get connectorClasses(): readonly string[] | undefined {
    if (isRefused(this)) return undefined;
    const ofImage = this.pluginClasses?.filter((name) => name.endsWith('Connector'));
    const carried = [ofImage, ...this.plugins.map((plugin) => plugin.connectorClasses)];
    const known = carried.filter((classes) => classes !== undefined);
    if (this.facts.pluginPath.length > 0 || known.length < carried.length) return undefined;
    return known.flat();
  }

  /** Undefined where a plugin, or a further folder of the plugin path, may hold others. */
  public get converterClasses(): readonly string[] | undefined {
    return this.facts.pluginPath.length > 0 || this.plugins.length > 0
      ? undefined
      : this.pluginClasses?.filter((name) => name.endsWith('Converter'));
  }

  /**
   * Puts a plugin into the image that the workers run. It is there before any of them starts. One that cannot be, or was
   * added before, is refused at synth.
   */
  public addPlugin(plugin: ConnectPlugin): void {
    const problem = pluginProblem(plugin, this.plugins, connectOperatorOf(this.platform) !== undefined);
    if (problem !== undefined) {
      reportProblem(this, PLUGINS_ADDED, `plugin ${problem}.`);
      return;
    }
    this.plugins.push(plugin);
    if (connectOperatorOf(this.platform)) return;
    if (plugin.build) this.platform.extendImage(this, plugin.build(this.platform.images.kafkaConnect));
  }

  /**
   * Makes the workers use a schema registry: they start after it, and their converters know its address, as do those of
   * connectors that are added afterwards and name none, such as `Converter.avro()`. A second one is refused at synth.
   */
  public uses(registry: ISchemaRegistry): void {
    const problem = registryProblem(registry, this.used);
    if (problem !== undefined) {
      reportProblem(this, ONE_REGISTRY, `registry ${problem}.`);
      return;
    }
    this.used = registry;
    reachRegistry(this, this.platform, registry, true);
    for (const worker of this.workers) {
      worker.startAfter(registry);
      worker.addSecretFiles(filesOfRegistry(registry));
      for (const [name, value] of Object.entries(registryEnvironment(this.facts, registry)))
        worker.addEnvironment(name, value);
      for (const [name, value] of Object.entries(referencesEnvironment(this.facts, registry)))
        worker.setEnvironment(name, value);
    }
  }

  /**
   * Runs a connector. It is put into the stack `connectors` beside the workers' own, because a plan asks the workers
   * for it; for another stack use `new Connector(stack, id, { connect, … })`.
   * @param id also the connector's name, unless `connectorName` says otherwise
   */
  public addConnector(id: string, options: ConnectorOptions): Connector {
    const place = placeBeside(this, 'connectors', id);
    return new Connector(place, id, withOwn(place, id, options, { connect: this }));
  }

  /** What is only known once the program has said which registry and which plugins there are. */
  private problems(): Problem[] {
    const isWithout = !isRefused(this) && !this.used && needsRegistry(this.facts);
    const unknown = Object.entries(convertersOf(this.facts)).flatMap(([setting, className]) =>
      converterProblems(this, setting, className),
    );
    return [
      ...(isWithout ? [toProblem(this, REGISTRY_USED, WITHOUT_REGISTRY)] : []),
      ...unknown.map(([rule, sentence]) => toProblem(this, rule, sentence)),
    ];
  }
}
