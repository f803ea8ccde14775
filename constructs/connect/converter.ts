import type { IConstruct } from 'constructs';
import { APICURIO_AVRO_CONVERTER } from '../core/image-catalogue';
import type { ISchemaRegistry } from '../schema-registry/schema-registry';

type Settings = (pluginClasses: readonly string[] | undefined) => Readonly<Record<string, string>>;

/**
 * How Connect's records become bytes, and bytes records.
 * @see https://kafka.apache.org/39/documentation.html#connectconfigs_value.converter
 */
export class Converter {
  /**
   * JSON.
   * @param options.schemas whether each record carries its schema, which a sink into a database needs. @default false
   */
  public static json(options: { readonly schemas?: boolean } = {}): Converter {
    const enable = String(options.schemas ?? false);
    return new Converter(() => ({
      '': 'org.apache.kafka.connect.json.JsonConverter',
      'schemas.enable': enable,
    }));
  }

  /** Text in UTF-8. */
  public static string(): Converter {
    return new Converter(() => ({ '': 'org.apache.kafka.connect.storage.StringConverter' }));
  }

  /**
   * Avro, each record with its schema's id in the registry; new schemas are registered. Workers start after the registry.
   * The public image has Confluent's converter for it, the local one Apicurio's: the bytes and the ids are the same.
   */
  public static avro(registry: ISchemaRegistry): Converter {
    return new Converter(
      (pluginClasses) =>
        pluginClasses?.includes(APICURIO_AVRO_CONVERTER) ? apicurio(registry.url) : confluent(registry.url),
      [registry],
    );
  }

  /** A converter of a plugin, with its settings by their names without `key.converter.` or `value.converter.`. */
  public static of(className: string, settings: Readonly<Record<string, string>> = {}): Converter {
    return new Converter(() => ({ '': className, ...settings }));
  }

  private constructor(
    private readonly render: Settings,
    /** What must be there, and healthy, before the converter can work. */
    public readonly dependsOn: readonly IConstruct[] = [],
  ) {}

  /**
   * The settings of a worker, or of one connector.
   * @param name `key.converter` or `value.converter`
   * @param pluginClasses those of the workers' image, which decide by which class Avro is written
   */
  public settings(
    name: 'key.converter' | 'value.converter',
    pluginClasses?: readonly string[],
  ): Readonly<Record<string, string>> {
    return Object.fromEntries(
      Object.entries(this.render(pluginClasses)).map(([key, value]) => [
        key ? `${name}.${key}` : name,
        value,
      ]),
    );
  }
}

const confluent = (url: string): Record<string, string> => ({
  '': 'io.confluent.connect.avro.AvroConverter',
  'schema.registry.url': url,
});

/** Writes Confluent's bytes, a zero and the schema's id in four bytes, if it is told all of this. */
const apicurio = (url: string): Record<string, string> => ({
  '': APICURIO_AVRO_CONVERTER,
  'apicurio.registry.url': `${url}/apis/registry/v2`,
  'apicurio.registry.as-confluent': 'true',
  'apicurio.registry.auto-register': 'true',
  'apicurio.registry.headers.enabled': 'false',
  'apicurio.registry.use-id': 'contentId',
});
