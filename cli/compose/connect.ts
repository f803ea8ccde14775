import type { ComposeService } from './service';
import { add, javaOf, takeImage } from './products';
import { settingsOf } from './settings';
import { hostPortOf, portIn, usualOfProduct } from './usual';
import { properties, text, texts } from './code';
import type { Writer } from './writer';

const CONVERTERS: Readonly<Record<string, string>> = {
  'org.apache.kafka.connect.storage.StringConverter': 'Converter.string()',
  'org.apache.kafka.connect.json.JsonConverter': 'Converter.json()',
  'io.confluent.connect.avro.AvroConverter': 'Converter.avro()',
};

/** Workers of one Connect cluster. */
export function writeConnect(writer: Writer, service: ComposeService, cluster: string): void {
  takeImage(writer, service, 'kafkaConnect', /^(cp-kafka-connect|cp-server-connect)$/);
  usualOfProduct(writer, service, 'KafkaConnect');
  const said = (name: string): string | undefined => service.value(`CONNECT_${name}`);
  for (const name of FIXED) said(name);
  // Two Connects of one cluster are two groups.
  const groupId = said('GROUP_ID') ?? (writer.connects.length > 0 ? service.name : undefined);
  const keyConverter = converterOf(writer, service, 'KEY');
  const valueConverter = converterOf(writer, service, 'VALUE');
  const plugins = (said('PLUGIN_PATH') ?? '').split(',').filter((each) => each.startsWith('/'));
  const topics = topicsOf(writer, service, cluster);
  const java = javaOf(writer, service, 'CONNECT_HEAP_OPTS');
  java.heap ??= javaOf(writer, service, 'KAFKA_HEAP_OPTS').heap;
  const registry = registryOf(writer, service);
  const named = settingsOf(writer, service, 'CONNECT_', 'worker');
  const serviceName = writer.serviceName(service);
  const hostPort = hostPortOf(
    writer,
    service,
    8083,
    portIn(service, 'CONNECT_REST_PORT', 'CONNECT_LISTENERS'),
  );
  writer.use('KafkaConnect');
  const variable = writer.variable(service.name);
  const props = properties({
    cluster,
    topics,
    serviceName: serviceName === 'kafka-connect' ? undefined : text(serviceName),
    hostPort: hostPort === 8083 ? undefined : String(hostPort),
    groupId: groupId === undefined ? undefined : text(groupId),
    keyConverter,
    valueConverter,
    pluginPath: plugins.length > 0 ? `[${plugins.map(text).join(', ')}]` : undefined,
    ...java,
    ...named,
  });
  add(writer, service, variable, `new KafkaConnect(stack, ${text(service.name)}, ${props})`);
  if (registry !== undefined) writer.statements.push(`${variable}.uses(${registry});`);
}

/** Where the library has one answer, or the property above another. */
const FIXED = [
  ...[
    'BOOTSTRAP_SERVERS',
    'REST_ADVERTISED_HOST_NAME',
    'REST_PORT',
    'REST_ADVERTISED_PORT',
    'LISTENERS',
    'REST_HOST_NAME',
  ],
  ...['CONFIG', 'OFFSET', 'STATUS'].map((role) => `${role}_STORAGE_REPLICATION_FACTOR`),
  ...['OFFSET_STORAGE_PARTITIONS', 'STATUS_STORAGE_PARTITIONS'],
];

/** The service of the file that its converters find at their address. */
function registryOf(writer: Writer, service: ComposeService): string | undefined {
  for (const side of ['KEY', 'VALUE']) {
    const url = service.value(`CONNECT_${side}_CONVERTER_SCHEMA_REGISTRY_URL`);
    const host = /^https?:\/\/([^:/]+)/.exec(url ?? '')?.[1];
    const registry = host === undefined ? undefined : writer.registries.get(host);
    if (registry !== undefined) {
      service.value('CONNECT_KEY_CONVERTER_SCHEMA_REGISTRY_URL');
      service.value('CONNECT_VALUE_CONVERTER_SCHEMA_REGISTRY_URL');
      return registry;
    }
    if (url !== undefined) {
      const entry = service.environment.get(`CONNECT_${side}_CONVERTER_SCHEMA_REGISTRY_URL`)?.entry;
      if (entry)
        writer.notes.leftOut(
          entry,
          'there is no SchemaRegistry at that address in the program: SchemaRegistry.fromUrl refers to one.',
        );
    }
  }
  return undefined;
}

