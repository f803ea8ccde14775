import { SecretFile } from '../../constructs/core/secret-file';
import { ClusterSecurity } from '../../constructs/kafka/cluster-security';
import { KafkaCluster } from '../../constructs/kafka/kafka-cluster';
import type { IKafkaCluster } from '../../constructs/kafka/interfaces';
import { Authorization } from '../../constructs/kafka/authorization';
import { Certificates } from '../../constructs/kafka/certificates';
import type { KafkaClusterProps } from '../../constructs/kafka/kafka-cluster-props';
import { ListenerAuthentication } from '../../constructs/kafka/listener-authentication';
import { ListenerReach } from '../../constructs/kafka/listener-reach';
import { newPlatform, newStack } from './synth';

/** A login and TLS, each by a file. */
export const scram = (): ClusterSecurity =>
  ClusterSecurity.saslScramSha512({
    username: 'me',
    password: SecretFile.fromHost('/etc/streaming/login.properties'),
    caCertificate: SecretFile.fromHost('/etc/streaming/ca.crt'),
  });

/** A cluster that others run, and that wants to be spoken to as `security` says. */
export const secured = (security = scram(), stack = newStack('managed')): IKafkaCluster =>
  KafkaCluster.fromBootstrapServers(stack, 'theirs', {
    bootstrapServers: ['broker.example.com:9093'],
    security,
  });

/** The settings of {@link scram} in a container, but for how the password is found. */
export const SCRAM_SETTINGS = {
  'security.protocol': 'SASL_SSL',
  'ssl.truststore.type': 'PEM',
  'ssl.truststore.location': '/run/secrets/kafka/ca.crt',
  'sasl.mechanism': 'SCRAM-SHA-512',
};
export const SCRAM_LOGIN = (password: string): string =>
  `org.apache.kafka.common.security.scram.ScramLoginModule required username="me" password="${password}";`;

/** What is mounted of {@link scram}. */
export const SCRAM_MOUNTS = [
  ['/etc/streaming/ca.crt', '/run/secrets/kafka/ca.crt'],
  ['/etc/streaming/login.properties', '/run/secrets/kafka/login.properties'],
].map(([source, target]) => ({ type: 'bind', source, target, read_only: true }));

/** A broker of our own that wants to see a certificate of each client, and asks what that may do. */
export const ownBrokers = (
  stack = newStack('kafka'),
  props: Partial<KafkaClusterProps> = {},
): KafkaCluster => {
  const authentication = ListenerAuthentication.mutualTls();
  return new KafkaCluster(stack, 'brokers', {
    platform: props.platform ?? newPlatform(stack),
    brokers: 1,
    certificates: Certificates.folder('/secrets'),
    listeners: [
      { name: 'INTERNAL', reach: ListenerReach.inside(), authentication },
      { name: 'EXTERNAL', reach: ListenerReach.host(), authentication },
    ],
    authorization: Authorization.acls(),
    ...props,
  });
};
