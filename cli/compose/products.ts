import { referenceProblem } from '../../constructs/core/image-reference';
import { imageName, imageTag } from './kinds';
import type { ComposeService } from './service';
import { heapIn, hostPortOf, memoryOf, portIn, usualOfProduct } from './usual';
import { properties, text, texts } from './code';
import type { Writer } from './writer';
import { settingsOf, type Settings } from './settings';

/** Takes the image of the file, where the construct's scripts are known to be in it; else that of the library. */
export function takeImage(
  writer: Writer,
  service: ComposeService,
  product: string,
  published: RegExp,
  least = 6,
): void {
  const given = service.entry.get('image');
  const { image = '' } = service;
  given?.done();
  const tag = imageTag(image);
  const build = service.entry.get('build');
  if (build && product === 'kafkaConnect') {
    writer.images.set(product, ownImage(writer, service));
    return;
  }
  if (build)
    writer.notes.leftOut(
      build,
      `the image of the library takes its place; \`images: { ${product}: ContainerImage.folder(…) }\` has its own.`,
    );
  const isOfProduct = published.test(imageName(image));
  const isKept =
    (isOfProduct && /^[67]\.\d+\.\d+$/.test(tag ?? '') && parseFloat(tag ?? '') >= least) ||
    // Somebody's image of Connect has connectors in it.
    (product === 'kafkaConnect' && !isOfProduct && referenceProblem(image) === undefined);
  const code = `ContainerImage.of(${text(image)})`;
  if (isKept && (writer.images.get(product) ?? code) === code) {
    writer.use('ContainerImage');
    writer.images.set(product, code);
  } else if (given)
    writer.notes.changed(
      given,
      `the library's own image of the product runs instead of ${image}; \`images\` of the platform takes another.`,
    );
}

/** The image that is built from the service's folder. */
export function ownImage(
  writer: Writer,
  service: ComposeService,
  further: Readonly<Record<string, string>> = {},
): string {
  const build = service.entry.get('build');
  const folder = build?.isScalar ? build.text() : (build?.get('context')?.text() ?? '.');
  const dockerfile = build?.get('dockerfile')?.text();
  const target = build?.get('target')?.text();
  const given = build?.get('args');
  const args = Object.fromEntries(
    (given?.entries ?? []).flatMap(([name, each]): [string, string][] => {
      const value = each.text() ?? '';
      const [, key = '', rest = ''] = given?.isList
        ? (/^([^=]*)=?(.*)$/s.exec(value) ?? [])
        : [undefined, name, value];
      return [[key, rest]];
    }),
  );
  for (const name of Object.keys(args).filter((each) => writer.isSecret(each, args[each] ?? ''))) {
    if (build)
      writer.notes.leftOut(
        build.get('args') ?? build,
        `${name} is a secret, which would stay in the image's history; let the build do without.`,
      );
    Reflect.deleteProperty(args, name);
  }
  writer.use('ContainerImage');
  const options = properties({
    dockerfile: dockerfile === undefined ? undefined : text(dockerfile),
    target: target === undefined ? undefined : text(target),
    arguments: texts(args),
    ...further,
  });
  return `ContainerImage.folder(${text(writer.path(folder ?? '.'))}${options === '{  }' ? '' : `, ${options}`})`;
}

export function writeRegistry(writer: Writer, service: ComposeService, cluster: string): void {
  takeImage(writer, service, 'schemaRegistry', /^cp-schema-registry$/);
  usualOfProduct(writer, service, 'SchemaRegistry');
  for (const name of ['HOST_NAME', 'LISTENERS', 'KAFKASTORE_BOOTSTRAP_SERVERS', 'KAFKASTORE_CONNECTION_URL'])
    service.value(`SCHEMA_REGISTRY_${name}`);
  const topic = service.value('SCHEMA_REGISTRY_KAFKASTORE_TOPIC') ?? '_schemas';
  const level = (
    service.value('SCHEMA_REGISTRY_SCHEMA_COMPATIBILITY_LEVEL') ??
    service.value('SCHEMA_REGISTRY_AVRO_COMPATIBILITY_LEVEL')
  )?.toUpperCase();
  const settings = settingsOf(writer, service, 'SCHEMA_REGISTRY_', 'registry');
  const variable = writer.variable(service.name);
  const serviceName = writer.serviceName(service);
  writer.use('SchemaRegistry');
  if (topic !== '_schemas') writer.use('SchemaRegistryTopic');
  if (level !== undefined) writer.use('Compatibility');
  const hostPort = hostPortOf(writer, service, 8081, portIn(service, 'SCHEMA_REGISTRY_LISTENERS'));
  const props = properties({
    cluster,
    serviceName: serviceName === 'schema-registry' ? undefined : text(serviceName),
    hostPort: hostPort === 8081 ? undefined : String(hostPort),
    topic:
      topic === '_schemas'
        ? undefined
        : `new SchemaRegistryTopic(stack, ${text(topic)}, { cluster: ${cluster}, topicName: ${text(topic)} })`,
    compatibility: level && `Compatibility.${level}`,
    ...javaOf(writer, service, 'SCHEMA_REGISTRY_HEAP_OPTS'),
    settings: settings.settings,
  });
  add(writer, service, variable, `new SchemaRegistry(stack, ${text(service.name)}, ${props})`);
}

/** Heap and memory as both are said of a JVM. */
export function javaOf(
  writer: Writer,
  service: ComposeService,
  variable: string,
): Record<string, string | undefined> {
  const { heap, rest } = heapIn(service.value(variable) ?? '');
  const entry = service.environment.get(variable)?.entry;
  if (entry && rest !== '')
    writer.notes.changed(entry, `${rest} is left out; jvmOptions has options of the JVM.`);
  const memory = memoryOf(service);
  if (heap !== undefined || memory !== undefined) writer.use('Size');
  return { heap, memory };
}

export function add(writer: Writer, service: ComposeService, variable: string, code: string): void {
  writer.constructs.set(service.name, variable);
  writer.statements.push(`const ${variable} = ${code};`);
}

export type { Settings };
