import { Construct } from 'constructs';
import { isByFile, type BasicLogin } from '../core/basic-login';
import { reserveName } from '../core/unique-name';
import { Duration } from '../core/duration';
import { fileProvider } from '../core/config-provider';
import { settingsEnvironment } from '../core/settings-environment';
import { healthByLogin } from '../core/login-file';
import { addAgent } from '../core/jmx-exporter';
import { jvm, jvmEnvironment } from '../core/jvm';
import { joined } from '../core/resolved';
import { placeBeside, placeBetween } from '../core/beside';
import { KEEPS_LABEL, KEPT, LABEL, ROLE } from '../core/labels';
import type { IPlatform } from '../core/platform';
import { platformOf } from '../core/reach';
import { Service } from '../core/service';
import { startCommand } from '../core/start-command';
import { validateProps, withOwn } from '../core/properties';
import { Size } from '../core/size';
import { validate } from '../core/validation';
import { placed } from '../core/placed';
import { inGroup, onTopic } from '../kafka/acl-rule';
import { needsAcls } from '../kafka/acls-of';
import { clientLabels, securityOf } from '../kafka/client-identity';
import { allowedToClients } from '../kafka/allowed-urls';
import { clientSettings, withClientFiles } from '../kafka/client-settings';
import { reachBrokers, type IKafkaCluster } from '../kafka/interfaces';
import { Compatibility } from './compatibility';
import { externalSchemaRegistry, type ExternalSchemaRegistryProps } from './external-schema-registry';
import type { ISchemaRegistry } from './interfaces';
import { loginOfContainer } from './registry-login';
import { registryMetrics } from './registry-metrics';
import {
  REGISTRY_GROUP_CLAIM,
  REGISTRY_TOPIC_CLAIM,
  SCHEMA_REGISTRY_PROPERTIES,
  SCHEMA_REGISTRY_RULES,
  type SchemaRegistryProps,
} from './schema-registry-props';
import { SchemaRegistryTopic } from './schema-registry-topic';
import { Subject, type SubjectOptions } from './subject';

const PORT = 8081;
const API = 'Schema Registry';

/**
 * The registry `schema-registry`, on the host at localhost:8081. Its schemas are in its topic: a container made anew has
 * them all, with the same ids.
 * @see https://docs.confluent.io/platform/7.9/schema-registry/develop/api.html
 */
export class SchemaRegistry extends Construct implements ISchemaRegistry {
  /** Refers to a registry that others run: for subjects, and for services where it wants no login. Renders nothing. */
  public static fromUrl(scope: Construct, id: string, props: ExternalSchemaRegistryProps): ISchemaRegistry {
    return externalSchemaRegistry(scope, id, props);
  }

  public readonly url: string;
  public readonly hostUrl: string;
  public readonly login?: BasicLogin;
  public readonly platform: IPlatform;

