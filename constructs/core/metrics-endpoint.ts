import { allOf, check, listOf, number, object, record, text, TRUE_OR_FALSE } from './checks';
import { formatValue } from './format-value';
import { portCheck } from './port';
import { required, type Check, type Properties } from './properties';
import { repeated } from './repeated';
import type { Rule } from './validation';

/** Of what may say how it is. */
export interface MetricsOptions {
  /**
   * Whether its services say how they are, in the platform's network, to every Prometheus of the program there. The agent that
   * a JVM of Kafka's family needs for it is put into the image by the deploy, unless the image carries it.
   * @default false
   */
  readonly metrics?: boolean;
}

export const METRICS_OPTIONS: Properties<MetricsOptions> = { metrics: TRUE_OR_FALSE };

/** Where in the platform's network a service says how it is, as Prometheus reads it. */
export interface MetricsEndpoint {
  /** What the service is one of, such as `kafka`: the `job` of its series. Of `[a-z0-9-]`; another one at each endpoint of a service. */
  readonly job: string;
  /** In the container; it need not be one of the service's ports, and is published nowhere. 1 to 65535. */
  readonly port: number;
  /** @default '/metrics' */
  readonly path?: string;
  /** Of all its series, beside `job`, `instance`, which is the service's name, and `role`. @default - none */
  readonly labels?: Readonly<Record<string, string>>;
  /** Which of its series are kept, and under which names. @default - all, as they are */
  readonly series?: readonly Series[];
  /** What it was told and does not say, such as a limit: Prometheus makes series of these names of it. @default - none */
  readonly constants?: Readonly<Record<string, number>>;
}

/** Series of an endpoint, and what they are called in Prometheus. */
export interface Series {
  /** The whole name there, as a regular expression of RE2. */
  readonly from: string;
  /** The name that they get; `$1` is what was in the first brackets there. @default - the name that they have */
  readonly name?: string;
  /** Further labels by their values: `$1` as in the name; an empty one takes the label away. @default - none */
  readonly labels?: Readonly<Record<string, string>>;
}

const MODEL = 'https://prometheus.io/docs/concepts/data_model/#metric-names-and-labels';
const CONFIG = 'https://prometheus.io/docs/prometheus/latest/configuration/configuration/#scrape_config';
/** What Prometheus gives by itself, or is given for every service. */
const OWN = ['job', 'instance', 'role'];

/** Labels of series by their names. */
export const SERIES_LABELS = record(
  MODEL,
  `letters, digits and '_', not beginning with a digit or '__', and none of ${OWN.join(', ')}`,
  new RegExp(`^(?!__|(${OWN.join('|')})$)[a-zA-Z_][a-zA-Z0-9_]*$`),
  text('policy', 'text', /^/),
);

export const SERIES_PROPERTIES: Properties<Series> = {
  from: required(
    allOf(
      text(CONFIG, 'a regular expression'),
      check(
        CONFIG,
        'one of RE2, which has no (?=, (?!, (?<= and \\1',
        (from) => groupsOf(from) !== undefined,
      ),
    ),
  ),
  name: text(MODEL, "letters, digits, '_', ':' and '$1'", /^([a-zA-Z_:]|\$\d)([\w:]|\$\d)*$/),
  labels: SERIES_LABELS,
};

const BEYOND_RE2 = /\(\?<?[=!]|\\[1-9]/;

/** How many brackets an expression has whose text can be named; undefined if it is none. */
function groupsOf(from: unknown): number | undefined {
  if (BEYOND_RE2.test(String(from))) return undefined;
  // What RE2 writes in another way, or has in the middle.
  const written = String(from)
    .replaceAll('(?P<', '(?<')
    .replace(/\(\?[imsU-]+([:)])/g, (_, end) => (end === ':' ? '(?:' : ''));
  try {
    return (new RegExp(`${written}|`).exec('')?.length ?? 1) - 1;
  } catch {
    return undefined;
  }
}

const named = ({ name = '', labels = {} }: Series): number[] =>
  [name, ...Object.values(labels)].flatMap((text) =>
    [...text.matchAll(/\$(\d)/g)].map((found) => Number(found[1])),
  );

/** One that names text which none of its brackets has: it would be empty. */
const SERIES = object(SERIES_PROPERTIES);
const KEPT: Check = {
  ...SERIES,
  problem: (given) => {
    const problem = SERIES.problem(given);
    if (problem !== undefined) return problem;
    const series = given as Series;
    const groups = groupsOf(series.from) ?? 0;
    const missing = named(series).filter((number) => number > groups);
    return missing.length > 0
      ? `must name brackets of from, of which there are ${groups}; got ${missing.map((number) => `$${number}`).join(', ')}`
      : undefined;
  },
};

export const METRICS_ENDPOINT_PROPERTIES: Properties<MetricsEndpoint> = {
  job: required(text('policy', "a-z, 0-9 and '-', beginning with a letter or digit", /^[a-z0-9][a-z0-9-]*$/)),
  port: required(portCheck),
  path: text('RFC 3986', "a path of a URL, beginning with '/', without spaces and '?'", /^\/[!->@-~]*$/),
  labels: SERIES_LABELS,
  series: listOf(KEPT),
  constants: record(
    MODEL,
    "letters, digits and '_', not beginning with a digit",
    /^[a-zA-Z_][a-zA-Z0-9_]*$/,
    number(MODEL, 'a number', () => true),
  ),
};

export const METRICS_ENDPOINTS = listOf(object(METRICS_ENDPOINT_PROPERTIES));

interface Facts {
  readonly metrics?: readonly MetricsEndpoint[];
}

const addressedTwice = ({ metrics = [] }: Facts): string[] =>
  repeated(metrics.map(({ port, path = '/metrics' }) => `:${port}${path}`));
const namedTwice = ({ metrics = [] }: Facts): string[] => repeated(metrics.map(({ job }) => job));

export const METRICS_RULES: readonly Rule<Facts>[] = [
  {
    requires: 'The metrics of a service are at different addresses.',
    fails: (facts) => addressedTwice(facts).length > 0,
    message: (facts) =>
      `metrics must be at different addresses, or each of their series is there twice; got more than one ${addressedTwice(facts).map(formatValue).join(', ')}, leave one out.`,
    source: CONFIG,
  },
  {
    requires: 'The metrics of a service are of different jobs, by which they are told apart.',
    fails: (facts) => namedTwice(facts).length > 0,
    message: (facts) =>
      `metrics must be of different jobs, because they share the name of their service; got more than one ${namedTwice(facts).map(formatValue).join(', ')}, rename one.`,
    source: CONFIG,
  },
];
