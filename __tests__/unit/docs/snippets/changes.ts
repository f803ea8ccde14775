// The changes that README.md and the guide show, each in the surroundings that it has in stacks/.
import { TerraformStack, TerraformVariable, type TerraformResource } from 'cdktf';
import type { Construct } from 'constructs';
import {
  Compatibility,
  type ContainerApp,
  ContainerImage,
  Duration,
  HealthCheck,
  KafkaCluster,
  KafkaConnect,
  type KafkaConnectProps,
  KafkaTopic,
  KafkaUi,
  KafkaUser,
  Metadata,
  Retention,
  Schema,
  SchemaRegistry,
  SecretFile,
  Service,
  Size,
  Subject,
  UserAuthentication,
  type IKafkaCluster,
  type IPlatform,
  type ISchemaRegistry,
  type IZooKeeperEnsemble,
  ListenerAuthentication,
  ListenerReach,
  type KafkaListenerSpec,
} from '../../../../constructs';
import type { Stacks } from '../../../../stacks';
import type { Profile } from '../../../../stacks/profile';

export class KafkaStack extends TerraformStack {
  public readonly cluster: IKafkaCluster;

  public constructor(
    scope: Construct,
    id: string,
    platform: IPlatform,
    profile: Profile,
    zooKeeper: IZooKeeperEnsemble,
  ) {
    super(scope, id);
    // #region brokers
    this.cluster = new KafkaCluster(this, 'brokers', {
      platform,
      metadata: Metadata.zooKeeper(zooKeeper),
      ...profile.kafka,
      brokers: 5,
      retention: Retention.upTo(Duration.days(2), Size.gibibytes(1)),
    });
    // #endregion
  }
}

export class TopicsStack extends TerraformStack {
  public constructor(scope: Construct, id: string, cluster: IKafkaCluster) {
    super(scope, id);
    // #region topic
    new KafkaTopic(this, 'page_views', {
      cluster,
      partitions: 6,
      retention: Retention.upTo(Duration.hours(12)),
    });
    // #endregion
  }
}

export const memory: Pick<Profile, 'kafka' | 'application'> = {
  // #region memory
  kafka: { heap: Size.gibibytes(2), memory: Size.gibibytes(4) },
  application: { driverMemory: Size.gibibytes(2), executorMemory: Size.gibibytes(3), executorCores: 2 },
  // #endregion
};

export function addPeople({ topics, kafka, services: { connect, registry } }: Stacks): void {
  // #region connectors
  // In main.ts, with what addStacks returns:
  const people = new KafkaTopic(topics, 'people', { cluster: kafka.cluster });
  connect.addConnector('people-file', {
    connectorClass: 'org.apache.kafka.connect.file.FileStreamSourceConnector',
    writes: [people],
    config: { file: '/var/lib/kafka/data/people.txt' },
  });
  registry.addSubject('people-value', {
    schema: Schema.avroFile('schemas/person.avsc'),
    compatibility: Compatibility.BACKWARD,
  });
  // #endregion
}

export function addUser({ topics, kafka, users }: Required<Stacks>): void {
  // #region user
  // In main.ts, with what addStacks returns:
  const authentication = UserAuthentication.mutualTls();
  const me = new KafkaUser(users, 'me', { cluster: kafka.cluster, authentication });
  me.reads(topics.aggregatedData, { group: 'me' });
  // #endregion
}

export function override(kafka: KafkaCluster): void {
  // #region override
  const broker = kafka.node.findChild('kafka1').node.findChild('Resource') as TerraformResource;
  broker.addOverride('shm_size', 256);
  // #endregion
}

export function relate(
  app: ContainerApp,
  orders: KafkaTopic,
  bills: KafkaTopic,
  registry: ISchemaRegistry,
): void {
  // #region relations
  app.reads(orders); // it is told KAFKA_TOPIC_ORDERS=orders
  app.writes(bills, 'OUTPUT_TOPIC'); // or by the name of your choice
  app.uses(registry); // SCHEMA_REGISTRY_URL
  // #endregion
}

export function database(platform: IPlatform, scope: Construct): void {
  // #region secret-file
  new Service(scope, 'database', {
    platform,
    serviceName: 'database',
    image: ContainerImage.of('postgres:17'),
    user: 'postgres',
    // The image reads the password from the file that this variable names; many images have such a variable.
    environment: { POSTGRES_PASSWORD_FILE: '/run/secrets/postgres' },
    secretFiles: { '/run/secrets/postgres': SecretFile.fromHost('/etc/streaming/postgres') },
    volumes: [{ volume: platform.volume('database'), path: '/var/lib/postgresql/data' }],
    healthCheck: HealthCheck.bash('pg_isready'),
    memory: Size.mebibytes(256),
  });
  // #endregion
}

export function orders(props: KafkaConnectProps, scope: Construct, orders: KafkaTopic): void {
  // #region connect-file
  const connect = new KafkaConnect(scope, 'connect', {
    ...props,
    // A file of properties: password=…
    secretFiles: {
      '/run/secrets/database.properties': SecretFile.fromHost('/etc/streaming/database.properties'),
    },
  });
  connect.addConnector('orders-database', {
    connectorClass: 'io.debezium.connector.jdbc.JdbcSinkConnector',
    reads: [orders],
    config: {
      'connection.url': 'jdbc:postgresql://database:5432/orders',
      'connection.username': 'orders',
      'connection.password': '${file:/run/secrets/database.properties:password}',
    },
  });
  // #endregion
}

export function elsewhere(stack: TerraformStack, schema: Schema): void {
  // #region registry-elsewhere
  const password = new TerraformVariable(stack, 'registry_password', { type: 'string', sensitive: true });
  const registry = SchemaRegistry.fromUrl(stack, 'registry', {
    url: 'https://registry.example.com',
    login: { username: 'billing', password },
  });
  new Subject(stack, 'bills-value', { registry, schema });
  // #endregion
}

export function tokens(): KafkaListenerSpec {
  // #region tokens
  const apps: KafkaListenerSpec = {
    name: 'APPS',
    reach: ListenerReach.at('192.168.1.10'),
    port: 9292,
    authentication: ListenerAuthentication.oauthBearer({
      jwksEndpoint: 'https://id.example.com/realms/streaming/protocol/openid-connect/certs',
      issuer: 'https://id.example.com/realms/streaming',
      audience: 'kafka',
    }),
  };
  // #endregion
  return apps;
}

export function managed(stack: TerraformStack, kafka: IKafkaCluster, connect: KafkaConnect): void {
  // #region page
  new KafkaUi(stack, 'kafka-ui', {
    clusters: [{ name: 'local', cluster: kafka, connects: [connect], manages: true }],
  });
  // #endregion
}
