import { Construct } from 'constructs';
import { majority } from '../core/checks';
import type { ContainerImage } from '../core/container-image';
import { Duration } from '../core/duration';
import { HealthCheck } from '../core/health-check';
import { addAgent, exporterEndpoint, ONE_AGENT, showingBeans } from '../core/jmx-exporter';
import { heapBelowMemory, jvm, JVM_PROPERTIES, jvmEnvironment, type Jvm, type JvmOptions } from '../core/jvm';
import { nameOf } from '../core/image-reference';
import { LABEL, ROLE } from '../core/labels';
import { METRICS_OPTIONS, type MetricsOptions } from '../core/metrics-endpoint';
import type { IPlatform } from '../core/platform';
import { NAME_PREFIX } from '../core/container-description';
import { platformReference, portCheck, Service } from '../core/service';
import { SECRET_FILES, type SecretFiles } from '../core/secret-file';
import { Size } from '../core/size';
import { startCommand } from '../core/start-command';
import { validateProps, type Properties } from '../core/properties';
import { validate, type Rule } from '../core/validation';
import { placed } from '../core/placed';
import type { IZooKeeperEnsemble } from './interfaces';
import { BEANS } from './zookeeper-beans';

export interface ZooKeeperEnsembleProps extends JvmOptions, MetricsOptions {
  /** What runs it. */
  readonly platform: IPlatform;
  /** Tells ensembles on one platform apart: put before the name of every node, as in `mirror-zoo1`. Up to 40 of a-z, 0-9 and '-'. @default - none */
  readonly namePrefix?: string;
  /** Port of the first node on the host, before the platform's port offset; further ones take the next. 1 to 65535. @default 2181 */
  readonly hostPort?: number;
  /** How many nodes: 1, 3 or 5; an even one more tolerates no further failure. @default 1 */
  readonly nodes?: number;
  /** Secrets that every node reads, by their absolute path in the container. @default - none */
  readonly secretFiles?: SecretFiles;
}

const CLIENT_PORT = 2181;

/**
 * A node without a quorum answers, but without a mode.
 * @see https://zookeeper.apache.org/doc/r3.8.4/zookeeperAdmin.html#sc_4lw
 */
const HAS_MODE = `exec 3<>/dev/tcp/127.0.0.1/${CLIENT_PORT} && printf srvr >&3 && while read -r -u 3 line; do [[ $line != Mode:* ]] || exit 0; done; exit 1`;

/**
 * ZooKeeper nodes `zoo1` to `zooN`, on the host at localhost:2181 and up.
 * @see https://zookeeper.apache.org/doc/r3.8.4/zookeeperAdmin.html
 */
export class ZooKeeperEnsemble extends Construct implements IZooKeeperEnsemble {
  public readonly connectString: string;
  public readonly platform: IPlatform;

  /** What is broken is refused at synth, all of it together. */
  public constructor(scope: Construct, id: string, props: ZooKeeperEnsembleProps) {
    super(...placed(scope, id));
    const valid = validateProps(this, props, ZOOKEEPER_ENSEMBLE_PROPERTIES);
    this.platform = valid.platform;
    const { nodes = 1, namePrefix = '', hostPort = CLIENT_PORT, metrics = false } = valid;
    const image = valid.platform.images.zooKeeper;
    const java = jvm(valid, Size.mebibytes(512));
    validate(this, { ...java, image, metrics }, ZOOKEEPER_ENSEMBLE_RULES);

    const names = Array.from({ length: nodes }, (_, index) => `${namePrefix}zoo${index + 1}`);
    this.connectString = names.map((name) => `${name}:${CLIENT_PORT}`).join(',');
    names.forEach((serviceName, index) => {
      new Service(this, `zoo${index + 1}`, {
        platform: valid.platform,
        serviceName,
        labels: {
          [LABEL.role]: ROLE.zooKeeper,
          [LABEL.nodeId]: String(index + 1),
          [LABEL.ensemble]: this.connectString,
        },
        image,
        ...(metrics && {
          command: startCommand(showingBeans('KAFKA_OPTS', BEANS)),
          metrics: [exporterEndpoint('zookeeper')],
        }),
        environment: {
          ZOOKEEPER_CLIENT_PORT: String(CLIENT_PORT),
          ZOOKEEPER_SERVER_ID: String(index + 1),
          ...(nodes > 1 && { ZOOKEEPER_SERVERS: names.map((name) => `${name}:2888:3888`).join(';') }),
          ZOOKEEPER_TICK_TIME: '2000',
          ZOOKEEPER_INIT_LIMIT: '10',
          ZOOKEEPER_SYNC_LIMIT: '5',
          ZOOKEEPER_AUTOPURGE_SNAP_RETAIN_COUNT: '3',
          ZOOKEEPER_AUTOPURGE_PURGE_INTERVAL: '24',
          ZOOKEEPER_ADMIN_ENABLE_SERVER: 'false',
          ...jvmEnvironment('KAFKA', java),
        },
        ports: [{ name: 'ZooKeeper client', port: CLIENT_PORT, hostPort: hostPort + index }],
        volumes: [
          { volume: valid.platform.volume(`${serviceName}-data`), path: '/var/lib/zookeeper/data' },
          { volume: valid.platform.volume(`${serviceName}-log`), path: '/var/lib/zookeeper/log' },
        ],
        secretFiles: valid.secretFiles,
        healthCheck: HealthCheck.bash(HAS_MODE),
        memory: java.memory,
        stopGracePeriod: Duration.seconds(30),
      });
    });
    if (metrics) addAgent(this, valid.platform, image);
  }
}

export const ZOOKEEPER_ENSEMBLE_PROPERTIES: Properties<ZooKeeperEnsembleProps> = {
  platform: platformReference,
  namePrefix: NAME_PREFIX,
  hostPort: portCheck,
  nodes: majority(
    'https://zookeeper.apache.org/doc/r3.8.4/zookeeperAdmin.html#sc_zkMulitServerSetup; policy',
  ),
  ...JVM_PROPERTIES,
  ...METRICS_OPTIONS,
  secretFiles: SECRET_FILES,
};

interface EnsembleFacts extends Jvm {
  readonly metrics: boolean;
  readonly image: ContainerImage;
}

const isGone = ({ version, reference }: ContainerImage): boolean =>
  nameOf(reference) === 'cp-zookeeper' && parseInt(version ?? '', 10) >= 8;

export const ZOOKEEPER_ENSEMBLE_RULES: readonly Rule<EnsembleFacts>[] = [
  heapBelowMemory('the node'),
  ONE_AGENT,
  {
    requires:
      "Confluent's image of ZooKeeper is of Confluent Platform 7.9 or earlier, the last that has one.",
    fails: ({ image }) => isGone(image),
    message: ({ image }) =>
      `the image of ZooKeeper must be of Confluent Platform 7.9 or earlier, because 8 has none; got ${image.reference}, take confluentinc/cp-zookeeper:7.9.6, or brokers with Metadata.kraft().`,
    source: 'https://docs.confluent.io/platform/8.0/release-notes/index.html',
  },
];
