import { join } from 'node:path';
import { execa } from 'execa';
import { Kafka, logLevel, type KafkaConfig } from 'kafkajs';
import { localFamily } from '../../../constructs/local-images';
import { ROOT } from '../../support/deployed-platform';
import { eventually } from '../../support/eventually';
import type { PemFiles } from '../../support/pem-files';

/** The name that containers find it by, and that its certificate shows. */
const HOST = 'theirs';
const INSIDE_PORT = 9093;
const KEY_STORE = '/run/secrets/theirs.pem';
const USER = 'shop';

/**
 * A broker that somebody else runs, as managed clusters are: SASL over TLS and nothing else, in a network of its own. It is
 * started by hand, with nothing of this project but the image.
 */
export class TheirBroker {
  /** As containers in its network reach it. */
  public readonly inside = `${HOST}:${INSIDE_PORT}`;
  /** As this machine reaches it. */
  public readonly outside: string;

  /** @param name of the container and of its network @param files of an authority; those of the broker are put among them */
  public constructor(
    public readonly name: string,
    private readonly hostPort: number,
    private readonly files: PemFiles,
    private readonly password: string,
  ) {
    this.outside = `localhost:${hostPort}`;
  }

  public async start(): Promise<void> {
    const { name, hostPort, files } = this;
    files.leaf(HOST, [`DNS:${HOST}`, 'DNS:localhost']);
    // Whoever they are in their containers: the folder lets nobody else in.
    files.write(`${HOST}.pem`, files.read(`${HOST}.pem`), 0o444);
    await docker('network', 'create', name);
    await docker(
      ...['run', '--detach', '--name', name, '--network', name, '--network-alias', HOST],
      ...['--publish', `127.0.0.1:${hostPort}:${hostPort}`, '--memory', '640m'],
      ...['--mount', `type=bind,source=${files.folder}/${HOST}.pem,target=${KEY_STORE},readonly`],
      ...Object.entries(this.environment()).flatMap(([variable, value]) => ['--env', `${variable}=${value}`]),
      localFamily(join(ROOT, 'images')).kafka.reference,
    );
    const impatient = this.client({ retry: { retries: 0 } });
    await eventually(() => this.answers(impatient));
  }

  public async remove(): Promise<void> {
    await execa('docker', ['rm', '--force', '--volumes', this.name], { reject: false });
    await execa('docker', ['network', 'rm', this.name], { reject: false });
  }

  /** A client of it, unless it is told to be another one. */
  public client(otherwise: Partial<KafkaConfig> = {}): Kafka {
    return new Kafka({
      brokers: [this.outside],
      logLevel: logLevel.NOTHING,
      retry: { retries: 10 },
      ssl: { ca: this.files.read('ca.crt') },
      sasl: { mechanism: 'plain', username: USER, password: this.password },
      ...otherwise,
    });
  }

  /** @throws where it does not answer this client */
  public async answers(kafka: Kafka): Promise<void> {
    const admin = kafka.admin();
    try {
      await admin.connect();
      await admin.describeCluster();
    } finally {
      await admin.disconnect();
    }
  }

  private environment(): Readonly<Record<string, string>> {
    const login = `org.apache.kafka.common.security.plain.PlainLoginModule required user_${USER}="${this.password}";`;
    return {
      KAFKA_NODE_ID: '1',
      KAFKA_PROCESS_ROLES: 'broker,controller',
      CLUSTER_ID: Buffer.from('a managed broker').toString('base64url'),
      KAFKA_CONTROLLER_LISTENER_NAMES: 'CONTROLLER',
      KAFKA_CONTROLLER_QUORUM_VOTERS: '1@localhost:9090',
      KAFKA_LISTENERS: `CONTROLLER://localhost:9090,OWN://localhost:9091,INSIDE://0.0.0.0:${INSIDE_PORT},OUTSIDE://0.0.0.0:${this.hostPort}`,
      KAFKA_ADVERTISED_LISTENERS: `OWN://localhost:9091,INSIDE://${this.inside},OUTSIDE://${this.outside}`,
      KAFKA_INTER_BROKER_LISTENER_NAME: 'OWN',
      KAFKA_LISTENER_SECURITY_PROTOCOL_MAP:
        'CONTROLLER:PLAINTEXT,OWN:PLAINTEXT,INSIDE:SASL_SSL,OUTSIDE:SASL_SSL',
      KAFKA_SASL_ENABLED_MECHANISMS: 'PLAIN',
      KAFKA_LISTENER_NAME_INSIDE_PLAIN_SASL_JAAS_CONFIG: login,
      KAFKA_LISTENER_NAME_OUTSIDE_PLAIN_SASL_JAAS_CONFIG: login,
      KAFKA_SSL_KEYSTORE_TYPE: 'PEM',
      KAFKA_SSL_KEYSTORE_LOCATION: KEY_STORE,
      KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR: '1',
      KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS: '6',
      KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR: '1',
      KAFKA_TRANSACTION_STATE_LOG_MIN_ISR: '1',
      KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS: '0',
      KAFKA_AUTO_CREATE_TOPICS_ENABLE: 'false',
      KAFKA_HEAP_OPTS: '-Xms256m -Xmx256m',
    };
  }
}

const docker = (...args: string[]): Promise<unknown> => execa('docker', args);