function converterOf(writer: Writer, service: ComposeService, side: 'KEY' | 'VALUE'): string | undefined {
  const name = `CONNECT_${side}_CONVERTER`;
  const className = service.value(name);
  const entry = service.environment.get(name)?.entry;
  if (className === undefined || entry === undefined) return undefined;
  const schemas = service.value(`${name}_SCHEMAS_ENABLE`)?.toLowerCase() ?? 'true';
  const own = Object.fromEntries(
    [...service.environment]
      .filter(([each]) => each.startsWith(`${name}_`) && !/_(SCHEMAS_ENABLE|SCHEMA_REGISTRY_URL)$/.test(each))
      .map(([each, variable]) => {
        variable.entry.done();
        return [
          each
            .slice(name.length + 1)
            .toLowerCase()
            .replaceAll('_', '.'),
          variable.value,
        ];
      }),
  );
  const hasRegistry = registryNamed(writer, service, side);
  if (CONVERTERS[className] === 'Converter.avro()' && !hasRegistry) {
    writer.notes.leftOut(
      entry,
      'its registry is not in the program: Converter.avro(registry) takes one; JSON until then.',
    );
    return undefined;
  }
  writer.use('Converter');
  if (className.endsWith('.JsonConverter'))
    return schemas === 'true' ? `Converter.json({ schemas: true })` : 'Converter.json()';
  return (
    CONVERTERS[className] ??
    `Converter.of(${text(className)}${texts(own) === undefined ? '' : `, ${texts(own) ?? ''}`})`
  );
}

function registryNamed(writer: Writer, { environment }: ComposeService, side: string): boolean {
  const url = environment.get(`CONNECT_${side}_CONVERTER_SCHEMA_REGISTRY_URL`)?.value ?? '';
  return [...writer.registries.keys()].some(
    (host) => url.includes(`//${host}:`) || url.endsWith(`//${host}`),
  );
}

/** The three topics, by the names that they have in the file. */
function topicsOf(writer: Writer, service: ComposeService, cluster: string): string | undefined {
  const names = ['CONFIG', 'OFFSET', 'STATUS'].map((role) => service.value(`CONNECT_${role}_STORAGE_TOPIC`));
  const [configs, offsets, statuses] = names;
  if (configs === undefined || offsets === undefined || statuses === undefined) return undefined;
  writer.use('CleanupPolicy', 'ConnectTopics', 'KafkaTopic');
  const topic = (name: string, partitions: number): string =>
    `new KafkaTopic(stack, ${text(name)}, ${properties({ cluster, partitions: String(partitions), cleanupPolicy: 'CleanupPolicy.COMPACT' })})`;
  const roles = properties({
    configs: topic(configs, 1),
    offsets: topic(offsets, 25),
    statuses: topic(statuses, 5),
  });
  return `ConnectTopics.fromTopics(stack, ${text(`${service.name}-topics`)}, ${roles})`;
}

/** The page about clusters, their registries and Connects. */
export function writePage(writer: Writer, service: ComposeService, cluster: string): void {
  const { notes } = writer;
  if (service.entry.has('image')) takeImage(writer, service, 'kafkaUi', /^none$/);
  usualOfProduct(writer, service, 'KafkaUi');
  for (const [name, { value, entry }] of service.environment) {
    const [, number] = /^KAFKA_CLUSTERS_(\d+)_/.exec(name) ?? [];
    if (number !== undefined && OF_PAGE.test(name)) {
      if (number === '0') entry.done();
      else
        notes.leftOut(
          entry,
          'clusters of this program are shown; add others to `clusters`, by KafkaCluster.fromBootstrapServers.',
        );
    } else if (name === 'DYNAMIC_CONFIG_ENABLED') notes.changed(entry, 'the page of the library only reads.');
    else if (value !== '') notes.leftOut(entry, 'KafkaUi has no property for it.');
  }
  const name = service.environment.get('KAFKA_CLUSTERS_0_NAME')?.value ?? writer.file.name;
  const shown = properties({
    name: text(name.replace(/[^\w.-]+/g, '-').slice(0, 63) || 'kafka'),
    cluster,
    registry: [...writer.registries.values()][0],
    connects: writer.connects.length > 0 ? `[${writer.connects.join(', ')}]` : undefined,
  });
  const serviceName = writer.serviceName(service);
  const hostPort = hostPortOf(writer, service, 8080, portIn(service, 'SERVER_PORT'));
  writer.use('KafkaUi');
  const props = properties({
    platform: 'platform',
    clusters: `[${shown}]`,
    serviceName: serviceName === 'kafka-ui' ? undefined : text(serviceName),
    hostPort: hostPort === 8080 ? undefined : String(hostPort),
  });
  writer.statements.push(`new KafkaUi(stack, ${text(service.name)}, ${props});`);
}

const OF_PAGE =
  /_(NAME|BOOTSTRAPSERVERS|BOOTSTRAP_SERVERS|ZOOKEEPER|SCHEMAREGISTRY|SCHEMA_REGISTRY|KAFKACONNECT_\d+_(NAME|ADDRESS)|READONLY|READ_ONLY)$/;
