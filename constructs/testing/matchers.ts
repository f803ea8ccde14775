import { Size } from '../core/size';
import type { Synthesis, SynthesizedConnector, SynthesizedService, SynthesizedTopic } from './synthesis';

/** What `expect(synthesize(…))` can be asked once it was extended by {@link matchers}. */
export interface StreamingMatchers<Result> {
  /**
   * Runs this service, with these properties.
   * @param name of the service, or of its container where two platforms have one of this name
   * @param expected compared with what is synthesized; what is left out is not, also in `environment` and `volumes`
   */
  toRunService(name: string, expected?: Partial<SynthesizedService>): Result;
  /** Makes this topic. @param expected compared; what is left out is not, also in `settings` */
  toHaveTopic(name: string, expected?: Partial<SynthesizedTopic>): Result;
  /** Makes this connector. @param expected compared; what is left out is not, also in `config` */
  toHaveConnector(name: string, expected?: Partial<SynthesizedConnector>): Result;
  /** Makes this volume. @param name on the Engine, the platform's name included: `streaming-kafka1-data` */
  toHaveVolume(name: string): Result;
  /** Has a service that is reached on this port of the host, the platform's offset included. */
  toPublishPort(port: number): Result;
}

/** What Jest, or a runner that takes its matchers, gives each of them. */
export interface MatcherContext {
  readonly equals: (actual: unknown, expected: unknown) => boolean;
  readonly utils: {
    readonly printExpected: (value: unknown) => string;
    readonly printReceived: (value: unknown) => string;
  };
}

export interface MatcherResult {
  readonly pass: boolean;
  readonly message: () => string;
}

/**
 * Matchers for Jest, and for runners that take its matchers: `expect.extend(matchers)`. Each is asked of what
 * {@link synthesize} gives, and says what is there where something else was expected.
 */
export const matchers = {
  toRunService(
    this: MatcherContext,
    received: Synthesis,
    name: string,
    expected?: Partial<SynthesizedService>,
  ): MatcherResult {
    const { services } = synthesized(received, 'toRunService');
    const isContainer = services.some(({ containerName }) => containerName === name);
    const keyOf = (each: SynthesizedService): string => (isContainer ? each.containerName : each.name);
    return find(this, 'service', services, keyOf, name, expected);
  },

  toHaveTopic(
    this: MatcherContext,
    received: Synthesis,
    name: string,
    expected?: Partial<SynthesizedTopic>,
  ): MatcherResult {
    const { topics } = synthesized(received, 'toHaveTopic');
    return find(this, 'topic', topics, (topic) => topic.name, name, expected);
  },

  toHaveConnector(
    this: MatcherContext,
    received: Synthesis,
    name: string,
    expected?: Partial<SynthesizedConnector>,
  ): MatcherResult {
    const { connectors } = synthesized(received, 'toHaveConnector');
    return find(this, 'connector', connectors, (connector) => connector.name, name, expected);
  },

  toHaveVolume(this: MatcherContext, received: Synthesis, name: string): MatcherResult {
    return find(this, 'volume', synthesized(received, 'toHaveVolume').volumes, (volume) => volume, name);
  },

  toPublishPort(this: MatcherContext, received: Synthesis, port: number): MatcherResult {
    const ports = synthesized(received, 'toPublishPort').services.flatMap(({ hostPorts }) => hostPorts);
    return find(this, 'port on the host', ports, (each) => each, port);
  },
};

/** @throws Error if the matcher was asked of something else */
function synthesized(received: Synthesis | undefined, matcher: string): Synthesis {
  // Not by instanceof, because the library may be loaded twice.
  if (Array.isArray(received?.services)) return received;
  throw new Error(`Give ${matcher} what synthesize returns: expect(synthesize(stack)).${matcher}(…).`);
}

function find<Thing, Key extends string | number>(
  context: MatcherContext,
  kind: string,
  all: readonly Thing[],
  keyOf: (thing: Thing) => Key,
  key: Key,
  expected: Partial<Thing> = {},
): MatcherResult {
  const { printExpected, printReceived } = context.utils;
  const found = all.filter((thing) => keyOf(thing) === key);
  const compared = found.map((thing) => differences(context, thing, expected));
  const pass = compared.some((each) => each.length === 0);
  return {
    pass,
    message: () => {
      const what = `${kind} ${printExpected(key)}`;
      if (found.length === 0)
        return `Expected the ${what}, but there is ${all.length === 0 ? 'none' : `only ${all.map((thing) => printReceived(keyOf(thing))).join(', ')}`}.`;
      if (!pass) return [`The ${what} is not as expected:`, ...compared.flat()].join('\n');
      const same = Object.keys(expected).length > 0 ? ' with these properties' : '';
      return `Expected no ${what}${same}, but there is one.`;
    },
  };
}

/** A line for each property, and for each entry of a record, that is not as expected. */
function differences(context: MatcherContext, actual: unknown, expected: object, path = ''): string[] {
  const { printExpected, printReceived } = context.utils;
  const values = actual as Readonly<Record<string, unknown>>;
  return Object.entries(expected).flatMap(([name, wanted]: [string, unknown]) => {
    const value = values[name];
    if (isRecord(wanted) && isRecord(value)) return differences(context, value, wanted, `${path}${name}.`);
    if (context.equals(value, wanted)) return [];
    return [`  ${path}${name}: expected ${printExpected(shown(wanted))}, is ${printReceived(shown(value))}`];
  });
}

/** No quantity, and no `expect.stringContaining(…)`. */
function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

const shown = (value: unknown): unknown => (value instanceof Size ? value.toString() : value);