  /** What is broken is refused at synth, all of it together. */
  public constructor(scope: Construct, id: string, props: SchemaRegistryProps) {
    super(...placed(scope, id));
    const valid = validateProps(this, props, SCHEMA_REGISTRY_PROPERTIES);
    const { cluster, serviceName = 'schema-registry', settings = {} } = valid;
    const platform = platformOf(this, props, valid.platform, [cluster]);
    const topic =
      valid.topic ?? new SchemaRegistryTopic(placeBetween(cluster, this, 'topics'), 'schemas', { cluster });
    const image = platform.images.schemaRegistry;
    const security = securityOf(this, cluster, serviceName);
    const secretFiles = withClientFiles(security, valid.secretFiles);
    const java = jvm(valid, Size.mebibytes(512));
    const { metrics = false } = valid;
    validate(this, { image, cluster, topic, ...java, metrics, settings, secretFiles }, SCHEMA_REGISTRY_RULES);
    this.platform = platform;
    this.login = valid.login;
    const login = isByFile(valid.login) ? valid.login : undefined;
    const asks = loginOfContainer(login);
    const says = metrics ? registryMetrics(image, PORT) : undefined;
    reachBrokers(this, platform, cluster);
    reserveName(this, cluster, REGISTRY_TOPIC_CLAIM, topic.topicName);
    reserveName(this, cluster, REGISTRY_GROUP_CLAIM, serviceName);
    /** @see https://docs.confluent.io/platform/7.9/schema-registry/security/index.html */
    needsAcls(this, () => [
      ...(['Read', 'Write', 'DescribeConfigs'] as const).map((each) => onTopic(topic.topicName, each)),
      image.groupPerStart ? inGroup(`${serviceName}-`, 'Prefixed') : inGroup(serviceName),
    ]);

    const service = new Service(this, serviceName, {
      platform,
      serviceName,
      labels: {
        [LABEL.role]: ROLE.schemaRegistry,
        [KEEPS_LABEL + KEPT.schemas]: topic.topicName,
        ...clientLabels(security),
        ...asks.labels,
      },
      image,
      command: startCommand(asks.start, says?.start),
      metrics: says?.metrics,
      environment: {
        ...settingsEnvironment('SCHEMA_REGISTRY', {
          ...ofStore(cluster),
          ...settings,
          ...fileProvider(settings, valid.secretFiles),
        }),
        SCHEMA_REGISTRY_HOST_NAME: serviceName,
        // Registries of one group elect one primary, which writes to its own topic whoever was asked.
        SCHEMA_REGISTRY_SCHEMA_REGISTRY_GROUP_ID: serviceName,
        SCHEMA_REGISTRY_LISTENERS: `http://0.0.0.0:${PORT}`,
        SCHEMA_REGISTRY_KAFKASTORE_BOOTSTRAP_SERVERS: bootstrapServers(cluster),
        SCHEMA_REGISTRY_KAFKASTORE_TOPIC: topic.topicName,
        SCHEMA_REGISTRY_SCHEMA_COMPATIBILITY_LEVEL: valid.compatibility ?? Compatibility.BACKWARD,
        ...jvmEnvironment('SCHEMA_REGISTRY', java),
        ...allowedToClients(cluster.security),
        ...asks.environment,
      },
      ports: [{ name: API, port: PORT, hostPort: valid.hostPort ?? PORT, scheme: 'http' }],
      secretFiles: { ...secretFiles, ...asks.secretFiles },
      healthCheck: healthByLogin(PORT, '/subjects', login),
      memory: java.memory,
      stopGracePeriod: Duration.seconds(30),
      dependsOn: [cluster, topic],
    });
    if (says?.start) addAgent(this, platform, image);
    this.url = `http://${service.internalAddress(API).toString()}`;
    this.hostUrl = `http://${service.hostAddress(API).toString()}`;
  }

  /**
   * Registers a schema. It is put into the stack `subjects` beside the registry's own, because a plan asks the registry
   * for it; for another stack use `new Subject(stack, id, { registry, … })`.
   * @param subjectName serializers expect `<topic>-key` and `<topic>-value`
   */
  public addSubject(subjectName: string, options: SubjectOptions): Subject {
    const place = placeBeside(this, 'subjects', subjectName);
    return new Subject(place, subjectName, withOwn(place, subjectName, options, { registry: this }));
  }
}

/** It looks for the brokers only under the protocol that it is to speak. */
function bootstrapServers({ bootstrapServers: servers, security }: IKafkaCluster): string {
  const protocol = clientSettings(security)['security.protocol'] ?? 'PLAINTEXT';
  return `${protocol}://${joined(`,${protocol}://`, servers)}`;
}

/** What brokers want of it, for its start script, too, which asks them before it starts it. */
const ofStore = ({ security }: IKafkaCluster): Record<string, string> =>
  Object.fromEntries(
    Object.entries(clientSettings(security)).map(([name, value]) => [`kafkastore.${name}`, value]),
  );
