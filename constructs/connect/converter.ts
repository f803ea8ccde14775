import { ANY_TEXT, record, valueObject, text, TRUE_OR_FALSE } from '../core/checks';
import { APICURIO_AVRO_CONVERTER } from '../core/image-catalogue';
import { validateOptions, required, type Properties } from '../core/properties';
import { registryReference, type ISchemaRegistry } from '../schema-registry/interfaces';
import { apicurioClient, confluentClient } from '../schema-registry/registry-client';
import type { IKafkaConnect } from './interfaces';

type Settings = Readonly<Record<string, string>>;
/** Workers, as far as a converter depends on them. */
type Workers = Pick<IKafkaConnect, 'pluginClasses' | 'registry'>;

/**
 * How Connect's records become bytes, and bytes records. One that cannot be is refused by the construct that is given it.
 * @see https://kafka.apache.org/39/documentation.html#connectconfigs_value.converter
 */
export class Converter {
  /**
   * JSON.
   * @param options.schemas whether each record carries its schema, which a sink into a database needs. @default false
   */
  public static json(options: { readonly schemas?: boolean } = {}): Converter {
    const { right, problem } = validateOptions(WHAT, JSON_CONVERTER_PROPERTIES, {}, options);
    const settings = {
      '': 'org.apache.kafka.connect.json.JsonConverter',
      'schemas.enable': String(right.schemas ?? false),
    };
    return new Converter(() => settings, problem);
  }

  /** Text in UTF-8. */
  public static string(): Converter {
    return new Converter(() => ({ '': 'org.apache.kafka.connect.storage.StringConverter' }));
  }

  /**
   * Avro, each record with its schema's id in the registry; new schemas are registered. Workers start after the registry.
   * The public image has Confluent's converter for it, the local one Apicurio's: the bytes and the ids are the same.
   * @param registry where its schemas are. @default - the one that the workers use, as {@link KafkaConnect.uses} has it
   */
  public static avro(registry?: ISchemaRegistry): Converter {
    const { right, problem } = validateOptions(WHAT, AVRO_CONVERTER_PROPERTIES, { registry });
    return new Converter(
      ({ pluginClasses, registry: ofWorkers }) => {
        const used = registry ?? ofWorkers;
        return pluginClasses?.includes(APICURIO_AVRO_CONVERTER) ? apicurio(used) : confluent(used);
      },
      problem,
      right.registry ? [right.registry] : [],
      registry === undefined,
    );
  }

  /** A converter of a plugin, with its settings by their names without `key.converter.` or `value.converter.`. */
  public static of(className: string, settings: Readonly<Record<string, string>> = {}): Converter {
    const { problem } = validateOptions(WHAT, CONVERTER_PROPERTIES, { className, settings });
    return new Converter(() => ({ '': className, ...settings }), problem);
  }

  private constructor(
    private readonly render: (workers: Workers) => Settings,
    /** Why it cannot be. */
    public readonly problem?: string,
    /** What must be there, and healthy, before the converter can work. @internal */
    public readonly dependsOn: readonly ISchemaRegistry[] = [],
    /** Whether it works only at workers that use a registry. @internal */
    public readonly needsRegistry = false,
  ) {}

  /**
   * The settings of a worker, or of one connector.
   * @param name `key.converter` or `value.converter`
   * @param workers whose image's classes decide by which of them Avro is written, and whose registry it is without another
   * @internal
   */
  public settings(
    name: 'key.converter' | 'value.converter',
    workers: Pick<IKafkaConnect, 'pluginClasses' | 'registry'> = {},
  ): Readonly<Record<string, string>> {
    const settings = Object.entries(this.render(workers));
    return Object.fromEntries(settings.map(([key, value]) => [key ? `${name}.${key}` : name, value]));
  }
}

const confluent = (registry: ISchemaRegistry | undefined): Settings => ({
  '': 'io.confluent.connect.avro.AvroConverter',
  ...(registry && confluentClient('', registry)),
});

/** Writes Confluent's bytes, a zero and the schema's id in four bytes, if it is told all of this. */
const apicurio = (registry: ISchemaRegistry | undefined): Settings => ({
  '': APICURIO_AVRO_CONVERTER,
  ...(registry && apicurioClient(registry)),
  'apicurio.registry.as-confluent': 'true',
  'apicurio.registry.auto-register': 'true',
  'apicurio.registry.headers.enabled': 'false',
  'apicurio.registry.use-id': 'contentId',
});

const CONVERTER_DOCS = 'https://kafka.apache.org/39/documentation.html#connectconfigs_value.converter';
const WHAT = 'a Converter';

export const JSON_CONVERTER_PROPERTIES: Properties<{ readonly schemas?: boolean }> = {
  schemas: TRUE_OR_FALSE,
};

export const AVRO_CONVERTER_PROPERTIES: Properties<{ readonly registry?: ISchemaRegistry }> = {
  registry: registryReference,
};

export const CONVERTER_PROPERTIES: Properties<{ readonly className: string; readonly settings: Settings }> = {
  className: required(text(CONVERTER_DOCS, 'the full name of a class')),
  settings: required(record(CONVERTER_DOCS, 'not empty and without blanks', /^\S+$/, ANY_TEXT)),
};

/** How records are written. */
export const converterCheck = valueObject('a Converter, such as Converter.json()', 'render', 'settings');
