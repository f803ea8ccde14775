/**
 * The contract between what a program deploys and the commands that operate it: by these labels, and by what Terraform
 * says of every resource, they know all that they know. Networks and volumes have the platform's only. A label never
 * changes its meaning; a new one replaces each container once.
 */
const OURS = 'cdktf-streaming';

export const LABEL = {
  /** The name of the platform that it belongs to; on Kubernetes an annotation of the namespace, for all that is in it. */
  platform: `${OURS}.platform`,
  /** Of a container: the name of the stack that makes it. */
  stack: `${OURS}.stack`,
  /** Of a container: its name in the platform's network. */
  service: `${OURS}.service`,
  /** One of {@link ROLE}, or several of them, comma-separated. */
  role: `${OURS}.role`,
  /** The number of a broker, a controller or a node of ZooKeeper among its like. */
  nodeId: `${OURS}.node-id`,
  /** Where a broker or controller keeps the metadata: one of {@link METADATA}. */
  metadata: `${OURS}.metadata`,
  /** Of a broker or controller: the Kafka in its image, such as `3.9`; it has none where nobody knows. */
  kafkaVersion: `${OURS}.kafka-version`,
  /** The controllers whom it asks, as `controller.quorum.voters` has them in plaintext; also while metadata still is in ZooKeeper. */
  controllers: `${OURS}.controllers`,
  /** The id of the cluster in KRaft. */
  cluster: `${OURS}.cluster`,
  /** The ensemble of ZooKeeper that it is a node of, or has metadata in, as `zookeeper.connect` has it. */
  ensemble: `${OURS}.ensemble`,
  /** Of a broker: its `host:port` in the platform's network, where Kafka's own tools find all of its cluster. */
  bootstrapServer: `${OURS}.bootstrap-server`,
  /** Of a broker or controller that shows a certificate: the names that have to be in it, comma-separated. */
  certificateNames: `${OURS}.certificate-names`,
  /** Of what shows brokers a certificate, as who it is their user: the common name in it, that of the file but for `.pem`. */
  user: `${OURS}.user`,
  /** Of what shows a certificate, or has secrets in volumes: the number of its user, whose the files must be; it has none where nobody knows. */
  userId: `${OURS}.user-id`,
  /** Of what asks people and commands for a login: `<user>:<path in the container of the file with the line user=password>`. */
  login: `${OURS}.login`,
  /**
   * Of a broker: its listeners, as `listener.security.protocol.map` has them, first that by which it speaks to other
   * brokers. {@link USUAL_LISTENERS} where it does not say.
   */
  brokerListeners: `${OURS}.broker-listeners`,
  /**
   * Of a controller: the same, first that by which it speaks to other controllers; of a broker that is none: that by which
   * it speaks to them. {@link USUAL_LISTENERS} where it does not say.
   */
  controllerListeners: `${OURS}.controller-listeners`,
  /** Of a broker or controller that refuses things, and says so in its log: the class that decides who may do what. */
  authorizer: `${OURS}.authorizer`,
  /** Of a master, a worker or an application of Spark: the Spark in its image, such as `3.5`; it has none where nobody knows. */
  sparkVersion: `${OURS}.spark-version`,
  /** Where a Spark application keeps how far it has come. */
  checkpoint: `${OURS}.checkpoint`,
  /** `required` of a Spark application that always has one, and says at its page which. */
  executors: `${OURS}.executors`,
  /** Of what else must be the same, lest the container be made anew. */
  digest: `${OURS}.digest`,
} as const;

/** Goes on with what answers there, for people; the value is the address on the host. */
export const ENDPOINT_LABEL = `${OURS}.endpoint.`;

/** Of what has secrets in volumes: goes on with the path in the container; the value is that of the file on the machine that deploys. */
export const SECRET_LABEL = `${OURS}.secret.`;

/** What answers at the endpoint of a broker that clients on the host are to ask. */
export const BROKER_ENDPOINT = 'Kafka broker';

/** Of a broker: goes on with a setting of topics, whose value a topic that does not say has, such as `retention.ms`. */
export const TOPIC_DEFAULT_LABEL = `${OURS}.topic-default.`;

/** Goes on with one of {@link KEPT}; the value is the topic in which the service keeps that. */
export const KEEPS_LABEL = `${OURS}.keeps.`;

export const ROLE = {
  zooKeeper: 'zookeeper',
  broker: 'broker',
  controller: 'controller',
  connect: 'connect',
  schemaRegistry: 'schema-registry',
  kafkaUi: 'kafka-ui',
  prometheus: 'prometheus',
  sparkMaster: 'spark-master',
  sparkWorker: 'spark-worker',
  sparkApplication: 'spark-application',
} as const;

export const METADATA = { zooKeeper: 'zookeeper', kraft: 'kraft' } as const;

export const KEPT = {
  configs: 'connect-configs',
  offsets: 'connect-offsets',
  statuses: 'connect-statuses',
  schemas: 'schemas',
} as const;

/** What nodes listen at that do not say it by a label. */
export const USUAL_LISTENERS: Readonly<Record<string, string>> = {
  [LABEL.brokerListeners]: 'INTERNAL:PLAINTEXT,EXTERNAL:PLAINTEXT',
  [LABEL.controllerListeners]: 'CONTROLLER:PLAINTEXT',
};

/** In a folder of certificates: that of the authority that signs all others. */
export const AUTHORITY = 'ca.crt';
/** Its key, where it is ours. */
export const AUTHORITY_KEY = 'ca.key';

/** The user that is a super user wherever there is authorization, because Terraform works as that. */
export const ADMIN = 'admin';
