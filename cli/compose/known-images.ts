import { imageName, imageTag } from './kinds';

/** What is known of an image that people run beside Kafka. */
interface KnownImage {
  readonly image: RegExp;
  /** Whom it runs as by itself, if that is nobody with rights. */
  readonly user?: string;
  /** Folders that it declares as volumes, by what each is called: else the Engine makes one without a name at each start. */
  readonly volumes?: Readonly<Record<string, string>>;
  /** What it takes where the file sets no limit. */
  readonly memory?: string;
}

const KNOWN: readonly KnownImage[] = [
  { image: /^cp-(enterprise-)?(control-center|ksqldb-server)/, user: 'appuser', memory: 'Size.gibibytes(3)' },
  { image: /^cp-/, user: 'appuser' },
  { image: /postgres|postgis|timescaledb/, volumes: { data: '/var/lib/postgresql/data' } },
  { image: /mysql|mariadb|percona/, volumes: { data: '/var/lib/mysql' } },
  { image: /^mongo$/, volumes: { data: '/data/db', config: '/data/configdb' } },
  { image: /^(redis|valkey)$/, volumes: { data: '/data' } },
  { image: /^grafana(-oss|-enterprise)?$/, user: '472' },
  { image: /^prometheus$/, user: 'nobody', volumes: { data: '/prometheus' } },
  {
    image: /elasticsearch|opensearch|cassandra|neo4j|sqlserver|oracle|db2|flink|pinot|druid|trino|nifi/,
    memory: 'Size.gibibytes(4)',
  },
  { image: /^(server|free|express)$/, memory: 'Size.gibibytes(4)' },
];

/** Of Confluent's images before this, the user is root. */
const FIRST_WITH_USER = 6;

export function knownImage(image: string | undefined): Omit<KnownImage, 'image'> | undefined {
  const name = imageName(image);
  const known = KNOWN.find((each) => name !== '' && each.image.test(name));
  const isOld = known?.user === 'appuser' && parseInt(imageTag(image) ?? '', 10) < FIRST_WITH_USER;
  return isOld ? { ...known, user: undefined } : known;
}
