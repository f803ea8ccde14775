import { Construct } from 'constructs';
import { Converter } from '../../../../constructs/connect/converter';
import { newConnect, newKafka } from '../../../support/connect';
import { container, environment, newStack } from '../../../support/synth';

const registry = (stack = newStack('registry')) =>
  Object.assign(new Construct(stack, 'registry'), {
    url: 'http://schema-registry:8081',
    hostUrl: 'http://localhost:8081',
  });

test.each<[string, Converter, Record<string, string>]>([
  [
    'JSON without schemas',
    Converter.json(),
    {
      'value.converter': 'org.apache.kafka.connect.json.JsonConverter',
      'value.converter.schemas.enable': 'false',
    },
  ],
  [
    'JSON with schemas',
    Converter.json({ schemas: true }),
    {
      'value.converter': 'org.apache.kafka.connect.json.JsonConverter',
      'value.converter.schemas.enable': 'true',
    },
  ],
  ['text', Converter.string(), { 'value.converter': 'org.apache.kafka.connect.storage.StringConverter' }],
  [
    'a class of a plugin',
    Converter.of('com.example.XmlConverter', { 'root.name': 'record' }),
    { 'value.converter': 'com.example.XmlConverter', 'value.converter.root.name': 'record' },
  ],
])('%s', (_, converter, settings) => {
  expect(converter.settings('value.converter')).toEqual(settings);
});

test("Avro is Confluent's converter where the image has it, or nobody knows", () => {
  const settings = {
    'key.converter': 'io.confluent.connect.avro.AvroConverter',
    'key.converter.schema.registry.url': 'http://schema-registry:8081',
  };
  const avro = Converter.avro(registry());
  expect(avro.settings('key.converter')).toEqual(settings);
  expect(
    avro.settings('key.converter', { pluginClasses: ['io.confluent.connect.avro.AvroConverter'] }),
  ).toEqual(settings);
});

test("Avro is Apicurio's converter where the image has that, with Confluent's bytes", () => {
  const apicurio = 'io.apicurio.registry.utils.converter.AvroConverter';
  expect(Converter.avro(registry()).settings('value.converter', { pluginClasses: [apicurio] })).toEqual({
    'value.converter': apicurio,
    'value.converter.apicurio.registry.url': 'http://schema-registry:8081/apis/registry/v2',
    'value.converter.apicurio.registry.as-confluent': 'true',
    'value.converter.apicurio.registry.auto-register': 'true',
    'value.converter.apicurio.registry.headers.enabled': 'false',
    'value.converter.apicurio.registry.use-id': 'contentId',
  });
});

test('workers take the converters that they are given, of the class that their image has, and start after the registry', () => {
  const kafka = newKafka();
  const registryStack = newStack('registry', kafka.app);
  const { stack } = newConnect(
    { keyConverter: Converter.string(), valueConverter: Converter.avro(registry(registryStack)) },
    kafka,
  );
  expect(environment(stack, 'kafka-connect')).toMatchObject({
    CONNECT_KEY_CONVERTER: 'org.apache.kafka.connect.storage.StringConverter',
    CONNECT_VALUE_CONVERTER: 'io.confluent.connect.avro.AvroConverter',
    CONNECT_VALUE_CONVERTER_SCHEMA_REGISTRY_URL: 'http://schema-registry:8081',
  });
  expect(stack.dependencies).toContain(registryStack);
  expect(container(stack, 'kafka-connect').name).toBe('kafka-connect');
});

test("Avro without a registry of its own takes the workers', and waits for nothing by itself", () => {
  const avro = Converter.avro();
  const [ours, theirs] = [registry(), registry()];
  expect(avro.settings('key.converter')).toEqual({
    'key.converter': 'io.confluent.connect.avro.AvroConverter',
  });
  expect(avro.settings('key.converter', { registry: theirs })).toMatchObject({
    'key.converter.schema.registry.url': 'http://schema-registry:8081',
  });
  const pluginClasses = ['io.apicurio.registry.utils.converter.AvroConverter'];
  expect(avro.settings('key.converter', { pluginClasses })).not.toHaveProperty([
    'key.converter.apicurio.registry.url',
  ]);
  expect([avro.needsRegistry, Converter.avro(ours).needsRegistry, Converter.json().needsRegistry]).toEqual([
    true,
    false,
    false,
  ]);
  expect([avro.dependsOn, Converter.avro(ours).dependsOn]).toEqual([[], [ours]]);
});

test.each<[string, () => Converter, string | undefined]>([
  ['JSON without schemas', () => Converter.json({ schemas: false }), undefined],
  [
    'JSON with half of its schemas',
    () => Converter.json({ schemas: 'some' as never }),
    "is a Converter in which schemas must be true or false; got 'some'",
  ],
  ['Avro without a registry', () => Converter.avro(), undefined],
  [
    'Avro with an address',
    () => Converter.avro('http://schema-registry:8081' as never),
    "is a Converter in which registry must be a SchemaRegistry; got 'http://schema-registry:8081'",
  ],
  ['a class', () => Converter.of('com.example.XmlConverter'), undefined],
  [
    'no class',
    () => Converter.of(' '),
    "is a Converter in which className must be the full name of a class; got ' '",
  ],
  [
    'settings that cannot be',
    () => Converter.of('', { 'a b': 1 } as never),
    "is a Converter in which className must be the full name of a class; got '', and settings is an object in which 'a b' is not a valid name",
  ],
  [
    'a setting that is no text',
    () => Converter.of('com.example.XmlConverter', { a: 1 } as never),
    "settings is an object in which 'a' must be text; got 1",
  ],
])('%s has a problem: %p', (_, make, problem) => {
  if (problem === undefined) expect(make().problem).toBeUndefined();
  else expect(make().problem).toContain(problem);
});
